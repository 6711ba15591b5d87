// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/discounts.h>

#include "portions.h"

#include <algorithm>
#include <tuple>

namespace saji {
namespace {

//! What one promotion would do to the portions that are there: how much, and which portions would be used up by it.
struct Offer
{
    const Promotion *promotion = nullptr;
    Money amount;
    QList<Share> shares;
};

bool isDue(const Promotion &promotion, const QByteArray &timeZone, const PromotionMoment &moment)
{
    const bool usedUp = promotion.usageLimit > 0 && moment.uses.value(promotion.id) >= promotion.usageLimit;
    return promotion.active && !usedUp && promotion.schedule.holdsAt(*moment.wall, timeZone);
}

Money capped(const Promotion &promotion, Money amount)
{
    return promotion.maxDiscount.isZero() ? amount : std::min(amount, promotion.maxDiscount);
}

Money worthOf(const QList<Share> &shares)
{
    Money sum;
    for (const auto &share : shares)
        sum += share.worth;
    return sum;
}

int sets(const Promotion &promotion, int possible)
{
    return promotion.perOrder > 0 ? std::min(promotion.perOrder, possible) : possible;
}

Offer percentage(const Promotion &promotion, const Portions &open)
{
    auto all = open.all();
    const auto worth = worthOf(all);
    return {&promotion, std::min(worth, capped(promotion, worth.share(promotion.basisPoints))), std::move(all)};
}

Offer fixed(const Promotion &promotion, const Portions &open)
{
    auto all = open.all();
    const auto worth = worthOf(all);
    return {&promotion, std::min(worth, capped(promotion, promotion.amount)), std::move(all)};
}

//! "Buy two, the third is free": the dearest stand first, and of each group the last are given.
Offer cheapestGiven(const Promotion &promotion, const Portions &open)
{
    const int group = promotion.buy + promotion.get;
    const int used = sets(promotion, open.count() / group) * group;
    auto shares = open.dearest(used);
    int place = 0;
    for (auto &share : shares) {
        const auto givenBefore = [&](int end) { return end / group * promotion.get + std::max(0, end % group - promotion.buy); };
        share.given = givenBefore(place + share.quantity) - givenBefore(place);
        place += share.quantity;
    }
    return {&promotion, {}, std::move(shares)};
}

//! "With each soup an iced tea": bought and given are different dishes.
Offer otherGiven(const Promotion &promotion, const PortionTable &table)
{
    const auto bought = table.open(promotion.scope, promotion.stackable).without(promotion.getProducts);
    const auto gifts = table.open({{}, {}, promotion.getProducts}, promotion.stackable);
    const int times = sets(promotion, std::min(bought.count() / promotion.buy, gifts.count() / promotion.get));
    auto shares = bought.dearest(times * promotion.buy);
    for (auto share : gifts.cheapest(times * promotion.get)) {
        share.given = share.quantity;
        shares.append(share);
    }
    return {&promotion, {}, std::move(shares)};
}

Offer buyXGetY(const Promotion &promotion, const PortionTable &table)
{
    auto offer = promotion.getProducts.isEmpty() ? cheapestGiven(promotion, table.open(promotion.scope, promotion.stackable))
                                                 : otherGiven(promotion, table);
    for (auto &share : offer.shares) {
        const auto all = share.perPortion * share.given;
        share.worth = std::min(all, all.share(promotion.basisPoints));
        offer.amount += share.worth;
    }
    offer.amount = capped(promotion, offer.amount);
    return offer;
}

Offer bundle(const Promotion &promotion, const Portions &open)
{
    int possible = promotion.pieces.isEmpty() ? 0 : open.count();
    QList<Portions> pieces;
    auto rest = open;
    for (const auto &piece : promotion.pieces) {
        pieces.append(rest.of(piece.products));
        rest = rest.without(piece.products);
        possible = std::min(possible, pieces.last().count() / piece.quantity);
    }
    const int times = sets(promotion, possible);
    Offer offer{&promotion, {}, {}};
    for (qsizetype i = 0; i < pieces.size(); ++i)
        offer.shares += pieces[i].dearest(times * promotion.pieces[i].quantity);
    for (auto &share : offer.shares)
        share.worth = share.perPortion * share.quantity;
    const auto worth = worthOf(offer.shares);
    offer.amount = capped(promotion, std::max(worth - promotion.amount * times, Money()));
    return offer;
}

Offer offerOf(const Promotion &promotion, const PortionTable &table)
{
    const auto open = table.open(promotion.scope, promotion.stackable);
    switch (promotion.type) {
    case PromotionType::Percentage: return percentage(promotion, open);
    case PromotionType::Fixed: return fixed(promotion, open);
    case PromotionType::BuyXGetY: return buyXGetY(promotion, table);
    case PromotionType::Bundle: return bundle(promotion, open);
    }
    return {};
}

Money purchaseOf(const Promotion &promotion, const QList<Sale> &sales)
{
    Money sum;
    for (const auto &sale : sales) {
        if (promotion.scope.covers(sale.outlet, sale.category, sale.product))
            sum += sale.unit * sale.quantity;
    }
    return sum;
}

//! The promotions that may apply, the highest priority first.
QList<const Promotion *> candidates(const QList<Sale> &sales, const QList<Promotion> &promotions, const QByteArray &timeZone,
                                    const PromotionMoment &moment)
{
    QList<const Promotion *> due;
    for (const auto &promotion : promotions) {
        if (isDue(promotion, timeZone, moment) && purchaseOf(promotion, sales) >= promotion.minPurchase)
            due.append(&promotion);
    }
    std::ranges::sort(due, {}, [](const Promotion *p) { return std::tuple(-qint64(p->priority), p->id); });
    return due;
}

} // namespace

QList<Discount> discountsFor(const QList<Sale> &sales, const QList<Promotion> &promotions, const QByteArray &timeZone,
                             const PromotionMoment &moment)
{
    if (!moment.wall)
        return {};
    auto due = candidates(sales, promotions, timeZone, moment);
    PortionTable table(sales);
    QList<Discount> discounts;
    while (!due.isEmpty()) {
        Offer best;
        for (const auto *promotion : std::as_const(due)) {
            if (promotion->priority != due.first()->priority)
                break;
            auto offer = offerOf(*promotion, table);
            if (!best.promotion || offer.amount > best.amount)
                best = std::move(offer);
        }
        due.removeOne(best.promotion);
        if (best.amount > Money())
            discounts.append({best.promotion->id, best.amount, table.take(best.shares, best.amount, best.promotion->stackable)});
    }
    return discounts;
}

} // namespace saji
