// SPDX-License-Identifier: GPL-3.0-or-later
#include "panelmemory.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace saji {

PanelMemory::PanelMemory(const QString &dataFolder) : m_settings(QDir(dataFolder).filePath(u"panel.ini"_s), QSettings::IniFormat) {}

void PanelMemory::recall(AdminSettings &settings, bool languageGiven, bool lookGiven) const
{
    if (!languageGiven)
        settings.language = m_settings.value(u"language"_s, settings.language).toString();
    if (!lookGiven && m_settings.contains(u"look"_s))
        settings.look = m_settings.value(u"look"_s) == u"day"_s ? Look::Light : Look::AdminDark;
}

void PanelMemory::follow(Admin &admin)
{
    QObject::connect(&admin.language(), &LanguageSwitch::changed, &admin, [this](const QString &language) { m_settings.setValue(u"language"_s, language); });
    QObject::connect(&admin.window(), &AdminWindow::lookChanged, &admin,
                     [this](Look look) { m_settings.setValue(u"look"_s, look == Look::Light ? u"day"_s : u"night"_s); });
}

} // namespace saji
