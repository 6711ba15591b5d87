// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/error.h>
#include <domain/order.h>

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
    OrderId order;
    bool durableHere = false; //!< always true once placed
    bool atHub = false;
    bool atServer = false;
    QList<Kitchen> kitchens;
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
    //! The order is on the disk of this device: the number may be shown.
    void placed(const saji::PlacedOrder &order);
    void refused(const saji::BasketId &basket, const saji::Error &error);
    void progressed(const saji::OrderProgress &progress);
};

} // namespace saji

Q_DECLARE_METATYPE(saji::OrderProgress)
