// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>

#include <map>
#include <vector>

namespace saji {

//! The time of one process that can be stopped (SIGSTOP): what falls due meanwhile runs, in order, when it goes on.
class StoppableScheduler final : public Scheduler
{
public:
    explicit StoppableScheduler(Scheduler &base) : m_base(base) {}
    ~StoppableScheduler() override;

    TimerId after(Milliseconds delay, std::function<void()> task) override;
    void cancel(TimerId timer) override;

    void setStopped(bool stopped);
    bool isStopped() const { return m_stopped; }

private:
    struct Task
    {
        TimerId timer = 0; //!< of the base
        std::function<void()> work;
    };

    void fall(TimerId id);

    Scheduler &m_base;
    std::map<TimerId, Task> m_tasks;
    std::vector<TimerId> m_late; //!< fell due while stopped, in order
    TimerId m_lastId = 0;
    bool m_stopped = false;
};

} // namespace saji
