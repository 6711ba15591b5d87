// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/error.h>

#include <QSqlError>

struct sqlite3;

namespace saji {

//! Translates an (extended) SQLite result code.
[[nodiscard]] ErrorCode errorCodeFromSqlite(int code);

//! `doing` says what failed; the detail ends with what a person can do where that is known.
[[nodiscard]] Error errorFromSql(const QSqlError &error, const QString &doing);

//! The same for the last call to SQLite itself.
[[nodiscard]] Error errorFromSqlite(sqlite3 *connection, const QString &doing);

//! Translates errno of the operating system.
[[nodiscard]] Error errorFromErrno(int number, const QString &doing);

} // namespace saji
