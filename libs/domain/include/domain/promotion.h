// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <domain/ids.h>
#include <domain/money.h>
#include <domain/text.h>

#include <QDate>
#include <QList>

#include <optional>

namespace saji {

using PromotionId = Number<struct PromotionTag>;

enum class PromotionType : quint8 { Percentage, Fixed, BuyXGetY, Bundle };

//! When a promotion holds, by the calendar and the clock on the wall of the STORE, whatever zone a device or the server stands in.
//!
//! The hours may reach past midnight (22:00 to 02:00): then the day that counts is the one on which they began.
struct PromotionSchedule
{
    static constexpr int minutesOfDay = 24 * 60;
    static constexpr quint8 everyDay = 0x7f;

    QDate firstDay; //!< invalid = since ever
    QDate lastDay; //!< that day included; invalid = for ever
    quint8 weekdays = everyDay; //!< bit 0 = Monday
    int fromMinute = 0; //!< after local midnight
    int untilMinute = minutesOfDay; //!< that minute no longer; not after fromMinute = past midnight

    //! At a wall time, in the store's zone; in an unknown zone by UTC.
    [[nodiscard]] bool holdsAt(Milliseconds wall, const QByteArray &timeZone) const;
    friend bool operator==(const PromotionSchedule &, const PromotionSchedule &) = default;
};

//! What a promotion is about; an empty list means all of them. A line counts when it is in each of the three.
struct PromotionScope
{
    QList<OutletId> outlets;
    QList<CategoryId> categories;
    QList<ProductId> products;

    [[nodiscard]] bool covers(OutletId outlet, CategoryId category, ProductId product) const;
    friend bool operator==(const PromotionScope &, const PromotionScope &) = default;
};

//! So many of any of these products: a part of a bundle.
struct BundlePiece
{
    QList<ProductId> products;
    int quantity = 1;

    friend bool operator==(const BundlePiece &, const BundlePiece &) = default;
};

//! One promotion, as docs/menu-format.md describes it. What it takes off is decided by discountsFor() (domain/discounts.h).
struct Promotion
{
    PromotionId id;
    LocalText name;
    PromotionType type = PromotionType::Percentage;
    int basisPoints = 0; //!< Percentage; BuyXGetY: of what is given, 10,000 = free
    Money amount; //!< Fixed: taken off; Bundle: what one set costs
    int buy = 1, get = 1; //!< BuyXGetY
    QList<ProductId> getProducts; //!< BuyXGetY: what is given; empty = the cheapest of what is bought
    QList<BundlePiece> pieces; //!< Bundle; no product is in two of them
    PromotionSchedule schedule;
    PromotionScope scope;
    Money minPurchase; //!< of what is in scope, before any discount
    Money maxDiscount; //!< of one order; nothing = no limit
    int usageLimit = 0; //!< orders of the whole store; 0 = no limit
    int perOrder = 0; //!< sets in one order (BuyXGetY, Bundle); 0 = as many as there are
    int priority = 0; //!< the higher is looked at first
    bool stackable = false; //!< may share a portion with another that is stackable as well
    bool active = true;
};

} // namespace saji
