// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/syncmonitor.h>

#include "logging.h"
#include "peerviews.h"
#include "tuning.h"
#include <engine/nodereport.h>

#include <engine/daybook.h>

#include <algorithm>
#include <map>
#include <vector>

namespace saji {
using namespace Qt::StringLiterals;

namespace {

//! Of a device that goes by the hub again: its link to us has broken, which says nothing of the device. Hub and server are another matter,
//! because ways to them are looked at as ways.
bool isLostLink(const PeerView &direct)
{
    return direct.mode == SyncMode::Disconnected && direct.role != PeerRole::Hub && direct.role != PeerRole::Server;
}

//! Who was never identified has no id; its role is then all that is known of it.
bool isSame(const PeerView &reported, const PeerView &known)
{
    return reported.id.isEmpty() ? known.role == reported.role : known.id == reported.id;
}

} // namespace

class SyncMonitor::Private
{
public:
    struct Way
    {
        PeerRole role;
        LinkKeeper *keeper;
        WayPlace place;
        std::optional<NodeReport> report;
        Milliseconds reportedAt{0};
    };

    Private(const Rooms &with, const NodeOptions &as) : rooms(with), options(as), soon(with.scheduler), tick(with.scheduler) {}

    const Origin &me() const { return rooms.log.identity().origin; }

    //! How many events of this device, in all its epochs, a peer lacks.
    quint64 lackedBy(const VersionVector &peer) const
    {
        quint64 lacks = 0;
        const auto &have = rooms.log.have().entries();
        for (auto it = have.cbegin(); it != have.cend(); ++it) {
            if (it.key().device == me().device)
                lacks += it.value() - std::min(it.value(), peer.upTo(it.key()));
        }
        return lacks;
    }

    //! A server that was set up anew says itself that it has less than the one we remember.
    VersionVector serverHas() const
    {
        for (const auto &way : ways) {
            if (way.role == PeerRole::Server && way.keeper->session() && way.keeper->session()->peer())
                return way.keeper->session()->peerHas();
        }
        return rooms.log.remembered(NodeKind::Server);
    }

    QString station() const
    {
        if (options.kind == NodeKind::Kiosk)
            return options.deviceCode;
        return options.outlet.isNull() ? QString() : QString::number(options.outlet.value());
    }

    quint64 ordersToday() const
    {
        const auto today = rooms.today();
        return quint64(options.kind == NodeKind::Kiosk ? rooms.days.ordersBy(me().device, today) : rooms.days.orders(today));
    }

    //! As far as links know them.
    void noteRevoked(PeerView &view, const DeviceId &device) const;
    std::optional<Removal> removalOf(const DeviceId &device) const { return rooms.removal ? rooms.removal(device) : std::nullopt; }
    //! By the list that this device has, or by the word of a peer that has proved who it is.
    std::optional<Removal> ownRemoval(const QList<PeerView> &direct) const;
    PeerView look(const Way &way) const;
    PeerView look(const PeerEntry &entry) const;
    bool differs(const DeviceId &device) const { return rooms.boardDiffers && rooms.boardDiffers(device); }
    //! Direct ones: ways first, then those who dialled us.
    QList<PeerView> directPeers() const;
    void addReported(QList<PeerView> &peers) const;
    void addReported(QList<ReportedPeer> &words, const NodeReport &from, Milliseconds at, Milliseconds heard, bool holds) const;
    NodeReport::Device self() const;
    //! Whom a report is for. A star's own is the same for everybody.
    enum class Audience { Star, Panel, Device };
    Audience audienceOf(NodeKind peer) const;
    NodeReport report(Audience to) const;
    bool isStar() const { return rooms.log.identity().kind == NodeKind::Hub || rooms.log.identity().kind == NodeKind::Server; }
    bool hearsTheServer() const;

    //! A report as it was a moment ago: every session asks for it with every ping.
    struct Told
    {
        QByteArray bytes;
        std::optional<Milliseconds> madeAt;
    };

    Rooms rooms;
    NodeOptions options;
    std::vector<Way> ways;
    SessionHost *host = nullptr;
    QHash<DeviceId, NodeReport> hostReports;
    std::optional<Milliseconds> lastConnected;
    bool wasTurnedAway = false; //!< as revoked; it stays so, whatever the network does next
    mutable std::map<Audience, Told> told;
    Timer soon;
    Timer tick;
};

void SyncMonitor::Private::noteRevoked(PeerView &view, const DeviceId &device) const
{
    const auto removal = view.mode == SyncMode::Disconnected ? removalOf(device) : std::nullopt;
    if (!removal)
        return;
    view.cause = SyncCause::Revoked;
    view.removal = removal;
}

std::optional<Removal> SyncMonitor::Private::ownRemoval(const QList<PeerView> &direct) const
{
    if (const auto listed = removalOf(me().device))
        return listed;
    const bool isTurnedAway = std::ranges::any_of(direct, [](const PeerView &peer) { return peer.cause == SyncCause::SelfRevoked; });
    return isTurnedAway || wasTurnedAway ? std::optional(Removal()) : std::nullopt;
}

PeerView SyncMonitor::Private::look(const Way &way) const
{
    const auto &status = way.keeper->status();
    auto view = viewOf(way.role, status);
    view.boardDiffers = status.peer && differs(status.peer->origin.device);
    if (status.peer)
        noteRevoked(view, status.peer->origin.device);
    // Asked only when there is something to explain: it is a word with the operating system.
    if (view.mode == SyncMode::Disconnected && view.cause == SyncCause::NoAnswer)
        explain(view, way.place, !rooms.hasNetwork || rooms.hasNetwork());
    return view;
}

PeerView SyncMonitor::Private::look(const PeerEntry &entry) const
{
    auto view = viewOf(entry);
    view.boardDiffers = differs(entry.hello.origin.device);
    noteRevoked(view, entry.hello.origin.device);
    return view;
}

QList<PeerView> SyncMonitor::Private::directPeers() const
{
    QList<PeerView> peers;
    for (const auto &way : ways) {
        auto view = look(way);
        if (const auto *session = way.keeper->session())
            view.catalogVersion = std::max(view.catalogVersion, session->peerCatalog().version);
        view.lacks = lackedBy(way.keeper->status().peerHas);
        if (way.report)
            addOwnWord(view, way.report->self);
        peers.append(view);
    }
    if (!host)
        return peers;
    for (const auto &entry : host->peers()) {
        auto view = look(entry);
        if (std::ranges::find(peers, view.id, &PeerView::id) != peers.end())
            continue; // we have dialled it as well
        view.lacks = lackedBy(entry.has);
        if (const auto report = hostReports.constFind(entry.hello.origin.device); report != hostReports.cend())
            addOwnWord(view, report->self);
        peers.append(view);
    }
    return peers;
}

void SyncMonitor::Private::addReported(QList<ReportedPeer> &words, const NodeReport &from, Milliseconds at, Milliseconds heard, bool holds) const
{
    // Who falls silent would be reported as such, for as long as the neighbour itself is heard.
    const auto until = holds ? rooms.clock.steadyNow() : heard;
    for (const auto &neighbour : from.neighbours) {
        if (neighbour.device.id == me().device.toString())
            continue;
        const ReportedPeer word{reportedView(neighbour, at, until), holds};
        const auto known = std::ranges::find_if(words, [&word](const ReportedPeer &other) { return isSame(other.view, word.view); });
        if (known == words.end())
            words.append(word);
        else if (isBetterWord(word, *known))
            *known = word;
    }
}

void SyncMonitor::Private::addReported(QList<PeerView> &peers) const
{
    QList<ReportedPeer> words;
    for (const auto &way : ways) {
        const auto &status = way.keeper->status();
        if (way.report)
            addReported(words, *way.report, way.reportedAt, status.lastHeard.value_or(way.reportedAt), status.mode != LinkMode::Disconnected);
    }
    if (host) {
        for (const auto &entry : host->peers()) {
            if (const auto report = hostReports.constFind(entry.hello.origin.device); report != hostReports.cend())
                addReported(words, *report, entry.reportedAt, entry.lastHeard, entry.mode != LinkMode::Disconnected);
        }
    }
    for (auto &word : words) {
        if (const auto device = DeviceId::fromString(word.view.id))
            noteRevoked(word.view, *device);
        const auto direct = std::ranges::find_if(peers, [&word](const PeerView &peer) { return isSame(word.view, peer); });
        if (direct == peers.end())
            peers.append(word.view);
        else if (isLostLink(*direct) && isBetterWord(word, {*direct, true}))
            *direct = word.view;
    }
}

NodeReport::Device SyncMonitor::Private::self() const
{
    const auto &identity = rooms.log.identity();
    NodeReport::Device device;
    device.role = roleOf(identity.kind);
    device.id = identity.origin.device.toString();
    device.name = identity.name;
    device.station = station();
    device.appVersion = QStringLiteral(SAJI_VERSION);
    device.catalogVersion = rooms.catalog.version().version;
    device.ordersToday = ordersToday();
    if (rooms.soldOut)
        device.soldOut = rooms.soldOut();
    const auto storage = rooms.storage();
    device.storage = storage.state;
    device.healed = storage.recovery.has_value();
    constexpr qint64 freeStep = 100'000'000;
    if (storage.totalBytes > 0)
        device.freeBytes = storage.freeBytes / freeStep * freeStep;
    if (identity.kind == NodeKind::Server)
        return device;
    const auto server = serverHas();
    device.pending = lackedBy(server);
    // In steps, or every ping would carry a new report for the sake of one figure.
    constexpr Milliseconds step{10'000};
    if (const auto oldest = rooms.log.oldestLackedBy(server))
        device.oldestPendingAge = *oldest / step * step;
    return device;
}

SyncMonitor::SyncMonitor(const Rooms &rooms, const NodeOptions &options, QObject *parent)
    : SyncService(parent), d(std::make_unique<Private>(rooms, options))
{
    connect(&rooms.log, &EventLog::grown, this, [this] { tellSoon(); });
}

SyncMonitor::~SyncMonitor() = default;

void SyncMonitor::addWay(PeerRole role, LinkKeeper &keeper, const WayPlace &place)
{
    d->ways.push_back({role, &keeper, place, {}, {}});
    connect(&keeper, &LinkKeeper::statusChanged, this, &SyncMonitor::tellSoon);
    connect(&keeper, &LinkKeeper::boardHeard, this, [this, &keeper](const BoardDigest &digest) {
        if (const auto &peer = keeper.status().peer)
            emit boardHeard(peer->origin.device, peer->name, digest);
    });
    connect(&keeper, &LinkKeeper::reported, this, [this, &keeper](const QByteArray &bytes) {
        const auto report = NodeReport::fromBytes(bytes);
        const auto way = std::ranges::find(d->ways, &keeper, &Private::Way::keeper);
        if (!report || way == d->ways.end())
            return;
        way->report = *report;
        way->reportedAt = d->rooms.clock.steadyNow();
        if (way->role != PeerRole::Server && !report->serverHas.isEmpty())
            emit serverHasHeard(report->serverHas);
        tellSoon();
    });
}

void SyncMonitor::removeWay(LinkKeeper &keeper)
{
    std::erase_if(d->ways, [&keeper](const auto &way) { return way.keeper == &keeper; });
    keeper.disconnect(this);
    tellSoon();
}

void SyncMonitor::setHost(SessionHost &host)
{
    d->host = &host;
    connect(&host, &SessionHost::peersChanged, this, &SyncMonitor::tellSoon);
    connect(&host, &SessionHost::boardHeard, this, [this](const Origin &peer, const BoardDigest &digest) {
        if (const auto entry = d->host->peer(peer.device))
            emit boardHeard(peer.device, entry->hello.name, digest);
    });
    connect(&host, &SessionHost::reported, this, [this](const Origin &peer, const QByteArray &bytes) {
        if (d->hostReports.size() >= tuning::maxKeptReports)
            d->hostReports.removeIf([this](const auto &kept) { return !d->host->peer(kept.key()); });
        if (const auto report = NodeReport::fromBytes(bytes))
            d->hostReports.insert(peer.device, *report);
        tellSoon();
    });
}

void SyncMonitor::start()
{
    tick();
}

void SyncMonitor::tick()
{
    tell();
    d->tick.start(tuning::statusEvery, [this] { tick(); });
}

void SyncMonitor::syncNow()
{
    QMetaObject::invokeMethod(this, [this] {
        for (const auto &way : d->ways)
            way.keeper->knock();
        emit syncAsked();
    });
}

void SyncMonitor::announce()
{
    QMetaObject::invokeMethod(this, [this] { tell(); });
}

void SyncMonitor::tellSoon()
{
    if (!d->soon.isActive())
        d->soon.start(tuning::statusCoalesce, [this] { tell(); });
}

void SyncMonitor::tell()
{
    d->soon.stop();
    const auto now = status();
    d->lastConnected = now.lastConnected;
    d->wasTurnedAway = now.removed.has_value();
    emit changed(now);
}

VersionVector SyncMonitor::serverHas() const
{
    return d->serverHas();
}

SyncStatus SyncMonitor::status() const
{
    const auto &identity = d->rooms.log.identity();
    SyncStatus status;
    status.deviceName = identity.name;
    status.deviceCode = d->options.deviceCode;
    status.ordersToday = d->ordersToday();
    status.storage = d->rooms.storage();
    status.storageError = status.storage.error;
    status.peers = d->directPeers();
    foldModes(status, identity.kind);
    status.removed = d->ownRemoval(status.peers);
    status.lastConnected = status.mode == SyncMode::Disconnected ? d->lastConnected : d->rooms.clock.steadyNow();
    if (identity.kind != NodeKind::Server) {
        const auto server = d->serverHas();
        status.pending = d->lackedBy(server);
        status.oldestPendingAge = d->rooms.log.oldestLackedBy(server);
    }
    d->addReported(status.peers);
    return status;
}

//! Of the server itself, or of a hub that tells what it has.
bool SyncMonitor::Private::hearsTheServer() const
{
    return isStar() || std::ranges::any_of(ways, [](const Way &way) {
        const auto *session = way.keeper->session();
        return session && session->peer() && (session->peer()->kind == NodeKind::Server || session->peer()->kind == NodeKind::Hub);
    });
}

NodeReport SyncMonitor::Private::report(Audience to) const
{
    const auto now = rooms.clock.steadyNow();
    NodeReport report;
    report.self = self();
    if (rooms.log.identity().kind != NodeKind::Server && hearsTheServer())
        report.serverHas = serverHas();
    // In a mesh everybody hears everybody. Twelve that tell each other each other's figures with every order say a hundred times more
    // than the order.
    if (to != Audience::Star) {
        if (to == Audience::Device) {
            report.self.pending.reset();
            report.self.oldestPendingAge.reset();
            report.self.ordersToday.reset();
            report.self.freeBytes.reset();
        }
        return report;
    }
    for (const auto &way : ways)
        report.neighbours.append(
            neighbourOf(look(way), way.keeper->status().peer.value_or(HelloFrame()), way.report ? &way.report->self : nullptr, now));
    if (!host)
        return report;
    for (const auto &entry : host->peers()) {
        const auto known = hostReports.constFind(entry.hello.origin.device);
        report.neighbours.append(neighbourOf(look(entry), entry.hello, known == hostReports.cend() ? nullptr : &known->self, now));
    }
    return report;
}

SyncMonitor::Private::Audience SyncMonitor::Private::audienceOf(NodeKind peer) const
{
    if (isStar() || peer == NodeKind::Hub || peer == NodeKind::Server)
        return Audience::Star;
    return peer == NodeKind::Admin ? Audience::Panel : Audience::Device;
}

QByteArray SyncMonitor::report(NodeKind audience) const
{
    const auto now = d->rooms.clock.steadyNow();
    const auto to = d->audienceOf(audience);
    auto &told = d->told[to];
    if (!told.madeAt || now - *told.madeAt >= tuning::reportEvery)
        told = {d->report(to).toBytes(), now};
    return told.bytes;
}

} // namespace saji
