// SPDX-License-Identifier: GPL-3.0-or-later
#include "orderfile.h"

#include <QDateTime>
#include <QJsonArray>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QJsonObject lineToJson(const OrderLine &line)
{
    QJsonArray modifiers;
    for (const auto &modifier : line.modifiers) {
        modifiers.append(QJsonObject{{u"id"_s, modifier.id.value()},
                                     {u"group"_s, modifier.group.id},
                                     {u"name"_s, modifier.name.id},
                                     {u"price_adjustment"_s, modifier.priceAdjustment.toDecimal()}});
    }
    return {{u"product"_s, line.product.value()}, {u"name"_s, line.name.id},
            {u"quantity"_s, line.quantity},       {u"modifiers"_s, modifiers},
            {u"note"_s, line.note},               {u"unit_price"_s, line.unit.toDecimal()},
            {u"total"_s, line.line.toDecimal()}};
}

QJsonObject partToJson(const OrderPart &part, const Order &order)
{
    QJsonArray lines;
    for (const auto &line : part.lines)
        lines.append(lineToJson(line));
    const auto *ticket = order.ticket(part.outlet);
    return {{u"outlet"_s, part.outlet.value()},
            {u"name"_s, part.outletName},
            {u"state"_s, ticket ? QString(orderStateWord(ticket->state)) : QString()},
            {u"lines"_s, lines},
            {u"subtotal"_s, part.subtotal.toDecimal()},
            {u"service_charge"_s, part.service.toDecimal()},
            {u"tax"_s, part.tax.toDecimal()},
            {u"total"_s, part.total.toDecimal()}};
}

QJsonObject reviewBody(const OrderReview &review)
{
    QJsonArray flags;
    for (const auto &flag : review.flags)
        flags.append(QJsonObject{{u"code"_s, flag.code}, {u"detail"_s, flag.detail}});
    return {{u"flags"_s, flags},
            {u"retries"_s, review.retries},
            {u"settled"_s, review.isSettled},
            {u"settled_by"_s, review.settledBy},
            {u"settled_note"_s, review.settledNote}};
}

} // namespace

QJsonObject reviewToJson(const OrderId &id, const OrderReview &review)
{
    return {{u"format"_s, u"saji-order/1"_s}, {u"id"_s, id.toString()}, {u"review"_s, reviewBody(review)}};
}

QJsonObject orderToJson(const Order &order)
{
    const auto &placed = order.placed;
    QJsonArray parts;
    for (const auto &part : placed.parts)
        parts.append(partToJson(part, order));
    auto json = reviewToJson(placed.id, order.review);
    json.insert(u"number"_s, placed.number.toString());
    json.insert(u"business_day"_s, placed.businessDay.toString(Qt::ISODate));
    json.insert(u"placed_at"_s, QDateTime::fromMSecsSinceEpoch(placed.placedWallMs, Qt::UTC).toString(Qt::ISODate));
    json.insert(u"device"_s, placed.deviceName);
    json.insert(u"service"_s, placed.service == ServiceKind::DineIn ? u"dine_in"_s : u"takeaway"_s);
    json.insert(u"table"_s, placed.table);
    json.insert(u"customer"_s, placed.customerName);
    json.insert(u"currency"_s, placed.total.currency());
    json.insert(u"parts"_s, parts);
    json.insert(u"subtotal"_s, placed.subtotal.toDecimal());
    json.insert(u"service_charge"_s, placed.serviceCharge.toDecimal());
    json.insert(u"tax"_s, placed.tax.toDecimal());
    json.insert(u"total"_s, placed.total.toDecimal());
    json.insert(u"catalog_version"_s, placed.catalogVersion);
    json.insert(u"registered_as"_s, order.registeredAs);
    return json;
}

QString orderFileName(const OrderId &id, const Order *order)
{
    if (!order)
        return id.toString();
    const auto &placed = order->placed;
    return u"%1_%2_%3"_s.arg(placed.number.toString(), placed.businessDay.toString(Qt::ISODate), id.toString());
}

} // namespace saji
