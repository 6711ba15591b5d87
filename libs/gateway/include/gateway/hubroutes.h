// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gateway/router.h>
#include <gateway/webdesk.h>

namespace saji {

class NodeWatch;
class SocketIoServer;

//! What the hub answers by plain HTTP beside what every node does: docs/protocol.md section 3.
//!
//! All of them must outlive the router. `pollsPerSecond`: of one address on the lists of orders; 0 = no limit.
struct HubRooms
{
    WebDesk &desk;
    WebBook &book;
    SocketIoServer &clients;
    const NodeWatch &watch;
    const Clock &clock;
    double pollsPerSecond;
};
void addHubRoutes(Router &router, const HubRooms &rooms);

} // namespace saji
