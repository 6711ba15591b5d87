// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/webgate.h>

#include "origins.h"
#include "tuning.h"
#include <engine/trustkeeper.h>
#include <gateway/hubroutes.h>

namespace saji {
using namespace Qt::StringLiterals;

constexpr auto socketIoPath = "/socket.io"_L1;

WebGate::WebGate(Node &node, FrontDoor &door, World &world, const WebGateOptions &options)
    : m_door(door),
      m_book(node.log(), node.book(), world.clock),
      m_desk({node, m_book, world.clock, world.scheduler, world.random}, options.code),
      m_kitchens(node.sync()),
      m_engine({world.clock, world.scheduler, world.random},
               [origins = Origins(options.origins)](const HttpRequest &request) { return origins.refusal(request); }),
      m_clients({m_engine, m_desk, m_book, m_kitchens, world.clock, world.scheduler, world.random, WebGuard(options.access, world.trust, world.clock)})
{
    auto &router = door.router();
    // Pages are answered by who they are first, so that a page is shown why it has no token either.
    router.addFilter(Origins(options.origins).filter());
    const WebGuard guard(options.access, world.trust, world.clock);
    router.addFilter(guard.filter(door.listener()));
    door.listener().setKeptForAdmitted(options.access == WebAccess::Token);
    addHubRoutes(router, {m_desk, m_book, m_clients, door.watch(), world.clock, &door.listener()});
    for (const auto &path : {u"/api/orders"_s, u"/api/orders/unsynced"_s})
        door.listener().limit(path, options.pollsPerSecond);
    m_engine.attach(router, socketIoPath);
    door.listener().textRoute(socketIoPath, m_engine.textRoute());
    if (!options.otherHub.isEmpty()) {
        m_bridge = std::make_unique<HubBridge>(HubBridge::Rooms{node, m_desk, m_book, world.clock, world.scheduler, world.random},
                                               makeTextClient(HubBridge::endpoint(options.otherHub), world.scheduler),
                                               HubBridge::Part{options.otherHub.toString(), HubBridge::Passes::Everything, {}});
    }
    if (auto *trust = node.trust())
        QObject::connect(trust, &TrustKeeper::revoked, &m_clients, &SocketIoServer::dropRefused);
    door.watch().setWeb([this] {
        const auto totals = m_book.totals();
        return WebFacts{m_clients.roomCounts(), m_clients.clients(), m_engine.pollingSessions(), totals.unsynced, totals.messages};
    });
}

void WebGate::start()
{
    if (m_bridge)
        m_bridge->start();
}

WebGate::~WebGate()
{
    m_door.watch().setWeb({});
    m_engine.closeAll(u"the hub ends"_s);
}

Result<std::unique_ptr<WebGate>> WebGate::open(Node &node, FrontDoor &door, World &world, const WebGateOptions &options)
{
    if (!OrderNumber::isValidCode(options.code))
        return Error{ErrorCode::InvalidArgument,
                     u"'%1' is no code for numbers: one or two letters from A to Z"_s.arg(options.code.left(20))};
    std::unique_ptr<WebGate> gate(new WebGate(node, door, world, options));
    if (const auto done = gate->m_book.load(); !done)
        return done.error();
    return gate;
}

} // namespace saji
