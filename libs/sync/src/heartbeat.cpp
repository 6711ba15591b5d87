// SPDX-License-Identifier: GPL-3.0-or-later
#include "heartbeat.h"

#include "tuning.h"

#include <algorithm>

namespace saji {

Heartbeat::Heartbeat(const Clock &clock, Scheduler &scheduler, Actions actions)
    : m_clock(clock), m_actions(std::move(actions)), m_timer(scheduler), m_lastHeard(clock.steadyNow()), m_listeningSince(m_lastHeard), m_lastAnswered(m_lastHeard)
{
}

void Heartbeat::start(Milliseconds every)
{
    m_every = every;
    m_lastBeat = m_listeningSince = m_lastAnswered = m_clock.steadyNow();
    beat();
}

void Heartbeat::heard()
{
    m_lastHeard = m_clock.steadyNow();
}

void Heartbeat::answered(quint64 number)
{
    m_lastAnswered = m_clock.steadyNow();
    // At least 1, because 0 means that nothing has been measured.
    if (number == m_number)
        m_roundTrip = std::max(m_clock.steadyNow() - m_sentAt, Milliseconds(1));
}

void Heartbeat::beat()
{
    const auto now = m_clock.steadyNow();
    // Frames that came while this process was frozen are still in the socket; they are read after this.
    if (now - m_lastBeat > 2 * m_every)
        m_listeningSince = now;
    m_lastBeat = now;
    if (now - std::max(m_lastHeard, m_listeningSince) >= tuning::pingsUntilDead * m_every) {
        m_actions.dead();
        return;
    }
    m_sentAt = now;
    m_timer.start(m_every, [this] { beat(); });
    m_actions.ping(++m_number);
}

} // namespace saji
