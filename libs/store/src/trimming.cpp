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

} // namespace

Result<VersionVector> trimEvents(EventTable &table, const LogState &state, const VersionVector &atServer, Milliseconds bornUpTo, int atMost)
{
    const auto folded = table.foldedUpTo();
    if (!folded)
        return folded.error();
    VersionVector gone;
    int left = atMost;
    const auto &entries = state.have.entries();
    for (auto it = entries.cbegin(); it != entries.cend() && left > 0; ++it) {
        const auto floor = state.floor.upTo(it.key());
        auto last = lastToGo(state, atServer, it.key(), left);
        if (last <= floor)
            continue;
        const auto kept = table.firstToKeep(it.key(), floor, last, bornUpTo, *folded);
        if (!kept)
            return kept.error();
        if (*kept)
            last = **kept - 1;
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
