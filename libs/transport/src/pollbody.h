// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QByteArrayList>
#include <QQueue>

// The polling twin of a WebSocket (docs/protocol.md section 1): POST /sync, frames in the body each way.
//
// A polling session is one exchange at a time: request n carries the client's batch n and by its number says that answer n-1 has
// been received; answer n carries the server's batch n. A request that is sent again, because its answer was lost, has the same
// number and the same body: the server does not take its frames twice and gives the kept answer once more. So no frame is lost or
// doubled in either direction, whatever the network does to single requests.
namespace saji::poll {

//! Names the session: 32 hex digits that the client draws; the first request opens it.
constexpr auto sessionHeader = "saji-session";
//! The number of the exchange, from 1; the answer repeats it.
constexpr auto sequenceHeader = "saji-sequence";
//! "1" in an answer: there is more, ask again at once.
constexpr auto moreHeader = "saji-more";
//! In a request: the client ends the session. In an answer (410): the server has ended it, or does not know it.
constexpr auto closeHeaderName = "saji-close";
constexpr auto contentType = "application/octet-stream";

//! Each frame with its length before it, 32 bits, big endian.
[[nodiscard]] QByteArray toBody(const QByteArrayList &frames);
//! TooLarge = a frame above Link::maxFrameBytes; Malformed = anything else that is not frames.
[[nodiscard]] Result<QByteArrayList> fromBody(const QByteArray &body);

//! Takes from the head of `queue` what fits into one body, at least one frame.
[[nodiscard]] QByteArrayList takeBatch(QQueue<QByteArray> &queue);

[[nodiscard]] qint64 totalBytes(const QByteArrayList &frames);

} // namespace saji::poll
