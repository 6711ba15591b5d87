// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <remote/remotecontrol.h>
#include <services/menuservice.h>
#include <services/orderservice.h>
#include <services/syncservice.h>

#include <QHash>

namespace saji {

//! A guest who is in a hurry: places baskets through the services of the real kiosk, without pressing through its screens. For crash
//! tests, which need a stream of orders; words of the remote control:
//!   {"do":"order", "basket":UUID, "pick":[n, …], "outlets":[1, 2]}   one portion of each n-th dish that needs no choosing, of these
//!                                outlets; answers {"number", "order", "copies"} when the guest would see the number
//!   {"do":"outbox"}              answers {"pending", "central", "orders_today"}
class ScriptedGuest : public QObject
{
    Q_OBJECT

public:
    explicit ScriptedGuest(RemoteControl &remote, QObject *parent = nullptr);

    void attach(OrderService &orders, MenuService &menu, SyncService &sync);

private:
    void order(const QJsonObject &command, const RemoteControl::Answer &answer);
    [[nodiscard]] Result<Cart> basket(const QJsonObject &command) const;

    OrderService *m_orders = nullptr;
    MenuState m_menu;
    SyncStatus m_sync;
    QHash<BasketId, RemoteControl::Answer> m_waiting;
};

} // namespace saji
