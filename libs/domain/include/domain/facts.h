// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/order.h>

#include <variant>

namespace saji {

// The facts of a restaurant, as the log keeps them: kind word + CBOR payload. Unknown kinds pass through a node untouched.

//! "order.placed": what was agreed with a guest.
struct OrderPlaced
{
    PlacedOrder order;
    friend bool operator==(const OrderPlaced &, const OrderPlaced &) = default;
};

//! "order.advanced": a cook took the next step.
struct TicketAdvanced
{
    OrderId order;
    OutletId outlet;
    OrderState to = OrderState::Preparing;
    QString by;
    friend bool operator==(const TicketAdvanced &, const TicketAdvanced &) = default;
};

//! "order.recalled": one step back, if the ticket is still where the cook saw it.
struct TicketRecalled
{
    OrderId order;
    OutletId outlet;
    OrderState from = OrderState::Preparing;
    QString by;
    friend bool operator==(const TicketRecalled &, const TicketRecalled &) = default;
};

//! "order.cancelled"
struct TicketCancelled
{
    OrderId order;
    OutletId outlet;
    QString reason;
    QString by;
    friend bool operator==(const TicketCancelled &, const TicketCancelled &) = default;
};

//! "order.seen": painted on a kitchen's screen.
struct TicketSeen
{
    OrderId order;
    OutletId outlet;
    DeviceId device;
    friend bool operator==(const TicketSeen &, const TicketSeen &) = default;
};

//! "order.registered": the server has it, under its REST id.
struct OrderRegistered
{
    OrderId order;
    qint64 number = 0;
    friend bool operator==(const OrderRegistered &, const OrderRegistered &) = default;
};

//! "order.flagged": the server has it, and a manager should look.
struct OrderFlagged
{
    OrderId order;
    QString code; //!< a machine word: "duplicate_number", "price_differs" …
    QString detail;
    friend bool operator==(const OrderFlagged &, const OrderFlagged &) = default;
};

//! "order.retried": somebody asks the server to look at a flagged order again.
struct OrderRetried
{
    OrderId order;
    QString by;
    friend bool operator==(const OrderRetried &, const OrderRetried &) = default;
};

//! "order.cleared": the server has looked again, and nothing is wrong any more.
struct OrderCleared
{
    OrderId order;
    friend bool operator==(const OrderCleared &, const OrderCleared &) = default;
};

//! "order.settled": a person has dealt with a flagged order by hand.
struct OrderSettled
{
    OrderId order;
    QString note;
    QString by;
    friend bool operator==(const OrderSettled &, const OrderSettled &) = default;
};

//! "product.sold_out" / "product.restocked" share this shape.
struct SoldOutChanged
{
    ProductId product;
    bool soldOut = true;
    QString by;
    friend bool operator==(const SoldOutChanged &, const SoldOutChanged &) = default;
};

using Fact = std::variant<OrderPlaced, TicketAdvanced, TicketRecalled, TicketCancelled, TicketSeen, OrderRegistered, OrderFlagged,
                          SoldOutChanged, OrderRetried, OrderCleared, OrderSettled>;

struct EncodedFact
{
    //! What an event can carry (store/event.h). A basket of many lines with long names may not fit: see tooLarge().
    static constexpr qsizetype maxPayloadBytes = 64 * 1024;

    QString kind;
    QByteArray payload;

    bool tooLarge() const { return payload.size() > maxPayloadBytes; }
};
[[nodiscard]] EncodedFact encodeFact(const Fact &fact);
//! NotFound for a kind this version does not know (skip it), Malformed for a payload that is not what its kind says; the detail names
//! the place. Unknown keys are passed over, so that a newer node may say more.
[[nodiscard]] Result<Fact> decodeFact(const QString &kind, const QByteArray &payload);
//! The order a fact speaks of; null for SoldOutChanged.
[[nodiscard]] OrderId orderOf(const Fact &fact);
//! The order that a payload speaks of which is otherwise not what its kind says; null when not even that can be read.
[[nodiscard]] OrderId orderOfUnreadable(const QByteArray &payload);

} // namespace saji
