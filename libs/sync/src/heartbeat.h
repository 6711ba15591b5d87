// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>

#include <functional>

namespace saji {

//! The pulse of one link: when to ping, how long the answer takes, and when the peer is dead.
//!
//! Three pings without a sound are death, but not for a machine that was itself asleep: it listens once more first.
class Heartbeat
{
public:
    struct Actions
    {
        std::function<void(quint64 number)> ping;
        std::function<void()> dead; //!< may destroy this
    };

    Heartbeat(const Clock &clock, Scheduler &scheduler, Actions actions);

    //! Pings at once and then at this pace.
    void start(Milliseconds every);
    void stop() { m_timer.stop(); }
    void heard();
    //! The peer has answered a ping.
    void answered(quint64 number);

    Milliseconds lastHeard() const { return m_lastHeard; }
    Milliseconds roundTrip() const { return m_roundTrip; }
    //! When a ping was last answered; at first, when they began.
    Milliseconds lastAnswered() const { return m_lastAnswered; }

private:
    void beat();

    const Clock &m_clock;
    Actions m_actions;
    Timer m_timer;
    Milliseconds m_every{0};
    Milliseconds m_lastHeard;
    Milliseconds m_listeningSince; //!< silence before this is our own fault
    Milliseconds m_lastBeat{0};
    Milliseconds m_roundTrip{0};
    Milliseconds m_lastAnswered;
    quint64 m_number = 0;
    Milliseconds m_sentAt{0};
};

} // namespace saji
