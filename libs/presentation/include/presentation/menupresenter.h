// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/languageswitch.h>
#include <presentation/menumodels.h>

namespace saji {

//! The menu as one guest leafs through it: which outlet and category are open, and the three lists that a screen shows.
//!
//! A new catalog keeps the guest's place as far as it still exists. GUI thread.
class MenuPresenter : public QObject
{
    Q_OBJECT

public:
    explicit MenuPresenter(LanguageSwitch &language, QObject *parent = nullptr);

    void setState(const MenuState &state);
    const MenuState &state() const { return m_state; }
    const Menu &menu() const { return *m_state.menu; }
    const LanguageSwitch &language() const { return m_language; }

    MenuOutletModel &outlets() { return m_outlets; }
    MenuCategoryModel &categories() { return m_categories; }
    MenuProductModel &products() { return m_products; }

    int outletRow() const;
    int categoryRow() const;
    void chooseOutlet(int row);
    void chooseCategory(int row);
    //! All outlets, first category: as the next guest finds it.
    void restart();

    QString storeName() const;
    QString storeLine() const; //!< "Lantai 2 · 7 gerai"
    QString title() const; //!< of the open category
    QString subtitle() const;

signals:
    //! Outlet or category are others now; the models have already changed.
    void placeChanged();
    //! A new catalog, or something sold out.
    void stateChanged();

private:
    void show();
    void retranslate(const QString &language);

    LanguageSwitch &m_language;
    MenuState m_state;
    std::shared_ptr<const MenuIndex> m_index;
    MenuOutletModel m_outlets;
    MenuCategoryModel m_categories;
    MenuProductModel m_products;
    OutletId m_outlet;
    CategoryId m_category = MenuIndex::bestSellers;
};

} // namespace saji
