// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedguest.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

QJsonObject failed(const QString &words)
{
    return {{u"ok"_s, false}, {u"error"_s, words}};
}

//! What can be ordered without choosing anything, of these outlets.
QList<const Product *> simpleDishes(const MenuState &menu, const QJsonArray &outlets)
{
    QList<const Product *> dishes;
    for (const auto &product : menu.menu->products()) {
        if (outlets.contains(product.outlet.value()) && menu.sells(product.id) &&
            !unmetGroup(product, defaultModifiers(product, *menu.menu), *menu.menu))
            dishes.append(&product);
    }
    return dishes;
}

} // namespace

ScriptedGuest::ScriptedGuest(RemoteControl &remote, QObject *parent) : QObject(parent)
{
    remote.teach(u"order"_s, [this](const QJsonObject &command, const RemoteControl::Answer &answer) { order(command, answer); });
    remote.teach(u"outbox"_s, [this](const QJsonObject &, const RemoteControl::Answer &answer) {
        answer({{u"ok"_s, true},
                {u"pending"_s, qint64(m_sync.pending)},
                {u"central"_s, m_sync.centralConnected},
                {u"orders_today"_s, qint64(m_sync.ordersToday)}});
    });
}

void ScriptedGuest::attach(OrderService &orders, MenuService &menu, SyncService &sync)
{
    m_orders = &orders;
    connect(&menu, &MenuService::changed, this, [this](const MenuState &state) { m_menu = state; });
    connect(&sync, &SyncService::changed, this, [this](const SyncStatus &status) { m_sync = status; });
    connect(&orders, &OrderService::placed, this, [this](const PlacedOrder &order, const OrderCopies &copies) {
        if (const auto answer = m_waiting.take(order.basket))
            answer({{u"ok"_s, true}, {u"number"_s, order.number.toString()}, {u"order"_s, order.id.toString()}, {u"copies"_s, copies.count}});
    });
    connect(&orders, &OrderService::refused, this, [this](const BasketId &basket, const Error &error) {
        if (const auto answer = m_waiting.take(basket))
            answer(failed(error.detail));
    });
    menu.announce();
    sync.announce();
}

void ScriptedGuest::order(const QJsonObject &command, const RemoteControl::Answer &answer)
{
    const auto cart = basket(command);
    if (!cart) {
        answer(failed(cart.error().detail));
        return;
    }
    m_waiting.insert(cart->id(), answer);
    m_orders->place(*cart);
}

Result<Cart> ScriptedGuest::basket(const QJsonObject &command) const
{
    const auto id = BasketId::fromString(command.value(u"basket"_s).toString());
    if (!id)
        return id.error();
    if (!m_orders || !m_menu.menu)
        return Error{ErrorCode::Conflict, u"the kiosk has no menu yet"_s};
    const auto dishes = simpleDishes(m_menu, command.value(u"outlets"_s).toArray());
    if (dishes.isEmpty())
        return Error{ErrorCode::Conflict, u"the kiosk sells nothing simple yet"_s};
    Cart cart(*id);
    for (const auto pick : command.value(u"pick"_s).toArray()) {
        const auto *dish = dishes.at(pick.toInt() % dishes.size());
        CartItem item;
        item.product = dish->id;
        item.modifiers = defaultModifiers(*dish, *m_menu.menu);
        if (const auto added = cart.add(item, *m_menu.menu); !added)
            return added.error();
    }
    return cart;
}

} // namespace saji
