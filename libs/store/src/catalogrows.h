// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/catalogstore.h>

namespace saji {

//! The rows of the catalog and of a pull in progress: reads and writes them, decides nothing.
class CatalogRows
{
public:
    enum class Table { Visible, Incoming };

    explicit CatalogRows(Database::Private &database) : m_database(database) {}

    [[nodiscard]] Result<void> put(Table table, const CatalogRow &row);
    [[nodiscard]] Result<void> clear(Table table);
    //! The incoming rows become visible ones.
    [[nodiscard]] Result<void> publish();

    //! Visible rows changed since `version`, at most `limit`, in version order.
    [[nodiscard]] Result<QList<CatalogRow>> since(qint64 version, int limit) const;
    [[nodiscard]] Result<QList<CatalogRow>> ofKindSince(const QString &kind, qint64 version, int limit) const;
    //! The visible row, as far as there is one.
    [[nodiscard]] Result<std::optional<CatalogRow>> row(const QString &kind, const QString &id) const;
    //! Of all visible rows; reads them all.
    [[nodiscard]] Result<quint64> digest() const;
    [[nodiscard]] Result<void> forEachLive(const QString &kind,
                                           const std::function<void(const QString &, const QByteArray &)> &visit) const;
    [[nodiscard]] Result<void> forEachLive(const CatalogStore::Visit &visit) const;
    //! Visible ones, tombstones too.
    [[nodiscard]] Result<qsizetype> count() const;
    //! Every visible row, tombstones too.
    [[nodiscard]] Result<QList<CatalogRow>> all() const;

private:
    [[nodiscard]] Result<QList<CatalogRow>> rowsOf(class Statement &select) const;

    Database::Private &m_database;
};

} // namespace saji
