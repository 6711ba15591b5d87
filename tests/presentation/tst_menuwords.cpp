// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/menuwords.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_MenuWords : public QObject
{
    Q_OBJECT

    const QLocale m_id{QLocale::Indonesian, QLocale::Indonesia};
    const QLocale m_en{QLocale::English, QLocale::UnitedKingdom};

private slots:
    void namesAllFourteenAllergensOnce()
    {
        QSet<QString> names;
        Allergens seen;
        for (const Allergen one : MenuWords::allAllergens()) {
            names << MenuWords::allergen(one);
            seen |= one;
        }
        QCOMPARE(names.size(), 14);
        QCOMPARE(seen.toInt(), 0x3fff);
        QVERIFY(!names.contains(QString()));
    }

    void listsAllergensInOneLine()
    {
        QCOMPARE(MenuWords::allergens({}), QString());
        QCOMPARE(MenuWords::allergens(Allergen::Celery | Allergen::Eggs), u"egg, celery"_s);
    }

    void writesSecondsAsTheLanguageDoes()
    {
        QCOMPARE(MenuWords::seconds(40ms, m_id), u"0,04"_s);
        QCOMPARE(MenuWords::seconds(40ms, m_en), u"0.04"_s);
        QCOMPARE(MenuWords::seconds(12345ms, m_en), u"12.3"_s);
        QCOMPARE(MenuWords::seconds(-5ms, m_en), u"0.00"_s);
    }

    void tellsTheHourOfTheStoreAndNotOfTheMachine()
    {
        const Milliseconds wall(1'749'966'060'000); // 2025-06-15 05:41 UTC
        QCOMPARE(MenuWords::hour(wall, "Asia/Jakarta", m_id), u"12.41"_s);
        QCOMPARE(MenuWords::hour(wall, "Asia/Jayapura", m_en), u"14:41"_s);
        QCOMPARE(MenuWords::hour(wall, "No/Where", m_en), u"05:41"_s);
    }

    void writesARateWithoutIdleDigits()
    {
        QCOMPARE(MenuWords::percent(1000, m_id), u"10"_s);
        QCOMPARE(MenuWords::percent(1050, m_id), u"10,5"_s);
        QCOMPARE(MenuWords::percent(1025, m_en), u"10.25"_s);
    }

    void saysNothingOfAnUnknownWaitingTime()
    {
        QCOMPARE(MenuWords::minutes(0), QString());
    }
};

QTEST_GUILESS_MAIN(tst_MenuWords)
#include "tst_menuwords.moc"
