// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/logtrimmer.h>

#include "logging.h"
#include "tuning.h"

namespace saji {

LogTrimmer::LogTrimmer(EventLog &log, Scheduler &scheduler, const TrimPolicy &policy) : m_log(log), m_policy(policy), m_timer(scheduler) {}

void LogTrimmer::start()
{
    m_timer.start(tuning::trimEvery, [this] { trim(); });
}

void LogTrimmer::trim()
{
    const auto trimmed = m_log.trim(m_policy);
    if (!trimmed)
        qCWarning(lcStore).noquote() << m_log.identity().name << "trimming:" << trimmed.error().detail;
    const bool isMore = trimmed && *trimmed > 0;
    m_timer.start(isMore ? tuning::trimPause : tuning::trimEvery, [this] { trim(); });
}

} // namespace saji
