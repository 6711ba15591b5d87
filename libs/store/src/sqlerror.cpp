// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlerror.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

QString whatToDo(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DiskFull: return u"the disk is full: free some space, nothing that was confirmed is lost"_s;
    case ErrorCode::ReadOnly: return u"the data folder cannot be written: check its owner and whether its disk is mounted read-only"_s;
    case ErrorCode::Corrupt: return u"the data file is damaged: start the device again, it sets the file aside and restores a backup"_s;
    case ErrorCode::Busy: return u"another program uses the data file: close it"_s;
    case ErrorCode::Io: return u"the disk reports an error: check the disk and its cable"_s;
    default: return {};
    }
}

Error explained(ErrorCode code, const QString &doing, const QString &why)
{
    const auto advice = whatToDo(code);
    return {code, advice.isEmpty() ? u"%1: %2"_s.arg(doing, why) : u"%1: %2; %3"_s.arg(doing, why, advice)};
}

} // namespace

ErrorCode errorCodeFromSqlite(int code)
{
    // Growing the shared-memory file fails with its own code when the disk is full.
    if (code == SQLITE_IOERR_SHMSIZE)
        return ErrorCode::DiskFull;
    switch (code & 0xff) {
    case SQLITE_FULL: return ErrorCode::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM: return ErrorCode::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return ErrorCode::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCode::Busy;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PROTOCOL: return ErrorCode::Io;
    case SQLITE_TOOBIG: return ErrorCode::TooLarge;
    default: return ErrorCode::Internal;
    }
}

Error errorFromSql(const QSqlError &error, const QString &doing)
{
    const int code = error.nativeErrorCode().toInt();
    return explained(errorCodeFromSqlite(code), doing, u"%1 (SQLite %2)"_s.arg(error.databaseText()).arg(code));
}

Error errorFromSqlite(sqlite3 *connection, const QString &doing)
{
    const int code = sqlite3_extended_errcode(connection);
    return explained(errorCodeFromSqlite(code), doing, u"%1 (SQLite %2)"_s.arg(QString::fromUtf8(sqlite3_errmsg(connection))).arg(code));
}

Error errorFromErrno(int number, const QString &doing)
{
    const auto code = number == EACCES || number == EPERM || number == EROFS ? ErrorCode::ReadOnly
                      : number == ENOSPC || number == EDQUOT                 ? ErrorCode::DiskFull
                                                                             : ErrorCode::Io;
    return explained(code, doing, QString::fromLocal8Bit(std::strerror(number)));
}

} // namespace saji
