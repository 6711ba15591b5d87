// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/languageswitch.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

class tst_LanguageSwitch : public QObject
{
    Q_OBJECT

private slots:
    void speaksIndonesianFirst()
    {
        LanguageSwitch language;
        QCOMPARE(language.language(), u"id"_s);
        QCOMPARE(language.other(), u"en"_s);
        QCOMPARE(LanguageSwitch::nameOf(language.other()), u"English"_s);
    }

    void theWordsAreThereBeforeAnyoneHears()
    {
        QStringList order;
        LanguageSwitch language(u"id"_s, [&](const QString &code) { order << u"load "_s + code; });
        connect(&language, &LanguageSwitch::changed, this, [&](const QString &code) { order << u"heard "_s + code; });
        language.toggle();
        QCOMPARE(order, QStringList({u"load id"_s, u"load en"_s, u"heard en"_s}));
    }

    void ignoresALanguageNobodySpeaksHere()
    {
        LanguageSwitch language;
        QSignalSpy changed(&language, &LanguageSwitch::changed);
        language.setLanguage(u"nl"_s);
        language.setLanguage(u"id"_s);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(language.language(), u"id"_s);
    }

    void theNextGuestFindsTheLanguageOfTheHouse()
    {
        LanguageSwitch language(u"en"_s);
        language.toggle();
        QCOMPARE(language.language(), u"id"_s);
        language.reset();
        QCOMPARE(language.language(), u"en"_s);
    }
};

QTEST_GUILESS_MAIN(tst_LanguageSwitch)
#include "tst_languageswitch.moc"
