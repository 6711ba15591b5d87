// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/eventlog.h>

#include "eventlogprivate.h"
#include "lackedevents.h"
#include "logging.h"
#include "trimming.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

bool mustBeSeen(ErrorCode code)
{
    return code == ErrorCode::DiskFull || code == ErrorCode::ReadOnly || code == ErrorCode::Corrupt || code == ErrorCode::Io;
}

} // namespace

void EventLog::Private::hasFailed(EventLog &log, const Error &error)
{
    if (error.code == ErrorCode::Corrupt)
        database.suspect(error);
    if (mustBeSeen(error.code))
        emit log.failed(error);
}

Result<int> EventLog::Private::trim(const TrimPolicy &policy)
{
    if (identity.kind == NodeKind::Server)
        return 0;
    // Atomic, but not forced to the disk: what comes back with a power cut is trimmed again.
    Transaction transaction(database, Transaction::Durability::Lazy);
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    const auto gone = trimEvents(table, state, memory.of(NodeKind::Server), timeline.now(), policy);
    if (!gone)
        return gone.error();
    if (gone->isEmpty())
        return 0;
    if (const auto done = transaction.commit(); !done)
        return done.error();
    const auto before = state.floor;
    state.floor.merge(*gone);
    return int(before.lagBehind(state.floor));
}

EventLog::EventLog() = default;

EventLog::~EventLog()
{
    if (!d)
        return;
    if (const auto done = d->commitNotes(true); !done)
        qCWarning(lcStore).noquote() << d->identity.name << "closing:" << done.error().detail;
}

Result<std::unique_ptr<EventLog>> EventLog::open(Database &database, const Identity &identity, const Clock &clock)
{
    auto &handle = database.d();
    const auto newestBorn = EventTable(handle).newestBorn();
    if (!newestBorn)
        return newestBorn.error();
    const auto timeline = Timeline::load(handle, clock, *newestBorn);
    if (!timeline)
        return timeline.error();
    std::unique_ptr<EventLog> log(new EventLog);
    auto d = std::make_unique<Private>(handle, identity, clock, *timeline);
    const auto tips = d->table.load();
    if (!tips)
        return tips.error();
    for (const auto &tip : *tips) {
        d->state.have.raise(tip.origin, tip.seq);
        d->state.floor.raise(tip.origin, tip.first - 1);
        d->state.hlc.witness(tip.hlc);
    }
    const auto last = d->table.lastArrival();
    if (!last)
        return last.error();
    d->state.lastArrival = *last;
    d->isPastCertain = timeline->isSameBoot();
    if (const auto done = d->memory.load(); !done)
        return done.error();
    if (identity.kind == NodeKind::Hub || identity.kind == NodeKind::Server)
        handle.useLongWriteAheadLog();
    log->d = std::move(d);
    return log;
}

Result<void> EventLog::write(const std::function<Result<void>(LogWriter &)> &work, const std::function<void()> &durable)
{
    if (const auto left = leavePastBehind(); !left)
        return left;
    const auto before = d->state.lastArrival;
    const auto done = d->commit([&work](EventBatch &batch) { return work(batch); });
    if (!done) {
        d->hasFailed(*this, done.error());
        return done;
    }
    if (durable)
        durable();
    if (d->state.lastArrival > before)
        emit grown(d->state.lastArrival);
    return {};
}

Result<EventLog::Merged> EventLog::merge(const QList<Event> &events, const VersionVector &senderFloor)
{
    Merged merged;
    // What is known already is counted without a transaction: a second path to the same news costs no disk.
    bool hasNews = false;
    for (const auto &event : events) {
        if (const auto legal = checkEvent(event); !legal)
            return legal.error();
        hasNews = hasNews || !d->state.have.covers(event.stamp);
    }
    if (!hasNews) {
        merged.known = int(events.size());
        return merged;
    }
    // The server is where everything is in the end: it can do without nothing.
    const auto floor = d->identity.kind == NodeKind::Server ? VersionVector() : senderFloor;
    const auto done = d->commit([&](EventBatch &batch) -> Result<void> {
        for (const auto &event : events) {
            const auto taken = batch.take(event, floor);
            if (!taken)
                return taken.error();
            merged.added += *taken == EventBatch::Taken::Added;
            merged.known += *taken == EventBatch::Taken::Known;
            merged.deferred += *taken == EventBatch::Taken::Deferred;
        }
        return {};
    });
    if (!done) {
        d->hasFailed(*this, done.error());
        return done.error();
    }
    if (merged.added > 0)
        emit grown(d->state.lastArrival);
    return merged;
}

Result<QList<Event>> EventLog::lackedBy(const VersionVector &peer, int maxEvents, qsizetype maxBytes) const
{
    return d->noted(LackedEvents(d->table, d->state, peer, maxEvents).take(maxEvents, maxBytes));
}

Result<QList<LoggedEvent>> EventLog::since(qint64 arrival, int limit) const
{
    return d->noted(d->table.since(arrival, limit));
}

Result<int> EventLog::trim(const TrimPolicy &policy)
{
    const auto trimmed = d->trim(policy);
    if (!trimmed)
        d->hasFailed(*this, trimmed.error());
    return trimmed;
}

Result<quint64> EventLog::countBetween(const QString &kind, const VersionVector &from, const VersionVector &upTo) const
{
    quint64 count = 0;
    const auto &entries = upTo.entries();
    for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
        if (from.upTo(it.key()) >= it.value())
            continue;
        const auto found = d->noted(d->table.countOf(kind, it.key(), from.upTo(it.key()), it.value()));
        if (!found)
            return found.error();
        count += *found;
    }
    return count;
}

Result<VersionVector> EventLog::bornBy(Milliseconds time, const VersionVector &from, const VersionVector &upTo) const
{
    VersionVector born;
    const auto &entries = upTo.entries();
    for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
        const auto after = from.upTo(it.key());
        auto last = it.value();
        if (after < last) {
            const auto younger = d->noted(d->table.firstBornOrArrivedAfter(it.key(), after, last, time, std::numeric_limits<qint64>::max()));
            if (!younger)
                return younger.error();
            last = younger->has_value() ? **younger - 1 : last;
        }
        born.raise(it.key(), last);
    }
    return born;
}

Result<void> EventLog::probe()
{
    const auto done = d->commitNotes(true, Transaction::Durability::Full);
    if (!done)
        d->hasFailed(*this, done.error());
    return done;
}

const VersionVector &EventLog::floor() const
{
    return d->state.floor;
}

const VersionVector &EventLog::have() const
{
    return d->state.have;
}

const Identity &EventLog::identity() const
{
    return d->identity;
}

qint64 EventLog::lastArrival() const
{
    return d->state.lastArrival;
}

Milliseconds EventLog::now() const
{
    return d->timeline.now();
}

Hlc EventLog::lastStamp() const
{
    return d->state.hlc.last();
}

std::optional<Milliseconds> EventLog::oldestLackedBy(const VersionVector &peer) const
{
    std::optional<Milliseconds> oldest;
    const auto &entries = d->state.have.entries();
    for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
        // Every epoch of this device is its own.
        if (it.key().device != d->identity.origin.device || peer.upTo(it.key()) >= it.value())
            continue;
        const auto born = d->table.bornAfter(it.key(), peer.upTo(it.key()));
        if (!born) {
            qCWarning(lcStore).noquote() << d->identity.name << "looking for the oldest unsent event:" << born.error().detail;
            continue;
        }
        if (*born)
            oldest = qMax(oldest.value_or(Milliseconds(0)), now() - **born);
    }
    return oldest;
}

Result<void> EventLog::rememberPeer(NodeKind kind, const VersionVector &has)
{
    d->memory.raise(kind, has);
    if (!d->memory.isDirty() || d->clock.steadyNow() - d->remembered < tuning::rememberEvery)
        return {};
    return d->commitNotes(false);
}

VersionVector EventLog::remembered(NodeKind kind) const
{
    return d->memory.of(kind);
}

Result<std::optional<Hlc>> EventLog::stampOf(const Origin &origin, quint64 seq) const
{
    return d->table.stampOf(origin, seq);
}

} // namespace saji
