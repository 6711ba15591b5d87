// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/pricing.h>

#include "choice.h"

#include <algorithm>

namespace saji {
namespace {

Money nothing(const Menu &menu)
{
    const auto currency = menu.store().currency.toLatin1();
    if (currency.size() != 3)
        return Money();
    const char letters[4] = {currency[0], currency[1], currency[2], '\0'};
    return Money(0, letters);
}

//! A line that is sold.
struct Sold
{
    qsizetype index = 0; //!< in Cart::items()
    const Product *product = nullptr;
};

QList<Sale> salesOf(const QList<Sold> &sold, const Cart &cart, const Menu &menu)
{
    QList<Sale> sales;
    for (const auto &[index, product] : sold) {
        const auto &item = cart.items().at(index);
        const auto unit = unitPrice(*product, item.modifiers, menu);
        sales.append({product->outlet, product->category, product->id, item.quantity, unit, product->price});
    }
    return sales;
}

OutletTotals totalsOf(const Outlet &outlet, const QList<Sold> &sold, const QList<Sale> &sales, const QList<Discount> &discounts, Money zero)
{
    OutletTotals totals;
    totals.outlet = outlet.id;
    totals.subtotal = totals.discount = totals.service = totals.tax = totals.total = zero;
    Money taxable = zero;
    for (const auto &discount : discounts)
        totals.discounts.append({discount.promotion, zero});
    for (qsizetype i = 0; i < sold.size(); ++i) {
        if (sales[i].outlet != outlet.id)
            continue;
        PricedItem item{sold[i].index, sales[i].unit, sales[i].unit * sales[i].quantity, zero};
        for (qsizetype d = 0; d < discounts.size(); ++d) {
            item.discount += discounts[d].perSale[i];
            totals.discounts[d].amount += discounts[d].perSale[i];
        }
        totals.portions += sales[i].quantity;
        totals.subtotal += item.line;
        totals.discount += item.discount;
        if (sold[i].product->taxable)
            taxable += item.line - item.discount;
        totals.minutes = std::max(totals.minutes, sold[i].product->minutes);
        totals.items.append(item);
    }
    totals.discounts.removeIf([](const PricedDiscount &discount) { return discount.amount.isZero(); });
    const auto charges = chargesOf(outlet, totals.subtotal - totals.discount, taxable);
    totals.service = charges.service;
    totals.tax = charges.tax;
    totals.total = charges.total;
    return totals;
}

} // namespace

Charges chargesOf(const Outlet &outlet, Money subtotal, Money taxable)
{
    const auto service = subtotal.share(outlet.serviceChargeBasisPoints);
    const auto taxed = taxable + taxable.share(outlet.serviceChargeBasisPoints);
    const auto tax = taxed.share(outlet.taxBasisPoints);
    return {service, tax, subtotal + service + tax};
}

Money unitPrice(const Product &product, const QList<ModifierId> &chosen, const Menu &menu)
{
    Money unit = product.price;
    for (const auto &choice : choicesInOrder(product, chosen, menu))
        unit += choice.modifier->priceAdjustment;
    // "Without" may cost less, but nobody is paid for eating.
    return std::max(unit, nothing(menu));
}

PricedCart price(const Cart &cart, const Menu &menu, const PromotionMoment &moment)
{
    PricedCart priced;
    const auto zero = nothing(menu);
    priced.subtotal = priced.discount = priced.service = priced.tax = priced.total = zero;
    QList<Sold> sold;
    for (qsizetype i = 0; i < cart.items().size(); ++i) {
        if (const auto product = sellable(cart.items().at(i), menu))
            sold.append({i, *product});
        else
            priced.unavailable.append(i);
    }
    const auto sales = salesOf(sold, cart, menu);
    const auto discounts = discountsFor(sales, menu.promotions(), menu.store().timeZone, moment);
    for (const auto &discount : discounts)
        priced.discounts.append({discount.promotion, discount.amount});
    for (const auto &outlet : menu.outlets()) {
        const auto totals = totalsOf(outlet, sold, sales, discounts, zero);
        if (totals.items.isEmpty())
            continue;
        priced.subtotal += totals.subtotal;
        priced.discount += totals.discount;
        priced.service += totals.service;
        priced.tax += totals.tax;
        priced.total += totals.total;
        priced.portions += totals.portions;
        priced.outlets.append(totals);
    }
    return priced;
}

} // namespace saji
