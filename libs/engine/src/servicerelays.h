// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <engine/node.h>

#include <QPointer>

namespace saji {

// What screens are connected to: it outlives the node behind it, which is closed and opened again when its store had to be healed.
// On the engine's thread; public calls post.

class OrderRelay final : public OrderService
{
    Q_OBJECT

public:
    void attach(OrderService &service);
    void place(const saji::Cart &cart) override;

private:
    void answered(const BasketId &basket);

    QPointer<OrderService> m_service;
    //! Asked again of the next node: one basket is at most one order, however often it is placed.
    QList<Cart> m_unanswered;
};

class TicketRelay final : public TicketService
{
    Q_OBJECT

public:
    void attach(TicketService &service);
    void advance(saji::OrderId order, saji::OutletId outlet, saji::OrderState to) override;
    void recall(saji::OrderId order, saji::OutletId outlet) override;
    void cancel(saji::OrderId order, saji::OutletId outlet, const QString &reason) override;
    void markSeen(saji::OrderId order, saji::OutletId outlet) override;
    void announce() override;

private:
    QPointer<TicketService> m_service;
};

class MenuRelay final : public MenuService
{
    Q_OBJECT

public:
    void attach(MenuService &service);
    void refresh() override;
    void setSoldOut(saji::ProductId product, bool soldOut) override;
    void announce() override;

private:
    QPointer<MenuService> m_service;
};

class SyncRelay final : public SyncService
{
    Q_OBJECT

public:
    void attach(SyncService &service);
    void syncNow() override;
    void announce() override;

private:
    QPointer<SyncService> m_service;
};

class OutboxRelay final : public OutboxService
{
    Q_OBJECT

public:
    void attach(OutboxService &service);
    void syncNow() override;
    void retry(saji::OrderId order, const QString &by) override;
    void settle(saji::OrderId order, const QString &note, const QString &by) override;
    void exportOrder(saji::OrderId order) override;
    void announce() override;

private:
    QPointer<OutboxService> m_service;
};

//! The five together.
struct ServiceRelays
{
    OrderRelay orders;
    TicketRelay tickets;
    MenuRelay menu;
    SyncRelay sync;
    OutboxRelay outbox;

    //! From now on this node answers; screens are told anew how everything stands.
    void attach(Node &node);
};

} // namespace saji
