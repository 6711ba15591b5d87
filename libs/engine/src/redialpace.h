// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <sync/fallbackpolicy.h>

#include <optional>

namespace saji {

//! When a device may be dialled again after a link that it had dialled has ended. Steady times.
//!
//! A LinkKeeper keeps the pace of what we dial; this keeps it while nothing of ours is open, because theirs was the one. Without it, two
//! devices of which one cannot keep what it is told (its disk is full) would dial each other in turn as fast as they can.
class RedialPace
{
public:
    explicit RedialPace(Random &random) : m_policy(Reach::Lan, [&random] { return random.unit(); }) {}

    //! The device's link to us is up; said as often as it is looked at.
    void linked(Milliseconds now);
    //! It is not, or not any more. After one that lasted we may dial at once; those that break young climb the ladder.
    void ended(Milliseconds now);
    bool mayDial(Milliseconds now) const { return now >= m_notBefore; }

private:
    FallbackPolicy m_policy;
    std::optional<Milliseconds> m_linkedSince;
    Milliseconds m_notBefore{0};
};

} // namespace saji
