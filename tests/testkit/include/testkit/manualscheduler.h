// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <testkit/manualclock.h>

#include <map>

namespace saji {

//! A scheduler on virtual time: hours pass in a microsecond, and the same calls give the same run.
//!
//! Tasks run by their due time, equal ones in the order they were asked for; the clock shows a task's due time while it runs.
class ManualScheduler final : public Scheduler
{
public:
    explicit ManualScheduler(ManualClock &clock) : m_clock(clock) {}

    TimerId after(Milliseconds delay, std::function<void()> task) override;
    void cancel(TimerId timer) override;

    //! Runs everything that falls due within `by`, then stands exactly `by` later.
    void advance(Milliseconds by);
    //! Runs what is due now, and what that makes due now, without moving time.
    void runUntilIdle() { advance(Milliseconds(0)); }
    //! Lets time pass until `reached()` holds, at most `limit`; says whether it held.
    [[nodiscard]] bool advanceUntil(const std::function<bool()> &reached, Milliseconds limit);

    //! Virtual time since the start.
    Milliseconds now() const { return m_now; }
    qsizetype pending() const { return qsizetype(m_tasks.size()); }

private:
    using Place = std::pair<Milliseconds, TimerId>; //!< due, then order of asking

    bool runNext(Milliseconds until);
    void moveTo(Milliseconds time);

    ManualClock &m_clock;
    std::map<Place, std::function<void()>> m_tasks;
    std::map<TimerId, Milliseconds> m_dueTimes;
    Milliseconds m_now{0};
    TimerId m_lastId = 0;
};

} // namespace saji
