// SPDX-License-Identifier: GPL-3.0-or-later
#include "peerlinks.h"

#include "logging.h"
#include "peerviews.h"
#include "tuning.h"

#include <engine/syncmonitor.h>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

using Want = PeerPlan::Want;

bool isStar(NodeKind kind)
{
    return kind == NodeKind::Hub || kind == NodeKind::Server;
}

Milliseconds spread(Milliseconds base, double dice)
{
    return base + Milliseconds(qint64(double(base.count()) * 0.5 * dice));
}

} // namespace

PeerLinks::PeerLinks(const Rooms &rooms, const NodeOptions &options, QObject *parent)
    : QObject(parent), m_rooms(rooms), m_options(options), m_identity(rooms.context.log.identity()), m_tick(rooms.world.scheduler),
      m_soon(rooms.world.scheduler), m_calmFor(spread(tuning::meshEndsAfter, rooms.world.random.unit()))
{
    m_self.device = m_identity.origin.device;
    m_self.kind = nodeKindWord(m_identity.kind);
    m_self.store = m_identity.store;
    // Whoever is a star needs no hub.
    m_self.hasHub = isStar(m_identity.kind);
    connect(&rooms.host, &SessionHost::peersChanged, this, &PeerLinks::lookSoon);
}

PeerLinks::~PeerLinks() = default;

void PeerLinks::start(quint16 port, bool isTls)
{
    m_self.port = port;
    m_self.isTls = isTls;
    m_startedAt = m_hubChangedAt = now();
    m_discovery = m_rooms.world.discovery(m_options.discovery);
    connect(m_discovery.get(), &Discovery::seen, this, &PeerLinks::onSeen);
    connect(m_discovery.get(), &Discovery::lost, this, &PeerLinks::onLost);
    look();
}

void PeerLinks::onSeen(const Sighting &device)
{
    const auto kind = nodeKindFromWord(device.device.kind);
    if (!kind)
        return; // of a newer Saji; it will find us
    const auto &id = device.device.device;
    auto known = m_seen.find(id);
    if (known == m_seen.end())
        known = m_seen.insert(id, Seen(m_rooms.world.random));
    auto &seen = *known;
    if (seen.lostAt || seen.url.isEmpty())
        qCInfo(lcEngine).noquote() << m_identity.name << "sees a" << device.device.kind << "at" << device.url().toString();
    const bool isMoved = std::exchange(seen.url, device.url()) != device.url();
    seen.peer = {id, *kind, device.device.hasHub};
    seen.lostAt.reset();
    // It may have been started again: there is no need to wait for the next try.
    if (const auto way = m_ways.find(id); way != m_ways.end() && way->second.url == seen.url && !way->second.keeper->session())
        way->second.keeper->knock();
    if (isMoved)
        emit located(id);
    lookSoon();
}

void PeerLinks::onLost(const DeviceId &device)
{
    const auto seen = m_seen.find(device);
    if (seen == m_seen.end())
        return;
    seen->lostAt = now();
    lookSoon();
}

void PeerLinks::lookSoon()
{
    if (m_discovery && !m_soon.isActive())
        m_soon.start(Milliseconds(0), [this] { look(); });
}

void PeerLinks::look()
{
    m_soon.stop();
    m_tick.start(tuning::peersLookedAtEvery, [this] { look(); });
    lookForHub();
    forgetLost();
    QList<PeerPlan::Peer> peers;
    for (const auto &seen : std::as_const(m_seen))
        peers.append(seen.peer);
    const bool hasHub = m_self.hasHub || !mayMesh();
    const auto plan = PeerPlan::of(
        {m_self.device, m_identity.kind, hasHub, !m_options.server.isEmpty(), !m_options.hub.isEmpty()}, peers);
    followPlan(plan);
    dropUnneeded(plan);
    announce();
}

void PeerLinks::lookForHub()
{
    if (isStar(m_identity.kind))
        return;
    bool isHeard = false;
    m_isHubLinked = false;
    for (const auto *session : m_rooms.typedSessions() + sessions()) {
        if (!session->peer() || session->peer()->kind != NodeKind::Hub)
            continue;
        m_isHubLinked = true;
        isHeard = isHeard || isFresh(*session);
    }
    if (isHeard == m_self.hasHub)
        return;
    m_self.hasHub = isHeard;
    m_hubChangedAt = now();
    qCInfo(lcEngine).noquote() << m_identity.name << (isHeard ? "hears a hub" : "hears no hub any more: links directly");
}

//! Both ways: a hub that is heard, but does not hear us, is no hub of ours.
bool PeerLinks::isFresh(const SyncSession &session) const
{
    return now() - session.lastHeard() < tuning::hubSilent && now() - session.lastAnswered() < tuning::hubDeaf;
}

bool PeerLinks::isHubSteady() const
{
    return m_self.hasHub && now() - m_hubChangedAt >= m_calmFor;
}

bool PeerLinks::mayMesh() const
{
    if (now() - m_startedAt < tuning::hubFoundWithin)
        return false;
    // A link that broke may be back in a moment; one that is silent was waited for long enough.
    return m_isHubLinked || now() - m_hubChangedAt >= tuning::hubBackWithin;
}

void PeerLinks::announce()
{
    m_discovery->announce(m_self);
}

void PeerLinks::followPlan(const QHash<DeviceId, Want> &plan)
{
    QSet<DeviceId> typed;
    for (const auto *session : m_rooms.typedSessions()) {
        if (session->peer())
            typed.insert(session->peer()->origin.device);
    }
    for (auto it = m_seen.begin(); it != m_seen.end(); ++it) {
        if (typed.contains(it.key()))
            drop(it.key(), {CloseCode::Superseded, u"it is linked by its typed address"_s});
        else
            follow(it.key(), it.value(), plan.value(it.key(), Want::No));
    }
}

void PeerLinks::follow(const DeviceId &device, Seen &seen, Want want)
{
    if (settlePair(device)) {
        seen.leftToThemSince.reset();
        seen.pace.linked(now());
        return;
    }
    seen.pace.ended(now());
    if (want != Want::UnlessTheyDial)
        seen.leftToThemSince.reset();
    else if (!seen.leftToThemSince)
        seen.leftToThemSince = now();
    if (want == Want::No || (seen.leftToThemSince && now() - *seen.leftToThemSince < tuning::leftToThem && !m_ways.contains(device)))
        return;
    const auto way = m_ways.find(device);
    if (way == m_ways.end()) {
        if (seen.pace.mayDial(now()))
            open(device, seen);
        return;
    }
    // It has moved; what is still open to the old address will not be heard any more.
    const auto *session = way->second.keeper->session();
    if (way->second.url != seen.url && (!session || !isFresh(*session))) {
        drop(device, {CloseCode::Superseded, u"it has moved to %1"_s.arg(seen.url.host())});
        open(device, seen);
    }
}

//! One link per pair. True: theirs is the one.
bool PeerLinks::settlePair(const DeviceId &device)
{
    auto *theirs = m_rooms.host.session(device);
    if (!theirs || !isFresh(*theirs))
        return false;
    const auto way = m_ways.find(device);
    if (way == m_ways.end())
        return true;
    const auto *ours = way->second.keeper->session();
    if (ours && isFresh(*ours) && m_self.device < device) {
        theirs->close({CloseCode::Superseded, u"%1 has dialled as well"_s.arg(m_identity.name)});
        return false;
    }
    drop(device, {CloseCode::Superseded, u"%1 has been dialled as well"_s.arg(m_identity.name)});
    return true;
}

void PeerLinks::open(const DeviceId &device, const Seen &seen)
{
    auto &world = m_rooms.world;
    const bool isUp = isStar(seen.peer.kind);
    const FallbackPolicy policy(Reach::Lan, [&world] { return world.random.unit(); });
    // Polling is for what stands between us and a server; two devices on one LAN have nothing in between.
    auto polling = isUp ? world.polling(seen.url, policy.pollPace()) : nullptr;
    auto keeper = std::make_unique<LinkKeeper>(m_rooms.context, Reach::Lan, world.webSocket(seen.url), std::move(polling), world.random);
    connect(keeper.get(), &LinkKeeper::sessionOpened, this, &PeerLinks::sessionOpened);
    connect(keeper.get(), &LinkKeeper::sessionOpened, this, &PeerLinks::lookSoon);
    connect(keeper.get(), &LinkKeeper::statusChanged, this, &PeerLinks::lookSoon);
    m_rooms.monitor.addWay(roleOf(seen.peer.kind), *keeper);
    keeper->start();
    m_ways.insert_or_assign(device, Way{seen.url, seen.peer.kind, std::move(keeper)});
    if (isUp)
        emit found(seen.peer.kind, seen.url);
}

void PeerLinks::drop(const DeviceId &device, const CloseReason &reason)
{
    auto way = m_ways.extract(device);
    if (way.empty())
        return;
    auto &keeper = *way.mapped().keeper;
    m_rooms.monitor.removeWay(keeper);
    keeper.disconnect(this);
    auto *session = keeper.session();
    if (!session)
        return;
    session->close(reason);
    // It is there. That an older link of its own broke must not be taken for its absence now.
    m_rooms.host.forget(device);
}

void PeerLinks::dropUnneeded(const QHash<DeviceId, Want> &plan)
{
    QList<DeviceId> unneeded;
    for (const auto &[device, way] : m_ways) {
        const auto seen = m_seen.constFind(device);
        const bool isThere = seen != m_seen.cend() && !seen->lostAt;
        const bool isWanted = plan.value(device, Want::No) != Want::No;
        // Who still needs us is not left.
        const bool needsUs = isThere && !seen->peer.hasHub;
        if (!isWanted && (!way.keeper->session() || (isHubSteady() && !needsUs)))
            unneeded.append(device);
    }
    for (const auto &device : std::as_const(unneeded))
        drop(device, {CloseCode::NotNeeded, u"%1 hears a hub again"_s.arg(m_identity.name)});
}

void PeerLinks::forgetLost()
{
    for (auto it = m_seen.begin(); it != m_seen.end();) {
        const auto way = m_ways.find(it.key());
        const bool isLinked = way != m_ways.end() && way->second.keeper->session();
        if (!it->lostAt || isLinked || now() - *it->lostAt < tuning::lostPeerKept) {
            ++it;
            continue;
        }
        drop(it.key(), {CloseCode::Normal, u"it was not seen any more"_s});
        it = m_seen.erase(it);
    }
}

QList<SyncSession *> PeerLinks::sessions() const
{
    QList<SyncSession *> live;
    for (const auto &[device, way] : m_ways) {
        if (auto *session = way.keeper->session())
            live.append(session);
    }
    return live;
}

const LinkKeeper *PeerLinks::wayUp() const
{
    for (const auto kind : {NodeKind::Server, NodeKind::Hub}) {
        const auto found = std::ranges::find_if(m_ways, [kind](const auto &entry) { return entry.second.kind == kind; });
        if (found != m_ways.end())
            return found->second.keeper.get();
    }
    return nullptr;
}

QUrl PeerLinks::urlOf(const DeviceId &device) const
{
    const auto seen = m_seen.constFind(device);
    return seen == m_seen.cend() ? QUrl() : seen->url;
}

} // namespace saji
