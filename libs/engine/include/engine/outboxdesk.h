// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <engine/orderbook.h>
#include <engine/peercopies.h>
#include <engine/quarantinebook.h>
#include <services/outboxservice.h>
#include <store/eventlog.h>

#include <functional>
#include <memory>

namespace saji {

class PlacedCount;

//! The outbox as users know it. There is no queue: what waits is the part of the log that the server does not have, and what is in
//! quarantine is what the server flagged. A kiosk shows its own orders, every other node those of the whole store that it has heard of.
class OutboxDesk final : public OutboxService
{
    Q_OBJECT

public:
    //! The way to the server, as its keeper stands.
    struct Dialling
    {
        int attempts = 0;
        std::optional<Milliseconds> nextTry;
    };
    struct Rooms
    {
        EventLog &log;
        OrderBook &orders;
        QuarantineBook &quarantine;
        const PeerCopies &copies;
        const Clock &clock;
        Scheduler &scheduler;
        std::function<VersionVector()> serverHas;
        std::function<Dialling()> dialling;
        QString folder; //!< exports go to a folder in it
    };

    explicit OutboxDesk(const Rooms &rooms, QObject *parent = nullptr);
    ~OutboxDesk() override;

    void syncNow() override;
    void retry(saji::OrderId order, const QString &by) override;
    void settle(saji::OrderId order, const QString &note, const QString &by) override;
    void exportOrder(saji::OrderId order) override;
    void announce() override;

    //! As it is now.
    [[nodiscard]] OutboxState state();
    //! Somebody may have more than he had, or the way to the server has changed.
    void waysChanged() { tellSoon(); }

signals:
    //! A person wants everything that can be asked to be asked now.
    void syncAsked();

private:
    void tellSoon();
    void tell();
    void doRetry(const OrderId &order, const QString &by);
    void doSettle(const OrderId &order, const QString &note, const QString &by);
    void doExport(const OrderId &order);
    void write(const OrderId &order, const Fact &fact);
    void listWaiting(OutboxState &state, const VersionVector &server);
    void countWaiting(OutboxState &state, const VersionVector &server);
    VersionVector overdueUpTo(const VersionVector &from, const VersionVector &have);
    void listFlagged(OutboxState &state);
    [[nodiscard]] OutboxOrder waitingOrder(const PlacedOrder &placed, const Event &event) const;
    [[nodiscard]] std::optional<OutboxOrder> flaggedOrder(const OrderId &id) const;
    void noteReach(OutboxOrder &order, const EventStamp &stamp) const;
    bool isMine(const Origin &origin) const;
    Milliseconds steady(Milliseconds timeline) const { return timeline + (m_rooms.clock.steadyNow() - m_rooms.log.now()); }

    Rooms m_rooms;
    Timer m_soon;
    // They follow what has changed since: counting 60,000 anew for every order would be felt.
    std::unique_ptr<PlacedCount> m_waiting;
    std::unique_ptr<PlacedCount> m_overdue;
    VersionVector m_overdueUpTo; //!< as far as it was looked for
};

} // namespace saji
