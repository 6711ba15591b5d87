// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/menushelf.h>

#include "factwriter.h"
#include "logging.h"

#include <engine/menudocs.h>

namespace saji {

MenuShelf::MenuShelf(EventLog &log, const CatalogStore &catalog, SoldOutBook &soldOut, PromotionBook &promotions, const Clock &clock,
                     Scheduler &scheduler, QObject *parent)
    : MenuService(parent), m_log(log), m_catalog(catalog), m_soldOut(soldOut), m_promotions(promotions), m_clock(clock), m_loadSoon(scheduler)
{
    m_state.menu = std::make_shared<const Menu>();
    connect(&m_soldOut, &SoldOutBook::changed, this, &MenuShelf::tell);
    connect(&m_promotions, &PromotionBook::changed, this, &MenuShelf::tell);
}

MenuShelf::~MenuShelf() = default;

void MenuShelf::refresh()
{
    QMetaObject::invokeMethod(this, &MenuShelf::refreshAsked);
}

void MenuShelf::setSoldOut(ProductId product, bool soldOut)
{
    QMetaObject::invokeMethod(this, [this, product, soldOut] {
        if (m_soldOut.products().contains(product) == soldOut)
            return;
        if (const auto done = writeFacts(m_log, {SoldOutChanged{product, soldOut, m_log.identity().name}}); !done)
            qCWarning(lcEngine).noquote() << m_log.identity().name << "cannot say what is sold out:" << done.error().detail;
        // Not written: the screen that asked is told how things stand.
        if (m_soldOut.products().contains(product) != soldOut)
            tell();
    });
}

void MenuShelf::clearCache()
{
    QMetaObject::invokeMethod(this, &MenuShelf::clearCacheAsked);
}

void MenuShelf::setPictures(const QHash<QString, QString> &files, const CacheFigures &figures)
{
    m_state.pictures = files;
    m_state.pictureCache = figures;
    tell();
}

void MenuShelf::announce()
{
    QMetaObject::invokeMethod(this, &MenuShelf::tell);
}

Result<void> MenuShelf::load()
{
    m_loadSoon.stop();
    auto menu = menuFromCatalog(m_catalog);
    if (!menu)
        return menu.error();
    m_state.menu = std::make_shared<const Menu>(std::move(*menu));
    noteChecked();
    return {};
}

void MenuShelf::catalogChanged()
{
    m_loadSoon.start(Milliseconds(0), [this] {
        if (const auto done = load(); !done)
            qCWarning(lcEngine).noquote() << m_log.identity().name << "cannot read its catalog:" << done.error().detail;
        tell();
    });
}

void MenuShelf::noteChecked()
{
    if (const auto ago = m_catalog.checkedAgo())
        m_state.checkedAt = m_clock.steadyNow() - *ago;
}

void MenuShelf::catalogConfirmed()
{
    noteChecked();
    tell();
}

void MenuShelf::setPulling(bool pulling)
{
    if (m_state.pulling == pulling)
        return;
    m_state.pulling = pulling;
    tell();
}

MenuState MenuShelf::state() const
{
    auto state = m_state;
    state.soldOut = m_soldOut.products();
    state.promotionUses = m_promotions.uses();
    if (m_catalog.isWriter())
        state.checkedAt = m_clock.steadyNow();
    return state;
}

void MenuShelf::tell()
{
    emit changed(state());
}

} // namespace saji
