// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/cart.h>

namespace saji {

struct PricedItem
{
    qsizetype index = 0; //!< in Cart::items()
    Money unit; //!< with modifiers
    Money line; //!< unit x quantity
};

//! What one outlet (tenant) gets.
struct OutletTotals
{
    OutletId outlet;
    QList<PricedItem> items;
    int portions = 0;
    Money subtotal;
    Money service;
    Money tax; //!< on subtotal + service, of what is taxable
    Money total;
    int minutes = 0; //!< the slowest dish
};

struct PricedCart
{
    QList<OutletTotals> outlets; //!< in the menu's order
    Money subtotal, service, tax, total;
    int portions = 0;
    QList<qsizetype> unavailable; //!< items that the menu does not sell like that any more; they cost nothing and cannot be ordered
};

//! What an outlet adds to what was chosen.
struct Charges
{
    Money service;
    Money tax; //!< on what is taxable and on the service charged for it
    Money total;
};
[[nodiscard]] Charges chargesOf(const Outlet &outlet, Money subtotal, Money taxable);

//! The same function on the kiosk and on the server.
[[nodiscard]] PricedCart price(const Cart &cart, const Menu &menu);
//! One choice of one product; never below nothing, whatever the adjustments say.
[[nodiscard]] Money unitPrice(const Product &product, const QList<ModifierId> &chosen, const Menu &menu);

} // namespace saji
