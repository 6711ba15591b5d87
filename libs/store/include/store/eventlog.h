// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <base/random.h>
#include <store/database.h>
#include <store/event.h>
#include <store/identity.h>
#include <store/versionvector.h>

#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace saji {

//! What one writer does within one durable transaction of the log.
class LogWriter
{
public:
    virtual ~LogWriter() = default;
    //! Adds a fact of this device; its place in the log is returned, but it is real only after the commit.
    [[nodiscard]] virtual Result<LoggedEvent> append(const QString &kind, const QByteArray &payload) = 0;
    //! Draws the next number of a named counter, from 1. A rolled-back transaction gives it back.
    [[nodiscard]] virtual Result<qint64> draw(const QString &counter) = 0;
};

//! When an event may leave a device: when the server has it, when this long has passed since its birth, and when every projection has
//! folded it for good. What the server does not have never leaves.
struct TrimPolicy
{
    Milliseconds keepFor = std::chrono::hours(24 * 7);
    int atOnce = 200; //!< events per call: 2 ms
    //! The first event of each origin that somebody still needs (an open order, what is sold out); it and all after it stay, so that a
    //! newcomer can be told. Asked only when something may go. None = nobody needs anything.
    std::function<QHash<Origin, quint64>()> firstNeeded = {};
};

//! The append-only log of one node: every fact it knows, in the order of arrival, durable (WAL + synchronous=FULL) before anybody
//! is told.
//!
//! Lives on the thread of its database. One writer. Events are unique by (origin, seq) and gapless per origin: merging the same
//! event twice, from two paths, or after a lost answer changes nothing.
class EventLog : public QObject
{
    Q_OBJECT

public:
    struct Merged
    {
        int added = 0;
        int known = 0; //!< had them already
        int deferred = 0; //!< beyond a gap: not stored, the peer will send them again after what is missing
    };

    [[nodiscard]] static Result<std::unique_ptr<EventLog>> open(Database &database, const Identity &identity, const Clock &clock);
    ~EventLog() override;

    //! Runs `work` in one transaction and commits. On an error from `work` or the disk nothing is written. `grown` follows the commit.
    //! `durable` is called once it is on the disk, before `grown`: for what someone is waiting for.
    [[nodiscard]] Result<void> write(const std::function<Result<void>(LogWriter &)> &work, const std::function<void()> &durable = {});
    //! Takes over events of others, all or nothing, durable on return; bornAt is already on this timeline. Malformed: an event that no
    //! node may write (a stamp beyond the limit, an empty kind, too large). Conflict: news of our own origin, see adoptOwnPast.
    //!
    //! `senderFloor`: what the sender has trimmed. The event right above it is then taken as the first that is known of its origin,
    //! and what we have below is given up. Never on a server, and never for this device's own events: they wait for what is missing.
    [[nodiscard]] Result<Merged> merge(const QList<Event> &events, const VersionVector &senderFloor = {});
    //! Removes the oldest events that `policy` lets go, at most policy.atOnce; how many that were. On a server none. The newest event of each
    //! origin that the server has always stays, so have(), stamps and arrivals are what they were.
    [[nodiscard]] Result<int> trim(const TrimPolicy &policy);
    //! Up to where each origin has been trimmed here.
    const VersionVector &floor() const;

    //! What `peer` lacks, in the order of arrival here, at most `maxEvents` and `maxBytes` of payload (but always one). An origin of which the
    //! peer lacks what was trimmed here is passed over: it could not take the rest. Tell such a peer floor(), and then ask with its
    //! vector raised to that.
    [[nodiscard]] Result<QList<Event>> lackedBy(const VersionVector &peer, int maxEvents, qsizetype maxBytes) const;
    //! Events after an arrival, in order of arrival.
    [[nodiscard]] Result<QList<LoggedEvent>> since(qint64 arrival, int limit) const;

    //! How many events of a kind lie above `from` and up to `upTo`, of the origins in `upTo`.
    [[nodiscard]] Result<quint64> countBetween(const QString &kind, const VersionVector &from, const VersionVector &upTo) const;
    //! Up to where the events of each origin in `upTo` were born at that time of the timeline, looked for above `from`. Reads no payload.
    [[nodiscard]] Result<VersionVector> bornBy(Milliseconds time, const VersionVector &from, const VersionVector &upTo) const;
    //! Writes a note of its own, durably: whether the disk takes anything. `failed` follows an error as it does after write().
    [[nodiscard]] Result<void> probe();

    const VersionVector &have() const;
    const Identity &identity() const;
    qint64 lastArrival() const;
    //! Our own origin's next seq minus one.
    quint64 ownSeq() const { return have().upTo(identity().origin); }
    //! This device's timeline: continues through restarts and reboots, never jumps with the wall clock.
    Milliseconds now() const;
    Hlc lastStamp() const;
    //! How old the oldest own event is that `peer` lacks; nullopt when it lacks none.
    [[nodiscard]] std::optional<Milliseconds> oldestLackedBy(const VersionVector &peer) const;

    //! What a peer is known to have, kept on disk so that "pending" is right after a restart. Only ever raised.
    [[nodiscard]] Result<void> rememberPeer(NodeKind kind, const VersionVector &has);
    VersionVector remembered(NodeKind kind) const;

    //! The stamp of one event; nullopt when it is not here, or not any more (at or below floor()).
    [[nodiscard]] Result<std::optional<Hlc>> stampOf(const Origin &origin, quint64 seq) const;
    //! This device was restored from a backup and a peer knows more of its past: goes on under a new epoch, so that the old one is an
    //! origin like any other and its lost events can be merged. Own events above `sharedUpTo` (the last one that is surely the same
    //! here and there) move to the new epoch with their stamps. One transaction; `originChanged` follows.
    [[nodiscard]] Result<void> adoptOwnPast(quint64 sharedUpTo, Random &random);
    //! False after a boot of the machine, until confirmOwnPast(): the disk may be an old one that was put back byte for byte, and others may
    //! have more of this device's past than it has. What it writes then begins a new epoch (`originChanged` comes before the write), so that
    //! no two events are ever written under one place.
    bool isPastCertain() const;
    //! Everybody who should know has said that there is no more of our past than we have.
    void confirmOwnPast();
    //! Begins that new epoch now, and not with the next write. Nothing happens when the past is certain.
    [[nodiscard]] Result<void> leavePastBehind();

signals:
    //! After each commit that added events.
    void grown(qint64 lastArrival);
    //! A write failed for a reason that a person must see (DiskFull, ReadOnly, Corrupt, Io).
    void failed(const saji::Error &error);
    //! We go on under a new epoch; sessions that said hello with the old one must end.
    void originChanged(const saji::Origin &origin);

private:
    EventLog();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
