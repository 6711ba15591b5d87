// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/order.h>

#include "choice.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr std::array<QLatin1StringView, 6> stateWords{"pending"_L1, "preparing"_L1, "ready"_L1,
                                                      "served"_L1,  "completed"_L1, "cancelled"_L1};

Error invalid(const QString &detail)
{
    return {ErrorCode::InvalidArgument, detail};
}

//! What the basket says about itself, apart from what is in it.
std::optional<Error> wrongDetails(const Cart &cart)
{
    if (cart.id().isNull())
        return invalid(u"a basket without an identity could become two orders"_s);
    if (cart.isEmpty())
        return invalid(u"the basket is empty"_s);
    if (cart.table.size() > Cart::maxTableLength)
        return invalid(u"table: at most %1 characters"_s.arg(Cart::maxTableLength));
    if (cart.customerName.size() > Cart::maxNameLength)
        return invalid(u"name: at most %1 characters"_s.arg(Cart::maxNameLength));
    return std::nullopt;
}

OrderLine soldLine(const CartItem &item, const PricedItem &priced, const Menu &menu)
{
    const auto &product = *menu.product(item.product);
    OrderLine line;
    line.product = product.id;
    line.name = product.name;
    line.quantity = item.quantity;
    for (const auto &choice : choicesInOrder(product, item.modifiers, menu)) {
        const auto &modifier = *choice.modifier;
        line.modifiers.append({modifier.id, choice.group->name, modifier.name, modifier.priceAdjustment, modifier.kind});
    }
    line.note = item.note;
    line.allergyNote = item.allergyNote;
    line.unit = priced.unit;
    line.line = priced.line;
    line.station = product.station;
    return line;
}

OrderPart soldPart(const OutletTotals &totals, const Cart &cart, const Menu &menu)
{
    OrderPart part;
    part.outlet = totals.outlet;
    part.outletName = menu.outlet(totals.outlet)->name;
    for (const auto &item : totals.items)
        part.lines.append(soldLine(cart.items().at(item.index), item, menu));
    for (const auto &discount : totals.discounts) {
        const auto *promotion = menu.promotion(discount.promotion);
        part.discounts.append({discount.promotion, promotion->name, discount.amount, promotion->usageLimit > 0});
    }
    part.portions = totals.portions;
    part.subtotal = totals.subtotal;
    part.discount = totals.discount;
    part.service = totals.service;
    part.tax = totals.tax;
    part.total = totals.total;
    return part;
}

} // namespace

QLatin1StringView orderStateWord(OrderState state)
{
    return stateWords.at(size_t(state));
}

std::optional<OrderState> orderStateFromWord(QStringView word)
{
    const auto *at = std::ranges::find_if(stateWords, [word](QLatin1StringView w) { return w == word; });
    return at == stateWords.end() ? std::nullopt : std::optional(OrderState(at - stateWords.begin()));
}

QString OrderNumber::toString() const
{
    return code + u'-' + QString::number(counter).rightJustified(3, u'0');
}

bool OrderNumber::isValidCode(QStringView code)
{
    return !code.isEmpty() && code.size() <= 2 && std::ranges::all_of(code, [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

Result<PlacedOrder> placeOrder(const OrderId &id, const Cart &cart, const Menu &menu, const OrderNumber &number, QDate businessDay,
                               const PromotionMoment &moment)
{
    if (id.isNull() || !OrderNumber::isValidCode(number.code) || number.counter < 1 || !businessDay.isValid())
        return invalid(u"an order needs an id, a number such as A-001 and a business day"_s);
    if (const auto wrong = wrongDetails(cart))
        return *wrong;
    const auto priced = price(cart, menu, moment);
    if (!priced.unavailable.isEmpty()) {
        const auto &item = cart.items().at(priced.unavailable.first());
        return Error{ErrorCode::Conflict, sellable(item, menu).error().detail};
    }
    if (cart.agreedTotal && *cart.agreedTotal != priced.total) {
        return Error{ErrorCode::Conflict, u"the price has changed: the guest was shown %1, the menu now says %2"_s.arg(
                                              cart.agreedTotal->toDecimal(), priced.total.toDecimal())};
    }
    if (priced.total.minorUnits() > PlacedOrder::maxTotalMinor)
        return invalid(u"an order of %1 is beyond what a till can hold"_s.arg(priced.total.toDecimal()));

    PlacedOrder order;
    order.id = id;
    order.basket = cart.id();
    order.number = number;
    order.businessDay = businessDay;
    order.service = cart.service;
    order.table = cleanText(cart.table);
    order.customerName = cleanText(cart.customerName);
    for (const auto &totals : priced.outlets)
        order.parts.append(soldPart(totals, cart, menu));
    order.subtotal = priced.subtotal;
    order.discount = priced.discount;
    order.serviceCharge = priced.service;
    order.tax = priced.tax;
    order.total = priced.total;
    order.catalogVersion = menu.version();
    order.catalogEpoch = menu.epoch();
    order.pricedWallMs = moment.wall ? moment.wall->count() : 0;
    return order;
}

QDate businessDay(Milliseconds wall, const StoreInfo &store)
{
    const QTimeZone zone(store.timeZone);
    // The year 30,000 has no name on the wire, and an order of that day could be read by nobody.
    const auto moment = std::clamp(wall, Milliseconds(0), absurdWall).count();
    const auto local = zone.isValid() ? QDateTime::fromMSecsSinceEpoch(moment, zone) : QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
    const int minutes = local.time().hour() * 60 + local.time().minute();
    return minutes < store.businessDayStartsMinutes ? local.date().addDays(-1) : local.date();
}

} // namespace saji
