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

Error BulkStatement::error() const
{
    return errorFromSqlite(m_connection, u"running \"%1\""_s.arg(m_sql));
}

Result<void> BulkStatement::bound()
{
    if (m_result == SQLITE_OK)
        return {};
    const auto failure = error();
    (void)finish();
    return failure;
}

bool BulkStatement::next()
{
    m_result = sqlite3_step(m_statement);
    return m_result == SQLITE_ROW;
}

QByteArrayView BulkStatement::bytes(int column) const
{
    // In this order: asked for its size first, SQLite would not have to convert it, but may later.
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, bytes ? qsizetype(sqlite3_column_bytes(m_statement, column)) : 0};
}

qint64 BulkStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

Result<void> BulkStatement::finish()
{
    // The error is read before the reset, which reports it again.
    const bool isGood = m_result == SQLITE_DONE || m_result == SQLITE_ROW;
    const auto done = isGood ? Result<void>() : Result<void>(error());
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_texts.clear();
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
    const auto &text = m_texts.emplace_back(value.toUtf8());
    return sqlite3_bind_text64(m_statement, position, text.constData(), sqlite3_uint64(text.size()), SQLITE_STATIC, SQLITE_UTF8);
}

} // namespace saji
