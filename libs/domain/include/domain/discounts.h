// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/menu.h>

#include <QHash>

namespace saji {

//! When, and after how many uses, promotions are looked at.
struct PromotionMoment
{
    std::optional<Milliseconds> wall; //!< nullopt = at no particular time: no promotion holds
    QHash<PromotionId, int> uses; //!< orders known to have used it; only limited promotions need to be here
};

//! One line as promotions see it, whoever sells it: a kiosk's basket or an order that a server looks at.
struct Sale
{
    OutletId outlet;
    CategoryId category;
    ProductId product;
    int quantity = 1;
    Money unit; //!< with modifiers
    Money base; //!< the bare dish: what is given or bundled; extras are paid for
};

//! What one promotion takes off a basket.
struct Discount
{
    PromotionId promotion;
    Money amount; //!< more than nothing
    QList<Money> perSale; //!< as many as there are sales; they come to `amount`

    friend bool operator==(const Discount &, const Discount &) = default;
};

//! What the promotions take off these sales: the same function on kiosk and server.
//!
//! Promotions are looked at by priority, of equal ones the better for the guest first (then the lower id). A portion that one has used
//! is closed to others, unless both are stackable; then the later one takes its share of what the earlier has left. No line ever goes
//! below nothing, and amounts are rounded like Money::share(). Linear in lines, quadratic in promotions of one priority.
[[nodiscard]] QList<Discount> discountsFor(const QList<Sale> &sales, const QList<Promotion> &promotions, const QByteArray &timeZone,
                                           const PromotionMoment &moment);

} // namespace saji
