// SPDX-License-Identifier: GPL-3.0-or-later
#include <testkit/stoppablescheduler.h>

#include <utility>

namespace saji {

StoppableScheduler::~StoppableScheduler()
{
    for (const auto &[id, task] : m_tasks)
        m_base.cancel(task.timer);
}

Scheduler::TimerId StoppableScheduler::after(Milliseconds delay, std::function<void()> task)
{
    const auto id = ++m_lastId;
    m_tasks[id] = {m_base.after(delay, [this, id] { fall(id); }), std::move(task)};
    return id;
}

void StoppableScheduler::cancel(TimerId timer)
{
    const auto found = m_tasks.find(timer);
    if (found == m_tasks.end())
        return;
    m_base.cancel(found->second.timer);
    m_tasks.erase(found);
}

void StoppableScheduler::setStopped(bool stopped)
{
    m_stopped = stopped;
    if (stopped)
        return;
    for (const auto id : std::exchange(m_late, {})) {
        if (const auto found = m_tasks.find(id); found != m_tasks.end())
            found->second.timer = m_base.after(Milliseconds(0), [this, id] { fall(id); });
    }
}

void StoppableScheduler::fall(TimerId id)
{
    if (m_stopped) {
        m_late.push_back(id);
        return;
    }
    // Out of the map first: the task may start its timer again, or end everything.
    const auto work = std::move(m_tasks.extract(id).mapped().work);
    work();
}

} // namespace saji
