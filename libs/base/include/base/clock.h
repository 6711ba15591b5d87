// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>

namespace saji {

using Milliseconds = std::chrono::milliseconds;

//! 2100-01-01 UTC. A wall clock that shows this or more was never set right; one such device must not drag a whole restaurant along.
constexpr Milliseconds absurdWall{4'102'444'800'000};

//! Tells the time; handed in, never called from the air.
class Clock
{
public:
    virtual ~Clock() = default;
    //! Since 1970-01-01 UTC by this device's wall clock, which may be wrong and may jump. For labels only.
    virtual Milliseconds wallNow() const = 0;
    //! Never jumps and counts through suspend; its origin is arbitrary but the same for every process of one boot.
    virtual Milliseconds steadyNow() const = 0;
    //! Names the boot that steadyNow() counts in.
    virtual QByteArray bootId() const = 0;
};

//! The machine's own clocks (CLOCK_REALTIME, CLOCK_BOOTTIME).
class SystemClock final : public Clock
{
public:
    Milliseconds wallNow() const override;
    Milliseconds steadyNow() const override;
    QByteArray bootId() const override;
};

} // namespace saji
