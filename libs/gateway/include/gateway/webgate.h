// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <engine/node.h>
#include <gateway/frontdoor.h>
#include <gateway/hubbridge.h>
#include <gateway/socketioserver.h>
#include <gateway/webguard.h>

namespace saji {

//! How a hub treats web clients.
struct WebGateOptions
{
    QString code = QStringLiteral("WB"); //!< of the numbers that kitchens see for their orders
    QStringList origins;                 //!< of the pages that may use it from a browser; "*" = all
    double pollsPerSecond = 5;           //!< of one address on lists of orders; 0 = no limit
    WebAccess access = WebAccess::Open;
    QUrl otherHub;                       //!< a Socket.IO hub that was there before this one; empty = none
};

//! The hub for web clients: the published HTTP endpoints and Socket.IO, on the door and the log of a node (docs/protocol.md sections 3, 4).
class WebGate
{
public:
    //! Reads the log once. Adds its routes to the door: make it before the door opens, and let it go right before the door.
    [[nodiscard]] static Result<std::unique_ptr<WebGate>> open(Node &node, FrontDoor &door, World &world, const WebGateOptions &options);
    ~WebGate();

    //! Dials the other hub, when there is one.
    void start();

    WebBook &book() { return m_book; }
    WebDesk &desk() { return m_desk; }
    SocketIoServer &clients() { return m_clients; }

private:
    WebGate(Node &node, FrontDoor &door, World &world, const WebGateOptions &options);

    FrontDoor &m_door;
    WebBook m_book;
    WebDesk m_desk;
    KitchenWatch m_kitchens;
    EngineHost m_engine;
    SocketIoServer m_clients;
    std::unique_ptr<HubBridge> m_bridge;
};

} // namespace saji
