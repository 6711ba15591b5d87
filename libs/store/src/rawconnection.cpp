// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawconnection.h"

#include "sqlerror.h"
#include "tuning.h"

#include <QUrl>
#include <QUrlQuery>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace saji {

QString sqliteUri(const QString &file, const QString &vfs, bool isImmutable)
{
    auto uri = QUrl::fromLocalFile(file);
    QUrlQuery query;
    if (!vfs.isEmpty())
        query.addQueryItem(u"vfs"_s, vfs);
    if (isImmutable)
        query.addQueryItem(u"immutable"_s, u"1"_s);
    if (!query.isEmpty())
        uri.setQuery(query);
    return QString::fromLatin1(uri.toEncoded());
}

Result<void> RawConnection::open(const QString &file, Mode mode, const QString &vfs)
{
    close();
    const bool isImmutable = mode == Mode::Immutable;
    const int access = isImmutable ? SQLITE_OPEN_READONLY : mode == Mode::Create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;
    const auto uri = sqliteUri(file, vfs, isImmutable).toLatin1();
    if (sqlite3_open_v2(uri.constData(), &m_connection, access | SQLITE_OPEN_URI, nullptr) != SQLITE_OK)
        return errorFromSqlite(m_connection, u"opening %1"_s.arg(file));
    sqlite3_extended_result_codes(m_connection, 1);
    sqlite3_busy_timeout(m_connection, int(tuning::busyTimeout.count()));
    if (mode == Mode::Create)
        return exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = 16");
    if (mode == Mode::Damaged) {
        sqlite3_db_config(m_connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        if (const auto set = exec("PRAGMA query_only = ON"); !set)
            return set;
    }
    // Bytes that came from outside, or from a failing disk: look twice at every page.
    return exec("PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF");
}

void RawConnection::close()
{
    sqlite3_close_v2(m_connection);
    m_connection = nullptr;
}

Result<void> RawConnection::exec(const char *sql)
{
    if (sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr) == SQLITE_OK)
        return {};
    return errorFromSqlite(m_connection, u"running \"%1\""_s.arg(QLatin1StringView(sql)));
}

Result<QString> RawConnection::text(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    QString value;
    int result = sqlite3_prepare_v2(m_connection, sql, -1, &statement, nullptr);
    if (result == SQLITE_OK)
        result = sqlite3_step(statement);
    if (result == SQLITE_ROW)
        value = QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
    const bool isRead = result == SQLITE_ROW || result == SQLITE_DONE;
    const auto answer = isRead ? Result<QString>(value) : errorFromSqlite(m_connection, u"running \"%1\""_s.arg(QLatin1StringView(sql)));
    sqlite3_finalize(statement);
    return answer;
}

Result<qint64> RawConnection::number(const char *sql)
{
    const auto value = text(sql);
    if (!value)
        return value.error();
    return value->toLongLong();
}

} // namespace saji
