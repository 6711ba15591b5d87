// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/menu.h>

#include <QList>
#include <QString>

#include <optional>

namespace saji {

enum class ServiceKind : quint8 { DineIn, Takeaway };

//! One line of a basket: what was chosen, by number. Names and prices come from a menu when it is priced.
struct CartItem
{
    static constexpr int maxNoteLength = 140;

    ProductId product;
    int quantity = 1; //!< 1..maxQuantity
    QList<ModifierId> modifiers;
    QString note; //!< for the cook, one line, at most maxNoteLength
    Allergens allergyNote; //!< the guest is allergic to these

    //! The same dish chosen the same way: its quantity can be added to this line.
    bool sameChoice(const CartItem &other) const;
    friend bool operator==(const CartItem &, const CartItem &) = default;
};

//! What a guest has chosen, across several outlets. A value; every rule of choosing is here.
class Cart
{
public:
    static constexpr int maxQuantity = 99; //!< of one line, on a kiosk
    static constexpr int maxItems = 100;
    static constexpr int maxTableLength = 8;
    static constexpr int maxNameLength = 40;

    //! A fresh basket has its identity from birth: one basket becomes at most one order (G2).
    explicit Cart(BasketId id = {}) : m_id(id) {}

    BasketId id() const { return m_id; }
    const QList<CartItem> &items() const { return m_items; }
    bool isEmpty() const { return m_items.isEmpty(); }
    int portions() const;
    int portionsOf(ProductId product) const;

    ServiceKind service = ServiceKind::DineIn;
    QString table; //!< at most maxTableLength
    QString customerName; //!< at most maxNameLength
    //! The total that the guest was shown. When set, the basket is not placed at any other (G10): Conflict.
    std::optional<Money> agreedTotal;
    //! When that was, by the wall clock: the promotions of that moment hold if it is not long ago.
    std::optional<Milliseconds> pricedAt;

    //! Adds, or raises the quantity of the same choice. NotFound (product, modifier), Conflict (unavailable, groups unmet, basket full)
    //! or InvalidArgument (quantity, note); the basket is then as it was.
    [[nodiscard]] Result<void> add(const CartItem &item, const Menu &menu);
    //! Changes one line; when it becomes the same choice as another, the two become one.
    [[nodiscard]] Result<void> replace(qsizetype index, const CartItem &item, const Menu &menu);
    void setQuantity(qsizetype index, int quantity); //!< clamped to 0..maxQuantity; 0 removes
    void remove(qsizetype index);
    void clear();

private:
    BasketId m_id;
    QList<CartItem> m_items;
};

//! The first group of the product whose choice is not legal (too few, too many), or nullopt.
[[nodiscard]] std::optional<ModifierGroupId> unmetGroup(const Product &product, const QList<ModifierId> &chosen, const Menu &menu);
//! What is chosen before the guest touches anything: the marked ones, and whatever leaves no choice.
[[nodiscard]] QList<ModifierId> defaultModifiers(const Product &product, const Menu &menu);
//! Choosing or unchoosing one modifier by the rules of its group: one-of-many replaces, the last required one cannot be unchosen (except
//! in a full group of several, where giving one back is the only way to another), full groups stay.
[[nodiscard]] QList<ModifierId> toggled(const Product &product, const QList<ModifierId> &chosen, ModifierId modifier, const Menu &menu);

} // namespace saji
