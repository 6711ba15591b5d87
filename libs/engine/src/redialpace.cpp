// SPDX-License-Identifier: GPL-3.0-or-later
#include "redialpace.h"

#include <utility>

namespace saji {

void RedialPace::linked(Milliseconds now)
{
    if (!m_linkedSince)
        m_linkedSince = now;
}

void RedialPace::ended(Milliseconds now)
{
    const auto since = std::exchange(m_linkedSince, std::nullopt);
    if (since && !m_policy.socketLasted(now - *since))
        m_notBefore = now + m_policy.nextSocketDelay();
}

} // namespace saji
