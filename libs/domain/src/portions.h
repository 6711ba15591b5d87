// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/discounts.h>

namespace saji {

//! Some portions of one line, as a promotion would use them.
struct Share
{
    qsizetype parcel = 0; //!< in its PortionTable
    int quantity = 0;
    Money perPortion; //!< what one may be taken down by: the bare dish, and no more than is left of it
    Money worth; //!< what these may be taken down by, and the weight by which the discount is spread
    int given = 0; //!< of them
};

//! The portions that one promotion may still use; a view of a PortionTable, valid until that changes.
class Portions
{
public:
    struct Entry
    {
        Share share;
        ProductId product;
    };

    explicit Portions(QList<Entry> entries) : m_entries(std::move(entries)) {}

    int count() const;
    Portions of(const QList<ProductId> &products) const;
    Portions without(const QList<ProductId> &products) const;
    //! Each whole, worth all that is left of it.
    QList<Share> all() const;
    //! So many, by the price of the bare dish; of equal ones those that were chosen first.
    QList<Share> dearest(int quantity) const;
    QList<Share> cheapest(int quantity) const;

private:
    static QList<Share> firstOf(const QList<Entry> &entries, int quantity);

    QList<Entry> m_entries;
};

//! The portions of a basket while promotions are dealt out: what is left of each, and by whom it was touched.
class PortionTable
{
public:
    explicit PortionTable(const QList<Sale> &sales);

    Portions open(const PromotionScope &scope, bool stackable) const;
    //! Marks the shares as used, spreads the amount over them by their worth, and says what that is for each sale.
    QList<Money> take(const QList<Share> &shares, Money amount, bool stackable);

private:
    enum class Touched : quint8 { Never, ByStackable, ByOther };
    struct Parcel
    {
        qsizetype sale = 0;
        int quantity = 0;
        Money left; //!< of all its portions
        Touched touched = Touched::Never;
    };

    Money perPortion(const Parcel &parcel) const;

    const QList<Sale> &m_sales;
    QList<Parcel> m_parcels;
};

} // namespace saji
