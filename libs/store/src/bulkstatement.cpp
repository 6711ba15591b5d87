// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkstatement.h"

#include "sqlerror.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace saji {

BulkStatement::~BulkStatement()
{
    sqlite3_finalize(m_statement);
}

Result<void> BulkStatement::prepare()
{
    if (m_statement)
        return {};
    const int result = sqlite3_prepare_v3(m_connection, m_sql.data(), int(m_sql.size()), SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (result != SQLITE_OK)
        return errorFromSqlite(m_connection, u"preparing \"%1\""_s.arg(m_sql));
    return {};
}

Result<void> BulkStatement::execute(int bound)
{
    const bool isDone = bound == SQLITE_OK && sqlite3_step(m_statement) == SQLITE_DONE;
    // The error is read before the reset, which reports it again.
    const auto done = isDone ? Result<void>() : errorFromSqlite(m_connection, u"running \"%1\""_s.arg(m_sql));
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    return done;
}

int BulkStatement::bind(int position, qint64 value)
{
    return sqlite3_bind_int64(m_statement, position, value);
}

int BulkStatement::bind(int position, const QByteArray &value)
{
    // constData() of an empty array points to a byte, so that empty is not NULL.
    return sqlite3_bind_blob64(m_statement, position, value.constData(), sqlite3_uint64(value.size()), SQLITE_STATIC);
}

int BulkStatement::bind(int position, const QString &value)
{
    const auto text = value.toUtf8();
    return sqlite3_bind_text64(m_statement, position, text.constData(), sqlite3_uint64(text.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

} // namespace saji
