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
#include "trimming.h"
#include "tuning.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <limits>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

bool mustBeSeen(ErrorCode code)
{
    return code == ErrorCode::DiskFull || code == ErrorCode::ReadOnly || code == ErrorCode::Corrupt || code == ErrorCode::Io;
}

} // namespace

class EventLog::Private
{
public:
    Private(Database::Private &handle, const Identity &who, const Clock &time, Timeline counted)
        : database(handle), identity(who), clock(time), timeline(counted), table(handle), memory(handle), state{{}, {}, 0, HlcClock(time), {}}
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
    Result<void> commitNotes(bool all, Transaction::Durability durability = Transaction::Durability::Lazy)
    {
        Transaction transaction(database, durability);
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
    Result<int> trim(const TrimPolicy &policy);

    void hasFailed(EventLog &log, const Error &error)
    {
        if (error.code == ErrorCode::Corrupt)
            database.suspect(error);
        if (mustBeSeen(error.code))
            emit log.failed(error);
    }
    //! A reading that met damage is remembered for the next start, whoever asked for it.
    template<class T>
    Result<T> noted(Result<T> result) const
    {
        if (!result && result.error().code == ErrorCode::Corrupt)
            database.suspect(result.error());
        return result;
    }

    Database::Private &database;
    Identity identity;
    const Clock &clock;
    Timeline timeline;
    EventTable table;
    PeerMemory memory;
    LogState state;
    bool isPastCertain = true;
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

namespace {

//! An epoch that nobody has drawn before: the boot is another one than that of the old epoch, and of any other disk that was put back.
quint64 epochAfter(const Origin &old, const Clock &clock)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(old.toString().toUtf8());
    hash.addData(clock.bootId());
    hash.addData(QByteArray::number(qint64(clock.wallNow().count())) + ' ' + QByteArray::number(qint64(clock.steadyNow().count())));
    return (qFromBigEndian<quint64>(hash.result().constData()) >> 1) | 1;
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

Result<void> EventLog::adoptOwnPast(quint64 sharedUpTo, Random &random)
{
    // What has been trimmed, and the one above it that stayed, had reached the server: nobody knows another past up to there.
    const auto trimmed = d->state.floor.upTo(d->identity.origin);
    const auto kept = qMax(qMin(ownSeq(), sharedUpTo), trimmed > 0 ? trimmed + 1 : 0);
    const Origin fresh{d->identity.origin.device, drawEpoch(random)};
    if (const auto done = d->goOnAs(fresh, kept); !done) {
        d->hasFailed(*this, done.error());
        return done;
    }
    d->isPastCertain = true;
    qCWarning(lcStore).noquote() << d->identity.name << "was restored from a backup: going on as" << fresh.toString() << "after event" << kept;
    emit originChanged(fresh);
    return {};
}

bool EventLog::isPastCertain() const
{
    return d->isPastCertain;
}

void EventLog::confirmOwnPast()
{
    d->isPastCertain = true;
}

Result<void> EventLog::leavePastBehind()
{
    if (d->isPastCertain)
        return {};
    const Origin fresh{d->identity.origin.device, epochAfter(d->identity.origin, d->clock)};
    if (const auto done = d->goOnAs(fresh, ownSeq()); !done) {
        d->hasFailed(*this, done.error());
        return done;
    }
    d->isPastCertain = true;
    qCInfo(lcStore).noquote() << d->identity.name << "has booted and nobody could say yet whether its past is whole: going on as" << fresh.toString();
    emit originChanged(fresh);
    return {};
}

} // namespace saji
