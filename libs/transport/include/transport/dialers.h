// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <transport/dialer.h>

#include <QByteArray>
#include <QHash>

namespace saji {

class Trust;

// With a Trust everything here goes by TLS 1.2 or newer, whatever the scheme of the address: our certificate is shown, and the other
// end has to show one that Trust::check accepts (instead of the name of its host). Who does not is Unauthorized, or WrongStore.

//! Dials ws://host:port/sync with QWebSocket, for 5 s at most. `base` is the node's http URL ("http://127.0.0.1:3001").
//!
//! Connect to the link's signals in the answer itself: its frames come from the next turn of the event loop on.
[[nodiscard]] std::unique_ptr<Dialer> makeWebSocketDialer(const QUrl &base, Scheduler &scheduler,
                                                          const std::shared_ptr<const Trust> &trust = nullptr);

//! How often a polling link asks; pure numbers, chosen by sync::FallbackPolicy and handed down.
struct PollPace
{
    Milliseconds busy{1000}; //!< while frames come or go
    Milliseconds idle{30000}; //!< reached by doubling while nothing does
    QList<Milliseconds> onError{Milliseconds(5000), Milliseconds(10000), Milliseconds(15000), Milliseconds(30000)};
    Milliseconds requestTimeout{5000};
    int failuresUntilClosed = 3; //!< consecutive
};

//! Opens a polling link: POST http://host:port/sync on a clock, frames length-prefixed in one body each way. A frame handed to
//! `send` goes out with a request of its own, at once (coalesced with what else is said in the same turn of the loop). A request whose
//! answer is lost is sent again, and neither side loses or doubles a frame by it.
[[nodiscard]] std::unique_ptr<Dialer> makePollingDialer(const QUrl &base, Scheduler &scheduler, const PollPace &pace = {},
                                                        const std::shared_ptr<const Trust> &trust = nullptr);

struct HttpReply
{
    int status = 0;
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; //!< lower-case names
};

//! A plain HTTP client for the catalog pull: one GET, one answer, exactly once, later, on the caller's thread; handed in so that tests
//! and the simulator replace it.
//!
//! Every status is an answer, redirects (not followed) and refusals too; an Error means that there was none: Unreachable, Refused (not
//! HTTP), TimedOut, LinkClosed (it broke off), TooLarge. `abortAll` and destroying the client forget requests without an answer.
class HttpClient
{
public:
    using Answer = std::function<void(Result<HttpReply>)>;
    virtual ~HttpClient() = default;
    virtual void get(const QString &pathAndQuery, const QHash<QByteArray, QByteArray> &headers, Answer answer) = 0;
    virtual void abortAll() = 0;
};

//! Goes straight to `base` (no proxy, cache or cookies) and takes gzip. TimedOut = not a byte for `timeout`; a large answer over a slow
//! line may take longer. Answers of more than 32 MiB are TooLarge.
[[nodiscard]] std::unique_ptr<HttpClient> makeHttpClient(const QUrl &base, Milliseconds timeout = Milliseconds(5000),
                                                         const std::shared_ptr<const Trust> &trust = nullptr);

//! Sends one body (JSON) by POST; answers like HttpClient.
class HttpPoster
{
public:
    virtual ~HttpPoster() = default;
    virtual void post(const QString &path, const QByteArray &body, HttpClient::Answer answer) = 0;
};

//! Without a Trust it takes any certificate of an https address: only for words that prove themselves, as pairing does.
[[nodiscard]] std::unique_ptr<HttpPoster> makeHttpPoster(const QUrl &base, const std::shared_ptr<const Trust> &trust,
                                                         Milliseconds timeout = Milliseconds(10000));

} // namespace saji
