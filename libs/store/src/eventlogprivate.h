// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/eventlog.h>

#include "databasehandle.h"
#include "eventbatch.h"
#include "peermemory.h"
#include "timeline.h"
#include "transaction.h"
#include "tuning.h"

namespace saji {

//! What a log has open, and how it commits: all or nothing on the disk first, then in memory.
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

    //! From now on `fresh` is our origin; own events above `kept` are its.
    Result<void> goOnAs(const Origin &fresh, quint64 kept);
    Result<int> trim(const TrimPolicy &policy);

    void hasFailed(EventLog &log, const Error &error);
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

} // namespace saji
