// SPDX-License-Identifier: GPL-3.0-or-later
#include "placedcount.h"

#include "logging.h"

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;

quint64 PlacedCount::between(const VersionVector &from, const VersionVector &upTo)
{
    if (!canFollow(from, upTo)) {
        m_count = 0;
        m_from = m_upTo = from;
    }
    const auto placed = u"order.placed"_s;
    const auto added = m_log.countBetween(placed, m_upTo, upTo);
    const auto passed = m_log.countBetween(placed, m_from, from);
    if (!added || !passed) {
        qCWarning(lcEngine).noquote() << "counting the outbox:" << (added ? passed.error() : added.error()).detail;
        return m_count;
    }
    m_count = m_count + *added - std::min(*passed, m_count + *added);
    m_from = from;
    m_upTo = upTo;
    return m_count;
}

bool PlacedCount::canFollow(const VersionVector &from, const VersionVector &upTo) const
{
    if (m_upTo.isEmpty() || !from.covers(m_from) || !upTo.covers(m_upTo))
        return false;
    // What has been trimmed on the way was counted once, and cannot be counted again to be taken off.
    const auto &ends = upTo.entries();
    for (auto it = ends.cbegin(); it != ends.cend(); ++it) {
        if (m_log.floor().upTo(it.key()) > m_from.upTo(it.key()))
            return false;
    }
    return true;
}

} // namespace saji
