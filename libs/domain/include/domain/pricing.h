// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/cart.h>
#include <domain/discounts.h>

namespace saji {

struct PricedItem
{
    qsizetype index = 0; //!< in Cart::items()
    Money unit; //!< with modifiers
    Money line; //!< unit x quantity
    Money discount; //!< what promotions take off the line
};

//! What one promotion takes off a basket, or off what one outlet sells of it.
struct PricedDiscount
{
    PromotionId promotion;
    Money amount;

    friend bool operator==(const PricedDiscount &, const PricedDiscount &) = default;
};

//! What one outlet (tenant) gets.
struct OutletTotals
{
    OutletId outlet;
    QList<PricedItem> items;
    int portions = 0;
    Money subtotal; //!< before discounts
    Money discount;
    QList<PricedDiscount> discounts; //!< in the order in which they were taken off
    Money service; //!< on what is left after discounts
    Money tax; //!< on that and the service, of what is taxable
    Money total;
    int minutes = 0; //!< the slowest dish
};

struct PricedCart
{
    QList<OutletTotals> outlets; //!< in the menu's order
    Money subtotal, discount, service, tax, total;
    QList<PricedDiscount> discounts;
    int portions = 0;
    QList<qsizetype> unavailable; //!< items that the menu does not sell like that any more; they cost nothing and cannot be ordered
};

//! What an outlet adds to what was chosen, less discounts.
struct Charges
{
    Money service;
    Money tax; //!< on what is taxable and on the service charged for it
    Money total;
};
[[nodiscard]] Charges chargesOf(const Outlet &outlet, Money subtotal, Money taxable);

//! What a basket costs at a moment; without one no promotion holds. The same function on the kiosk and on the server.
[[nodiscard]] PricedCart price(const Cart &cart, const Menu &menu, const PromotionMoment &moment = {});
//! One choice of one product; never below nothing, whatever the adjustments say.
[[nodiscard]] Money unitPrice(const Product &product, const QList<ModifierId> &chosen, const Menu &menu);

} // namespace saji
