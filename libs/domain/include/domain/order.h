// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/cart.h>
#include <domain/pricing.h>

#include <base/origin.h>

#include <QDate>

namespace saji {

//! The life of a ticket (what one outlet cooks of an order): docs/protocol.md section 2.
enum class OrderState : quint8 { Pending, Preparing, Ready, Served, Completed, Cancelled };

[[nodiscard]] constexpr bool mayBecome(OrderState from, OrderState to)
{
    using enum OrderState;
    switch (from) {
    case Pending: return to == Preparing || to == Cancelled;
    case Preparing: return to == Ready || to == Cancelled;
    case Ready: return to == Served || to == Cancelled;
    case Served: return to == Completed;
    case Completed: return false;
    case Cancelled: return false;
    }
    return false;
}

//! Where a recall leads: one step back, named as such; nullopt when there is nothing to take back.
[[nodiscard]] constexpr std::optional<OrderState> recalledFrom(OrderState state)
{
    using enum OrderState;
    switch (state) {
    case Pending: return std::nullopt;
    case Preparing: return Pending;
    case Ready: return Preparing;
    case Served: return Ready;
    case Completed: return Served;
    case Cancelled: return std::nullopt;
    }
    return std::nullopt;
}

[[nodiscard]] QLatin1StringView orderStateWord(OrderState state); //!< "pending", as in the contracts
[[nodiscard]] std::optional<OrderState> orderStateFromWord(QStringView word);

//! Unique in the store and the business day without asking anyone: device code + counter, "A-042".
struct OrderNumber
{
    QString code; //!< "A"
    int counter = 0;
    QString toString() const; //!< three digits at least
    [[nodiscard]] static bool isValidCode(QStringView code); //!< one or two of A-Z
    friend bool operator==(const OrderNumber &, const OrderNumber &) = default;
};

struct LineModifier
{
    ModifierId id;
    LocalText group;
    LocalText name;
    Money priceAdjustment;
    ModifierKind kind = ModifierKind::Plain;

    friend bool operator==(const LineModifier &, const LineModifier &) = default;
};

//! One line as it was sold: names and prices are copied, so that no later edit of the menu changes an order (G10).
struct OrderLine
{
    ProductId product;
    LocalText name;
    int quantity = 1;
    QList<LineModifier> modifiers;
    QString note;
    Allergens allergyNote;
    Money unit;
    Money line;
    QString station;

    friend bool operator==(const OrderLine &, const OrderLine &) = default;
};

//! What one promotion took off what one outlet sold; its name is copied, as those of dishes are.
struct PartDiscount
{
    PromotionId promotion;
    LocalText name;
    Money amount;
    bool limited = false; //!< this order is one of a limited number

    friend bool operator==(const PartDiscount &, const PartDiscount &) = default;
};

//! What one outlet makes of an order.
struct OrderPart
{
    OutletId outlet;
    QString outletName;
    QList<OrderLine> lines;
    int portions = 0;
    QList<PartDiscount> discounts;
    Money subtotal, discount, service, tax, total; //!< subtotal - discount + service + tax = total

    friend bool operator==(const OrderPart &, const OrderPart &) = default;
};

//! Everything that was agreed with the guest, as written in the fact `order.placed`.
struct PlacedOrder
{
    //! A hundred thousand million rupiah: sums of a year's orders stay far inside their integer.
    static constexpr qint64 maxTotalMinor = 10'000'000'000'000;

    OrderId id;
    BasketId basket;
    OrderNumber number;
    QDate businessDay;
    ServiceKind service = ServiceKind::DineIn;
    QString table;
    QString customerName;
    QList<OrderPart> parts;
    Money subtotal, discount, serviceCharge, tax, total;
    qint64 catalogVersion = 0;
    QString catalogEpoch;
    qint64 pricedWallMs = 0; //!< the moment whose promotions hold, by the kiosk's wall clock; 0 = none was looked at
    qint64 placedWallMs = 0; //!< by the kiosk's wall clock: a label
    DeviceId device;
    QString deviceName;

    friend bool operator==(const PlacedOrder &, const PlacedOrder &) = default;
};

//! Decides purely whether this basket is an order, and what it says. InvalidArgument: empty, or details name what is wrong.
//! Conflict: something is no longer sold, or not at the agreed total. `number` is drawn by the caller in the transaction that writes
//! the fact; when and on which device is for the caller to add. The promotions of `moment` hold.
[[nodiscard]] Result<PlacedOrder> placeOrder(const OrderId &id, const Cart &cart, const Menu &menu, const OrderNumber &number,
                                             QDate businessDay, const PromotionMoment &moment = {});

//! The business day at a wall time in the store's zone: the day starts at businessDayStartsMinutes.
[[nodiscard]] QDate businessDay(Milliseconds wall, const StoreInfo &store);

} // namespace saji
