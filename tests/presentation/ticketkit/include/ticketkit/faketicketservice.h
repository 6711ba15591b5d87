// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <services/ticketservice.h>

#include <QHash>

namespace saji {

//! Keeps tickets as the log would: legal steps are answered by `changed`, all others by `refused`; counts what it was asked.
class FakeTicketService : public TicketService
{
    Q_OBJECT

public:
    explicit FakeTicketService(const Clock &clock, QObject *parent = nullptr) : TicketService(parent), m_clock(clock) {}

    void advance(OrderId order, OutletId outlet, OrderState to) override;
    void recall(OrderId order, OutletId outlet) override;
    void cancel(OrderId order, OutletId outlet, const QString &reason) override;
    void markSeen(OrderId order, OutletId outlet) override;
    void announce() override;

    //! The fact arrives from elsewhere: a new ticket, or another screen's step.
    void arrive(const TicketView &ticket);
    const TicketView &ticket(OrderId order) const { return m_tickets[m_places.value(order)]; }
    const QList<TicketView> &tickets() const { return m_tickets; }
    //! Known before anybody asks; nothing is said.
    void know(const QList<TicketView> &tickets);

    bool answers = true; //!< false: the log is slow; nothing comes back
    std::optional<ErrorCode> refuses; //!< set: every step fails so
    QList<std::pair<OrderId, OrderState>> advances;
    QList<OrderId> recalls;
    QList<OrderId> seen;

private:
    bool refuse(OrderId order);
    void change(OrderId order, OrderState state, bool recalled);

    const Clock &m_clock;
    QList<TicketView> m_tickets;
    QHash<OrderId, qsizetype> m_places;
};

} // namespace saji
