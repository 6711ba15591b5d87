// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/facts.h>

namespace saji {

//! A fact in its place, with its birth on this device's timeline.
struct StampedFact
{
    EventStamp stamp;
    Milliseconds bornAt{0};
    Fact fact;
};

struct SeenMark
{
    DeviceId device;
    Milliseconds at{0};

    friend bool operator==(const SeenMark &, const SeenMark &) = default;
};

//! What one outlet's screen shows of one order.
struct Ticket
{
    OutletId outlet;
    OrderState state = OrderState::Pending;
    Milliseconds stateSince{0}; //!< timeline
    bool recalled = false; //!< the last legal step was a recall
    QString cancelReason;
    QList<SeenMark> seen; //!< one per device, the first first

    friend bool operator==(const Ticket &, const Ticket &) = default;
};

//! What the server has to say against an order, and what became of that.
struct OrderReview
{
    QList<OrderFlagged> flags;
    Milliseconds flaggedAt{0}; //!< timeline; of the first of these flags
    int retries = 0; //!< how often the server was asked to look again
    bool isRetrying = false; //!< its answer is not here yet
    bool isSettled = false;  //!< by hand, for good
    QString settledBy;
    QString settledNote;

    bool needsSomebody() const { return !flags.isEmpty() && !isSettled; }

    friend bool operator==(const OrderReview &, const OrderReview &) = default;
};

//! One order as all known facts together say it is.
struct Order
{
    PlacedOrder placed;
    Origin placedBy;
    EventStamp stamp; //!< of `order.placed`: the order of boards and lists
    Milliseconds placedAt{0}; //!< timeline
    QList<Ticket> tickets; //!< one per part, same order
    qint64 registeredAs = 0; //!< REST id at the server; 0 = not known to be there
    OrderReview review;

    const Ticket *ticket(OutletId outlet) const;
    const OrderPart *part(OutletId outlet) const;
    bool isOpen() const; //!< a ticket is still to be cooked or handed over; Served counts as closed

    friend bool operator==(const Order &, const Order &) = default;
};

//! Pending, preparing and ready tickets are on a kitchen's board.
[[nodiscard]] constexpr bool isOpen(OrderState state)
{
    return state == OrderState::Pending || state == OrderState::Preparing || state == OrderState::Ready;
}

//! Folds the facts of ONE order, in any order of arrival: sorted by (HLC, origin, seq), illegal steps ignored, so every node ends with
//! the same order. nullopt while `order.placed` has not arrived. Of two placed facts of one id the first stamp wins. The same fact
//! under two epochs of a restored device (store/event.h) counts once. No time in the result is before placedAt.
[[nodiscard]] std::optional<Order> foldOrder(QList<StampedFact> facts);

//! The same for the server's word alone: there may be one about an order that cannot be read.
[[nodiscard]] OrderReview foldReview(QList<StampedFact> facts);

} // namespace saji
