// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/error.h>
#include <domain/order.h>
#include <services/peerrole.h>

#include <QObject>

#include <optional>

namespace saji {

//! How far an order has come from the guest's finger: only facts, each with when it arrived. Times are Clock::steadyNow().
struct OrderProgress
{
    struct Kitchen
    {
        OutletId outlet;
        QString outletName;
        std::optional<Milliseconds> seenAfter; //!< confirm -> painted; nullopt = not yet
        OrderState state = OrderState::Pending;
    };
    //! Another device that has said that the order is on its disk; hub and server among them.
    struct Copy
    {
        PeerRole role = PeerRole::Kiosk;
        QString name;
        Milliseconds after{0}; //!< confirm -> known here

        friend bool operator==(const Copy &, const Copy &) = default;
    };
    OrderId order;
    bool durableHere = false; //!< always true once placed
    bool atHub = false;
    bool atServer = false;
    bool seenByKitchen = false; //!< painted by one kitchen at least
    QList<Copy> copies; //!< the first first
    QList<Kitchen> kitchens;
};

//! How many devices are known to have an order on their disks at the moment it is confirmed: two ticks, or one.
struct OrderCopies
{
    int count = 1; //!< this one included
    QString secondName; //!< of the device that said so first; empty = this device is alone
};

//! Takes orders on a kiosk. Public calls post to the engine thread; every signal is for any thread (connect normally).
class OrderService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Exactly one of placed / refused follows for each basket; the same basket placed twice gives the same order again (G2).
    virtual void place(const saji::Cart &cart) = 0;

signals:
    //! The order is on the disk of this device: the number may be shown. When another device is reachable this waits for its word
    //! that it has a copy, 150 ms at most; a copy that is known later is told by `progressed`.
    void placed(const saji::PlacedOrder &order, const saji::OrderCopies &copies = {});
    void refused(const saji::BasketId &basket, const saji::Error &error);
    void progressed(const saji::OrderProgress &progress);
};

} // namespace saji

Q_DECLARE_METATYPE(saji::OrderProgress)
Q_DECLARE_METATYPE(saji::OrderCopies)
