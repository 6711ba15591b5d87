// SPDX-License-Identifier: GPL-3.0-or-later
#include "portions.h"

#include <algorithm>

namespace saji {
namespace {

//! Spreads an amount over weights in proportion: whole payable units where that is possible, no share above its weight, and exactly
//! the amount in all (which is at most the sum of the weights).
QList<Money> spread(Money amount, const QList<Share> &shares)
{
    Money whole;
    for (const auto &share : shares)
        whole += share.worth;
    QList<Money> parts;
    Money before, given;
    for (const auto &share : shares) {
        before += share.worth;
        const auto due = std::min(amount.portion(before.minorUnits(), whole.minorUnits()), amount);
        parts.append(std::clamp(due - given, Money(), share.worth));
        given += parts.last();
    }
    // What rounding has left over goes where there is room.
    for (qsizetype i = 0; i < shares.size() && given < amount; ++i) {
        const auto more = std::min(shares[i].worth - parts[i], amount - given);
        parts[i] += more;
        given += more;
    }
    return parts;
}

} // namespace

int Portions::count() const
{
    int sum = 0;
    for (const auto &entry : m_entries)
        sum += entry.share.quantity;
    return sum;
}

Portions Portions::of(const QList<ProductId> &products) const
{
    auto entries = m_entries;
    entries.removeIf([&](const Entry &entry) { return !products.contains(entry.product); });
    return Portions(std::move(entries));
}

Portions Portions::without(const QList<ProductId> &products) const
{
    auto entries = m_entries;
    entries.removeIf([&](const Entry &entry) { return products.contains(entry.product); });
    return Portions(std::move(entries));
}

QList<Share> Portions::all() const
{
    QList<Share> shares;
    for (const auto &entry : m_entries)
        shares.append(entry.share);
    return shares;
}

QList<Share> Portions::firstOf(const QList<Entry> &entries, int quantity)
{
    QList<Share> shares;
    for (const auto &entry : entries) {
        if (quantity <= 0)
            break;
        auto share = entry.share;
        share.quantity = std::min(share.quantity, quantity);
        share.worth = Money();
        quantity -= share.quantity;
        shares.append(share);
    }
    return shares;
}

QList<Share> Portions::dearest(int quantity) const
{
    auto entries = m_entries;
    std::ranges::stable_sort(entries, std::ranges::greater(), [](const Entry &e) { return e.share.perPortion.minorUnits(); });
    return firstOf(entries, quantity);
}

QList<Share> Portions::cheapest(int quantity) const
{
    auto entries = m_entries;
    std::ranges::stable_sort(entries, std::ranges::less(), [](const Entry &e) { return e.share.perPortion.minorUnits(); });
    return firstOf(entries, quantity);
}

PortionTable::PortionTable(const QList<Sale> &sales) : m_sales(sales)
{
    for (qsizetype i = 0; i < sales.size(); ++i)
        m_parcels.append({i, sales[i].quantity, sales[i].unit * sales[i].quantity, Touched::Never});
}

Money PortionTable::perPortion(const Parcel &parcel) const
{
    return parcel.quantity > 0 ? std::min(m_sales[parcel.sale].base, parcel.left.divided(parcel.quantity)) : Money();
}

Portions PortionTable::open(const PromotionScope &scope, bool stackable) const
{
    QList<Portions::Entry> entries;
    for (qsizetype i = 0; i < m_parcels.size(); ++i) {
        const auto &parcel = m_parcels[i];
        const auto &sale = m_sales[parcel.sale];
        const bool isFree = parcel.touched == Touched::Never || (stackable && parcel.touched == Touched::ByStackable);
        if (isFree && scope.covers(sale.outlet, sale.category, sale.product))
            entries.append({{i, parcel.quantity, perPortion(parcel), parcel.left, 0}, sale.product});
    }
    return Portions(std::move(entries));
}

QList<Money> PortionTable::take(const QList<Share> &shares, Money amount, bool stackable)
{
    QList<Money> perSale(m_sales.size());
    const auto parts = spread(amount, shares);
    for (qsizetype i = 0; i < shares.size(); ++i) {
        auto &parcel = m_parcels[shares[i].parcel];
        const int rest = parcel.quantity - shares[i].quantity;
        if (rest > 0) {
            // The portions that stay open become a parcel of their own, with their part of what is left.
            Parcel open = parcel;
            open.quantity = rest;
            open.left = parcel.left.divided(parcel.quantity) * rest;
            parcel.quantity -= rest;
            parcel.left = parcel.left - open.left;
            m_parcels.append(open);
        }
        auto &used = m_parcels[shares[i].parcel];
        used.left = used.left - parts[i];
        used.touched = stackable ? Touched::ByStackable : Touched::ByOther;
        perSale[used.sale] += parts[i];
    }
    return perSale;
}

} // namespace saji
