// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../domain/foodcourt.h"

#include <device.h>

#include <engine/daybook.h>
#include <engine/factfeed.h>
#include <engine/menushelf.h>
#include <engine/orderbook.h>
#include <engine/promotionbook.h>
#include <engine/soldoutbook.h>
#include <testkit/manualscheduler.h>

namespace saji {

//! One device with its store and its books, as a node furnishes them, without links: what desks are tested at.
class Shop
{
public:
    explicit Shop(const QString &name = QStringLiteral("Kios A"), NodeKind kind = NodeKind::Kiosk);
    ~Shop();

    //! Ends the program and starts it again on the same disk. `cleanly`: with its last flush.
    void restart(bool cleanly = true);
    void pass(Milliseconds time) { scheduler.advance(time); }
    //! Lets everything happen that is due.
    void settle() { scheduler.runUntilIdle(); }

    void setMenu(const Menu::Parts &parts);
    std::shared_ptr<const Menu> menu() const { return shelf->state().menu; }

    EventLog &log() { return device.log(); }
    //! A fact of this device.
    LoggedEvent write(const Fact &fact);
    //! Facts of another device, merged as they would be from a link.
    void hear(const QList<Event> &events);

    Device device;
    ManualScheduler scheduler;
    std::unique_ptr<CatalogStore> catalog;
    std::unique_ptr<OrderBook> orders;
    std::unique_ptr<DayBook> days;
    std::unique_ptr<SoldOutBook> soldOut;
    std::unique_ptr<PromotionBook> promotions;
    std::unique_ptr<MenuShelf> shelf;
    std::unique_ptr<FactFeed> feed;

private:
    void open();
    void close(bool cleanly);
};

//! Makes the events of a device that is somewhere else: gapless, stamped one after the other.
class Elsewhere
{
public:
    explicit Elsewhere(int number, quint64 epoch = 1);

    Event say(const Fact &fact);
    Event say(const Fact &fact, Hlc stamp);
    Event sayRaw(const QString &kind, const QByteArray &payload, Hlc stamp);
    const Origin &origin() const { return m_origin; }

private:
    Origin m_origin;
    quint64 m_seq = 0;
    //! A minute after the shop's clock begins: what it hears is later than what it did at first.
    Milliseconds m_time = ManualClock::defaultWall + Milliseconds(60'000);
};

//! The story's order, under another identity and number.
PlacedOrder orderNumbered(int n, const Menu &menu, const QString &code = QStringLiteral("B"));

} // namespace saji
