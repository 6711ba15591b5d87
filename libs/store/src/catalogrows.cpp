// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogrows.h"

#include "databasehandle.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace saji {

Result<void> CatalogRows::put(Table table, const CatalogRow &row)
{
    const auto sql = table == Table::Visible
                         ? "INSERT INTO catalog_rows (kind, id, version, deleted, changed_ms, doc) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kind, id) DO "
                           "UPDATE SET version = excluded.version, deleted = excluded.deleted, changed_ms = excluded.changed_ms, doc = excluded.doc"_L1
                         : "INSERT INTO catalog_incoming (kind, id, version, deleted, changed_ms, doc) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kind, id) DO "
                           "UPDATE SET version = excluded.version, deleted = excluded.deleted, changed_ms = excluded.changed_ms, doc = excluded.doc"_L1;
    return m_database.bulkStatement(sql).run(row.kind, row.id, row.version, row.deleted, row.changedMs, row.deleted ? QByteArray() : row.doc);
}

Result<void> CatalogRows::clear(Table table)
{
    return m_database.statement(table == Table::Visible ? "DELETE FROM catalog_rows"_L1 : "DELETE FROM catalog_incoming"_L1).run();
}

Result<void> CatalogRows::publish()
{
    // SQLite cannot tell an upsert from a join after a bare SELECT; the WHERE helps it.
    const auto done = m_database
                          .statement("INSERT INTO catalog_rows (kind, id, version, deleted, changed_ms, doc) "
                                     "SELECT kind, id, version, deleted, changed_ms, doc FROM catalog_incoming WHERE true ON CONFLICT (kind, id) "
                                     "DO UPDATE SET version = excluded.version, deleted = excluded.deleted, changed_ms = excluded.changed_ms, "
                                     "doc = excluded.doc"_L1)
                          .run();
    if (!done)
        return done;
    return clear(Table::Incoming);
}

Result<QList<CatalogRow>> CatalogRows::rowsOf(Statement &select) const
{
    QList<CatalogRow> rows;
    while (select.next())
        rows.append({select.text(0), select.text(1), select.integer(2), select.integer(3) != 0, select.bytes(5), select.integer(4)});
    if (const auto done = select.finish(); !done)
        return done.error();
    return rows;
}

Result<QList<CatalogRow>> CatalogRows::since(qint64 version, int limit) const
{
    auto &select =
        m_database.statement("SELECT kind, id, version, deleted, changed_ms, doc FROM catalog_rows WHERE version > ? ORDER BY version LIMIT ?"_L1);
    if (const auto done = select.run(version, limit); !done)
        return done.error();
    return rowsOf(select);
}

Result<QList<CatalogRow>> CatalogRows::ofKindSince(const QString &kind, qint64 version, int limit) const
{
    auto &select = m_database.statement(
        "SELECT kind, id, version, deleted, changed_ms, doc FROM catalog_rows WHERE kind = ? AND version > ? ORDER BY version LIMIT ?"_L1);
    if (const auto done = select.run(kind, version, limit); !done)
        return done.error();
    return rowsOf(select);
}

Result<std::optional<CatalogRow>> CatalogRows::row(const QString &kind, const QString &id) const
{
    auto &select = m_database.statement("SELECT kind, id, version, deleted, changed_ms, doc FROM catalog_rows WHERE kind = ? AND id = ?"_L1);
    if (const auto done = select.run(kind, id); !done)
        return done.error();
    const auto rows = rowsOf(select);
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? std::nullopt : std::optional(rows->first());
}

Result<quint64> CatalogRows::digest() const
{
    const auto sum = m_database.statement("SELECT catalog_digest(kind, id, version, deleted, doc) FROM catalog_rows"_L1).number();
    if (!sum)
        return sum.error();
    return quint64(sum->value_or(0));
}

Result<void> CatalogRows::forEachLive(const QString &kind, const std::function<void(const QString &, const QByteArray &)> &visit) const
{
    // Not a kept one: who visits products may look up a category.
    BulkStatement select(m_database.sqlite(), "SELECT id, doc FROM catalog_rows WHERE kind = ? AND deleted = 0 ORDER BY id"_L1);
    if (const auto begun = select.begin(kind); !begun)
        return begun;
    while (select.next())
        visit(QString::fromUtf8(select.bytes(0)), select.bytes(1).toByteArray());
    return select.finish();
}

Result<void> CatalogRows::forEachLive(const CatalogStore::Visit &visit) const
{
    // In the order in which they lie on the disk: any other reads most pages several times.
    BulkStatement select(m_database.sqlite(), "SELECT kind, id, doc FROM catalog_rows NOT INDEXED WHERE deleted = 0"_L1);
    if (const auto begun = select.begin(); !begun)
        return begun;
    while (select.next())
        visit(select.bytes(0), select.bytes(1), select.bytes(2));
    return select.finish();
}

Result<qsizetype> CatalogRows::count() const
{
    const auto number = m_database.statement("SELECT count(*) FROM catalog_rows"_L1).number();
    if (!number)
        return number.error();
    return qsizetype(number->value_or(0));
}

Result<QList<CatalogRow>> CatalogRows::all() const
{
    return since(0, std::numeric_limits<int>::max());
}

} // namespace saji
