// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/accesssettings.h>

namespace saji {

AccessSettings::AccessSettings(bool reducedMotionAlways, QObject *parent) : QObject(parent)
{
    m_standard.reducedMotion = reducedMotionAlways;
    m_now = m_standard;
}

const QList<int> &AccessSettings::textScales()
{
    static const QList<int> scales{100, 125, 150, 200};
    return scales;
}

void AccessSettings::take(const Values &values)
{
    if (m_now == values)
        return;
    m_now = values;
    emit changed();
}

void AccessSettings::setTextScale(int percent)
{
    if (!textScales().contains(percent))
        return;
    Values values = m_now;
    values.textScale = percent;
    take(values);
}

void AccessSettings::setHighContrast(bool on)
{
    Values values = m_now;
    values.highContrast = on;
    take(values);
}

void AccessSettings::setSeated(bool on)
{
    Values values = m_now;
    values.seated = on;
    take(values);
}

void AccessSettings::setReducedMotion(bool on)
{
    Values values = m_now;
    values.reducedMotion = on;
    take(values);
}

void AccessSettings::reset()
{
    take(m_standard);
}

} // namespace saji
