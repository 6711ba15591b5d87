// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <base/error.h>
#include <domain/order.h>

#include <QObject>

#include <optional>

namespace saji {

//! The safest place that is known to have an order.
enum class OrderReach { ThisDevice, SecondDevice, Hub, Server };

//! Why the server wants a manager to look at an order. The order stands; nothing of it was changed.
enum class FlagReason {
    DuplicateNumber, //!< another order of the day has the same number
    PriceDiffers,    //!< the guest was shown a price that the catalog of that version does not have
    UnknownProduct,
    UnknownOutlet,
    UnknownCatalog, //!< priced with a catalog that the server does not know
    Unreadable,     //!< the server cannot read it; it is kept as it came
    Refused,        //!< the server could not register it; the detail says why
    Other,          //!< a word of a newer server
};

struct OrderFlag
{
    FlagReason reason = FlagReason::Other;
    QString code;   //!< the server's word, for engineers
    QString detail; //!< for engineers

    friend bool operator==(const OrderFlag &, const OrderFlag &) = default;
};

//! One order that is not done with: not at the server yet, or there and flagged. Times are Clock::steadyNow().
struct OutboxOrder
{
    OrderId id;
    OrderNumber number; //!< counter 0: unreadable, nobody knows it
    Milliseconds placedAt{0};
    Money total;
    QString deviceName; //!< where it was placed
    OrderReach reach = OrderReach::ThisDevice;
    QString reachName; //!< of the second device or the hub, when known
    bool seenByKitchen = false;
    bool overdue = false; //!< not at the server for more than a day; still retried
    // Of a flagged one
    QList<OrderFlag> flags;
    std::optional<Milliseconds> flaggedAt;
    bool isRetrying = false; //!< somebody asked the server to look again; its answer is on the way
    int retries = 0;         //!< how often that was asked

    friend bool operator==(const OutboxOrder &, const OutboxOrder &) = default;
};

//! What of a device's orders (on a panel: of the store's orders that it has heard of) is not done with.
struct OutboxState
{
    static constexpr int maxListed = 100; //!< in each list; the counts are of all

    QList<OutboxOrder> waiting; //!< not at the server yet, oldest first
    quint64 waitingCount = 0;
    quint64 overdueCount = 0; //!< of those that wait
    std::optional<Milliseconds> oldestPlacedAt;
    QList<OutboxOrder> flagged; //!< the server's quarantine, newest first; none that is settled
    quint64 flaggedCount = 0;
    // The way to the server
    int attempts = 0; //!< dials since it was last heard
    std::optional<Milliseconds> nextTry;
};

//! Orders that are not done with, and what a person does about them. Each action on an order is a fact that every node hears.
//! Public calls post.
class OutboxService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Dials and asks at once, whatever the timetable says.
    virtual void syncNow() = 0;
    //! Asks the server to look at a flagged order again.
    virtual void retry(saji::OrderId order, const QString &by) = 0;
    //! A person has dealt with a flagged order: it leaves the list on every screen, the note stays with it.
    virtual void settle(saji::OrderId order, const QString &note, const QString &by) = 0;
    //! Writes everything known of an order to one JSON file in the data folder; `exported` or `refused` follows.
    virtual void exportOrder(saji::OrderId order) = 0;
    //! Emits `changed` soon, for a screen that has just connected.
    virtual void announce() = 0;

signals:
    void changed(const saji::OutboxState &state);
    void exported(const saji::OrderId &order, const QString &file);
    //! The action was not possible any more, or could not be written.
    void refused(const saji::OrderId &order, const saji::Error &error);
};

} // namespace saji

Q_DECLARE_METATYPE(saji::OutboxState)
