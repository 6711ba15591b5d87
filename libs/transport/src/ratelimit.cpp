// SPDX-License-Identifier: GPL-3.0-or-later
#include "ratelimit.h"

#include "tuning.h"

#include <algorithm>
#include <cmath>

namespace saji {

std::optional<Milliseconds> RateLimit::take(const QString &address, Milliseconds now)
{
    if (m_perSecond <= 0)
        return std::nullopt;
    auto found = m_buckets.find(address);
    if (found == m_buckets.end()) {
        if (m_buckets.size() >= tuning::maxAddresses)
            forgetQuiet();
        found = m_buckets.insert(address, {m_burst, now});
    }
    auto &bucket = *found;
    const auto passed = double((now - bucket.at).count()) / 1000.0;
    bucket.tokens = std::min(m_burst, bucket.tokens + passed * m_perSecond);
    bucket.at = now;
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return std::nullopt;
    }
    return Milliseconds(qint64(std::ceil((1 - bucket.tokens) / m_perSecond * 1000)));
}

//! Half of them at once, so that a flood of addresses does not sort the list for each.
void RateLimit::forgetQuiet()
{
    QList<Milliseconds> times;
    for (const auto &bucket : std::as_const(m_buckets))
        times.append(bucket.at);
    const auto middle = times.begin() + times.size() / 2;
    std::nth_element(times.begin(), middle, times.end());
    const auto until = *middle;
    m_buckets.removeIf([until](const auto &entry) { return entry.value().at <= until; });
}

} // namespace saji
