// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <store/eventlog.h>

namespace saji {

//! Keeps a device's log from growing for ever: trims it every hour, a few events at a time, so that no guest waits for it.
//!
//! Failures are told by EventLog::failed; the next hour tries again. On the thread of the log, which must outlive it.
class LogTrimmer
{
public:
    LogTrimmer(EventLog &log, Scheduler &scheduler, const TrimPolicy &policy = {});

    void start();

private:
    void trim();

    EventLog &m_log;
    TrimPolicy m_policy;
    Timer m_timer;
};

} // namespace saji
