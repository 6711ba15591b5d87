// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <engine/orderbook.h>
#include <services/ticketservice.h>
#include <store/eventlog.h>

#include <QSet>

namespace saji {

//! The tickets of one outlet, and what a cook does with them: each legal step is one fact.
class KitchenDesk final : public TicketService
{
    Q_OBJECT

public:
    //! Without an outlet it shows the tickets of all.
    KitchenDesk(EventLog &log, OrderBook &orders, const Clock &clock, Scheduler &scheduler, OutletId outlet, QObject *parent = nullptr);
    ~KitchenDesk() override;

    void advance(saji::OrderId order, saji::OutletId outlet, saji::OrderState to) override;
    void recall(saji::OrderId order, saji::OutletId outlet) override;
    void cancel(saji::OrderId order, saji::OutletId outlet, const QString &reason) override;
    void markSeen(saji::OrderId order, saji::OutletId outlet) override;
    void announce() override;

private:
    using Place = std::pair<OrderId, OutletId>;

    void doAdvance(const Place &place, OrderState to);
    void doRecall(const Place &place);
    void doCancel(const Place &place, const QString &reason);
    void doMarkSeen(const Place &place);
    void doAnnounce();
    void writeSeen();
    //! The order, when it has that ticket; otherwise says why not.
    [[nodiscard]] std::optional<Order> orderAt(const Place &place);
    void write(const Place &place, const Fact &fact);
    void tell(const Order &order, OutletId outlet);
    [[nodiscard]] TicketView view(const Order &order, const Ticket &ticket) const;
    bool isShown(OutletId outlet) const { return m_outlet.isNull() || m_outlet == outlet; }
    [[nodiscard]] bool isSeenHere(const Ticket &ticket) const;
    //! From the log's timeline to the clock that screens use; both run alike.
    Milliseconds steady(Milliseconds timeline) const { return timeline + m_steadyOffset; }

    EventLog &m_log;
    OrderBook &m_orders;
    OutletId m_outlet;
    Milliseconds m_steadyOffset;
    Timer m_seenTimer;
    QList<Place> m_seen; //!< painted, not yet written
};

} // namespace saji
