// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <engine/daybook.h>
#include <engine/orderbook.h>
#include <engine/peercopies.h>
#include <services/menuservice.h>
#include <services/orderservice.h>
#include <store/eventlog.h>

#include <functional>
#include <map>
#include <memory>

namespace saji {

//! Where a device's next number is counted: the business day it stands under, and the number it must be above.
//!
//! The day is what the wall clock says. A day that begins by itself starts at 1; but when the wall clock was set, forwards or
//! backwards, the count goes on: numbers of this morning are still on boards, whatever date they carry.
struct NumberPlace
{
    QDate day;
    int above = 0;
};
[[nodiscard]] NumberPlace nextNumberPlace(QDate today, Milliseconds wallNow, Milliseconds timelineNow, const QString &code,
                                          const DayBook &days);

//! Takes orders: decides purely, writes one fact in one transaction, and only then says the number (G1). When another device is
//! reachable it waits a moment for that one's word that it has a copy (G8). Follows its latest orders to hub, server and kitchens.
class OrderDesk final : public OrderService
{
    Q_OBJECT

public:
    struct Rooms
    {
        EventLog &log;
        OrderBook &orders;
        DayBook &days;
        const Clock &clock;
        std::function<MenuState()> menu; //!< what is sold now
        Scheduler &scheduler;
        const PeerCopies &copies;
        std::function<bool()> hasCompany = {}; //!< whether another device can be reached now; none = alone
        std::function<std::optional<Error>()> refusal = {}; //!< why no order may be taken now (a full disk); none = never
    };

    //! Without a device code it refuses every basket: such a device hands out no numbers.
    OrderDesk(const Rooms &rooms, const QString &deviceCode, QObject *parent = nullptr);
    ~OrderDesk() override;

    void place(const saji::Cart &cart) override;
    //! Peers may have more than they had: EventLog::remembered() has changed.
    void peersProgressed();

private:
    //! On the disk, and not yet said.
    struct Unconfirmed
    {
        PlacedOrder order;
        EventStamp stamp;
        std::unique_ptr<Timer> patience;
    };
    struct Written
    {
        PlacedOrder order;
        EventStamp stamp;
    };

    void doPlace(const Cart &cart);
    [[nodiscard]] Result<Written> write(const Cart &cart);
    void confirm(const Written &written);
    void sayPlaced(const OrderId &id);
    void sayPlaced(const PlacedOrder &order, const EventStamp &stamp);
    [[nodiscard]] std::optional<Written> placedBefore(const BasketId &basket) const;
    void follow(const PlacedOrder &order);
    void tell(const OrderId &id);
    OrderProgress progressOf(const Order &order) const;
    QList<OrderProgress::Copy> copiesOf(const Order &order) const;

    Rooms m_rooms;
    QString m_code;
    QHash<OrderId, Written> m_written; //!< until the book has them
    std::map<OrderId, Unconfirmed> m_unconfirmed;
    QList<OrderId> m_followed;             //!< the newest last
    QHash<OrderId, OrderProgress> m_told;
};

} // namespace saji
