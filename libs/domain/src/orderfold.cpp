// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/orderfold.h>

#include <algorithm>
#include <utility>

namespace saji {
namespace {

//! Applies what is said about an order at the server, in the order of the stamps.
class Reviewing
{
public:
    explicit Reviewing(OrderReview &review) : m_review(review) {}

    void apply(const Fact &fact, Milliseconds at)
    {
        m_at = at;
        std::visit([this](const auto &f) { take(f); }, fact);
    }

private:
    void take(const OrderFlagged &fact)
    {
        // The answer to a retry takes the place of what was said before it.
        if (std::exchange(m_review.isRetrying, false))
            m_review.flags.clear();
        if (m_review.flags.isEmpty())
            m_review.flaggedAt = m_at;
        if (!m_review.flags.contains(fact))
            m_review.flags.append(fact);
    }

    void take(const OrderRetried &)
    {
        if (!m_review.needsSomebody())
            return;
        m_review.isRetrying = true;
        ++m_review.retries;
    }

    void take(const OrderCleared &)
    {
        m_review.isRetrying = false;
        m_review.flags.clear();
    }

    void take(const OrderSettled &fact)
    {
        if (m_review.isSettled)
            return;
        m_review.isSettled = true;
        m_review.settledBy = fact.by;
        m_review.settledNote = fact.note;
    }

    template<class OtherFact>
    void take(const OtherFact &)
    {}

    OrderReview &m_review;
    Milliseconds m_at{0};
};

//! Applies the facts of one order in the order of their stamps; a step that is not legal where it falls is passed over.
class Folding
{
public:
    explicit Folding(Order &order) : m_order(order), m_reviewing(order.review) {}

    void apply(const StampedFact &fact)
    {
        m_at = std::max(fact.bornAt, m_order.placedAt);
        std::visit([this](const auto &f) { take(f); }, fact.fact);
        m_reviewing.apply(fact.fact, m_at);
    }

private:
    //! A second placed fact changes nothing: the first has made the order. The rest is for Reviewing.
    template<class OtherFact>
    void take(const OtherFact &)
    {}

    void take(const TicketAdvanced &fact)
    {
        if (auto *ticket = ticketAt(fact.outlet); ticket && mayBecome(ticket->state, fact.to))
            move(*ticket, fact.to, false);
    }

    void take(const TicketRecalled &fact)
    {
        auto *ticket = ticketAt(fact.outlet);
        // Only from where the cook saw it: of two cooks who take back the same bump, one does.
        if (!ticket || ticket->state != fact.from)
            return;
        if (const auto back = recalledFrom(ticket->state))
            move(*ticket, *back, true);
    }

    void take(const TicketCancelled &fact)
    {
        auto *ticket = ticketAt(fact.outlet);
        if (!ticket || !mayBecome(ticket->state, OrderState::Cancelled))
            return;
        move(*ticket, OrderState::Cancelled, false);
        ticket->cancelReason = fact.reason;
    }

    void take(const TicketSeen &fact)
    {
        auto *ticket = ticketAt(fact.outlet);
        if (ticket && std::ranges::find(ticket->seen, fact.device, &SeenMark::device) == ticket->seen.end())
            ticket->seen.append({fact.device, m_at});
    }

    void take(const OrderRegistered &fact)
    {
        if (m_order.registeredAs == 0)
            m_order.registeredAs = fact.number;
    }

    Ticket *ticketAt(OutletId outlet)
    {
        const auto at = std::ranges::find(m_order.tickets, outlet, &Ticket::outlet);
        return at == m_order.tickets.end() ? nullptr : &*at;
    }

    void move(Ticket &ticket, OrderState to, bool recalled)
    {
        ticket.state = to;
        ticket.recalled = recalled;
        // Intervals measured along different paths may differ by a little; a later step is never shown as the earlier one.
        ticket.stateSince = std::max(ticket.stateSince, m_at);
    }

    Order &m_order;
    Reviewing m_reviewing;
    Milliseconds m_at{0};
};

Order opened(const StampedFact &fact)
{
    Order order;
    order.placed = std::get<OrderPlaced>(fact.fact).order;
    order.placedBy = fact.stamp.origin;
    order.stamp = fact.stamp;
    order.placedAt = fact.bornAt;
    for (const auto &part : std::as_const(order.placed.parts)) {
        Ticket ticket;
        ticket.outlet = part.outlet;
        ticket.stateSince = fact.bornAt;
        order.tickets.append(ticket);
    }
    return order;
}

bool sameMoment(const StampedFact &a, const StampedFact &b)
{
    return a.stamp.hlc == b.stamp.hlc && a.stamp.origin.device == b.stamp.origin.device;
}

//! In the order of their stamps, each fact once, whatever epochs of its device it travels under (store/event.h). Two pasts of a restored
//! device may have said different things under one stamp: both count.
void putInOrder(QList<StampedFact> &facts)
{
    std::ranges::sort(facts, [](const StampedFact &a, const StampedFact &b) { return a.stamp < b.stamp; });
    QList<StampedFact> once;
    once.reserve(facts.size());
    for (auto &fact : facts) {
        bool isRepeated = false;
        for (auto told = once.crbegin(); told != once.crend() && sameMoment(*told, fact) && !isRepeated; ++told)
            isRepeated = told->fact == fact.fact;
        if (!isRepeated)
            once.append(std::move(fact));
    }
    facts = std::move(once);
}

} // namespace

const Ticket *Order::ticket(OutletId outlet) const
{
    const auto at = std::ranges::find(tickets, outlet, &Ticket::outlet);
    return at == tickets.end() ? nullptr : &*at;
}

const OrderPart *Order::part(OutletId outlet) const
{
    const auto at = std::ranges::find(placed.parts, outlet, &OrderPart::outlet);
    return at == placed.parts.end() ? nullptr : &*at;
}

bool Order::isOpen() const
{
    return std::ranges::any_of(tickets, [](const Ticket &ticket) { return saji::isOpen(ticket.state); });
}

std::optional<Order> foldOrder(QList<StampedFact> facts)
{
    putInOrder(facts);
    const auto placed = std::ranges::find_if(facts, [](const StampedFact &f) { return std::holds_alternative<OrderPlaced>(f.fact); });
    if (placed == facts.end())
        return std::nullopt;
    Order order = opened(*placed);
    Folding folding(order);
    for (const auto &fact : std::as_const(facts))
        folding.apply(fact);
    return order;
}

OrderReview foldReview(QList<StampedFact> facts)
{
    putInOrder(facts);
    OrderReview review;
    Reviewing reviewing(review);
    for (const auto &fact : std::as_const(facts))
        reviewing.apply(fact.fact, fact.bornAt);
    return review;
}

} // namespace saji
