// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/eventlog.h>
#include <sync/frames.h>

namespace saji {

//! What we have of a peer's own origin, sampled from the newest event that it says it has itself.
[[nodiscard]] Result<PastClaim> claimPastOf(const EventLog &log, const Origin &peer, quint64 peerHas);

struct PastVerdict
{
    bool isIntact = true;   //!< the peer knows nothing of us that we do not know ourselves
    quint64 sharedUpTo = 0; //!< the newest own event that is surely the same here and there
};

//! Compares what a peer has of our own origin with what we have.
[[nodiscard]] Result<PastVerdict> judgeOwnPast(const EventLog &log, const PastClaim &claim);

} // namespace saji
