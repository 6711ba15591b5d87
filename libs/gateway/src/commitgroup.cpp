// SPDX-License-Identifier: GPL-3.0-or-later
#include "commitgroup.h"

#include "tuning.h"

namespace saji {

Milliseconds CommitGroup::gatherFor(qsizetype waiting, Milliseconds now)
{
    if (m_expected == 0) {
        const bool isWorthIt = m_took >= tuning::slowCommit && now - m_ended <= tuning::spokenAgainWithin;
        // A few that are quick to speak again are no second half of the clients.
        const bool isHalf = waiting * 4 >= m_lastCount;
        m_expected = !isWorthIt ? waiting : isHalf ? waiting + m_lastCount : m_lastCount;
        m_until = now + m_took / 2;
        m_seen = 0;
    }
    if (isComplete(waiting) || waiting == m_seen || now >= m_until)
        return Milliseconds(0);
    m_seen = waiting;
    return tuning::gatherStep;
}

void CommitGroup::committed(qsizetype count, Milliseconds began, Milliseconds ended)
{
    m_lastCount = count;
    m_took = ended - began;
    m_ended = ended;
    m_expected = 0;
}

} // namespace saji
