// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/languageswitch.h>

using namespace Qt::StringLiterals;

namespace saji {

LanguageSwitch::LanguageSwitch(const QString &standard, Loader load, QObject *parent)
    : QObject(parent), m_load(std::move(load)), m_standard(languages().contains(standard) ? standard : languages().first()), m_language(m_standard)
{
    if (m_load)
        m_load(m_language);
}

const QStringList &LanguageSwitch::languages()
{
    static const QStringList spoken{u"id"_s, u"en"_s};
    return spoken;
}

QString LanguageSwitch::nameOf(QStringView language)
{
    return language == u"en" ? u"English"_s : u"Bahasa Indonesia"_s;
}

QString LanguageSwitch::shortNameOf(QStringView language)
{
    return language == u"en" ? u"English"_s : u"Indonesia"_s;
}

QString LanguageSwitch::other() const
{
    return languages().at((languages().indexOf(m_language) + 1) % languages().size());
}

QLocale LanguageSwitch::locale() const
{
    return m_language == u"en" ? QLocale(QLocale::English, QLocale::UnitedKingdom) : QLocale(QLocale::Indonesian, QLocale::Indonesia);
}

void LanguageSwitch::setLanguage(const QString &language)
{
    if (language == m_language || !languages().contains(language))
        return;
    m_language = language;
    if (m_load)
        m_load(m_language);
    emit changed(m_language);
}

} // namespace saji
