// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/scheduler.h>
#include <testkit/manualscheduler.h>

#include <QElapsedTimer>
#include <QTest>

#include <memory>

using namespace saji;
using namespace std::chrono_literals;

class TestScheduler : public QObject
{
    Q_OBJECT

private slots:
    void runsOnceAndNeverFromInsideTheCall()
    {
        QtScheduler scheduler;
        int runs = 0;
        const auto id = scheduler.after(0ms, [&] { ++runs; });
        QVERIFY(id != 0);
        QCOMPARE(runs, 0);
        QTRY_COMPARE(runs, 1);
        int later = 0;
        (void)scheduler.after(20ms, [&] { ++later; });
        QTRY_COMPARE(later, 1);
        QCOMPARE(runs, 1);
    }

    void waitsAtLeastItsDelay_data()
    {
        QTest::addColumn<int>("delay");
        for (const int delay : {0, 1, 50, 2100})
            QTest::addRow("%d ms", delay) << delay;
    }

    void waitsAtLeastItsDelay()
    {
        QFETCH(int, delay);
        QtScheduler scheduler;
        QElapsedTimer elapsed;
        elapsed.start();
        qint64 after = -1;
        (void)scheduler.after(Milliseconds(delay), [&] { after = elapsed.nsecsElapsed(); });
        QTRY_VERIFY(after >= 0);
        QVERIFY2(after >= (delay - 1) * 1'000'000LL, qPrintable(QString::number(after)));
    }

    void forgetsWhatIsCancelled()
    {
        QtScheduler scheduler;
        bool cancelled = false;
        bool other = false;
        const auto id = scheduler.after(1ms, [&] { cancelled = true; });
        (void)scheduler.after(10ms, [&] { other = true; });
        scheduler.cancel(id);
        scheduler.cancel(id);
        scheduler.cancel(0);
        scheduler.cancel(123456);
        QTRY_VERIFY(other);
        QVERIFY(!cancelled);
    }

    void forgetsEverythingWhenItGoes()
    {
        bool ran = false;
        bool other = false;
        {
            QtScheduler scheduler;
            (void)scheduler.after(1ms, [&] { ran = true; });
        }
        QtScheduler survivor;
        (void)survivor.after(10ms, [&] { other = true; });
        QTRY_VERIFY(other);
        QVERIFY(!ran);
    }

    void aTaskMayAskForAnother()
    {
        QtScheduler scheduler;
        int runs = 0;
        std::function<void()> again = [&] {
            if (++runs < 3)
                (void)scheduler.after(1ms, again);
        };
        (void)scheduler.after(1ms, again);
        QTRY_COMPARE(runs, 3);
    }

    void aTimerReplacesItsTask()
    {
        ManualClock clock;
        ManualScheduler scheduler(clock);
        Timer timer(scheduler);
        int first = 0;
        int second = 0;
        timer.start(10ms, [&] { ++first; });
        timer.start(20ms, [&] { ++second; });
        QVERIFY(timer.isActive());
        scheduler.advance(15ms);
        QCOMPARE(first, 0);
        QCOMPARE(second, 0);
        scheduler.advance(5ms);
        QCOMPARE(second, 1);
        QVERIFY(!timer.isActive());
        QCOMPARE(scheduler.pending(), 0);
    }

    void aTimerThatGoesTakesItsTaskAlong()
    {
        ManualClock clock;
        ManualScheduler scheduler(clock);
        int runs = 0;
        {
            Timer timer(scheduler);
            timer.start(10ms, [&] { ++runs; });
        }
        scheduler.advance(1h);
        QCOMPARE(runs, 0);
    }

    void aTaskMayDestroyItsTimer()
    {
        ManualClock clock;
        ManualScheduler scheduler(clock);
        auto timer = std::make_unique<Timer>(scheduler);
        const auto witness = std::make_shared<int>(0);
        timer->start(10ms, [&timer, witness] {
            timer.reset();
            ++*witness; // the closure must still be alive here
        });
        scheduler.advance(10ms);
        QCOMPARE(*witness, 1);
        QVERIFY(!timer);
    }

    void aTaskMayStartItsTimerAgain()
    {
        ManualClock clock;
        ManualScheduler scheduler(clock);
        Timer timer(scheduler);
        int runs = 0;
        std::function<void()> tick = [&] {
            ++runs;
            timer.start(10ms, tick);
        };
        timer.start(10ms, tick);
        scheduler.advance(100ms);
        QCOMPARE(runs, 10);
    }

    void virtualTimeRunsInOrderAndShowsEachTasksTime()
    {
        ManualClock clock(0ms);
        ManualScheduler scheduler(clock);
        QList<QPair<int, qint64>> seen;
        (void)scheduler.after(30ms, [&] { seen.append({3, clock.wallNow().count()}); });
        (void)scheduler.after(10ms, [&] { seen.append({1, clock.wallNow().count()}); });
        (void)scheduler.after(10ms, [&] { seen.append({2, clock.wallNow().count()}); });
        scheduler.advance(20ms);
        QCOMPARE(seen, (QList<QPair<int, qint64>>{{1, 10}, {2, 10}}));
        QVERIFY(clock.wallNow() == 20ms);
        scheduler.advance(10ms);
        QCOMPARE(seen.last(), (QPair<int, qint64>{3, 30}));
    }

    void virtualTimeStopsWhereATestIsSatisfied()
    {
        ManualClock clock;
        ManualScheduler scheduler(clock);
        int ticks = 0;
        std::function<void()> tick = [&] {
            ++ticks;
            (void)scheduler.after(1s, tick);
        };
        (void)scheduler.after(1s, tick);
        QVERIFY(scheduler.advanceUntil([&] { return ticks == 5; }, 1h));
        QVERIFY(scheduler.now() == 5s);
        QVERIFY(!scheduler.advanceUntil([&] { return ticks == 5000; }, 10s));
        QVERIFY(scheduler.now() == 15s);
    }

    void copiesOfAClockShareItsTimeButNotItsSettings()
    {
        ManualClock kiosk;
        ManualClock kitchen = kiosk;
        kitchen.jumpWall(6h);
        ManualScheduler scheduler(kiosk);
        scheduler.advance(1min);
        QVERIFY(kitchen.wallNow() - kiosk.wallNow() == 6h);
        QVERIFY(kitchen.steadyNow() == kiosk.steadyNow());
        kitchen.reboot("boot-2");
        QVERIFY(kitchen.steadyNow() == 0ms);
        QVERIFY(kitchen.bootId() != kiosk.bootId());
    }

    void theMachinesClocksGoForward()
    {
        const SystemClock clock;
        const auto first = clock.steadyNow();
        QVERIFY(first > 0ms);
        QVERIFY(clock.steadyNow() >= first);
        QVERIFY(clock.wallNow() > 1'700'000'000'000ms);
        QVERIFY(!clock.bootId().isEmpty());
        QCOMPARE(clock.bootId(), SystemClock().bootId());
    }
};

QTEST_GUILESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
