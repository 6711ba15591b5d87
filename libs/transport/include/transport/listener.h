// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <base/result.h>
#include <transport/http.h>
#include <transport/link.h>
#include <transport/textsocket.h>

#include <QObject>

#include <memory>

namespace saji {

class Trust;

struct ListenAddress
{
    QString host = QStringLiteral("127.0.0.1"); //!< a numeric address
    quint16 port = 0;                           //!< 0 = any free one

    //! "127.0.0.1:8000", "[::1]:8000", ":8000" (= loopback).
    [[nodiscard]] static Result<ListenAddress> fromString(const QString &text);
    QString toString() const;
    bool isLoopback() const;
};

//! The limits of a listener. What it starts with is right for every program (src/tuning.h has the reasons); tests shorten them.
struct ListenOptions
{
    ListenOptions();

    quint64 maxBodyBytes;
    quint32 maxHeaderBytes;
    Milliseconds slowSender;    //!< for the headers of a request, and its body beyond what it may need
    Milliseconds idle;          //!< between requests; for a link, without a sign of life
    Milliseconds stalledReader; //!< an answer or frame of which nothing leaves
    Milliseconds answerWithin;  //!< for a handler
    int maxConnections;
    int maxConnectionsPerAddress;
    qint64 maxBufferedBytes; //!< bodies and frames being received, of all connections
    qint64 linkBacklogBytes; //!< a link with more waiting is cut
    Milliseconds pollForget; //!< a polling peer that has not asked for this long is gone
};

//! One port for everything that others dial: native links by WebSocket and by polling on `/sync`, HTTP for the handlers, and text
//! WebSockets for other people's protocols.
//!
//! Sockets live on an I/O thread of the listener's own (Boost.Asio, Beast); every signal and handler runs on the thread that made
//! the listener. Limits hold from the first byte: bodies 1 MiB, headers 16 KiB, slow senders 10 s, idle connections 75 s,
//! connections in all and per address. Whatever a client sends ends at most its own connection.
class Listener : public QObject
{
    Q_OBJECT

public:
    explicit Listener(QObject *parent = nullptr);
    explicit Listener(const ListenOptions &options, QObject *parent = nullptr);
    ~Listener() override;

    //! From the next listen() on this port also speaks TLS (told by the first byte), and native links need it: a peer shows a certificate
    //! that Trust::check accepts, or its link is closed with Unauthorized or WrongStore and words. Other requests come with the device
    //! that they are from, or without one. Those that are not encrypted are refused unless `plainHttp`, or they come from this machine.
    void setTrust(const std::shared_ptr<const Trust> &trust, bool plainHttp);

    //! Binds and starts. Busy = the port is in use; the detail says what to do.
    [[nodiscard]] Result<ListenAddress> listen(const ListenAddress &address);
    //! Closes the port and every connection (links with GoingAway); returns when the I/O thread has ended.
    void stop();
    //! Where it listens; port 0 = it does not.
    ListenAddress address() const;

    //! Handles requests whose path starts with `prefix` (the longest prefix wins). Call before listen().
    //!
    //! A HEAD request comes as GET, and its answer goes without the body. Paths that nobody handles are answered 404.
    void route(const QString &prefix, HttpHandler handler);
    //! Takes text WebSockets at this path, with and without a trailing slash; other requests to it go to the handlers. Call before
    //! listen().
    void textRoute(const QString &path, TextSocketRoute route);
    //! So many requests a second from one address at this path, and twice as many at once; more are answered 429 before they reach a
    //! handler. 0 = no limit. Call before listen().
    void limit(const QString &path, double perSecond);

    //! Gives this answer again to whoever asks for the same target ("/api/orders?outlet_id=1"), without asking the handler, until
    //! `forget(name)`: whatever is answered after that call is answered anew. Web pages (requests with an origin) still reach the handler.
    void keep(const QString &target, const QByteArray &name, const HttpResponse &response);
    void forget(const QByteArray &name);
    //! Whether kept answers are given only to those that were admitted, by what they send as `Authorization`. Call before listen().
    void setKeptForAdmitted(bool isOn);
    void admit(const QByteArray &authorization, Milliseconds lasts);

Q_SIGNALS:
    //! A peer has opened a native link on /sync, by WebSocket or by polling. Frames come from the next turn of the event loop on;
    //! a link that nobody keeps is closed.
    void linked(const std::shared_ptr<saji::Link> &link);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
