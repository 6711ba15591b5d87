// SPDX-License-Identifier: GPL-3.0-or-later
#include "lackedevents.h"

#include "tuning.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

LackedEvents::LackedEvents(const EventTable &table, const LogState &state, const VersionVector &peer, int maxEvents) : m_table(table)
{
    const auto &have = state.have.entries();
    for (auto it = have.cbegin(); it != have.cend(); ++it) {
        if (const auto upTo = peer.upTo(it.key()); upTo < it.value() && upTo >= state.floor.upTo(it.key()))
            m_streams.append({it.key(), upTo, it.value(), {}, 0});
    }
    if (!m_streams.isEmpty())
        m_strideLength = std::clamp(maxEvents / int(m_streams.size()), tuning::smallestStride, tuning::largestStride);
}

Result<void> LackedEvents::refill(Stream &stream)
{
    auto rows = m_table.ofOrigin(stream.origin, stream.next, int(qMin<quint64>(quint64(m_strideLength), stream.end - stream.next)));
    if (!rows)
        return rows.error();
    // Gapless is what the vector promises; shipping past a hole would make every peer refuse for ever.
    if (rows->isEmpty() || rows->last().event.stamp.seq != stream.next + quint64(rows->size()))
        return Error{ErrorCode::Corrupt, u"an event of %1 after %2 is missing in the log"_s.arg(stream.origin.toString()).arg(stream.next)};
    stream.stride = std::move(*rows);
    stream.at = 0;
    stream.next = stream.stride.last().event.stamp.seq;
    return {};
}

Result<QList<Event>> LackedEvents::take(int maxEvents, qsizetype maxBytes)
{
    QList<Event> events;
    qsizetype bytes = 0;
    for (auto &stream : m_streams) {
        if (const auto filled = refill(stream); !filled)
            return filled.error();
    }
    while (!m_streams.isEmpty() && events.size() < maxEvents) {
        const auto earliest = std::min_element(m_streams.begin(), m_streams.end(), [](const Stream &a, const Stream &b) {
            return a.stride.at(a.at).arrival < b.stride.at(b.at).arrival;
        });
        auto &event = earliest->stride[earliest->at].event;
        bytes += event.payload.size();
        if (!events.isEmpty() && bytes > maxBytes)
            break;
        events.append(std::move(event));
        if (++earliest->at < earliest->stride.size())
            continue;
        if (earliest->next >= earliest->end)
            m_streams.erase(earliest);
        else if (const auto filled = refill(*earliest); !filled)
            return filled.error();
    }
    return events;
}

} // namespace saji
