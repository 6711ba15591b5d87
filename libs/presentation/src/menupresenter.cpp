// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/menupresenter.h>

using namespace Qt::StringLiterals;

namespace saji {

MenuPresenter::MenuPresenter(LanguageSwitch &language, QObject *parent)
    : QObject(parent), m_language(language), m_index(std::make_shared<const MenuIndex>())
{
    m_state.menu = std::make_shared<const Menu>();
    connect(&language, &LanguageSwitch::changed, this, &MenuPresenter::retranslate);
    retranslate(language.language());
}

void MenuPresenter::setState(const MenuState &state)
{
    Q_ASSERT(state.menu);
    const bool sameMenu = state.menu == m_state.menu;
    m_state = state;
    m_products.setSoldOut(state.soldOut);
    if (!sameMenu) {
        m_index = std::make_shared<const MenuIndex>(state.menu);
        m_outlets.setMenu(state.menu);
        if (m_outlets.rowOf(m_outlet) < 0)
            m_outlet = {};
        m_categories.show(m_index, m_outlet);
        show();
    }
    emit stateChanged();
}

int MenuPresenter::outletRow() const
{
    return std::max(0, m_outlets.rowOf(m_outlet));
}

int MenuPresenter::categoryRow() const
{
    return std::max(0, m_categories.rowOf(m_category));
}

void MenuPresenter::chooseOutlet(int row)
{
    const OutletId outlet = m_outlets.outletAt(row);
    if (outlet == m_outlet)
        return;
    m_outlet = outlet;
    m_categories.show(m_index, m_outlet);
    show();
}

void MenuPresenter::chooseCategory(int row)
{
    if (row < 0 || row >= m_categories.rowCount() || m_categories.categoryAt(row) == m_category)
        return;
    m_category = m_categories.categoryAt(row);
    show();
}

void MenuPresenter::restart()
{
    m_outlet = {};
    m_category = MenuIndex::bestSellers;
    m_categories.show(m_index, m_outlet);
    show();
}

void MenuPresenter::show()
{
    // An outlet need not have the category that was open; its first one is the nearest thing.
    if (m_categories.rowOf(m_category) < 0)
        m_category = m_categories.categoryAt(0);
    m_products.show(m_index, m_outlet, m_category);
    emit placeChanged();
}

void MenuPresenter::retranslate(const QString &language)
{
    m_outlets.setLanguage(language);
    m_categories.setLanguage(language);
    m_products.setLanguage(language);
    emit placeChanged();
}

QString MenuPresenter::storeName() const
{
    return menu().store().name.in(m_language.language());
}

QString MenuPresenter::storeLine() const
{
    const QString place = menu().store().place.in(m_language.language());
    const QString outlets = tr("%n outlet(s)", nullptr, int(menu().outlets().size()));
    if (menu().outlets().size() < 2)
        return place;
    return place.isEmpty() ? outlets : place + u" · "_s + outlets;
}

QString MenuPresenter::title() const
{
    return m_category == MenuIndex::bestSellers ? tr("Most popular") : m_categories.titleOf(m_category);
}

QString MenuPresenter::subtitle() const
{
    if (menu().isEmpty())
        return {};
    const Outlet *outlet = menu().outlet(m_outlet);
    if (outlet && !outlet->tagline.isEmpty())
        return outlet->tagline.in(m_language.language());
    return outlet ? outlet->name : tr("From all outlets");
}

} // namespace saji
