// SPDX-License-Identifier: GPL-3.0-or-later
#include "trimming.h"

namespace saji {
namespace {

// The one above the last that goes has reached the server as well and stays for all below it: so what is known of an origin, its stamps
// and the order of arrival need no other record, and a restored device still knows up to where its past is everybody's.
quint64 lastToGo(const LogState &state, const VersionVector &atServer, const Origin &origin, int atMost)
{
    const auto known = qMin(atServer.upTo(origin), state.have.upTo(origin));
    return known == 0 ? 0 : qMin(known - 1, state.floor.upTo(origin) + quint64(atMost));
}

//! Asked once per call, and only when there is something to remove: the answer may cost a look at every open order.
class Needed
{
public:
    explicit Needed(const TrimPolicy &policy) : m_policy(policy) {}

    quint64 limit(const Origin &origin, quint64 last)
    {
        if (!m_policy.firstNeeded)
            return last;
        if (!m_first)
            m_first = m_policy.firstNeeded();
        const auto first = m_first->constFind(origin);
        return first == m_first->cend() ? last : qMin(last, *first - 1);
    }

private:
    const TrimPolicy &m_policy;
    std::optional<QHash<Origin, quint64>> m_first;
};

} // namespace

Result<VersionVector> trimEvents(EventTable &table, const LogState &state, const VersionVector &atServer, Milliseconds now,
                                 const TrimPolicy &policy)
{
    const auto folded = table.foldedUpTo();
    if (!folded)
        return folded.error();
    VersionVector gone;
    Needed needed(policy);
    int left = policy.atOnce;
    const auto &entries = state.have.entries();
    for (auto it = entries.cbegin(); it != entries.cend() && left > 0; ++it) {
        const auto floor = state.floor.upTo(it.key());
        auto last = lastToGo(state, atServer, it.key(), left);
        if (last <= floor)
            continue;
        const auto kept = table.firstBornOrArrivedAfter(it.key(), floor, last, now - policy.keepFor, *folded);
        if (!kept)
            return kept.error();
        if (*kept)
            last = **kept - 1;
        if (last > floor)
            last = needed.limit(it.key(), last);
        if (last <= floor)
            continue;
        if (const auto done = table.removeUpTo(it.key(), last); !done)
            return done.error();
        gone.raise(it.key(), last);
        left -= int(last - floor);
    }
    return gone;
}

} // namespace saji
