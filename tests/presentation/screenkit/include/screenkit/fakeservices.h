// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <services/menuservice.h>
#include <services/orderservice.h>
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
    PlacedOrder confirmLast(const Menu &menu, int counter = 42);
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
    void setSoldOut(ProductId product, bool soldOut) override;
    void announce() override { emit changed(state); }
    void give(std::shared_ptr<const Menu> menu);

    MenuState state{std::make_shared<const Menu>(), {}, std::nullopt, false};
    int refreshes = 0;
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

} // namespace saji
