// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/menu.h>

#include <memory>

namespace saji {

//! Which products a guest sees under an outlet and a category, as positions in Menu::products(): made once per catalog, then looked up.
//!
//! Copies no product. A null outlet means all of them; `bestSellers` is a category of its own that a menu does not have.
class MenuIndex
{
public:
    static constexpr CategoryId bestSellers{-1};

    MenuIndex() : MenuIndex(std::make_shared<const Menu>()) {}
    explicit MenuIndex(std::shared_ptr<const Menu> menu);

    const Menu &menu() const { return *m_menu; }
    //! In the menu's order; best sellers take turns by outlet, so that no outlet owns the first page.
    const QList<qint32> &products(OutletId outlet, CategoryId category) const;
    //! Those that have products there; best sellers first when there are any.
    const QList<CategoryId> &categories(OutletId outlet) const;

private:
    using Key = std::pair<qint64, qint64>;
    void addBestSellers(OutletId outlet, const QList<qint32> &rows);

    std::shared_ptr<const Menu> m_menu;
    QHash<Key, QList<qint32>> m_products;
    QHash<qint64, QList<CategoryId>> m_categories;
};

} // namespace saji
