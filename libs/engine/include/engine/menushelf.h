// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <engine/promotionbook.h>
#include <engine/soldoutbook.h>
#include <services/menuservice.h>
#include <store/catalogstore.h>
#include <store/eventlog.h>

#include <functional>

namespace saji {

//! Holds the menu ready: made from the catalog in one piece when that has changed, shared with every screen, with what the kitchens
//! have run out of and how fresh it is.
class MenuShelf final : public MenuService
{
    Q_OBJECT

public:
    MenuShelf(EventLog &log, const CatalogStore &catalog, SoldOutBook &soldOut, PromotionBook &promotions, const Clock &clock,
              Scheduler &scheduler, QObject *parent = nullptr);
    ~MenuShelf() override;

    void refresh() override;
    void setSoldOut(saji::ProductId product, bool soldOut) override;
    void announce() override;
    void clearCache() override;

    //! Makes the menu now. An unreadable disk keeps the old one.
    [[nodiscard]] Result<void> load();
    //! The catalog has changed: makes the menu soon, once for several changes.
    void catalogChanged();
    //! Somebody who knows says that the catalog is current.
    void catalogConfirmed();
    void setPulling(bool pulling);
    void setPictures(const QHash<QString, QString> &files, const CacheFigures &figures);
    //! As it is now.
    MenuState state() const;

signals:
    //! A person wants to know now whether there is a newer menu.
    void refreshAsked();
    void clearCacheAsked();

private:
    void noteChecked();
    void tell();

    EventLog &m_log;
    const CatalogStore &m_catalog;
    SoldOutBook &m_soldOut;
    PromotionBook &m_promotions;
    const Clock &m_clock;
    Timer m_loadSoon;
    MenuState m_state; //!< its checkedAt is by the clock that cannot be set, since this program knows it
};

} // namespace saji
