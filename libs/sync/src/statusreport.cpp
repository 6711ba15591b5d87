// SPDX-License-Identifier: GPL-3.0-or-later
#include "statusreport.h"

#include "logging.h"

#include <sync/frames.h>

#include <utility>

namespace saji {

QByteArray StatusReport::next(const QString &who)
{
    const auto report = m_source ? m_source() : QByteArray();
    if (report == m_told)
        return {};
    if (report.size() > maxReportBytes) {
        if (!std::exchange(m_hasWarned, true))
            qCWarning(lcSync).noquote() << who << "a report of" << report.size() << "bytes is not sent";
        return {};
    }
    m_told = report;
    return report;
}

} // namespace saji
