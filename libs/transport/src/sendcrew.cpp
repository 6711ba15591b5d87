// SPDX-License-Identifier: GPL-3.0-or-later
#include "sendcrew.h"

#include "tuning.h"

#include <pthread.h>

namespace saji {

SendCrew::~SendCrew()
{
    {
        const std::lock_guard lock(m_lock);
        m_isOver = true;
    }
    m_changed.notify_all();
    if (m_helper.joinable())
        m_helper.join();
}

void SendCrew::write(std::span<Job> jobs)
{
    if (!m_helper.joinable() && std::thread::hardware_concurrency() > 1)
        m_helper = std::thread([this] { help(); });
    {
        const std::lock_guard lock(m_lock);
        m_next = 0;
        m_jobs = jobs;
    }
    m_changed.notify_all();
    takeTurns(jobs);
    std::unique_lock lock(m_lock);
    m_jobs = {};
    m_changed.wait(lock, [this] { return !m_isHelping; });
}

void SendCrew::help()
{
    pthread_setname_np(pthread_self(), "saji-send");
    std::unique_lock lock(m_lock);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isOver || !m_jobs.empty(); });
        if (m_isOver)
            return;
        const auto jobs = m_jobs;
        m_jobs = {};
        m_isHelping = true;
        lock.unlock();
        takeTurns(jobs);
        lock.lock();
        m_isHelping = false;
        m_changed.notify_all();
    }
}

//! A few at a time, so that both end together.
void SendCrew::takeTurns(std::span<Job> jobs)
{
    for (;;) {
        const auto first = m_next.fetch_add(tuning::sendTurn);
        if (first >= jobs.size())
            return;
        for (auto &job : jobs.subspan(first, std::min(tuning::sendTurn, jobs.size() - first)))
            job.sent = job.stream->writeNow(job.bytes);
    }
}

} // namespace saji
