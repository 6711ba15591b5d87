// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transport/http.h>

#include <string_view>

// HTTP as text, without sockets.
namespace saji::httpwords {

[[nodiscard]] std::string_view phrase(int status);

//! Says whether an Accept-Encoding header allows gzip.
[[nodiscard]] bool acceptsGzip(std::string_view header);

//! Says whether a header that is a list of words ("keep-alive, Upgrade") has `word`; case does not matter.
[[nodiscard]] bool listHas(std::string_view header, std::string_view word);

//! Puts the target of a request line ("/api/x?y=1", "http://host/api/x") into path and query; false = not a target we answer.
[[nodiscard]] bool splitTarget(std::string_view target, HttpRequest &request);

//! An answer as it goes out: the bytes before the body, and the body.
struct Outgoing
{
    QByteArray head;
    QByteArray body; //!< empty where none may follow
};

struct AnswerContext
{
    QByteArray date; //!< of now, in the form of the Date header
    bool isHead = false;
    bool acceptsGzip = false;
    bool keepAlive = true;
    bool isHttp10 = false;
};

[[nodiscard]] Outgoing render(const HttpResponse &response, const AnswerContext &context);

//! "Sun, 06 Nov 1994 08:49:37 GMT" for seconds since 1970.
[[nodiscard]] QByteArray dateHeader(qint64 secondsSince1970);

//! The Sec-WebSocket-Accept of a Sec-WebSocket-Key (RFC 6455 section 4.2.2); empty when the key is none.
[[nodiscard]] QByteArray webSocketAccept(const QByteArray &key);

} // namespace saji::httpwords
