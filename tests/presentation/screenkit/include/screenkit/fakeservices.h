// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <services/menuservice.h>
#include <services/orderservice.h>
#include <services/outboxservice.h>
#include <services/syncservice.h>

#include <QPointer>

namespace saji {

//! Remembers what it was asked to place; the test decides what becomes of it.
class FakeOrderService : public OrderService
{
    Q_OBJECT

public:
    using OrderService::OrderService;

    void place(const Cart &cart) override;
    //! Answers the last basket: a number, or an error.
    PlacedOrder confirmLast(const Menu &menu, int counter = 42, const OrderCopies &copies = {});
    void refuseLast(ErrorCode code);

    QList<Cart> placedCarts;
    //! Set it, and every basket is answered at once.
    std::shared_ptr<const Menu> answersWith;
    int nextCounter = 42;
};

class FakeMenuService : public MenuService
{
    Q_OBJECT

public:
    using MenuService::MenuService;

    void refresh() override { ++refreshes; }
    void clearCache() override { ++cleared; }
    void setSoldOut(ProductId product, bool soldOut) override;
    void announce() override { emit changed(state); }
    void give(std::shared_ptr<const Menu> menu);

    MenuState state{std::make_shared<const Menu>(), {}, std::nullopt, false};
    int refreshes = 0;
    int cleared = 0;
};

class FakeSyncService : public SyncService
{
    Q_OBJECT

public:
    using SyncService::SyncService;

    void syncNow() override {}
    void announce() override { emit changed(status); }
    void say(bool central, bool local, SyncMode mode);

    SyncStatus status;
};

//! Remembers what staff decided; the test says what is waiting and what becomes of it.
class FakeOutboxService : public OutboxService
{
    Q_OBJECT

public:
    using OutboxService::OutboxService;

    struct Decision
    {
        OrderId order;
        QString note;
        QString by;
    };

    void syncNow() override { ++syncs; }
    void retry(OrderId order, const QString &by) override { retries << Decision{order, {}, by}; }
    void settle(OrderId order, const QString &note, const QString &by) override { settled << Decision{order, note, by}; }
    void exportOrder(OrderId order) override { exports << order; }
    void announce() override { emit changed(state); }

    //! `A-001` … waiting, each a minute older than the next, the first one `oldest` old at `now`.
    void wait(int count, Milliseconds now, Milliseconds oldest, OrderReach reach = OrderReach::ThisDevice);
    //! As many in quarantine, one reason after the other.
    void flag(int count, Milliseconds now);

    OutboxState state;
    int syncs = 0;
    QList<Decision> retries, settled;
    QList<OrderId> exports;
};

} // namespace saji
