// SPDX-License-Identifier: GPL-3.0-or-later
#include "placedcodec.h"

#include <domain/cborwriter.h>
#include <domain/isoday.h>

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
//! Most orders fit; larger ones are moved as they grow.
constexpr qsizetype usualBytes = 1024;

void write(CborMapWriter &map, const LineModifier &modifier)
{
    map.add("m"_L1, modifier.id.value());
    map.add("g"_L1, modifier.group);
    map.add("n"_L1, modifier.name);
    map.addUnlessZero("p"_L1, modifier.priceAdjustment.minorUnits());
    map.addUnlessZero("k"_L1, qint64(modifier.kind));
}

void write(CborMapWriter &map, const OrderLine &line)
{
    map.add("p"_L1, line.product.value());
    map.add("n"_L1, line.name);
    map.add("q"_L1, line.quantity);
    map.add("u"_L1, line.unit.minorUnits());
    map.add("l"_L1, line.line.minorUnits());
    if (!line.modifiers.isEmpty())
        map.addMaps("m"_L1, line.modifiers, [](CborMapWriter &m, const LineModifier &modifier) { write(m, modifier); });
    map.addUnlessEmpty("t"_L1, line.note);
    map.addUnlessZero("a"_L1, qint64(line.allergyNote.toInt()));
    map.addUnlessEmpty("k"_L1, line.station);
}

void write(CborMapWriter &map, const PartDiscount &discount)
{
    map.add("p"_L1, discount.promotion.value());
    map.add("n"_L1, discount.name);
    map.add("a"_L1, discount.amount.minorUnits());
    map.addUnlessZero("l"_L1, discount.limited ? 1 : 0);
}

void write(CborMapWriter &map, const OrderPart &part)
{
    map.add("o"_L1, part.outlet.value());
    map.add("n"_L1, part.outletName);
    map.addMaps("l"_L1, part.lines, [](CborMapWriter &m, const OrderLine &line) { write(m, line); });
    map.add("q"_L1, part.portions);
    map.add("st"_L1, part.subtotal.minorUnits());
    map.add("tt"_L1, part.total.minorUnits());
    if (!part.discounts.isEmpty())
        map.addMaps("d"_L1, part.discounts, [](CborMapWriter &m, const PartDiscount &discount) { write(m, discount); });
    map.addUnlessZero("dc"_L1, part.discount.minorUnits());
    map.addUnlessZero("sc"_L1, part.service.minorUnits());
    map.addUnlessZero("tx"_L1, part.tax.minorUnits());
}

void writePlaced(QByteArray &bytes, const PlacedOrder &order)
{
    CborMapWriter map(bytes);
    map.add("o"_L1, order.id.toBytes());
    map.add("b"_L1, order.basket.toBytes());
    map.add("c"_L1, order.number.code);
    map.add("n"_L1, order.number.counter);
    map.add("d"_L1, isoDay(order.businessDay));
    map.add("cur"_L1, order.subtotal.currency());
    map.addMaps("parts"_L1, order.parts, [](CborMapWriter &m, const OrderPart &part) { write(m, part); });
    map.add("st"_L1, order.subtotal.minorUnits());
    map.add("tt"_L1, order.total.minorUnits());
    map.addUnlessZero("dc"_L1, order.discount.minorUnits());
    map.addUnlessZero("sc"_L1, order.serviceCharge.minorUnits());
    map.addUnlessZero("tx"_L1, order.tax.minorUnits());
    map.addUnlessZero("s"_L1, qint64(order.service));
    map.addUnlessEmpty("t"_L1, order.table);
    map.addUnlessEmpty("g"_L1, order.customerName);
    map.addUnlessZero("cv"_L1, order.catalogVersion);
    map.addUnlessEmpty("ce"_L1, order.catalogEpoch);
    map.addUnlessZero("pw"_L1, order.pricedWallMs);
    map.addUnlessZero("w"_L1, order.placedWallMs);
    map.addUnlessEmpty("dn"_L1, order.deviceName);
    if (!order.device.isNull())
        map.add("dev"_L1, order.device.toBytes());
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

QByteArray encodePlaced(const PlacedOrder &order)
{
    QByteArray bytes;
    bytes.reserve(usualBytes);
    writePlaced(bytes, order);
    return bytes;
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
