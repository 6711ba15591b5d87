// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace saji {

Q_DECLARE_LOGGING_CATEGORY(logApp)

//! From now on every log line goes to stderr as `2026-06-15T10:00:00.123Z info saji.sync kiosk-1>hub connected`, one write each.
//!
//! `level` is debug, info, warning or error; what is below is not even formatted. Line breaks inside a message are escaped, so
//! nothing a peer sends can forge a line. QT_LOGGING_RULES still wins, for engineers.
void installLogging(const QString &level);

//! One line as it would be written, without the line break.
[[nodiscard]] QByteArray logLine(QtMsgType type, const char *category, const QString &message, qint64 wallMs);

} // namespace saji
