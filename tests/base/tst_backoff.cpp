// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/backoff.h>

#include <QTest>

using namespace saji;
using namespace std::chrono_literals;

class TestBackoff : public QObject
{
    Q_OBJECT

private slots:
    void climbsItsLadderAndStaysOnTheLastRung()
    {
        Backoff backoff({1s, 2s, 5s}, [] { return 0.0; });
        QVERIFY(backoff.next() == 1s);
        QVERIFY(backoff.next() == 2s);
        QVERIFY(backoff.next() == 5s);
        QVERIFY(backoff.next() == 5s);
        QCOMPARE(backoff.tries(), 4);
    }

    void beginsAnewAfterReset()
    {
        Backoff backoff({1s, 10s}, [] { return 0.0; });
        (void)backoff.next();
        (void)backoff.next();
        backoff.reset();
        QCOMPARE(backoff.tries(), 0);
        QVERIFY(backoff.next() == 1s);
    }

    void jitterOnlyEverAddsAtMostTheSpread()
    {
        Backoff least({1s}, [] { return 0.0; }, 0.25);
        Backoff half({1s}, [] { return 0.5; }, 0.25);
        Backoff most({1s}, [] { return 0.999999; }, 0.25);
        QVERIFY(least.next() == 1000ms);
        QVERIFY(half.next() == 1125ms);
        QVERIFY(most.next() == 1250ms);
    }

    void drawsNewJitterForEveryTry()
    {
        double jitter = 0;
        Backoff backoff({1s}, [&] { return jitter += 0.25; }, 1.0);
        QVERIFY(backoff.next() == 1250ms);
        QVERIFY(backoff.next() == 1500ms);
    }
};

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
