// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <engine/factreader.h>

#include <domain/orderfold.h>
#include <store/projectionstore.h>

#include <QObject>
#include <QSet>

namespace saji {

class EventLog;

//! Every order of the store as all facts known here together say it is, kept on disk; the most recent ones in memory.
//!
//! Orders are refolded when a late fact comes, so the book ends equal on every node. Lives on the thread of the log.
class OrderBook : public QObject, public FactReader
{
    Q_OBJECT

public:
    [[nodiscard]] static Result<std::unique_ptr<OrderBook>> open(Database &database);
    ~OrderBook() override;

    [[nodiscard]] std::optional<Order> order(const OrderId &id) const;
    //! One basket becomes at most one order (G2): its order has its UUID.
    [[nodiscard]] static OrderId orderIdOf(const BasketId &basket) { return OrderId(basket.uuid()); }
    //! Orders with an open ticket, oldest first; of one outlet when given. Reads the disk: for a screen that starts.
    [[nodiscard]] QList<Order> openOrders(OutletId outlet = {}) const;
    //! The first fact of each origin that an open order was made from, of those placed after `since` (timeline): a ticket that nobody
    //! ever bumps is not waited for for ever. Reads all open orders.
    [[nodiscard]] QHash<Origin, quint64> firstNeeded(Milliseconds since) const;
    //! The orders that changed last, newest first by when they were placed.
    [[nodiscard]] Result<QList<Order>> latest(int limit);
    [[nodiscard]] Result<qint64> count();
    //! Of all open tickets with their states: equal on every node that has folded the same facts. nullopt = too many of them to be
    //! a board. The first call reads the disk; later ones cost nothing.
    [[nodiscard]] std::optional<quint64> digest() const;
    //! Folds every order anew from the log on the disk and makes those right that differ; how many that were. An order of which the
    //! log does not hold everything any more stays as it is. Reads the whole log.
    [[nodiscard]] Result<int> repair(const EventLog &log);

    qint64 cursor() const override;
    void read(const LoggedEvent &event, const Fact &fact) override;
    void passed(qint64 arrival) override;
    [[nodiscard]] Result<void> flush() override;

signals:
    //! New or changed. `outlets`: those whose ticket is new or changed; empty when only the server's word about it changed.
    void orderChanged(const saji::Order &order, const QSet<saji::OutletId> &outlets);

private:
    OrderBook();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
