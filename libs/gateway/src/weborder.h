// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/order.h>

#include <QJsonObject>

namespace saji {

//! An order as web clients write it, read: docs/protocol.md sections 4 and 5.
struct WebOrder
{
    QStringList rooms;   //!< the outlets it names, each once, in its order
    QByteArray clientId; //!< its `id` as JSON; empty = none
    QString number;      //!< its `order_number`
    //! What kitchens cook; without number, business day and device, which the desk adds. nullopt = it lists no dishes.
    std::optional<PlacedOrder> placed;
};

//! Who takes the steps that a web client's word means; the word stands before them in the log.
constexpr QLatin1StringView webCook{"web"};

// What our nodes add to what they say at another hub; nobody else needs it.
constexpr QLatin1StringView ourUuidMember{"saji_uuid"};   //!< by which name the whole store knows the order
constexpr QLatin1StringView ourOrderMember{"saji_order"}; //!< the order as it was placed: the payload of its order.placed, in base64
constexpr QLatin1StringView ourFactMember{"saji_fact"};   //!< what in our logs is told: origin in hex, a stroke, its number

//! `isOffline`: the shape of `order:created:offline`, whose carts are below `checkout_data`. InvalidArgument names what is wrong with
//! it. A dish that the menu does not list is taken at its word; whatever differs from the menu is for the server to flag.
[[nodiscard]] Result<WebOrder> readWebOrder(const QJsonObject &data, const QByteArray &raw, bool isOffline, const Menu &menu);

//! The identity of an order of a web client: the same id and number are the same order, whoever repeats them.
[[nodiscard]] OrderId webOrderId(const QByteArray &clientId, const QString &number);

//! The outlet that a message is for, as a room: `outlet_id`, else `tenant_id`; empty = it does not say.
[[nodiscard]] QString roomOf(const QJsonObject &data);
//! An outlet by number or by whatever a client calls it; empty when it is neither number nor text.
[[nodiscard]] QString roomName(const QJsonValue &value);
//! The outlet of a room; null when that is no number.
[[nodiscard]] OutletId outletOf(const QString &room);

} // namespace saji
