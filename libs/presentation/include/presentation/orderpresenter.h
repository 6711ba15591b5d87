// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/languageswitch.h>
#include <services/menuservice.h>
#include <services/orderservice.h>

#include <QObject>
#include <QPointer>

namespace saji {

//! One fact about the order, and whether it has happened.
struct OrderFact
{
    QString fact; //!< "Tampil di dapur Soto Bu Tini"
    bool done = false;
    QString evidence; //!< done: when or how fast; else: when it will ("menyusul saat internet pulih")
    int ticks = 1; //!< two: two devices have it
    friend bool operator==(const OrderFact &, const OrderFact &) = default;
};

//! Where one outlet's dishes are handed over.
struct OrderPickup
{
    QString outlet;
    QString monogram;
    quint32 rgb = 0;
    QString where; //!< "Ambil di gerai 7"
    QString detail; //!< "5 porsi · ± 6 menit"
    friend bool operator==(const OrderPickup &, const OrderPickup &) = default;
};

//! Why there is no number, and what the guest can do.
struct OrderRefusal
{
    QString title;
    QString sentence;
    bool basketAtFault = false; //!< changing the basket helps; else trying again may
    bool diskAtFault = false; //!< this kiosk cannot keep orders
};

//! From "confirm" to the number on the screen, and what is known of the order after that.
//!
//! A basket is placed once however often it is confirmed; the number appears with `placed` and never changes. GUI thread.
class OrderPresenter : public QObject
{
    Q_OBJECT

public:
    enum class Phase { Idle, Placing, Placed, Refused };

    explicit OrderPresenter(LanguageSwitch &language, QObject *parent = nullptr);

    void attach(OrderService &orders);
    void setMenuState(const MenuState &state) { m_state = state; }
    //! What a fact that is still pending waits for.
    void setConnections(bool central, bool local);
    //! The house has a hub: whether the order has reached it is worth a line.
    void setHub(bool known);

    //! Ignored while a basket is being placed or has been; false then, and before attach().
    bool confirm(const Cart &cart);
    //! For the next basket; a late answer to the old one is ignored.
    void reset();

    Phase phase() const { return m_phase; }
    const PlacedOrder &order() const { return m_order; }
    QString number() const { return m_phase == Phase::Placed ? m_order.number.toString() : QString(); }
    QString total() const;
    int waitingMinutes() const;
    QList<OrderFact> facts() const;
    QList<OrderPickup> pickups() const;
    const OrderRefusal &refusal() const { return m_refusal; }
    //! What the guest must do when nobody can hear this kiosk; empty when all is well.
    QString advice() const;

signals:
    void phaseChanged();
    void progressed();

private:
    void onPlaced(const PlacedOrder &order, const OrderCopies &copies);
    void onRefused(const BasketId &basket, const Error &error);
    void onProgressed(const OrderProgress &progress);
    void setPhase(Phase phase);
    OrderRefusal explain(const Error &error) const;
    QString waitsForKitchen() const;
    bool hasSecondCopy() const;
    bool secondIs(PeerRole role) const;
    QString secondName() const;
    OrderFact savedFact() const;
    int minutesOf(const OrderPart &part) const;
    QString handover(const Outlet *outlet) const;

    LanguageSwitch &m_language;
    QPointer<OrderService> m_orders;
    MenuState m_state;
    Phase m_phase = Phase::Idle;
    BasketId m_basket;
    PlacedOrder m_order;
    OrderProgress m_progress;
    OrderCopies m_copies; //!< at the moment of the number
    std::optional<Error> m_error;
    OrderRefusal m_refusal;
    bool m_central = false;
    bool m_local = false;
    bool m_hub = false;
};

} // namespace saji
