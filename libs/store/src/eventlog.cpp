// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/eventlog.h>

#include "databasehandle.h"
#include "eventbatch.h"
#include "identityrow.h"
#include "lackedevents.h"
#include "logging.h"
#include "peermemory.h"
#include "timeline.h"
#include "transaction.h"
#include "tuning.h"

using namespace Qt::StringLiterals;

namespace saji {

class EventLog::Private
{
public:
    Private(Database::Private &handle, const Identity &who, const Clock &time, Timeline counted)
        : database(handle), identity(who), clock(time), timeline(counted), table(handle), memory(handle), state{{}, 0, HlcClock(time), {}}
    {
    }

    //! Runs `change` in a transaction; only when that is on the disk does the state follow.
    template<class Change>
    Result<void> commit(Change change)
    {
        EventBatch batch(database, table, state, identity.origin, timeline.now());
        Transaction transaction(database);
        if (const auto begun = transaction.begin(); !begun)
            return begun;
        if (const auto changed = change(batch); !changed)
            return changed;
        if (batch.isEmpty())
            return {};
        if (const auto written = batch.writeCounters(); !written)
            return written;
        const auto notes = writeNotes();
        if (!notes)
            return notes.error();
        if (const auto done = transaction.commit(); !done)
            return done;
        batch.settle(state);
        settleNotes(*notes);
        return {};
    }

    //! Notes that may wait for the next commit ride on this one when they are due.
    struct Notes
    {
        bool timeline = false;
        bool memory = false;
    };
    Result<Notes> writeNotes(bool all = false)
    {
        const Notes notes{all || timeline.isDue(), memory.isDirty() && (all || clock.steadyNow() - remembered >= tuning::rememberEvery)};
        if (notes.timeline) {
            if (const auto done = timeline.checkpoint(); !done)
                return done.error();
        }
        if (notes.memory) {
            if (const auto done = memory.write(); !done)
                return done.error();
        }
        return notes;
    }
    void settleNotes(const Notes &notes)
    {
        if (notes.timeline)
            timeline.settle();
        if (notes.memory) {
            memory.settle();
            remembered = clock.steadyNow();
        }
    }
    Result<void> commitNotes(bool all)
    {
        Transaction transaction(database, Transaction::Durability::Lazy);
        if (const auto begun = transaction.begin(); !begun)
            return begun;
        const auto notes = writeNotes(all);
        if (!notes)
            return notes.error();
        if (const auto done = transaction.commit(); !done)
            return done;
        settleNotes(*notes);
        return {};
    }

    Result<void> goOnAs(const Origin &fresh, quint64 kept);

    Database::Private &database;
    Identity identity;
    const Clock &clock;
    Timeline timeline;
    EventTable table;
    PeerMemory memory;
    LogState state;
    Milliseconds remembered{0};
};

Result<void> EventLog::Private::goOnAs(const Origin &fresh, quint64 kept)
{
    const auto old = identity.origin;
    const auto freshId = table.nextId(0);
    Transaction transaction(database);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    if (const auto done = storeEpoch(database, fresh.epoch); !done)
        return done;
    if (const auto done = table.insertOrigin(freshId, fresh); !done)
        return done;
    if (const auto done = table.move(table.idOf(old), kept, freshId); !done)
        return done;
    if (const auto done = transaction.commit(); !done)
        return done;
    table.noteOrigin(freshId, fresh);
    identity.origin = fresh;
    VersionVector have;
    for (auto it = state.have.entries().cbegin(); it != state.have.entries().cend(); ++it)
        have.raise(it.key(), it.key() == old ? kept : it.value());
    have.raise(fresh, state.have.upTo(old) - kept);
    state.have = have;
    return {};
}

namespace {

bool mustBeSeen(ErrorCode code)
{
    return code == ErrorCode::DiskFull || code == ErrorCode::ReadOnly || code == ErrorCode::Corrupt || code == ErrorCode::Io;
}

} // namespace

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
        d->state.hlc.witness(tip.hlc);
    }
    const auto last = d->table.lastArrival();
    if (!last)
        return last.error();
    d->state.lastArrival = *last;
    if (const auto done = d->memory.load(); !done)
        return done.error();
    log->d = std::move(d);
    return log;
}

Result<void> EventLog::write(const std::function<Result<void>(LogWriter &)> &work)
{
    const auto before = d->state.lastArrival;
    const auto done = d->commit([&work](EventBatch &batch) { return work(batch); });
    if (!done) {
        if (mustBeSeen(done.error().code))
            emit failed(done.error());
        return done;
    }
    if (d->state.lastArrival > before)
        emit grown(d->state.lastArrival);
    return {};
}

Result<EventLog::Merged> EventLog::merge(const QList<Event> &events)
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
    const auto done = d->commit([&](EventBatch &batch) -> Result<void> {
        for (const auto &event : events) {
            const auto taken = batch.take(event);
            if (!taken)
                return taken.error();
            merged.added += *taken == EventBatch::Taken::Added;
            merged.known += *taken == EventBatch::Taken::Known;
            merged.deferred += *taken == EventBatch::Taken::Deferred;
        }
        return {};
    });
    if (!done) {
        if (mustBeSeen(done.error().code))
            emit failed(done.error());
        return done.error();
    }
    if (merged.added > 0)
        emit grown(d->state.lastArrival);
    return merged;
}

Result<QList<Event>> EventLog::lackedBy(const VersionVector &peer, int maxEvents, qsizetype maxBytes) const
{
    return LackedEvents(d->table, d->state.have, peer, maxEvents).take(maxEvents, maxBytes);
}

Result<QList<LoggedEvent>> EventLog::since(qint64 arrival, int limit) const
{
    return d->table.since(arrival, limit);
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
        const auto born = d->table.bornOf(it.key(), peer.upTo(it.key()) + 1);
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

Result<void> EventLog::adoptOwnPast(quint64 sharedUpTo, Random &random)
{
    const auto kept = qMin(ownSeq(), sharedUpTo);
    const Origin fresh{d->identity.origin.device, drawEpoch(random)};
    if (const auto done = d->goOnAs(fresh, kept); !done) {
        if (mustBeSeen(done.error().code))
            emit failed(done.error());
        return done;
    }
    qCWarning(lcStore).noquote() << d->identity.name << "was restored from a backup: going on as" << fresh.toString() << "after event" << kept;
    emit originChanged(fresh);
    return {};
}

} // namespace saji
