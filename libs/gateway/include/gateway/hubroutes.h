// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gateway/router.h>
#include <gateway/webdesk.h>

namespace saji {

class Listener;
class NodeWatch;
class SocketIoServer;

//! What the hub answers by plain HTTP beside what every node does: docs/protocol.md section 3.
//!
//! All of them must outlive the router. Lists of orders stay with the listener, ready for the next who asks; null = nobody keeps them.
struct HubRooms
{
    WebDesk &desk;
    WebBook &book;
    SocketIoServer &clients;
    const NodeWatch &watch;
    const Clock &clock;
    Listener *listener;
};
void addHubRoutes(Router &router, const HubRooms &rooms);

} // namespace saji
