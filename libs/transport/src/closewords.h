// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transport/link.h>

namespace saji {

//! What a close code on the wire means to us: our own codes as they are, a framing error of the peer's as Protocol, what nobody
//! has defined as Abnormal with the number in the text.
[[nodiscard]] CloseReason closeReasonFromWire(quint16 code, const QString &text);

//! A close frame's text has 123 bytes at most (RFC 6455 section 5.5); cut at a character.
[[nodiscard]] QString closeTextForWire(const QString &text);

//! "4001 another%20version": a close reason in an HTTP header, for the polling twin.
[[nodiscard]] QByteArray closeHeader(const CloseReason &reason);
[[nodiscard]] CloseReason closeReasonFromHeader(const QByteArray &header);

} // namespace saji
