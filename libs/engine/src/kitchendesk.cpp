// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/kitchendesk.h>

#include "factwriter.h"
#include "logging.h"

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;

KitchenDesk::KitchenDesk(EventLog &log, OrderBook &orders, const Clock &clock, Scheduler &scheduler, OutletId outlet, QObject *parent)
    : TicketService(parent),
      m_log(log),
      m_orders(orders),
      m_outlet(outlet),
      m_steadyOffset(clock.steadyNow() - log.now()),
      m_seenTimer(scheduler)
{
    connect(&m_orders, &OrderBook::orderChanged, this, [this](const Order &order, const QSet<OutletId> &outlets) {
        for (const auto &ticket : order.tickets) {
            if (outlets.contains(ticket.outlet))
                tell(order, ticket.outlet);
        }
    });
}

KitchenDesk::~KitchenDesk()
{
    // What was painted was painted, even if the program ends before its turn to write has come.
    writeSeen();
}

void KitchenDesk::advance(OrderId order, OutletId outlet, OrderState to)
{
    QMetaObject::invokeMethod(this, [this, order, outlet, to] { doAdvance({order, outlet}, to); });
}

void KitchenDesk::recall(OrderId order, OutletId outlet)
{
    QMetaObject::invokeMethod(this, [this, order, outlet] { doRecall({order, outlet}); });
}

void KitchenDesk::cancel(OrderId order, OutletId outlet, const QString &reason)
{
    QMetaObject::invokeMethod(this, [this, order, outlet, reason] { doCancel({order, outlet}, reason); });
}

void KitchenDesk::markSeen(OrderId order, OutletId outlet)
{
    QMetaObject::invokeMethod(this, [this, order, outlet] { doMarkSeen({order, outlet}); });
}

void KitchenDesk::announce()
{
    QMetaObject::invokeMethod(this, [this] { doAnnounce(); });
}

std::optional<Order> KitchenDesk::orderAt(const Place &place)
{
    const auto order = m_orders.order(place.first);
    if (order && order->ticket(place.second))
        return order;
    emit refused(place.first, {ErrorCode::NotFound, u"outlet %1 has no such ticket"_s.arg(place.second.value())});
    return std::nullopt;
}

void KitchenDesk::doAdvance(const Place &place, OrderState to)
{
    const auto order = orderAt(place);
    if (!order)
        return;
    const auto state = order->ticket(place.second)->state;
    if (state == to) {
        tell(*order, place.second); // another screen was faster; both wanted the same
        return;
    }
    if (!mayBecome(state, to)) {
        const auto number = order->placed.number.toString();
        const auto what = u"%1 is %2 and cannot become %3"_s.arg(number, orderStateWord(state), orderStateWord(to));
        emit refused(place.first, {ErrorCode::Conflict, what});
        return;
    }
    write(place, TicketAdvanced{place.first, place.second, to, m_log.identity().name});
}

void KitchenDesk::doRecall(const Place &place)
{
    const auto order = orderAt(place);
    if (!order)
        return;
    const auto state = order->ticket(place.second)->state;
    if (!recalledFrom(state)) {
        const auto what = u"%1 is %2: there is nothing to take back"_s.arg(order->placed.number.toString(), orderStateWord(state));
        emit refused(place.first, {ErrorCode::Conflict, what});
        return;
    }
    write(place, TicketRecalled{place.first, place.second, state, m_log.identity().name});
}

void KitchenDesk::doCancel(const Place &place, const QString &reason)
{
    const auto order = orderAt(place);
    if (!order)
        return;
    const auto state = order->ticket(place.second)->state;
    if (!mayBecome(state, OrderState::Cancelled)) {
        const auto what = u"%1 is %2 and cannot be cancelled"_s.arg(order->placed.number.toString(), orderStateWord(state));
        emit refused(place.first, {ErrorCode::Conflict, what});
        return;
    }
    write(place, TicketCancelled{place.first, place.second, reason, m_log.identity().name});
}

void KitchenDesk::doMarkSeen(const Place &place)
{
    const auto order = m_orders.order(place.first);
    const auto *ticket = order ? order->ticket(place.second) : nullptr;
    if (!ticket || isSeenHere(*ticket) || m_seen.contains(place))
        return;
    m_seen.append(place);
    // A screen that has just started paints a whole board: one transaction for all of it.
    if (!m_seenTimer.isActive())
        m_seenTimer.start(Milliseconds(0), [this] { writeSeen(); });
}

void KitchenDesk::writeSeen()
{
    QList<Fact> facts;
    for (const auto &[order, outlet] : std::exchange(m_seen, {}))
        facts.append(TicketSeen{order, outlet, m_log.identity().origin.device});
    if (facts.isEmpty())
        return;
    // Not written is not seen: the screen paints again, or the sender shows that nobody has seen it. Nothing to tell the cook.
    if (const auto done = writeFacts(m_log, facts); !done)
        qCWarning(lcEngine).noquote() << m_log.identity().name << "cannot say what was seen:" << done.error().detail;
}

void KitchenDesk::doAnnounce()
{
    QList<TicketView> views;
    const auto orders = m_orders.openOrders(m_outlet);
    for (const auto &order : orders) {
        for (const auto &ticket : order.tickets) {
            if (isShown(ticket.outlet) && isOpen(ticket.state))
                views.append(view(order, ticket));
        }
    }
    emit reset(views);
}

void KitchenDesk::write(const Place &place, const Fact &fact)
{
    if (const auto done = writeFacts(m_log, {fact}); !done)
        emit refused(place.first, done.error());
}

void KitchenDesk::tell(const Order &order, OutletId outlet)
{
    if (isShown(outlet))
        emit changed(view(order, *order.ticket(outlet)));
}

bool KitchenDesk::isSeenHere(const Ticket &ticket) const
{
    return std::ranges::find(ticket.seen, m_log.identity().origin.device, &SeenMark::device) != ticket.seen.end();
}

TicketView KitchenDesk::view(const Order &order, const Ticket &ticket) const
{
    const auto &placed = order.placed;
    TicketView view;
    view.order = placed.id;
    view.outlet = ticket.outlet;
    view.number = placed.number;
    view.service = placed.service;
    view.table = placed.table;
    view.customerName = placed.customerName;
    view.state = ticket.state;
    view.recalled = ticket.recalled;
    view.cancelReason = ticket.cancelReason;
    view.placedAt = steady(order.placedAt);
    view.stateSince = steady(ticket.stateSince);
    for (const auto &part : placed.parts) {
        if (part.outlet == ticket.outlet)
            view.lines = part.lines;
        else
            view.alsoAt.append(part.outletName);
    }
    view.seenHere = isSeenHere(ticket);
    view.stamp = order.stamp;
    return view;
}

} // namespace saji
