// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownpast.h"

namespace saji {

Result<PastClaim> claimPastOf(const EventLog &log, const Origin &peer, quint64 peerHas)
{
    PastClaim claim{log.have().upTo(peer), {}};
    const auto newest = qMin(claim.upTo, peerHas);
    // The newest one tells that the pasts part, the wider and wider steps back tell where: a log of a million events needs 21 samples.
    for (quint64 back = 0; back < newest; back = back == 0 ? 1 : back * 2) {
        const auto stamp = log.stampOf(peer, newest - back);
        if (!stamp)
            return stamp.error();
        if (*stamp)
            claim.samples.append({newest - back, **stamp});
    }
    return claim;
}

Result<PastVerdict> judgeOwnPast(const EventLog &log, const PastClaim &claim)
{
    const auto own = log.ownSeq();
    bool isSame = true;
    quint64 shared = 0;
    for (const auto &sample : claim.samples) {
        if (sample.seq > own)
            continue;
        const auto stamp = log.stampOf(log.identity().origin, sample.seq);
        if (!stamp)
            return stamp.error();
        // What has been trimmed here had reached the server before.
        if (!*stamp || **stamp == sample.stamp) {
            shared = sample.seq;
            break;
        }
        isSame = false;
    }
    return PastVerdict{isSame && claim.upTo <= own, shared};
}

} // namespace saji
