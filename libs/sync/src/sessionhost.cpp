// SPDX-License-Identifier: GPL-3.0-or-later
#include <sync/sessionhost.h>

#include "logging.h"
#include "tuning.h"

#include <QHash>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace saji {

class SessionHost::Private
{
public:
    Private(SessionHost &host, const SyncContext &shared) : q(host), context(shared), graveTimer(shared.scheduler) {}

    void onIdentified(SyncSession *session, const HelloFrame &hello);
    bool isLate(const SyncSession &session, const HelloFrame &hello) const;
    void onEnded(SyncSession *session, const QString &linkName, const CloseReason &reason);
    void watch(SyncSession *session, const Origin &origin);
    void dropOldestEntry();
    PeerEntry asOfNow(const DeviceId &device) const;
    void bury(SyncSession *session);

    SessionHost &q;
    const SyncContext context;
    std::vector<std::unique_ptr<SyncSession>> sessions;
    std::vector<std::unique_ptr<SyncSession>> graves;
    Timer graveTimer;
    QHash<DeviceId, SyncSession *> live;
    QHash<DeviceId, PeerEntry> entries;
};

// A device that dials by socket and by polling in the same moment means the socket; its hellos may arrive in either order.
bool SessionHost::Private::isLate(const SyncSession &session, const HelloFrame &hello) const
{
    const auto *older = live.value(hello.origin.device);
    return older && session.linkKind() == LinkKind::Polling && older->linkKind() != LinkKind::Polling &&
           older->peer()->instance == hello.instance && context.clock.steadyNow() - older->lastHeard() < tuning::freshSocketAge;
}

void SessionHost::Private::onIdentified(SyncSession *session, const HelloFrame &hello)
{
    const auto device = hello.origin.device;
    if (isLate(*session, hello)) {
        session->close({CloseCode::Superseded, u"%1 has just come by socket"_s.arg(hello.name)});
        return;
    }
    auto *older = live.value(device);
    live.insert(device, session);
    auto &entry = entries[device];
    entry.hello = hello;
    entry.mode = linkModeOf(session->linkKind());
    if (!entry.connectedSince)
        entry.connectedSince = context.clock.steadyNow();
    entry.disconnectedSince.reset();
    entry.lastHeard = session->lastHeard();
    entry.has = session->peerHas();
    entry.catalog = hello.catalog;
    if (entries.size() > tuning::maxPeerEntries)
        dropOldestEntry();
    watch(session, hello.origin);
    if (older)
        older->close({CloseCode::Superseded, u"%1 has opened a newer link"_s.arg(hello.name)});
    emit q.identified(hello);
    emit q.peersChanged();
}

void SessionHost::Private::watch(SyncSession *session, const Origin &origin)
{
    connect(session, &SyncSession::peerProgressed, &q, [this, origin](const VersionVector &has) {
        entries[origin.device].has = has;
        emit q.peerProgressed(origin, has);
    });
    connect(session, &SyncSession::peerCatalogChanged, &q, [this, origin](const CatalogVersion &catalog) {
        entries[origin.device].catalog = catalog;
        emit q.peerCatalogChanged(origin, catalog);
    });
    connect(session, &SyncSession::reported, &q, [this, origin](const QByteArray &report) {
        auto &entry = entries[origin.device];
        entry.report = report;
        entry.reportedAt = context.clock.steadyNow();
        emit q.reported(origin, report);
    });
    connect(session, &SyncSession::boardHeard, &q, [this, origin](const BoardDigest &digest) { emit q.boardHeard(origin, digest); });
}

void SessionHost::Private::onEnded(SyncSession *session, const QString &linkName, const CloseReason &reason)
{
    const auto hello = session->peer();
    const auto lastHeard = session->lastHeard();
    const bool wasLive = hello && live.value(hello->origin.device) == session;
    bury(session);
    if (!hello || reason.code == CloseCode::Protocol || reason.code == CloseCode::TooLarge) {
        qCWarning(lcSync).noquote() << context.log.identity().name + u'>' + linkName << "turned away:" << reason.text;
        emit q.turnedAway(hello ? hello->name : linkName, reason);
    }
    if (!wasLive)
        return;
    live.remove(hello->origin.device);
    // Not away: it is linked in another way.
    if (reason.code == CloseCode::NotNeeded || reason.code == CloseCode::Superseded) {
        entries.remove(hello->origin.device);
        emit q.peersChanged();
        return;
    }
    auto &entry = entries[hello->origin.device];
    entry.mode = LinkMode::Disconnected;
    entry.connectedSince.reset();
    entry.disconnectedSince = context.clock.steadyNow();
    entry.lastHeard = lastHeard;
    entry.roundTrip = Milliseconds(0);
    entry.lastClose = reason;
    emit q.peersChanged();
}

void SessionHost::Private::bury(SyncSession *session)
{
    const auto found = std::find_if(sessions.begin(), sessions.end(), [session](const auto &own) { return own.get() == session; });
    if (found == sessions.end())
        return;
    graves.push_back(std::move(*found));
    sessions.erase(found);
    // Its own signal is still on its way.
    graveTimer.start(Milliseconds(0), [this] { graves.clear(); });
}

void SessionHost::Private::dropOldestEntry()
{
    auto oldest = entries.end();
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        if (it->disconnectedSince && (oldest == entries.end() || *it->disconnectedSince < *oldest->disconnectedSince))
            oldest = it;
    }
    if (oldest != entries.end())
        entries.erase(oldest);
}

PeerEntry SessionHost::Private::asOfNow(const DeviceId &device) const
{
    auto entry = entries.value(device);
    if (const auto *session = live.value(device)) {
        entry.lastHeard = session->lastHeard();
        entry.roundTrip = session->roundTrip();
    }
    return entry;
}

SessionHost::SessionHost(const SyncContext &context, QObject *parent) : QObject(parent), d(std::make_unique<Private>(*this, context)) {}

SessionHost::~SessionHost()
{
    for (const auto &session : d->sessions)
        session->disconnect();
}

void SessionHost::accept(const std::shared_ptr<Link> &link)
{
    const auto linkName = link->peerName();
    if (qsizetype(d->sessions.size()) >= tuning::maxSessions) {
        const CloseReason full{CloseCode::GoingAway,
                               u"%1 has %2 links already"_s.arg(d->context.log.identity().name).arg(d->sessions.size())};
        link->close(full);
        qCWarning(lcSync).noquote() << linkName << "turned away:" << full.text;
        emit turnedAway(linkName, full);
        return;
    }
    auto owned = std::make_unique<SyncSession>(d->context, link);
    auto *session = owned.get();
    d->sessions.push_back(std::move(owned));
    connect(session, &SyncSession::identified, this, [this, session](const HelloFrame &hello) { d->onIdentified(session, hello); });
    connect(session, &SyncSession::ended, this,
            [this, session, linkName](const CloseReason &reason) { d->onEnded(session, linkName, reason); });
}

void SessionHost::announceCatalog()
{
    for (auto *session : d->live.values())
        session->announceCatalog();
}

void SessionHost::closeAll(const CloseReason &reason)
{
    std::vector<SyncSession *> all;
    for (const auto &session : d->sessions)
        all.push_back(session.get());
    for (auto *session : all)
        session->close(reason);
}

void SessionHost::forget(const DeviceId &device)
{
    if (!d->live.contains(device) && d->entries.remove(device) > 0)
        emit peersChanged();
}

QList<PeerEntry> SessionHost::peers() const
{
    QList<PeerEntry> all;
    for (auto it = d->entries.cbegin(); it != d->entries.cend(); ++it)
        all.append(d->asOfNow(it.key()));
    std::sort(all.begin(), all.end(), [](const PeerEntry &a, const PeerEntry &b) {
        return std::tie(a.hello.name, a.hello.origin) < std::tie(b.hello.name, b.hello.origin);
    });
    return all;
}

std::optional<PeerEntry> SessionHost::peer(const DeviceId &device) const
{
    if (!d->entries.contains(device))
        return std::nullopt;
    return d->asOfNow(device);
}

SyncSession *SessionHost::session(const DeviceId &device) const
{
    return d->live.value(device);
}

int SessionHost::liveCount() const
{
    return int(d->live.size());
}

} // namespace saji
