// SPDX-License-Identifier: GPL-3.0-or-later
#include "stationmemory.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace saji {

StationMemory::StationMemory(const QString &dataFolder) : m_settings(QDir(dataFolder).filePath(u"station.ini"_s), QSettings::IniFormat) {}

void StationMemory::recall(KitchenSettings &settings, bool languageGiven) const
{
    if (!languageGiven)
        settings.language = m_settings.value(u"language"_s, settings.language).toString();
    settings.volume = m_settings.value(u"volume"_s, settings.volume).toInt();
    settings.muted = settings.muted || m_settings.value(u"muted"_s, false).toBool();
}

void StationMemory::follow(Kitchen &kitchen)
{
    QObject::connect(&kitchen.language(), &LanguageSwitch::changed, &kitchen, [this](const QString &language) { m_settings.setValue(u"language"_s, language); });
    QObject::connect(&kitchen.chime(), &Chime::changed, &kitchen, [this, &kitchen] {
        m_settings.setValue(u"volume"_s, kitchen.chime().volume());
        m_settings.setValue(u"muted"_s, kitchen.chime().isMuted());
    });
}

} // namespace saji
