// SPDX-License-Identifier: GPL-3.0-or-later
#include <ticketkit/faketicketservice.h>

using namespace Qt::StringLiterals;

namespace saji {

void FakeTicketService::know(const QList<TicketView> &tickets)
{
    for (const TicketView &ticket : tickets) {
        m_places.insert(ticket.order, m_tickets.size());
        m_tickets << ticket;
    }
}

void FakeTicketService::arrive(const TicketView &ticket)
{
    if (m_places.contains(ticket.order))
        m_tickets[m_places.value(ticket.order)] = ticket;
    else
        know({ticket});
    emit changed(ticket);
}

void FakeTicketService::announce()
{
    QList<TicketView> open;
    for (const TicketView &ticket : m_tickets) {
        if (ticket.state == OrderState::Pending || ticket.state == OrderState::Preparing || ticket.state == OrderState::Ready)
            open << ticket;
    }
    emit reset(open);
}

bool FakeTicketService::refuse(OrderId order)
{
    if (refuses)
        emit refused(order, Error{*refuses, u"as the test wants it"_s});
    return refuses.has_value();
}

void FakeTicketService::change(OrderId order, OrderState state, bool recalled)
{
    TicketView &ticket = m_tickets[m_places.value(order)];
    ticket.state = state;
    ticket.recalled = recalled;
    ticket.stateSince = m_clock.steadyNow();
    const TicketView told = ticket;
    emit changed(told);
}

void FakeTicketService::advance(OrderId order, OutletId, OrderState to)
{
    advances << std::pair(order, to);
    if (refuse(order) || !answers)
        return;
    if (!m_places.contains(order) || !mayBecome(ticket(order).state, to)) {
        emit refused(order, Error{ErrorCode::Conflict, u"not legal any more"_s});
        return;
    }
    change(order, to, false);
}

void FakeTicketService::recall(OrderId order, OutletId)
{
    recalls << order;
    if (refuse(order) || !answers)
        return;
    const auto back = m_places.contains(order) ? recalledFrom(ticket(order).state) : std::nullopt;
    if (!back) {
        emit refused(order, Error{ErrorCode::Conflict, u"nothing to take back"_s});
        return;
    }
    change(order, *back, true);
}

void FakeTicketService::cancel(OrderId order, OutletId, const QString &reason)
{
    m_tickets[m_places.value(order)].cancelReason = reason;
    change(order, OrderState::Cancelled, false);
}

void FakeTicketService::markSeen(OrderId order, OutletId)
{
    seen << order;
    if (!m_places.contains(order))
        return;
    TicketView &ticket = m_tickets[m_places.value(order)];
    if (ticket.seenHere)
        return;
    ticket.seenHere = true;
    const TicketView told = ticket;
    emit changed(told);
}

} // namespace saji
