// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/cart.h>
#include <domain/order.h>

#include <QHash>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <optional>

namespace saji {

//! What passed between one guest and one kiosk.
struct Attempt
{
    Cart cart; //!< agreedTotal is what the guest was shown
    QString kiosk;
    Milliseconds tappedAt{0}; //!< virtual time of the first tap
    std::optional<PlacedOrder> placed; //!< the number that was shown
    //! The disk failed or the process died under this confirmation before a number was shown: nobody can know whether it was kept.
    bool mayExist = false;
    //! Every disk that had it was destroyed before another had it.
    bool mayBeGone = false;
};

//! The auditor of a simulated restaurant: what guests were shown, which disk has which order, and every promise that was seen broken.
//!
//! An order that is only on one disk goes with that disk: no program can help that, and G8 promises it for two devices. So an order
//! counts as physically gone, and not as lost, if and only if every disk that had it was re-imaged, put back to an old image or had a
//! page destroyed while no other disk had it; and even then it must be nowhere, or everywhere exactly once. That a second disk has an order
//! is never shown to a guest before it is true, or that is a broken promise too.
class Ledger
{
public:
    void tapped(const Cart &cart, const QString &kiosk, Milliseconds at);
    Attempt *attempt(const BasketId &basket);
    Attempt *attempt(const OrderId &order);
    //! In the order of the first taps.
    const QList<BasketId> &baskets() const { return m_baskets; }

    void holds(const QString &device, const OrderId &order);
    bool hasEverHeld(const QString &device, const OrderId &order) const { return m_everHeld.value(order).contains(device); }
    //! The disk of a device is no more what it was.
    void destroyed(const QString &device);
    //! Numbers of this kiosk may come a second time: it cannot know what it had given out.
    bool mayRepeatNumbers(const QString &kiosk) const { return m_destroyed.contains(kiosk); }

    QList<PlacedOrder> confirmed() const;
    int gone() const;

    //! What was read from a damaged file has holes until others fill them: a device that saved its own word on an order, and not the order.
    bool mayHaveHoles = false;

    void violated(const QString &what);
    const QStringList &violations() const { return m_violations; }

private:
    QList<BasketId> m_baskets;
    QHash<BasketId, Attempt> m_attempts;
    QMap<OrderId, QSet<QString>> m_holders;
    QHash<OrderId, QSet<QString>> m_everHeld;
    QSet<QString> m_destroyed;
    QStringList m_violations;
};

} // namespace saji
