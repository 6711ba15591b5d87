// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/error.h>
#include <domain/order.h>

#include <QObject>

namespace saji {

//! One order as one outlet's kitchen sees it. Times are Clock::steadyNow(): ages tick without asking anyone.
struct TicketView
{
    OrderId order;
    OutletId outlet;
    OrderNumber number;
    ServiceKind service = ServiceKind::DineIn;
    QString table;
    QString customerName;
    QList<OrderLine> lines;
    OrderState state = OrderState::Pending;
    bool recalled = false;
    QString cancelReason;
    Milliseconds placedAt{0};
    Milliseconds stateSince{0};
    QStringList alsoAt; //!< names of the other outlets of this order
    bool seenHere = false; //!< an order.seen of this device is in the log
    EventStamp stamp; //!< of order.placed: the order of the board (oldest first)
};

//! The tickets of one outlet, and what a cook does with them. Public calls post.
class TicketService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void advance(saji::OrderId order, saji::OutletId outlet, saji::OrderState to) = 0;
    virtual void recall(saji::OrderId order, saji::OutletId outlet) = 0;
    virtual void cancel(saji::OrderId order, saji::OutletId outlet, const QString &reason) = 0;
    //! The screen has painted this ticket: the fact goes home. Repeated calls write once.
    virtual void markSeen(saji::OrderId order, saji::OutletId outlet) = 0;
    //! Emits `reset` soon.
    virtual void announce() = 0;

signals:
    //! Everything open, for a screen that has just started (or after a rebuild).
    void reset(const QList<saji::TicketView> &tickets);
    //! New or changed. A ticket that is served, completed or cancelled is changed once to that state.
    void changed(const saji::TicketView &ticket);
    //! The step was not legal any more, or could not be written.
    void refused(const saji::OrderId &order, const saji::Error &error);
};

} // namespace saji

Q_DECLARE_METATYPE(saji::TicketView)
