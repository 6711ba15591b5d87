// SPDX-License-Identifier: GPL-3.0-or-later
#include "placedcodec.h"

namespace saji {
using namespace Qt::StringLiterals;
namespace {

// Far above what a menu may hold (docs/menu-format.md), far below what would hurt a till.
constexpr qsizetype maxText = 120;
constexpr qsizetype maxDetail = 500;
constexpr qsizetype maxParts = Cart::maxItems;
constexpr qsizetype maxLines = 500; // of one part: the web contract has no limit of its own
constexpr qsizetype maxModifiers = 100;
constexpr qsizetype maxDiscounts = 500; // as many promotions as a menu may hold
constexpr int maxQuantity = 999; // docs/protocol.md section 2
constexpr qint64 maxMinor = PlacedOrder::maxTotalMinor;

QCborValue encoded(const LocalText &text)
{
    return text.en.isEmpty() ? QCborValue(text.id) : QCborValue(QCborArray{text.id, text.en});
}

//! What has its ordinary value is left out: it reads the same.
void insertText(QCborMap &map, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        map.insert(key, text);
}

void insertInteger(QCborMap &map, QLatin1StringView key, qint64 value)
{
    if (value != 0)
        map.insert(key, value);
}

QCborMap encodeModifier(const LineModifier &modifier)
{
    QCborMap map{{u"m"_s, modifier.id.value()}, {u"g"_s, encoded(modifier.group)}, {u"n"_s, encoded(modifier.name)}};
    insertInteger(map, "p"_L1, modifier.priceAdjustment.minorUnits());
    insertInteger(map, "k"_L1, qint64(modifier.kind));
    return map;
}

QCborMap encodeLine(const OrderLine &line)
{
    QCborMap map{{u"p"_s, line.product.value()},
                 {u"n"_s, encoded(line.name)},
                 {u"q"_s, line.quantity},
                 {u"u"_s, line.unit.minorUnits()},
                 {u"l"_s, line.line.minorUnits()}};
    QCborArray modifiers;
    for (const auto &modifier : line.modifiers)
        modifiers.append(encodeModifier(modifier));
    if (!modifiers.isEmpty())
        map.insert("m"_L1, modifiers);
    insertText(map, "t"_L1, line.note);
    insertInteger(map, "a"_L1, qint64(line.allergyNote.toInt()));
    insertText(map, "k"_L1, line.station);
    return map;
}

QCborMap encodeDiscount(const PartDiscount &discount)
{
    QCborMap map{{u"p"_s, discount.promotion.value()}, {u"n"_s, encoded(discount.name)}, {u"a"_s, discount.amount.minorUnits()}};
    insertInteger(map, "l"_L1, discount.limited ? 1 : 0);
    return map;
}

QCborMap encodePart(const OrderPart &part)
{
    QCborArray lines;
    for (const auto &line : part.lines)
        lines.append(encodeLine(line));
    QCborMap map{{u"o"_s, part.outlet.value()},         {u"n"_s, part.outletName},         {u"l"_s, lines}, {u"q"_s, part.portions},
                 {u"st"_s, part.subtotal.minorUnits()}, {u"tt"_s, part.total.minorUnits()}};
    QCborArray discounts;
    for (const auto &discount : part.discounts)
        discounts.append(encodeDiscount(discount));
    if (!discounts.isEmpty())
        map.insert("d"_L1, discounts);
    insertInteger(map, "dc"_L1, part.discount.minorUnits());
    insertInteger(map, "sc"_L1, part.service.minorUnits());
    insertInteger(map, "tx"_L1, part.tax.minorUnits());
    return map;
}

LineModifier decodeModifier(CborFields &fields, const QString &currency)
{
    LineModifier modifier;
    modifier.id = fields.number<ModifierId>("m"_L1);
    modifier.group = fields.localText("g"_L1, maxText);
    modifier.name = fields.localText("n"_L1, maxText);
    modifier.priceAdjustment = fields.moneyOr("p"_L1, currency, -maxMinor, maxMinor);
    modifier.kind = fields.choice("k"_L1, ModifierKind::Extra, std::optional(ModifierKind::Plain));
    return modifier;
}

OrderLine decodeLine(CborFields &fields, const QString &currency)
{
    OrderLine line;
    line.product = fields.number<ProductId>("p"_L1);
    line.name = fields.localText("n"_L1, maxText);
    line.quantity = int(fields.integer("q"_L1, 1, maxQuantity));
    fields.list("m"_L1, 0, maxModifiers, [&](CborFields &f) { line.modifiers.append(decodeModifier(f, currency)); });
    line.note = fields.text("t"_L1, maxDetail);
    // Allergens that a newer node knows are kept as bits: a warning must not get lost on its way.
    line.allergyNote = Allergens::fromInt(Allergens::Int(fields.integerOr("a"_L1, 0, 0, 0xffff)));
    line.unit = fields.money("u"_L1, currency, 0, maxMinor);
    line.line = fields.money("l"_L1, currency, 0, maxMinor);
    line.station = fields.text("k"_L1, maxText);
    return line;
}

PartDiscount decodeDiscount(CborFields &fields, const QString &currency)
{
    PartDiscount discount;
    discount.promotion = fields.number<PromotionId>("p"_L1);
    discount.name = fields.localText("n"_L1, maxText);
    discount.amount = fields.money("a"_L1, currency, 0, maxMinor);
    discount.limited = fields.integerOr("l"_L1, 0, 0, 1) != 0;
    return discount;
}

OrderPart decodePart(CborFields &fields, const QString &currency)
{
    OrderPart part;
    part.outlet = fields.number<OutletId>("o"_L1);
    part.outletName = fields.text("n"_L1, maxText);
    fields.list("l"_L1, 1, maxLines, [&](CborFields &f) { part.lines.append(decodeLine(f, currency)); });
    part.portions = int(fields.integer("q"_L1, 1, maxQuantity * maxLines));
    part.subtotal = fields.money("st"_L1, currency, 0, maxMinor);
    fields.list("d"_L1, 0, maxDiscounts, [&](CborFields &f) { part.discounts.append(decodeDiscount(f, currency)); });
    part.discount = fields.moneyOr("dc"_L1, currency, 0, maxMinor);
    part.service = fields.moneyOr("sc"_L1, currency, 0, maxMinor);
    part.tax = fields.moneyOr("tx"_L1, currency, 0, maxMinor);
    part.total = fields.money("tt"_L1, currency, 0, maxMinor);
    return part;
}

QString decodeCurrency(CborFields &fields)
{
    const auto currency = fields.text("cur"_L1, 3);
    if (Money::fromDecimal(u"0", currency))
        return currency;
    fields.fail("cur"_L1, u"not a currency"_s);
    return u"IDR"_s;
}

QDate decodeDay(CborFields &fields)
{
    const auto day = QDate::fromString(fields.text("d"_L1, 10), Qt::ISODate);
    if (!day.isValid())
        fields.fail("d"_L1, u"not a date"_s);
    return day;
}

OrderNumber decodeNumber(CborFields &fields)
{
    OrderNumber number{fields.text("c"_L1, 2), int(fields.integer("n"_L1, 1, 99'999'999))};
    if (!OrderNumber::isValidCode(number.code))
        fields.fail("c"_L1, u"not a device code"_s);
    return number;
}

void checkOutletsDiffer(const PlacedOrder &order, CborFields &fields)
{
    QSet<OutletId> outlets;
    for (const auto &part : order.parts)
        outlets.insert(part.outlet);
    if (outlets.size() != order.parts.size())
        fields.fail("parts"_L1, u"one outlet stands twice"_s);
}

} // namespace

QCborMap encodePlaced(const PlacedOrder &order)
{
    QCborArray parts;
    for (const auto &part : order.parts)
        parts.append(encodePart(part));
    QCborMap map{{u"o"_s, order.id.toBytes()},
                 {u"b"_s, order.basket.toBytes()},
                 {u"c"_s, order.number.code},
                 {u"n"_s, order.number.counter},
                 {u"d"_s, order.businessDay.toString(Qt::ISODate)},
                 {u"cur"_s, order.subtotal.currency()},
                 {u"parts"_s, parts},
                 {u"st"_s, order.subtotal.minorUnits()},
                 {u"tt"_s, order.total.minorUnits()}};
    insertInteger(map, "dc"_L1, order.discount.minorUnits());
    insertInteger(map, "sc"_L1, order.serviceCharge.minorUnits());
    insertInteger(map, "tx"_L1, order.tax.minorUnits());
    insertInteger(map, "s"_L1, qint64(order.service));
    insertText(map, "t"_L1, order.table);
    insertText(map, "g"_L1, order.customerName);
    insertInteger(map, "cv"_L1, order.catalogVersion);
    insertText(map, "ce"_L1, order.catalogEpoch);
    insertInteger(map, "pw"_L1, order.pricedWallMs);
    insertInteger(map, "w"_L1, order.placedWallMs);
    insertText(map, "dn"_L1, order.deviceName);
    if (!order.device.isNull())
        map.insert("dev"_L1, order.device.toBytes());
    return map;
}

PlacedOrder decodePlaced(CborFields &fields)
{
    PlacedOrder order;
    order.id = fields.id<OrderId>("o"_L1);
    order.basket = fields.id<BasketId>("b"_L1);
    order.number = decodeNumber(fields);
    order.businessDay = decodeDay(fields);
    const auto currency = decodeCurrency(fields);
    fields.list("parts"_L1, 1, maxParts, [&](CborFields &f) { order.parts.append(decodePart(f, currency)); });
    checkOutletsDiffer(order, fields);
    order.subtotal = fields.money("st"_L1, currency, 0, maxMinor);
    order.total = fields.money("tt"_L1, currency, 0, maxMinor);
    order.discount = fields.moneyOr("dc"_L1, currency, 0, maxMinor);
    order.serviceCharge = fields.moneyOr("sc"_L1, currency, 0, maxMinor);
    order.tax = fields.moneyOr("tx"_L1, currency, 0, maxMinor);
    order.service = fields.choice("s"_L1, ServiceKind::Takeaway, std::optional(ServiceKind::DineIn));
    order.table = fields.text("t"_L1, maxText);
    order.customerName = fields.text("g"_L1, maxText);
    order.catalogVersion = fields.integerOr("cv"_L1, 0, 0, CborFields::maxNumber);
    order.catalogEpoch = fields.text("ce"_L1, maxText);
    order.pricedWallMs = fields.integerOr("pw"_L1, 0, -CborFields::maxNumber, CborFields::maxNumber);
    order.placedWallMs = fields.integerOr("w"_L1, 0, -CborFields::maxNumber, CborFields::maxNumber);
    order.deviceName = fields.text("dn"_L1, maxText);
    if (fields.has("dev"_L1))
        order.device = fields.id<DeviceId>("dev"_L1);
    return order;
}

} // namespace saji
