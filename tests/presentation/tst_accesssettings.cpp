// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/accesssettings.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;

class tst_AccessSettings : public QObject
{
    Q_OBJECT

private slots:
    void isPlainAtFirst()
    {
        AccessSettings settings;
        QCOMPARE(settings.textScale(), 100);
        QVERIFY(!settings.isAccessible());
    }

    void anyWishGivesMoreTime()
    {
        for (int wish = 0; wish < 4; ++wish) {
            AccessSettings settings;
            QSignalSpy changed(&settings, &AccessSettings::changed);
            if (wish == 0)
                settings.setTextScale(150);
            else if (wish == 1)
                settings.setHighContrast(true);
            else if (wish == 2)
                settings.setSeated(true);
            else
                settings.setReducedMotion(true);
            QVERIFY(settings.isAccessible());
            QCOMPARE(changed.count(), 1);
            settings.reset();
            QVERIFY(!settings.isAccessible());
            QCOMPARE(changed.count(), 2);
        }
    }

    void refusesATextSizeThatNoLayoutKnows()
    {
        AccessSettings settings;
        settings.setTextScale(137);
        QCOMPARE(settings.textScale(), 100);
    }

    void aHouseThatWantsNoMotionKeepsItForEveryGuest()
    {
        AccessSettings settings(true);
        QVERIFY(settings.reducedMotion());
        QVERIFY2(!settings.isAccessible(), "the house's wish says nothing about this guest");
        settings.setTextScale(200);
        settings.reset();
        QVERIFY(settings.reducedMotion());
    }
};

QTEST_GUILESS_MAIN(tst_AccessSettings)
#include "tst_accesssettings.moc"
