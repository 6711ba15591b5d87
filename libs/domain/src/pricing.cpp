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

OutletTotals totalsOf(const Outlet &outlet, const QList<std::pair<qsizetype, const Product *>> &sold, const Cart &cart, const Menu &menu)
{
    OutletTotals totals;
    totals.outlet = outlet.id;
    totals.subtotal = totals.service = totals.tax = totals.total = nothing(menu);
    Money taxable = totals.subtotal;
    for (const auto &[index, product] : sold) {
        const auto &item = cart.items().at(index);
        const auto unit = unitPrice(*product, item.modifiers, menu);
        const auto line = unit * item.quantity;
        totals.items.append({index, unit, line});
        totals.portions += item.quantity;
        totals.subtotal += line;
        if (product->taxable)
            taxable += line;
        totals.minutes = std::max(totals.minutes, product->minutes);
    }
    const auto charges = chargesOf(outlet, totals.subtotal, taxable);
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

PricedCart price(const Cart &cart, const Menu &menu)
{
    PricedCart priced;
    priced.subtotal = priced.service = priced.tax = priced.total = nothing(menu);
    QHash<OutletId, QList<std::pair<qsizetype, const Product *>>> byOutlet;
    for (qsizetype i = 0; i < cart.items().size(); ++i) {
        if (const auto product = sellable(cart.items().at(i), menu))
            byOutlet[(*product)->outlet].append({i, *product});
        else
            priced.unavailable.append(i);
    }
    for (const auto &outlet : menu.outlets()) {
        const auto sold = byOutlet.constFind(outlet.id);
        if (sold == byOutlet.cend())
            continue;
        const auto totals = totalsOf(outlet, *sold, cart, menu);
        priced.subtotal += totals.subtotal;
        priced.service += totals.service;
        priced.tax += totals.tax;
        priced.total += totals.total;
        priced.portions += totals.portions;
        priced.outlets.append(totals);
    }
    return priced;
}

} // namespace saji
