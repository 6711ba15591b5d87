// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/languageloader.h>

#include <QCoreApplication>
#include <QFile>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QString fileOf(const QString &code)
{
    return u":/saji/i18n/saji_%1.qm"_s.arg(code);
}

} // namespace

LanguageLoader::~LanguageLoader()
{
    if (!m_language.isEmpty())
        QCoreApplication::removeTranslator(&m_translator);
}

bool LanguageLoader::use(const QString &code)
{
    if (code == m_language)
        return true;
    if (!available().contains(code))
        return false;
    // Before load(): an installed translator that changes under Qt would post its events with half a language.
    if (!m_language.isEmpty())
        QCoreApplication::removeTranslator(&m_translator);
    m_language = m_translator.load(fileOf(code)) ? code : QString();
    if (m_language.isEmpty())
        return false;
    QCoreApplication::installTranslator(&m_translator);
    emit changed(m_language);
    return true;
}

QStringList LanguageLoader::available()
{
    QStringList codes;
    for (const auto &code : {u"id"_s, u"en"_s}) {
        if (QFile::exists(fileOf(code)))
            codes.append(code);
    }
    return codes;
}

} // namespace saji
