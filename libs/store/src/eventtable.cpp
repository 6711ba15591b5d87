// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtable.h"

#include "databasehandle.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace saji {

Result<QList<EventTable::Tip>> EventTable::load()
{
    // One look at each end of the unique index per origin, whatever the length of the log.
    auto &select = m_database.statement("SELECT o.id, o.device, o.epoch, e.seq, e.hlc, (SELECT min(seq) FROM events WHERE origin = o.id) "
                                        "FROM origins o LEFT JOIN events e ON e.origin = o.id "
                                        "AND e.seq = (SELECT max(seq) FROM events WHERE origin = o.id)"_L1);
    if (const auto done = select.run(); !done)
        return done.error();
    QList<Tip> tips;
    while (select.next()) {
        const auto device = DeviceId::fromBytes(select.bytes(1));
        if (!device)
            return Error{ErrorCode::Corrupt, u"origin %1 has no device"_s.arg(select.integer(0))};
        const Origin origin{*device, quint64(select.integer(2))};
        noteOrigin(select.integer(0), origin);
        if (const auto seq = quint64(select.integer(3)); seq > 0)
            tips.append({origin, quint64(select.integer(5)), seq, Hlc{quint64(select.integer(4))}});
    }
    if (const auto done = select.finish(); !done)
        return done.error();
    return tips;
}

Result<qint64> EventTable::lastArrival() const
{
    const auto last = m_database.statement("SELECT max(arrival) FROM events"_L1).number();
    if (!last)
        return last.error();
    return last->value_or(0);
}

Result<Milliseconds> EventTable::newestBorn() const
{
    // Events of others are born before they arrive, so the latest birth may be some rows back: further than this only when a device that
    // was away for long has brought more than that since the last checkpoint. All rows would cost a start of a full log 10 ms.
    const auto born =
        m_database.statement("SELECT max(born_ms) FROM (SELECT born_ms FROM events ORDER BY arrival DESC LIMIT 500)"_L1).number();
    if (!born)
        return born.error();
    return Milliseconds(born->value_or(0));
}

Result<void> EventTable::insertOrigin(qint64 id, const Origin &origin)
{
    return m_database.statement("INSERT INTO origins (id, device, epoch) VALUES (?, ?, ?)"_L1)
        .run(id, origin.device.toBytes(), origin.epoch);
}

void EventTable::noteOrigin(qint64 id, const Origin &origin)
{
    m_ids.insert(origin, id);
    m_origins.insert(id, origin);
    m_largestId = qMax(m_largestId, id);
}

Result<void> EventTable::insert(qint64 arrival, qint64 originId, const Event &event)
{
    return m_database
        .bulkStatement("INSERT INTO events (arrival, origin, seq, hlc, kind, born_ms, payload) VALUES (?, ?, ?, ?, ?, ?, ?)"_L1)
        .run(arrival, originId, event.stamp.seq, event.stamp.hlc.value, event.kind, qint64(event.bornAt.count()), event.payload);
}

Result<void> EventTable::move(qint64 from, quint64 after, qint64 to)
{
    return m_database.statement("UPDATE events SET origin = ?, seq = seq - ? WHERE origin = ? AND seq > ?"_L1).run(to, after, from, after);
}

Result<QList<LoggedEvent>> EventTable::rowsOf(BulkStatement &select) const
{
    QList<LoggedEvent> rows;
    while (select.next()) {
        LoggedEvent row;
        row.arrival = select.integer(0);
        row.event.stamp = {Hlc{quint64(select.integer(3))}, m_origins.value(select.integer(1)), quint64(select.integer(2))};
        row.event.kind = QString::fromUtf8(select.bytes(4));
        row.event.bornAt = Milliseconds(select.integer(5));
        row.event.payload = select.bytes(6).toByteArray();
        rows.append(std::move(row));
    }
    if (const auto done = select.finish(); !done)
        return done.error();
    return rows;
}

Result<QList<LoggedEvent>> EventTable::since(qint64 arrival, int limit) const
{
    auto &select = m_database.bulkStatement("SELECT arrival, origin, seq, hlc, kind, born_ms, payload FROM events "
                                            "WHERE arrival > ? ORDER BY arrival LIMIT ?"_L1);
    if (const auto done = select.begin(arrival, qint64(limit)); !done)
        return done.error();
    return rowsOf(select);
}

Result<QList<LoggedEvent>> EventTable::ofOrigin(const Origin &origin, quint64 after, int limit) const
{
    auto &select = m_database.bulkStatement("SELECT arrival, origin, seq, hlc, kind, born_ms, payload FROM events "
                                            "WHERE origin = ? AND seq > ? ORDER BY seq LIMIT ?"_L1);
    if (const auto done = select.begin(idOf(origin), after, qint64(limit)); !done)
        return done.error();
    return rowsOf(select);
}

Result<std::optional<Hlc>> EventTable::stampOf(const Origin &origin, quint64 seq) const
{
    const auto found = m_database.statement("SELECT hlc FROM events WHERE origin = ? AND seq = ?"_L1).number(idOf(origin), seq);
    if (!found)
        return found.error();
    return *found ? std::optional(Hlc{quint64(**found)}) : std::nullopt;
}

Result<std::optional<Milliseconds>> EventTable::bornAfter(const Origin &origin, quint64 after) const
{
    const auto found =
        m_database.statement("SELECT born_ms FROM events WHERE origin = ? AND seq > ? ORDER BY seq LIMIT 1"_L1).number(idOf(origin), after);
    if (!found)
        return found.error();
    return *found ? std::optional(Milliseconds(**found)) : std::nullopt;
}

Result<quint64> EventTable::countOf(const QString &kind, const Origin &origin, quint64 after, quint64 last) const
{
    const auto found = m_database.statement("SELECT count(*) FROM events WHERE origin = ? AND seq > ? AND seq <= ? AND kind = ?"_L1)
                           .number(idOf(origin), after, last, kind);
    if (!found)
        return found.error();
    return quint64(found->value_or(0));
}

Result<std::optional<quint64>> EventTable::firstBornOrArrivedAfter(const Origin &origin, quint64 after, quint64 last, Milliseconds born,
                                                                   qint64 arrival) const
{
    const auto found = m_database
                           .statement("SELECT seq FROM events WHERE origin = ? AND seq > ? AND seq <= ? AND (born_ms > ? OR arrival > ?) "
                                      "ORDER BY seq LIMIT 1"_L1)
                           .number(idOf(origin), after, last, qint64(born.count()), arrival);
    if (!found)
        return found.error();
    return *found ? std::optional(quint64(**found)) : std::nullopt;
}

Result<void> EventTable::removeUpTo(const Origin &origin, quint64 last)
{
    return m_database.statement("DELETE FROM events WHERE origin = ? AND seq <= ?"_L1).run(idOf(origin), last);
}

Result<qint64> EventTable::foldedUpTo() const
{
    const auto lowest = m_database.statement("SELECT min(read_to) FROM projections"_L1).number();
    if (!lowest)
        return lowest.error();
    return lowest->value_or(std::numeric_limits<qint64>::max());
}

} // namespace saji
