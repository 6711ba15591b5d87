// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

#include <memory>

namespace saji {

//! A clock that moves only when told to, for tests that own time.
//!
//! A copy runs on the same time with settings of its own: `ManualClock kitchen = kiosk; kitchen.setWall(...)` is a second device
//! whose wall clock is wrong.
class ManualClock final : public Clock
{
public:
    //! 2025-06-15 10:00 UTC: an ordinary day, late enough for a UUIDv7 to look like one.
    static constexpr Milliseconds defaultWall{1'749'981'600'000};

    explicit ManualClock(Milliseconds wall = defaultWall) : m_wallOffset(wall) {}

    Milliseconds wallNow() const override { return *m_elapsed + m_wallOffset; }
    Milliseconds steadyNow() const override { return *m_elapsed + m_steadyOffset; }
    QByteArray bootId() const override { return m_bootId; }

    //! Lets time pass on this clock and its copies: wall and steady together.
    void advance(Milliseconds by) { *m_elapsed += by; }
    //! Somebody sets the wall clock; the steady one does not notice.
    void setWall(Milliseconds wall) { m_wallOffset = wall - *m_elapsed; }
    void jumpWall(Milliseconds by) { m_wallOffset += by; }
    void setSteady(Milliseconds steady) { m_steadyOffset = steady - *m_elapsed; }
    //! The device starts anew: another boot, and a steady clock that counts from `steady`.
    void reboot(const QByteArray &bootId, Milliseconds steady = Milliseconds(0))
    {
        m_bootId = bootId;
        setSteady(steady);
    }

private:
    std::shared_ptr<Milliseconds> m_elapsed = std::make_shared<Milliseconds>(0);
    Milliseconds m_wallOffset;
    Milliseconds m_steadyOffset{1'000'000}; // a device that has been up for a while
    QByteArray m_bootId = "boot-1";
};

} // namespace saji
