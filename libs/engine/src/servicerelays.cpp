// SPDX-License-Identifier: GPL-3.0-or-later
#include "servicerelays.h"

namespace saji {

void OrderRelay::attach(OrderService &service)
{
    m_service = &service;
    connect(&service, &OrderService::placed, this, [this](const PlacedOrder &order, const OrderCopies &copies) {
        answered(order.basket);
        emit placed(order, copies);
    });
    connect(&service, &OrderService::refused, this, [this](const BasketId &basket, const Error &error) {
        answered(basket);
        emit refused(basket, error);
    });
    connect(&service, &OrderService::progressed, this, &OrderService::progressed);
    const auto waiting = m_unanswered;
    for (const auto &cart : waiting)
        service.place(cart);
}

void OrderRelay::place(const Cart &cart)
{
    QMetaObject::invokeMethod(this, [this, cart] {
        m_unanswered.append(cart);
        if (m_service)
            m_service->place(cart);
    });
}

void OrderRelay::answered(const BasketId &basket)
{
    const auto isIt = [&basket](const Cart &cart) { return cart.id() == basket; };
    m_unanswered.removeIf(isIt);
}

void TicketRelay::attach(TicketService &service)
{
    m_service = &service;
    connect(&service, &TicketService::reset, this, &TicketService::reset);
    connect(&service, &TicketService::changed, this, &TicketService::changed);
    connect(&service, &TicketService::refused, this, &TicketService::refused);
}

void TicketRelay::advance(OrderId order, OutletId outlet, OrderState to)
{
    QMetaObject::invokeMethod(this, [this, order, outlet, to] {
        if (m_service)
            m_service->advance(order, outlet, to);
    });
}

void TicketRelay::recall(OrderId order, OutletId outlet)
{
    QMetaObject::invokeMethod(this, [this, order, outlet] {
        if (m_service)
            m_service->recall(order, outlet);
    });
}

void TicketRelay::cancel(OrderId order, OutletId outlet, const QString &reason)
{
    QMetaObject::invokeMethod(this, [this, order, outlet, reason] {
        if (m_service)
            m_service->cancel(order, outlet, reason);
    });
}

void TicketRelay::markSeen(OrderId order, OutletId outlet)
{
    QMetaObject::invokeMethod(this, [this, order, outlet] {
        if (m_service)
            m_service->markSeen(order, outlet);
    });
}

void TicketRelay::announce()
{
    QMetaObject::invokeMethod(this, [this] {
        if (m_service)
            m_service->announce();
    });
}

void MenuRelay::attach(MenuService &service)
{
    m_service = &service;
    connect(&service, &MenuService::changed, this, &MenuService::changed);
}

void MenuRelay::refresh()
{
    QMetaObject::invokeMethod(this, [this] {
        if (m_service)
            m_service->refresh();
    });
}

void MenuRelay::setSoldOut(ProductId product, bool soldOut)
{
    QMetaObject::invokeMethod(this, [this, product, soldOut] {
        if (m_service)
            m_service->setSoldOut(product, soldOut);
    });
}

void MenuRelay::announce()
{
    QMetaObject::invokeMethod(this, [this] {
        if (m_service)
            m_service->announce();
    });
}

void SyncRelay::attach(SyncService &service)
{
    m_service = &service;
    connect(&service, &SyncService::changed, this, &SyncService::changed);
}

void SyncRelay::syncNow()
{
    QMetaObject::invokeMethod(this, [this] {
        if (m_service)
            m_service->syncNow();
    });
}

void SyncRelay::announce()
{
    QMetaObject::invokeMethod(this, [this] {
        if (m_service)
            m_service->announce();
    });
}

void OutboxRelay::attach(OutboxService &service)
{
    m_service = &service;
    connect(&service, &OutboxService::changed, this, &OutboxService::changed);
    connect(&service, &OutboxService::exported, this, &OutboxService::exported);
    connect(&service, &OutboxService::refused, this, &OutboxService::refused);
}

void OutboxRelay::syncNow()
{
    QMetaObject::invokeMethod(this, [this] {
        if (m_service)
            m_service->syncNow();
    });
}

void OutboxRelay::retry(OrderId order, const QString &by)
{
    QMetaObject::invokeMethod(this, [this, order, by] {
        if (m_service)
            m_service->retry(order, by);
    });
}

void OutboxRelay::settle(OrderId order, const QString &note, const QString &by)
{
    QMetaObject::invokeMethod(this, [this, order, note, by] {
        if (m_service)
            m_service->settle(order, note, by);
    });
}

void OutboxRelay::exportOrder(OrderId order)
{
    QMetaObject::invokeMethod(this, [this, order] {
        if (m_service)
            m_service->exportOrder(order);
    });
}

void OutboxRelay::announce()
{
    QMetaObject::invokeMethod(this, [this] {
        if (m_service)
            m_service->announce();
    });
}

void ServiceRelays::attach(Node &node)
{
    orders.attach(node.orders());
    tickets.attach(node.tickets());
    menu.attach(node.menu());
    sync.attach(node.sync());
    outbox.attach(node.outbox());
    node.menu().announce();
    node.tickets().announce();
    node.sync().announce();
    node.outbox().announce();
}

} // namespace saji
