// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

#include <functional>

namespace saji {

//! Runs something later, on the thread that asked; handed in, so that tests and simulations own time.
class Scheduler
{
public:
    using TimerId = quint64; //!< 0 = no timer

    virtual ~Scheduler() = default;
    //! Calls `task` once, after at least `delay`, never from inside this call.
    [[nodiscard]] virtual TimerId after(Milliseconds delay, std::function<void()> task) = 0;
    //! Forgets a timer; harmless when it has fired or never was.
    virtual void cancel(TimerId timer) = 0;
};

//! One pending task that is forgotten when this object goes: no timer ever calls into a dead owner.
class Timer
{
public:
    explicit Timer(Scheduler &scheduler) : m_scheduler(scheduler) {}
    ~Timer() { stop(); }
    Timer(const Timer &) = delete;
    Timer &operator=(const Timer &) = delete;

    //! Runs `task` once after `delay`; a task still pending is replaced.
    void start(Milliseconds delay, std::function<void()> task);
    void stop();
    bool isActive() const { return m_id != 0; }

private:
    Scheduler &m_scheduler;
    Scheduler::TimerId m_id = 0;
};

//! The event loop of the thread it was made on.
class QtScheduler final : public Scheduler
{
public:
    QtScheduler();
    ~QtScheduler() override;
    TimerId after(Milliseconds delay, std::function<void()> task) override;
    void cancel(TimerId timer) override;

private:
    class Loop;
    Loop *m_loop;
};

} // namespace saji
