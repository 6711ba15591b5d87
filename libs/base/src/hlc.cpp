// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/hlc.h>

#include <algorithm>

namespace saji {

Hlc HlcClock::tick()
{
    // A full counter carries into the milliseconds, which is still later: the value is one number.
    const auto wall = m_clock.wallNow();
    const bool isAbsurd = wall < Milliseconds(0) || wall >= absurdWall;
    m_last = std::max(isAbsurd ? Hlc{} : Hlc::of(wall), Hlc{m_last.value + 1});
    return m_last;
}

void HlcClock::witness(Hlc stamp)
{
    m_last = std::max(m_last, std::min(stamp, Hlc::of(absurdWall)));
}

} // namespace saji
