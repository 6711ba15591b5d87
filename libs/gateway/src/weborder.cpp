// SPDX-License-Identifier: GPL-3.0-or-later
#include "weborder.h"

#include "rawjson.h"

#include <domain/facts.h>
#include <domain/pricing.h>

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! What a dish or a choice that no menu lists is numbered with; it has its name.
constexpr qint64 unlisted = (qint64(1) << 53) - 1;
constexpr qint64 maxQuantity = 999; // docs/protocol.md section 2
constexpr qsizetype maxLines = 100;
constexpr qsizetype maxModifiers = 50;
constexpr qsizetype maxName = 120;
constexpr qsizetype maxNote = 500;
constexpr qsizetype maxRoomName = 60;

QString shortened(const QJsonValue &value, qsizetype length)
{
    const auto text = value.isDouble() ? value.toVariant().toString() : value.toString();
    return text.simplified().left(length);
}

Error wrong(const QString &what)
{
    return {ErrorCode::InvalidArgument, what};
}

//! The first of these members that says something.
QJsonValue first(const QJsonObject &object, std::initializer_list<QLatin1StringView> names)
{
    for (const auto name : names) {
        const auto value = object.value(name);
        if (!value.isUndefined() && !value.isNull())
            return value;
    }
    return QJsonValue(QJsonValue::Undefined);
}

//! A whole number, also as text.
std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    if (value.isDouble()) {
        const auto number = value.toDouble();
        return std::floor(number) == number && std::abs(number) < 9e15 ? std::optional(qint64(number)) : std::nullopt;
    }
    bool ok = false;
    const auto number = value.toString().toLongLong(&ok);
    return value.isString() && ok ? std::optional(number) : std::nullopt;
}

//! Number or text, with two or four decimals; nullopt when it is not said. An amount below nothing is no price.
Result<std::optional<Money>> amount(const QJsonObject &object, std::initializer_list<QLatin1StringView> names, const QString &currency,
                                    bool maybeNegative = false)
{
    const auto value = first(object, names);
    if (value.isUndefined())
        return std::optional<Money>();
    const auto text = value.isDouble() ? QString::number(value.toDouble(), 'f', 2) : value.toString();
    const auto money = Money::fromDecimal(text, currency);
    if (!money || (!maybeNegative && money->minorUnits() < 0))
        return wrong(u"%1: '%2' is no amount"_s.arg(*names.begin(), text.left(40)));
    return std::optional(*money);
}

//! Leaves room for charges on top.
bool isPayable(Money money)
{
    return money.minorUnits() <= PlacedOrder::maxTotalMinor / 4;
}

//! Reads the dishes of one outlet.
class PartReader
{
public:
    PartReader(const Menu &menu, OutletId outlet) : m_menu(menu), m_currency(menu.store().currency)
    {
        m_part.outlet = outlet;
        const auto *known = menu.outlet(outlet);
        m_part.outletName = known ? known->name : u"Outlet %1"_s.arg(outlet.value());
    }

    Result<OrderPart> read(const QJsonArray &items)
    {
        if (items.size() > maxLines)
            return wrong(u"%1 dishes are more than one order may have"_s.arg(items.size()));
        Money taxable;
        for (const auto &item : items) {
            const auto line = readLine(item.toObject());
            if (!line)
                return line.error();
            const auto *product = m_menu.product(line->product);
            if (product && product->taxable)
                taxable += line->line;
            m_part.subtotal += line->line;
            m_part.portions += line->quantity;
            m_part.lines.append(*line);
            if (!isPayable(line->unit) || !isPayable(line->line) || !isPayable(m_part.subtotal))
                return wrong(u"items: '%1' costs more than a till can hold"_s.arg(line->name.id));
        }
        const auto *outlet = m_menu.outlet(m_part.outlet);
        const auto charges = outlet ? chargesOf(*outlet, m_part.subtotal, taxable) : Charges{{}, {}, m_part.subtotal};
        m_part.service = charges.service;
        m_part.tax = charges.tax;
        m_part.total = charges.total;
        return m_part;
    }

private:
    Result<OrderLine> readLine(const QJsonObject &item)
    {
        OrderLine line;
        const auto id = wholeNumber(first(item, {"product_id"_L1, "product"_L1, "id"_L1}));
        const auto *product = id ? m_menu.product(ProductId(*id)) : nullptr;
        line.product = ProductId(id && *id > 0 && *id < unlisted ? *id : unlisted);
        const auto name = shortened(first(item, {"product_name"_L1, "name"_L1}), maxName);
        if (product)
            line.name = product->name;
        else if (!name.isEmpty())
            line.name = {name, {}};
        else
            return wrong(u"items: a dish with neither a name nor a product_id of the menu"_s);
        line.station = product ? product->station : QString();
        const auto quantity = item.contains("quantity"_L1) ? wholeNumber(item.value("quantity"_L1)) : std::optional<qint64>(1);
        if (!quantity || *quantity < 1 || *quantity > maxQuantity)
            return wrong(u"items: the quantity of '%1' is not from 1 to %2"_s.arg(line.name.id).arg(maxQuantity));
        line.quantity = int(*quantity);
        line.note = shortened(first(item, {"notes"_L1, "note"_L1, "special_instructions"_L1}), maxNote);
        if (const auto done = readModifiers(item.value("modifiers"_L1).toArray(), product, line); !done)
            return done.error();
        if (const auto done = readPrice(item, product, line); !done)
            return done.error();
        return line;
    }

    Result<void> readModifiers(const QJsonArray &modifiers, const Product *product, OrderLine &line)
    {
        if (modifiers.size() > maxModifiers)
            return wrong(u"items: '%1' is chosen in too many ways"_s.arg(line.name.id));
        for (const auto &value : modifiers) {
            const auto object = value.toObject();
            const auto id = wholeNumber(value.isObject() ? first(object, {"id"_L1, "modifier_id"_L1, "modifier"_L1}) : value);
            LineModifier modifier;
            modifier.id = ModifierId(id && *id > 0 && *id < unlisted ? *id : unlisted);
            modifier.group = {u"-"_s, {}};
            modifier.name = {shortened(value.isObject() ? first(object, {"name"_L1, "modifier_name"_L1}) : value, maxName), {}};
            const auto price = amount(object, {"price"_L1, "price_adjustment"_L1}, m_currency, true);
            if (!price)
                return price.error();
            modifier.priceAdjustment = price->value_or(Money());
            if (product)
                nameByMenu(*product, modifier);
            if (modifier.name.isEmpty())
                return wrong(u"modifiers: one of '%1' has no name and is not in the menu"_s.arg(line.name.id));
            line.modifiers.append(modifier);
        }
        return {};
    }

    void nameByMenu(const Product &product, LineModifier &modifier) const
    {
        for (const auto groupId : product.groups) {
            const auto *group = m_menu.group(groupId);
            for (const auto &listed : group ? group->modifiers : QList<Modifier>()) {
                if (listed.id == modifier.id) {
                    modifier.group = group->name;
                    modifier.name = listed.name;
                    modifier.kind = listed.kind;
                }
            }
        }
    }

    //! What the guest was told, as far as the client says it.
    Result<void> readPrice(const QJsonObject &item, const Product *product, OrderLine &line)
    {
        const auto base = amount(item, {"price"_L1, "unit_price"_L1}, m_currency);
        const auto extra = amount(item, {"modifiers_price"_L1}, m_currency, true);
        const auto total = amount(item, {"subtotal"_L1, "total_price"_L1}, m_currency);
        for (const auto *said : {&base, &extra, &total}) {
            if (!*said)
                return said->error();
        }
        auto unit = base->value_or(product ? product->price : Money());
        if (*extra) {
            unit += **extra;
        } else {
            for (const auto &modifier : line.modifiers)
                unit += modifier.priceAdjustment;
        }
        line.unit = std::max(unit, Money());
        line.line = total->value_or(line.unit * line.quantity);
        return {};
    }

    const Menu &m_menu;
    QString m_currency;
    OrderPart m_part;
};

//! The carts of an order: outlet and dishes.
QList<std::pair<QString, QJsonArray>> cartsOf(const QJsonObject &data, bool isOffline)
{
    QList<std::pair<QString, QJsonArray>> carts;
    const auto add = [&carts](const QString &room, const QJsonArray &items) {
        const auto known = std::ranges::find(carts, room, &std::pair<QString, QJsonArray>::first);
        if (known == carts.end()) {
            carts.append({room, items});
            return;
        }
        for (const auto &item : items)
            known->second.append(item);
    };
    const auto checkout = data.value("checkout_data"_L1).toObject();
    for (const auto &cart : isOffline ? checkout.value("carts"_L1).toArray() : data.value("carts"_L1).toArray())
        add(roomName(cart.toObject().value("outlet_id"_L1)), cart.toObject().value("items"_L1).toArray());
    if (carts.isEmpty())
        add(isOffline && roomOf(data).isEmpty() ? roomName(data.value("store_id"_L1)) : roomOf(data), data.value("items"_L1).toArray());
    return carts;
}

//! What a cook calls out: the guest's name, and the number that the web kiosk has told.
QString callName(const QString &name, const QString &number)
{
    if (name.isEmpty() || number.isEmpty())
        return name + number;
    return (name.left(Cart::maxNameLength) + u" · "_s + number).left(maxName);
}

qint64 placedWall(const QJsonObject &data)
{
    const auto said = data.value("created_at"_L1);
    const auto time = QDateTime::fromString(said.toString(), Qt::ISODateWithMs);
    const auto wall = said.isDouble() ? qint64(said.toDouble()) : time.isValid() ? time.toMSecsSinceEpoch() : 0;
    return wall > 0 && wall < absurdWall.count() ? wall : 0;
}

Result<PlacedOrder> describe(const QJsonObject &data, const QJsonObject &checkout, PlacedOrder order, const Menu &menu)
{
    const auto said = [&](std::initializer_list<QLatin1StringView> names) {
        const auto value = first(data, names);
        return value.isUndefined() ? first(checkout, names) : value;
    };
    for (const auto &part : std::as_const(order.parts)) {
        order.subtotal += part.subtotal;
        order.serviceCharge += part.service;
        order.tax += part.tax;
        order.total += part.total;
    }
    const auto total = amount(data, {"total_amount"_L1, "total"_L1}, menu.store().currency);
    if (!total)
        return total.error();
    order.total = total->value_or(order.total);
    if (!isPayable(order.total) || !isPayable(order.subtotal))
        return wrong(u"an order of %1 is beyond what a till can hold"_s.arg(order.total.toDecimal()));
    const auto service = said({"service"_L1, "order_type"_L1}).toString();
    order.service = service.startsWith("take"_L1) ? ServiceKind::Takeaway : ServiceKind::DineIn;
    order.table = shortened(said({"table_number"_L1, "table"_L1}), Cart::maxTableLength);
    order.customerName = shortened(said({"customer_name"_L1}), Cart::maxNameLength);
    order.placedWallMs = placedWall(data);
    order.catalogVersion = menu.version();
    order.catalogEpoch = menu.epoch();
    const auto device = shortened(said({"device_id"_L1, "source"_L1}), Cart::maxNameLength);
    order.deviceName = device.isEmpty() ? u"Web"_s : u"Web "_s + device;
    return order;
}

std::optional<PlacedOrder> orderOfOurs(const QJsonObject &data)
{
    const auto payload = QByteArray::fromBase64(data.value(ourOrderMember).toString().toLatin1());
    const auto fact = payload.isEmpty() ? Result<Fact>(Error{}) : decodeFact(u"order.placed"_s, payload);
    const auto *placed = fact ? std::get_if<OrderPlaced>(&*fact) : nullptr;
    const auto named = OrderId::fromString(data.value(ourUuidMember).toString());
    if (!placed || placed->order.id.isNull() || !named || *named != placed->order.id || placed->order.device.isNull())
        return std::nullopt;
    return placed->order;
}

} // namespace

QString roomName(const QJsonValue &value)
{
    if (const auto number = wholeNumber(value))
        return QString::number(*number);
    return value.isString() ? value.toString().simplified().left(maxRoomName) : QString();
}

QString roomOf(const QJsonObject &data)
{
    return roomName(first(data, {"outlet_id"_L1, "outletId"_L1, "tenant_id"_L1}));
}

OutletId outletOf(const QString &room)
{
    bool ok = false;
    const auto number = room.toLongLong(&ok);
    return OutletId(ok && number > 0 && number < unlisted ? number : 0);
}

OrderId webOrderId(const QByteArray &clientId, const QString &number)
{
    // Ours, for this purpose only (RFC 9562 section 5.5).
    static const QUuid space(u"{5a6a1d1e-7c0b-5b52-9d0e-2f8f6f0c53a1}"_s);
    return OrderId(QUuid::createUuidV5(space, clientId + '\n' + number.toUtf8()));
}

Result<WebOrder> readWebOrder(const QJsonObject &data, const QByteArray &raw, bool isOffline, const Menu &menu)
{
    WebOrder order;
    const auto id = data.value("id"_L1);
    if (id.isDouble() || (id.isString() && !id.toString().isEmpty()))
        order.clientId = rawjson::withoutControls(rawjson::member(raw, "id"));
    if (order.clientId.size() > maxName)
        return wrong(u"id: longer than %1 characters"_s.arg(maxName));
    order.number = shortened(data.value("order_number"_L1), 64);
    PlacedOrder placed;
    for (const auto &[room, items] : cartsOf(data, isOffline)) {
        if (room.isEmpty())
            return wrong(u"outlet_id: it does not say for which outlet it is"_s);
        order.rooms.append(room);
        if (items.isEmpty())
            continue;
        const auto outlet = outletOf(room);
        if (outlet.isNull())
            return wrong(u"outlet_id: '%1' is no outlet that cooks"_s.arg(room));
        const auto part = PartReader(menu, outlet).read(items);
        if (!part)
            return part.error();
        placed.parts.append(*part);
    }
    if (placed.parts.isEmpty())
        return order;
    // Outlets that cook nothing of it need not hear of it.
    order.rooms.clear();
    for (const auto &part : std::as_const(placed.parts))
        order.rooms.append(QString::number(part.outlet.value()));
    if (order.clientId.isEmpty() && order.number.isEmpty())
        return wrong(u"id, order_number: an order without either could become two"_s);
    // A node of ours that stands behind the other hub says which order it is, as its guest has seen it.
    if (const auto whole = orderOfOurs(data)) {
        order.placed = *whole;
        order.rooms.clear();
        for (const auto &part : whole->parts)
            order.rooms.append(QString::number(part.outlet.value()));
        return order;
    }
    const auto known = OrderId::fromString(data.value(ourUuidMember).toString());
    placed.id = known && !known->isNull() ? *known : webOrderId(order.clientId, order.number);
    placed.basket = BasketId(placed.id.uuid());
    auto described = describe(data, data.value("checkout_data"_L1).toObject(), placed, menu);
    if (!described)
        return described.error();
    described->customerName = callName(described->customerName, order.number);
    order.placed = *described;
    return order;
}

} // namespace saji
