// SPDX-License-Identifier: GPL-3.0-or-later
#include "statement.h"

#include "sqlerror.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace saji {

Statement::Statement(const QSqlDatabase &database, QLatin1StringView sql) : m_sql(sql), m_query(database)
{
    m_query.setForwardOnly(true);
}

Result<void> Statement::prepare()
{
    if (m_prepared)
        return {};
    if (!m_query.prepare(m_sql))
        return errorFromSql(m_query.lastError(), u"preparing \"%1\""_s.arg(m_sql));
    m_prepared = true;
    return {};
}

Result<void> Statement::execute()
{
    if (m_query.exec())
        return {};
    const auto error = errorFromSql(m_query.lastError(), u"running \"%1\""_s.arg(m_sql));
    m_query.finish();
    return error;
}

Result<void> Statement::finish()
{
    const auto error = m_query.lastError();
    m_query.finish();
    if (error.type() != QSqlError::NoError)
        return errorFromSql(error, u"reading \"%1\""_s.arg(m_sql));
    return {};
}

// Qt would store a null value as NULL; here empty is empty.
void Statement::bind(int position, const QByteArray &value)
{
    m_query.bindValue(position, value.isNull() ? QByteArray("", 0) : value);
}

void Statement::bind(int position, const QString &value)
{
    m_query.bindValue(position, value.isNull() ? u""_s : value);
}

} // namespace saji
