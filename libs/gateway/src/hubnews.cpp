// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubnews.h"

#include "orderjson.h"
#include "tuning.h"
#include "weborder.h"

#include <domain/facts.h>
#include <engine/node.h>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QByteArray stepEvent(OrderState state)
{
    if (state == OrderState::Completed)
        return "order_completed";
    return state == OrderState::Cancelled ? "order_cancelled" : "order_updated";
}

} // namespace

Result<HubNews::Batch> HubNews::after(qint64 arrival, int limit)
{
    m_rooms.book.catchUp();
    const auto folded = m_rooms.node.book().cursor();
    const auto events = m_rooms.node.log().since(arrival, limit);
    if (!events)
        return events.error();
    Batch batch{{}, arrival};
    for (const auto &logged : *events) {
        if (logged.arrival > folded)
            break;
        batch.readTo = logged.arrival;
        take(logged, batch.words);
    }
    return batch;
}

void HubNews::take(const LoggedEvent &logged, QList<HubWord> &words)
{
    static const QSet<QString> told{u"order.placed"_s, u"order.advanced"_s, u"order.recalled"_s, u"order.cancelled"_s};
    if (logged.event.kind == WebMessage::kind)
        takeSaid(logged, words);
    if (!told.contains(logged.event.kind))
        return;
    const auto fact = decodeFact(logged.event.kind, logged.event.payload);
    if (!fact)
        return; // the order book has said so
    const auto id = orderOf(*fact);
    if (std::holds_alternative<OrderPlaced>(*fact))
        takePlaced(logged, id, words);
    else if (const auto *advanced = std::get_if<TicketAdvanced>(&*fact))
        takeStep(logged, {id, advanced->outlet, advanced->to, advanced->by}, words);
    else if (const auto *cancelled = std::get_if<TicketCancelled>(&*fact))
        takeStep(logged, {id, cancelled->outlet, OrderState::Cancelled, cancelled->by}, words);
    else if (const auto *recalled = std::get_if<TicketRecalled>(&*fact))
        takeStep(logged, {id, recalled->outlet, recalledFrom(recalled->from).value_or(recalled->from), recalled->by}, words);
}

void HubNews::takeSaid(const LoggedEvent &logged, QList<HubWord> &words)
{
    const auto message = decodeWebMessage(logged.event.payload);
    if (!message)
        return;
    if (message->isOrder && !message->order.isNull())
        m_announced.insert(message->order);
    if (message->state && !message->order.isNull()) {
        for (const auto &room : message->rooms)
            tell(message->order, outletOf(room), *message->state);
    }
    const bool isFromThere = !message->via.isEmpty() && message->via == m_part.hub;
    if (!isFromThere && !message->isSynced && passes(logged.event.stamp.origin))
        words.append({{message->rooms, message->event, message->body, logged.arrival}, logged.event.stamp, message->order});
}

void HubNews::takePlaced(const LoggedEvent &logged, const OrderId &id, QList<HubWord> &words)
{
    auto order = m_rooms.node.book().order(id);
    const auto known = m_rooms.book.find({}, {}, id);
    if (wasAnnounced(logged, id) || !passes(logged.event.stamp.origin) || !order || !known)
        return;
    for (auto &ticket : order->tickets) {
        ticket.state = OrderState::Pending; // as it was; its steps come after it
        tell(id, ticket.outlet, ticket.state);
    }
    for (const auto &ticket : std::as_const(order->tickets)) {
        const auto json = orderJson(*order, ticket.outlet, *known, wallOf(logged.event.bornAt));
        const RoomNews news{{QString::number(ticket.outlet.value())}, "new_order", json, logged.arrival};
        words.append({news, logged.event.stamp, id});
    }
}

void HubNews::takeStep(const LoggedEvent &logged, const Step &step, QList<HubWord> &words)
{
    const auto before = m_told.constFind({step.order, step.outlet});
    const auto from = before == m_told.cend() ? std::nullopt : std::optional(*before);
    const auto order = m_rooms.node.book().order(step.order);
    const auto known = m_rooms.book.find({}, {}, step.order);
    const auto *ticket = order ? order->ticket(step.outlet) : nullptr;
    const bool isOfWord = step.by == webCook; // which is told itself
    if (isOfWord || from == step.to || !ticket || !known || !passes(logged.event.stamp.origin))
        return;
    tell(step.order, step.outlet, step.to);
    auto then = *ticket;
    then.state = step.to;
    const RoomNews news{{QString::number(step.outlet.value())},
                        stepEvent(step.to),
                        stepJson(*order, then, from, *known, wallOf(logged.event.bornAt)),
                        logged.arrival};
    words.append({news, logged.event.stamp, step.order});
}

void HubNews::tell(const OrderId &id, OutletId outlet, OrderState state)
{
    if (m_told.size() >= tuning::ticketsTold)
        m_told.clear();
    m_told.insert({id, outlet}, state);
}

bool HubNews::passes(const Origin &origin) const
{
    return m_part.passes == HubBridge::Passes::Everything || origin.device == m_rooms.node.log().identity().origin.device;
}

//! The desk writes what was said right before the order; after a restart that may have been the last that was read.
bool HubNews::wasAnnounced(const LoggedEvent &placed, const OrderId &id)
{
    if (m_announced.remove(id))
        return true;
    const auto before = m_rooms.node.log().since(placed.arrival - 2, 1);
    if (!before || before->isEmpty() || before->first().event.kind != WebMessage::kind)
        return false;
    const auto message = decodeWebMessage(before->first().event.payload);
    return message && message->isOrder && message->order == id;
}

qint64 HubNews::wallOf(Milliseconds timeline) const
{
    return (m_rooms.clock.wallNow() - (m_rooms.node.log().now() - timeline)).count();
}

QList<HubWord> HubNews::openOrders() const
{
    QSet<OutletId> outlets;
    QSet<OrderId> passing;
    for (const auto &order : m_rooms.node.book().openOrders()) {
        if (!passes(order.placedBy))
            continue;
        passing.insert(order.placed.id);
        for (const auto &ticket : order.tickets)
            outlets.insert(ticket.outlet);
    }
    QList<HubWord> words;
    for (const auto outlet : std::as_const(outlets)) {
        const auto told = m_rooms.book.openOrders(QString::number(outlet.value()), tuning::openOrdersTold);
        for (const auto &news : told) {
            if (passing.contains(news.order))
                words.append({news, {}, news.order});
        }
    }
    return words;
}

} // namespace saji
