// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodelinks.h"

#include "peerlinks.h"

#include <engine/boardwatch.h>
#include <engine/syncmonitor.h>
#include <transport/nearby.h>

#include <algorithm>

namespace saji {
namespace {

Reach reachOf(const QUrl &url)
{
    return isNearby(url.host()) ? Reach::Lan : Reach::Internet;
}

bool looksForOthers(const NodeOptions &options)
{
    return options.discovery.where != DiscoveryOptions::Where::Off;
}

} // namespace

NodeLinks::NodeLinks(const Rooms &rooms, const NodeOptions &options, QObject *parent)
    : QObject(parent), m_rooms(rooms), m_options(options), m_context{rooms.log,
                                                 rooms.catalog,
                                                 rooms.world.clock,
                                                 rooms.world.scheduler,
                                                 rooms.world.random,
                                                 rooms.world.random.next(),
                                                 [&monitor = rooms.monitor](NodeKind audience) { return monitor.report(audience); },
                                                 [&boards = rooms.boards] { return boards.own(); }},
      m_host(std::make_unique<SessionHost>(m_context))
{
    followHost();
    // A kitchen whose only typed source is the server must notice within seconds when that is silent, wherever it is.
    const bool isOnlySource = options.kind == NodeKind::Kitchen && options.hub.isEmpty();
    if (!options.server.isEmpty())
        addWay(PeerRole::Server, options.server, isOnlySource ? Reach::Lan : reachOf(options.server));
    if (!options.hub.isEmpty())
        addWay(PeerRole::Hub, options.hub, Reach::Lan);
    // A server without a store knows nobody yet.
    if (rooms.world.discovery && looksForOthers(options) && !rooms.log.identity().store.isEmpty())
        openPeers();
}

NodeLinks::~NodeLinks() = default;

bool NodeLinks::isPastAskedFor(const NodeOptions &options, NodeKind kind)
{
    return kind != NodeKind::Server && (!options.server.isEmpty() || !options.hub.isEmpty() || looksForOthers(options));
}

//! What any device has, server and hub have first. A hub that nobody has typed or found is none.
void NodeLinks::pastConfirmedBy(NodeKind kind)
{
    m_pastConfirmedBy.insert(kind);
    const bool isServerAsked = !m_options.server.isEmpty() || m_peers;
    const bool isHubAsked = !m_options.hub.isEmpty() || m_isHubFound;
    if ((!isServerAsked || m_pastConfirmedBy.contains(NodeKind::Server)) && (!isHubAsked || m_pastConfirmedBy.contains(NodeKind::Hub)))
        m_rooms.log.confirmOwnPast();
}

void NodeLinks::followHost()
{
    m_rooms.monitor.setHost(*m_host);
    connect(m_host.get(), &SessionHost::peerProgressed, this, [this](const Origin &peer, const VersionVector &has) {
        if (const auto entry = m_host->peer(peer.device))
            emit progressed(entry->hello, has);
    });
    connect(m_host.get(), &SessionHost::identified, this, [this](const HelloFrame &peer) {
        emit catalogHeard(peer.catalog);
        offerOf(peer.origin.device);
    });
    connect(m_host.get(), &SessionHost::peerCatalogChanged, this, [this](const Origin &peer, const CatalogVersion &version) {
        emit catalogHeard(version);
        offerOf(peer.device);
    });
}

//! Of one that has dialled us we know where it is when it is seen, which may be later.
void NodeLinks::offerOf(const DeviceId &device)
{
    const auto entry = m_host->peer(device);
    if (!entry || !m_host->session(device))
        return;
    if (const auto url = urlOf(entry->hello); !url.isEmpty())
        emit catalogOffered(entry->hello, entry->catalog, url);
}

void NodeLinks::openPeers()
{
    m_peers = std::make_unique<PeerLinks>(
        PeerLinks::Rooms{m_context, *m_host, m_rooms.monitor, m_rooms.world, [this] { return typedSessions(); }}, m_options);
    connect(m_peers.get(), &PeerLinks::sessionOpened, this, &NodeLinks::welcome);
    connect(m_peers.get(), &PeerLinks::located, this, &NodeLinks::offerOf);
    connect(m_peers.get(), &PeerLinks::found, this, [this](NodeKind kind, const QUrl &url) {
        m_isHubFound = m_isHubFound || kind == NodeKind::Hub;
        emit found(kind, url);
    });
}

void NodeLinks::addWay(PeerRole role, const QUrl &url, Reach reach)
{
    auto &world = m_rooms.world;
    const FallbackPolicy policy(reach, [&world] { return world.random.unit(); });
    auto polling = world.polling(url, policy.pollPace());
    m_keepers.push_back(std::make_unique<LinkKeeper>(m_context, reach, world.webSocket(url), std::move(polling), world.random));
    auto *keeper = m_keepers.back().get();
    m_rooms.monitor.addWay(role, *keeper, {reachOf(url), isThisMachine(url.host())});
    connect(keeper, &LinkKeeper::sessionOpened, this, &NodeLinks::welcome);
}

void NodeLinks::welcome(SyncSession *session)
{
    connect(session, &SyncSession::ownPastConfirmed, this, [this, session] { pastConfirmedBy(session->peer()->kind); });
    connect(session, &SyncSession::peerProgressed, this,
            [this, session](const VersionVector &has) { emit progressed(*session->peer(), has); });
    const auto offer = [this, session](const CatalogVersion &version) {
        emit catalogOffered(*session->peer(), version, urlOf(*session->peer()));
    };
    connect(session, &SyncSession::peerCatalogChanged, this, offer);
    // Its hello is already in: that is what opened the session.
    offer(session->peerCatalog());
}

void NodeLinks::start()
{
    for (const auto &keeper : m_keepers)
        keeper->start();
    if (m_peers && m_door.port != 0)
        m_peers->start(m_door.port, m_door.isTls);
}

QUrl NodeLinks::urlOf(const HelloFrame &peer) const
{
    return m_peers ? m_peers->urlOf(peer.origin.device) : QUrl();
}

QList<SyncSession *> NodeLinks::typedSessions() const
{
    QList<SyncSession *> live;
    for (const auto &keeper : m_keepers) {
        if (auto *session = keeper->session())
            live.append(session);
    }
    return live;
}

QList<SyncSession *> NodeLinks::sessions() const
{
    return m_peers ? typedSessions() + m_peers->sessions() : typedSessions();
}

bool NodeLinks::hasCompany() const
{
    return m_host->liveCount() > 0 || !sessions().isEmpty();
}

OutboxDesk::Dialling NodeLinks::dialling() const
{
    const auto *found = m_peers ? m_peers->wayUp() : nullptr;
    const auto *way = m_keepers.empty() ? found : m_keepers.front().get();
    return way ? OutboxDesk::Dialling{way->status().attempts, way->status().nextTry} : OutboxDesk::Dialling{};
}

void NodeLinks::announceCatalog()
{
    m_host->announceCatalog();
    for (auto *session : sessions())
        session->announceCatalog();
}

void NodeLinks::cut(const std::function<bool(const DeviceId &device)> &whom, const CloseReason &reason)
{
    auto live = sessions();
    for (const auto &peer : m_host->peers()) {
        if (auto *session = m_host->session(peer.hello.origin.device))
            live.append(session);
    }
    for (auto *session : live) {
        if (whom(session->peer()->origin.device))
            session->close(reason);
    }
}

} // namespace saji
