// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

#include <compare>

namespace saji {

//! A hybrid logical clock stamp: 48 bits of milliseconds since 1970, 16 bits of counter. Orders causes before effects.
struct Hlc
{
    quint64 value = 0;

    constexpr Milliseconds physical() const { return Milliseconds(qint64(value >> 16)); }
    constexpr quint16 counter() const { return quint16(value & 0xffff); }
    static constexpr Hlc of(Milliseconds physical, quint16 counter = 0) { return {(quint64(physical.count()) << 16) | counter}; }

    friend constexpr auto operator<=>(const Hlc &, const Hlc &) = default;
};

//! Draws stamps that never go back, whatever the wall clock does (Kulkarni et al. 2014, "Logical Physical Clocks").
class HlcClock
{
public:
    explicit HlcClock(const Clock &clock) : m_clock(clock) {}

    //! A stamp later than every stamp drawn or witnessed before. A wall clock beyond absurdWall is not asked, so that no stamp ever
    //! comes near limit(), where nobody could write any more.
    Hlc tick();
    //! Notes a stamp made elsewhere, so that what follows from it is stamped later; one beyond absurdWall counts as absurdWall.
    void witness(Hlc stamp);
    Hlc last() const { return m_last; }
    //! Stamps beyond this are not ours (2200-01-01).
    static constexpr Hlc limit() { return Hlc::of(Milliseconds(7'258'118'400'000)); }

private:
    const Clock &m_clock;
    Hlc m_last;
};

} // namespace saji
