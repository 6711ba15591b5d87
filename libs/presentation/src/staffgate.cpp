// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/staffgate.h>

#include "tuning.h"

namespace saji {

StaffGate::StaffGate(const QString &pin, const Clock &clock, Scheduler &scheduler, QObject *parent)
    : QObject(parent), m_clock(clock), m_timer(scheduler), m_pin(pin)
{}

bool StaffGate::enter(const QString &pin)
{
    if (!isSet() || isLocked())
        return false;
    if (pin == m_pin) {
        m_wrong = 0;
        return true;
    }
    if (++m_wrong >= tuning::pinTries) {
        m_lockedUntil = m_clock.steadyNow() + tuning::pinLockedFor;
        watch();
    }
    emit changed();
    return false;
}

int StaffGate::triesLeft() const
{
    return tuning::pinTries - m_wrong;
}

Milliseconds StaffGate::lockedFor() const
{
    return m_lockedUntil ? std::max(Milliseconds(0), *m_lockedUntil - m_clock.steadyNow()) : Milliseconds(0);
}

void StaffGate::watch()
{
    m_timer.start(tuning::pinCountsDown, [this] {
        if (lockedFor() > Milliseconds(0)) {
            watch();
        } else {
            m_lockedUntil.reset();
            m_wrong = 0;
        }
        emit changed();
    });
}

} // namespace saji
