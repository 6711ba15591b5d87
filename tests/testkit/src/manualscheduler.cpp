// SPDX-License-Identifier: GPL-3.0-or-later
#include <testkit/manualscheduler.h>

#include <algorithm>

namespace saji {

Scheduler::TimerId ManualScheduler::after(Milliseconds delay, std::function<void()> task)
{
    const auto due = m_now + std::max(delay, Milliseconds(0));
    const auto id = ++m_lastId;
    m_tasks.emplace(Place{due, id}, std::move(task));
    m_dueTimes.emplace(id, due);
    return id;
}

void ManualScheduler::cancel(TimerId timer)
{
    const auto found = m_dueTimes.find(timer);
    if (found == m_dueTimes.end())
        return;
    m_tasks.erase(Place{found->second, timer});
    m_dueTimes.erase(found);
}

void ManualScheduler::advance(Milliseconds by)
{
    const auto until = m_now + by;
    while (runNext(until)) { }
    moveTo(until);
}

bool ManualScheduler::advanceUntil(const std::function<bool()> &reached, Milliseconds limit)
{
    const auto until = m_now + limit;
    while (!reached()) {
        if (!runNext(until)) {
            moveTo(until);
            return reached();
        }
    }
    return true;
}

bool ManualScheduler::runNext(Milliseconds until)
{
    if (m_tasks.empty() || m_tasks.begin()->first.first > until)
        return false;
    auto node = m_tasks.extract(m_tasks.begin());
    m_dueTimes.erase(node.key().second);
    moveTo(node.key().first);
    node.mapped()();
    return true;
}

void ManualScheduler::moveTo(Milliseconds time)
{
    if (time <= m_now)
        return;
    m_clock.advance(time - m_now);
    m_now = time;
}

} // namespace saji
