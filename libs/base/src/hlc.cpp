// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/hlc.h>

#include <algorithm>

namespace saji {

Hlc HlcClock::tick()
{
    // A full counter carries into the milliseconds, which is still later: the value is one number.
    const auto wall = std::clamp(m_clock.wallNow(), Milliseconds(0), limit().physical());
    m_last = std::max(Hlc::of(wall), Hlc{m_last.value + 1});
    return m_last;
}

void HlcClock::witness(Hlc stamp)
{
    m_last = std::max(m_last, std::min(stamp, limit()));
}

} // namespace saji
