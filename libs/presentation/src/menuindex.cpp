// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/menuindex.h>

#include <map>

namespace saji {

namespace {

//! One of each outlet in turn, outlets in the order in which they first appear.
QList<qint32> inTurns(const QList<qint32> &rows, const Menu &menu)
{
    QList<OutletId> order;
    QHash<OutletId, QList<qint32>> byOutlet;
    for (const Outlet &outlet : menu.outlets())
        order << outlet.id;
    for (const qint32 row : rows)
        byOutlet[menu.products().at(row).outlet] << row;
    QList<qint32> turns;
    turns.reserve(rows.size());
    for (qsizetype round = 0; turns.size() < rows.size(); ++round) {
        for (const OutletId outlet : order) {
            const auto &own = byOutlet[outlet];
            if (round < own.size())
                turns << own.at(round);
        }
    }
    return turns;
}

} // namespace

MenuIndex::MenuIndex(std::shared_ptr<const Menu> menu) : m_menu(std::move(menu))
{
    std::map<qint64, QList<qint32>> best; // by outlet
    const QList<Product> &products = m_menu->products();
    for (qint32 row = 0; row < products.size(); ++row) {
        const Product &product = products.at(row);
        for (const OutletId outlet : {OutletId(), product.outlet}) {
            QList<qint32> &rows = m_products[Key(outlet.value(), product.category.value())];
            if (rows.isEmpty())
                m_categories[outlet.value()] << product.category;
            rows << row;
            if (product.bestSeller)
                best[outlet.value()] << row;
        }
    }
    for (const auto &[outlet, rows] : best)
        addBestSellers(OutletId(outlet), rows);
}

void MenuIndex::addBestSellers(OutletId outlet, const QList<qint32> &rows)
{
    m_products.insert(Key(outlet.value(), bestSellers.value()), outlet.isNull() ? inTurns(rows, *m_menu) : rows);
    m_categories[outlet.value()].prepend(bestSellers);
}

const QList<qint32> &MenuIndex::products(OutletId outlet, CategoryId category) const
{
    static const QList<qint32> none;
    const auto found = m_products.constFind(Key(outlet.value(), category.value()));
    return found == m_products.cend() ? none : *found;
}

const QList<CategoryId> &MenuIndex::categories(OutletId outlet) const
{
    static const QList<CategoryId> none;
    const auto found = m_categories.constFind(outlet.value());
    return found == m_categories.cend() ? none : *found;
}

} // namespace saji
