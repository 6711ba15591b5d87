// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bytestream.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <span>
#include <thread>

namespace saji {

//! Writes to many connections with two hands: the thread that calls, and one of its own.
//!
//! What the system does for a thousand small writes takes ten times as long as all that we do for them, and a second core can do half of
//! it. The caller waits until all is written, so nobody else ever touches a connection. The second thread begins with the first call and
//! sleeps between calls; on a machine of one core there is none.
class SendCrew
{
public:
    struct Job
    {
        ByteStream *stream;
        boost::asio::const_buffer bytes;
        std::size_t sent = 0; //!< what the system has taken at once
    };

    SendCrew() = default;
    ~SendCrew();
    SendCrew(const SendCrew &) = delete;
    SendCrew &operator=(const SendCrew &) = delete;

    //! Every stream at most once.
    void write(std::span<Job> jobs);

private:
    void help();
    void takeTurns(std::span<Job> jobs);

    std::mutex m_lock;
    std::condition_variable m_changed;
    std::span<Job> m_jobs; //!< under the lock; empty = nothing to help with
    bool m_isHelping = false;
    bool m_isOver = false;
    std::atomic<std::size_t> m_next = 0; //!< of the jobs that nobody has taken
    std::thread m_helper;
};

} // namespace saji
