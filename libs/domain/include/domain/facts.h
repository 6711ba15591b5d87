// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/order.h>

#include <QCborMap>

#include <variant>

namespace saji {

//! The facts of a restaurant, as the log keeps them: kind word + CBOR payload. Unknown kinds pass through a node untouched.
struct OrderPlaced { PlacedOrder order; }; //!< "order.placed"
struct TicketAdvanced { OrderId order; OutletId outlet; OrderState to = OrderState::Preparing; QString by; }; //!< "order.advanced"
struct TicketRecalled { OrderId order; OutletId outlet; OrderState from = OrderState::Preparing; QString by; }; //!< "order.recalled": one step back, if still there
struct TicketCancelled { OrderId order; OutletId outlet; QString reason; QString by; }; //!< "order.cancelled"
struct TicketSeen { OrderId order; OutletId outlet; DeviceId device; }; //!< "order.seen": painted on a kitchen's screen
struct OrderRegistered { OrderId order; qint64 number = 0; }; //!< "order.registered": the server has it, under its REST id
struct OrderFlagged { OrderId order; QString code; QString detail; }; //!< "order.flagged": the server has it, and a manager should look
struct SoldOutChanged { ProductId product; bool soldOut = true; QString by; }; //!< "product.sold_out" / "product.restocked" share this shape

using Fact = std::variant<OrderPlaced, TicketAdvanced, TicketRecalled, TicketCancelled, TicketSeen, OrderRegistered, OrderFlagged, SoldOutChanged>;

struct EncodedFact
{
    QString kind;
    QByteArray payload;
};
[[nodiscard]] EncodedFact encodeFact(const Fact &fact);
//! NotFound for a kind this version does not know (skip it), Malformed for a payload that is not what its kind says.
[[nodiscard]] Result<Fact> decodeFact(const QString &kind, const QByteArray &payload);
//! The order a fact speaks of; null for SoldOutChanged.
[[nodiscard]] OrderId orderOf(const Fact &fact);

} // namespace saji
