// SPDX-License-Identifier: GPL-3.0-or-later
#include "orderjson.h"

#include "rawjson.h"
#include "weborder.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QJsonObject lineJson(const OrderLine &line)
{
    QJsonArray modifiers;
    for (const auto &modifier : line.modifiers) {
        modifiers.append(QJsonObject{
            {u"id"_s, modifier.id.value()}, {u"name"_s, modifier.name.id}, {u"price_adjustment"_s, modifier.priceAdjustment.toDecimal()}});
    }
    return {{u"product_id"_s, line.product.value()},
            {u"product_name"_s, line.name.id},
            {u"quantity"_s, line.quantity},
            {u"price"_s, line.unit.toDecimal()},
            {u"subtotal"_s, line.line.toDecimal()},
            {u"modifiers"_s, modifiers},
            {u"notes"_s, line.note},
            {u"kitchen_station_code"_s, line.station}};
}

//! What every word about an order names it by. Live news use the client's own id, which it knows; lists use ours, in the order of arrival.
QJsonObject names(const Order &order, const WebBook::Known &known)
{
    const auto native = order.placed.number.toString();
    QJsonObject object{{u"uuid"_s, order.placed.id.toString()},
                       {u"order_number"_s, known.number.isEmpty() ? native : known.number},
                       {u"ticket_number"_s, native}};
    if (!known.clientId.isEmpty())
        object.insert("client_id"_L1, QJsonDocument::fromJson('[' + known.clientId + ']').array().at(0));
    return object;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QString isoTime(qint64 wallMs)
{
    return QDateTime::fromMSecsSinceEpoch(wallMs, Qt::UTC).toString(Qt::ISODateWithMs);
}

QByteArray orderJson(const Order &order, OutletId outlet, const WebBook::Known &known, qint64 stateWallMs)
{
    const auto &placed = order.placed;
    const auto *part = order.part(outlet);
    const auto *ticket = order.ticket(outlet);
    auto object = names(order, known);
    object.insert("id"_L1, known.id);
    object.insert("outlet_id"_L1, outlet.value());
    object.insert("service"_L1, placed.service == ServiceKind::Takeaway ? u"takeaway"_s : u"dine_in"_s);
    object.insert("customer_name"_L1, placed.customerName);
    object.insert("table_number"_L1, placed.table);
    object.insert("source"_L1, placed.deviceName);
    object.insert("created_at"_L1, isoTime(placed.placedWallMs));
    object.insert("updated_at"_L1, isoTime(stateWallMs));
    if (!part || !ticket)
        return compact(object);
    QJsonArray items;
    for (const auto &line : part->lines)
        items.append(lineJson(line));
    object.insert("outlet_name"_L1, part->outletName);
    object.insert("items"_L1, items);
    object.insert("status"_L1, QString(orderStateWord(ticket->state)));
    object.insert("subtotal"_L1, part->subtotal.toDecimal());
    if (!part->discount.isZero())
        object.insert("discount"_L1, part->discount.toDecimal());
    object.insert("service_charge"_L1, part->service.toDecimal());
    object.insert("tax"_L1, part->tax.toDecimal());
    object.insert("total"_L1, part->total.toDecimal());
    object.insert("total_amount"_L1, part->total.toDecimal());
    return compact(object);
}

QByteArray stepJson(const Order &order, const Ticket &ticket, std::optional<OrderState> from, const WebBook::Known &known,
                    qint64 stateWallMs)
{
    auto object = names(order, known);
    object.insert("id"_L1, known.clientId.isEmpty() ? QJsonValue(known.id) : object.value("client_id"_L1));
    object.insert("hub_id"_L1, known.id);
    object.insert("outlet_id"_L1, ticket.outlet.value());
    object.insert("status"_L1, QString(orderStateWord(ticket.state)));
    if (from)
        object.insert("old_status"_L1, QString(orderStateWord(*from)));
    if (!ticket.cancelReason.isEmpty())
        object.insert("reason"_L1, ticket.cancelReason);
    object.insert("updated_at"_L1, isoTime(stateWallMs));
    return compact(object);
}

QByteArray saidJson(const QByteArray &body, const WebBook::Known &known, const QString &room, const QString &status)
{
    auto object = QJsonDocument::fromJson(body).object();
    object.insert("id"_L1, known.id);
    if (!known.clientId.isEmpty())
        object.insert("client_id"_L1, QJsonDocument::fromJson('[' + known.clientId + ']').array().at(0));
    if (!object.contains("outlet_id"_L1))
        object.insert("outlet_id"_L1, outletOf(room).isNull() ? QJsonValue(room) : QJsonValue(outletOf(room).value()));
    if (!status.isEmpty())
        object.insert("status"_L1, status);
    return compact(object);
}

} // namespace saji
