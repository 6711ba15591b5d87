// SPDX-License-Identifier: GPL-3.0-or-later
#include "readthrough.h"

#include "applicationid.h"
#include "datafolder.h"
#include "migrations.h"
#include "sqlerror.h"
#include "tuning.h"

#include <sqlite3.h>

#include <limits>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

// Tables first, each followed by its own indices; a partial index does not hold every row and is left out.
constexpr auto listParts = "SELECT t.name, '' FROM sqlite_schema t WHERE t.type = 'table' "
                           "UNION ALL SELECT t.name, i.name FROM sqlite_schema t JOIN pragma_index_list(t.name) i "
                           "WHERE t.type = 'table' AND i.partial = 0 ORDER BY 1, 2";

QString quoted(const QString &name)
{
    return u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
}

QString textOf(sqlite3_stmt *row, int column)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(row, column)));
}

} // namespace

Error ReadThrough::damaged(const QString &why) const
{
    return damagedDatabase(m_file, why);
}

Result<void> ReadThrough::open()
{
    if (const auto opened = m_connection.open(m_file, RawConnection::Mode::Immutable); !opened)
        return opened;
    const auto id = m_connection.number("PRAGMA application_id");
    if (!id)
        return id.error();
    if (quint32(*id) != applicationId)
        return damaged(u"it does not say that it is ours"_s);
    sqlite3_stmt *list = nullptr;
    if (sqlite3_prepare_v2(m_connection.handle(), listParts, -1, &list, nullptr) != SQLITE_OK)
        return errorFromSqlite(m_connection.handle(), u"reading the schema of %1"_s.arg(m_file));
    while (sqlite3_step(list) == SQLITE_ROW)
        m_parts.append({textOf(list, 0), textOf(list, 1)});
    if (sqlite3_finalize(list) != SQLITE_OK)
        return errorFromSqlite(m_connection.handle(), u"reading the schema of %1"_s.arg(m_file));
    if (m_parts.isEmpty())
        return damaged(u"it has no tables"_s);
    m_isOpen = true;
    return {};
}

Result<void> ReadThrough::startPart()
{
    const auto &part = m_parts.first();
    const auto sql = part.index.isEmpty() ? u"SELECT rowid, * FROM %1 NOT INDEXED"_s.arg(quoted(part.table))
                                          : u"SELECT rowid FROM %1 INDEXED BY %2"_s.arg(quoted(part.table), quoted(part.index));
    if (sqlite3_prepare_v2(m_connection.handle(), sql.toUtf8().constData(), -1, &m_rows, nullptr) != SQLITE_OK)
        return errorFromSqlite(m_connection.handle(), u"reading %1"_s.arg(m_file));
    m_count = 0;
    m_lastRow = std::numeric_limits<qint64>::min();
    return {};
}

void ReadThrough::finishPart()
{
    sqlite3_finalize(m_rows);
    m_rows = nullptr;
}

Result<void> ReadThrough::countPart()
{
    const auto part = m_parts.takeFirst();
    finishPart();
    if (part.index.isEmpty())
        m_rowsOfTable = m_count;
    else if (m_count != m_rowsOfTable)
        return damaged(u"%1 has %2 entries for %3 rows"_s.arg(part.index).arg(m_count).arg(m_rowsOfTable));
    return {};
}

//! True: this part has been read.
Result<bool> ReadThrough::readSome()
{
    const bool isTable = m_parts.first().index.isEmpty();
    qint64 bytes = 0;
    for (int rows = 0; rows < tuning::checkedRows && bytes < tuning::checkedBytes; ++rows) {
        const int result = sqlite3_step(m_rows);
        if (result == SQLITE_DONE)
            return true;
        if (result != SQLITE_ROW)
            return errorFromSqlite(m_connection.handle(), u"reading %1"_s.arg(m_file));
        ++m_count;
        if (!isTable)
            continue;
        const auto row = sqlite3_column_int64(m_rows, 0);
        if (row <= m_lastRow)
            return damaged(u"row %1 of %2 comes after row %3"_s.arg(row).arg(m_parts.first().table).arg(m_lastRow));
        m_lastRow = row;
        for (int column = 1; column < sqlite3_column_count(m_rows); ++column) {
            // Fetches what lies on further pages, too.
            if (sqlite3_column_type(m_rows, column) == SQLITE_BLOB && !sqlite3_column_blob(m_rows, column) && sqlite3_column_bytes(m_rows, column) > 0)
                return errorFromSqlite(m_connection.handle(), u"reading %1"_s.arg(m_file));
            bytes += sqlite3_column_bytes(m_rows, column);
        }
    }
    return false;
}

Result<bool> ReadThrough::step()
{
    if (!m_isOpen) {
        if (const auto opened = open(); !opened)
            return opened.error();
        return false;
    }
    if (!m_rows) {
        if (const auto started = startPart(); !started)
            return started.error();
    }
    const auto isRead = readSome();
    if (!isRead || !*isRead)
        return isRead;
    if (const auto counted = countPart(); !counted)
        return counted.error();
    return m_parts.isEmpty();
}

Result<CopyFacts> inspectCopy(const QString &file)
{
    RawConnection connection;
    if (const auto opened = connection.open(file, RawConnection::Mode::Immutable); !opened)
        return opened.error();
    const auto id = connection.number("PRAGMA application_id");
    if (!id)
        return id.error();
    if (quint32(*id) != applicationId)
        return foreignDatabase(file);
    const auto schema = connection.number("PRAGMA user_version");
    if (!schema)
        return schema.error();
    if (*schema > newestSchema())
        return newerDatabase(file, int(*schema), newestSchema());
    const auto verdict = connection.text("PRAGMA quick_check(1)");
    if (!verdict)
        return verdict.error();
    if (*verdict != "ok"_L1)
        return damagedDatabase(file, *verdict);
    const auto events = connection.number("SELECT count(*) FROM events");
    if (!events)
        return events.error();
    const auto last = connection.number("SELECT max(arrival) FROM events");
    if (!last)
        return last.error();
    return CopyFacts{int(*schema), *events, *last};
}

} // namespace saji
