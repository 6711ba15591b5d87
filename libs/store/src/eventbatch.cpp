// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventbatch.h"

#include "databasehandle.h"
#include "tuning.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace saji {

EventBatch::EventBatch(Database::Private &database, EventTable &table, const LogState &state, const Origin &own, Milliseconds now)
    : m_database(database), m_table(table), m_state(state), m_own(own), m_now(now), m_hlc(state.hlc)
{
}

Result<LoggedEvent> EventBatch::append(const QString &kind, const QByteArray &payload)
{
    const Event event{{m_hlc.tick(), m_own, upTo(m_own) + 1}, kind, payload, m_now};
    if (const auto legal = checkEvent(event); !legal)
        return legal.error();
    return insert(event);
}

Result<qint64> EventBatch::draw(const QString &counter)
{
    auto last = m_counters.value(counter, m_state.counters.value(counter, -1));
    if (last < 0) {
        const auto stored = m_database.statement("SELECT value FROM counters WHERE name = ?"_L1).number(counter);
        if (!stored)
            return stored.error();
        last = stored->value_or(0);
    }
    m_counters.insert(counter, last + 1);
    return last + 1;
}

Result<EventBatch::Taken> EventBatch::take(const Event &event, const VersionVector &floor)
{
    const auto known = upTo(event.stamp.origin);
    if (event.stamp.seq <= known)
        return Taken::Known;
    if (event.stamp.origin == m_own)
        return Error{ErrorCode::Conflict, u"a peer has event %1 of our own, we have %2"_s.arg(event.stamp.seq).arg(known)};
    if (event.stamp.seq > known + 1) {
        const auto &origin = event.stamp.origin;
        if (origin.device == m_own.device || event.stamp.seq != floor.upTo(origin) + 1)
            return Taken::Deferred;
        const auto isGivenUp = giveUpBelow(origin);
        if (!isGivenUp)
            return isGivenUp.error();
        if (!*isGivenUp)
            return Taken::Deferred;
        m_floor.raise(origin, event.stamp.seq - 1);
    }
    auto taken = event;
    // Nobody is born after he has arrived, whatever the sender's clock says: no age is ever negative.
    taken.bornAt = qMin(event.bornAt, m_now);
    if (const auto done = insert(taken); !done)
        return done.error();
    m_hlc.witness(event.stamp.hlc);
    return Taken::Added;
}

// What a projection on the disk has not read yet would be lost to it, so the newest that we have must be old news.
Result<bool> EventBatch::giveUpBelow(const Origin &origin)
{
    const auto known = upTo(origin);
    if (known == 0)
        return true;
    const auto folded = m_table.foldedUpTo();
    if (!folded)
        return folded.error();
    const auto unread = m_table.firstBornOrArrivedAfter(origin, 0, known, Milliseconds::max(), *folded);
    if (!unread)
        return unread.error();
    if (*unread)
        return false;
    if (const auto done = m_table.removeUpTo(origin, known); !done)
        return done.error();
    return true;
}

Result<void> EventBatch::writeCounters()
{
    auto &upsert =
        m_database.statement("INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"_L1);
    for (auto it = m_counters.cbegin(); it != m_counters.cend(); ++it) {
        if (const auto done = upsert.run(it.key(), it.value()); !done)
            return done;
    }
    return {};
}

void EventBatch::settle(LogState &state) const
{
    for (auto it = m_newOrigins.cbegin(); it != m_newOrigins.cend(); ++it)
        m_table.noteOrigin(it.value(), it.key());
    state.have.merge(m_raised);
    state.floor.merge(m_floor);
    state.lastArrival += m_added;
    state.hlc.witness(m_hlc.last());
    for (auto it = m_counters.cbegin(); it != m_counters.cend(); ++it)
        state.counters.insert(it.key(), it.value());
}

Result<LoggedEvent> EventBatch::insert(const Event &event)
{
    const auto origin = originId(event.stamp.origin);
    if (!origin)
        return origin.error();
    const LoggedEvent logged{event, m_state.lastArrival + m_added + 1};
    if (const auto done = m_table.insert(logged.arrival, *origin, event); !done)
        return done.error();
    ++m_added;
    m_raised.raise(event.stamp.origin, event.stamp.seq);
    return logged;
}

Result<qint64> EventBatch::originId(const Origin &origin)
{
    if (const auto id = m_table.idOf(origin); id != 0)
        return id;
    if (const auto id = m_newOrigins.value(origin, 0); id != 0)
        return id;
    const auto id = m_table.nextId(m_newOrigins.size());
    if (const auto done = m_table.insertOrigin(id, origin); !done)
        return done.error();
    m_newOrigins.insert(origin, id);
    return id;
}

quint64 EventBatch::upTo(const Origin &origin) const
{
    return qMax(m_state.have.upTo(origin), m_raised.upTo(origin));
}

Result<void> checkEvent(const Event &event)
{
    const auto bad = [](const QString &what) { return Error{ErrorCode::Malformed, what}; };
    if (event.stamp.origin.device.isNull())
        return bad(u"an event without an origin"_s);
    if (event.stamp.seq == 0 || event.stamp.seq > quint64(std::numeric_limits<qint64>::max()))
        return bad(u"an event with the number %1"_s.arg(event.stamp.seq));
    if (event.stamp.origin.epoch > quint64(std::numeric_limits<qint64>::max()))
        return bad(u"an event of epoch %1"_s.arg(event.stamp.origin.epoch));
    if (event.stamp.hlc > HlcClock::limit())
        return bad(u"an event of a clock that shows %1 ms"_s.arg(event.stamp.hlc.physical().count()));
    if (event.kind.isEmpty() || event.kind.size() > tuning::maxKindLength)
        return bad(u"an event kind of %1 characters"_s.arg(event.kind.size()));
    if (event.payload.size() > tuning::maxPayloadBytes)
        return Error{ErrorCode::TooLarge, u"an event of %1 bytes, at most %2"_s.arg(event.payload.size()).arg(tuning::maxPayloadBytes)};
    return {};
}

} // namespace saji
