// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/scheduler.h>

#include <QHash>
#include <QObject>
#include <QTimerEvent>

#include <algorithm>
#include <limits>

namespace saji {

void Timer::start(Milliseconds delay, std::function<void()> task)
{
    stop();
    m_id = m_scheduler.after(delay, [this, task = std::move(task)] {
        m_id = 0;
        // The task may destroy this timer, and with it the closure that holds the task.
        const auto running = task;
        running();
    });
}

void Timer::stop()
{
    if (m_id != 0)
        m_scheduler.cancel(std::exchange(m_id, 0));
}

class QtScheduler::Loop final : public QObject
{
public:
    QHash<int, std::function<void()>> tasks;

protected:
    void timerEvent(QTimerEvent *event) override
    {
        killTimer(event->timerId());
        if (const auto task = tasks.take(event->timerId()))
            task();
    }
};

QtScheduler::QtScheduler() : m_loop(new Loop) {}

QtScheduler::~QtScheduler()
{
    delete m_loop;
}

Scheduler::TimerId QtScheduler::after(Milliseconds delay, std::function<void()> task)
{
    const auto bounded = std::clamp<qint64>(delay.count(), 0, std::numeric_limits<int>::max());
    // Not Qt's coarse timers: they may fire a twentieth early, and the promise is "at least".
    const int id = m_loop->startTimer(Milliseconds(bounded), Qt::PreciseTimer);
    m_loop->tasks.insert(id, std::move(task));
    return TimerId(id);
}

void QtScheduler::cancel(TimerId timer)
{
    if (m_loop->tasks.remove(int(timer)))
        m_loop->killTimer(int(timer));
}

} // namespace saji
