// SPDX-License-Identifier: GPL-3.0-or-later
#include "device.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {

//! Ages of orders through restarts, reboots and wrong clocks (G9).
class TestTimeline : public QObject
{
    Q_OBJECT

private slots:
    void runsWithTheSteadyClock();
    void theWallClockMovesNothing();
    void goesOnThroughARestart();
    void goesOnThroughAReboot();
    void aRebootWithAWallClockThatWentBackLosesOnlyTheTimeOff();
    void aRebootWithAnAbsurdWallClockAgesNobodyByYears();
    void afterAKillTheEventsThemselvesCarryTheTime();
    void aNewcomerIsNotBornInTheFuture();
};

void TestTimeline::runsWithTheSteadyClock()
{
    Device kiosk(u"Kios A"_s);
    const auto start = kiosk.log().now();
    const auto born = kiosk.append("a").event.bornAt;
    QCOMPARE(born, start);
    kiosk.clock.advance(90s);
    QCOMPARE(kiosk.log().now() - born, Milliseconds(90s));
}

void TestTimeline::theWallClockMovesNothing()
{
    Device kiosk(u"Kios A"_s);
    const auto start = kiosk.log().now();
    kiosk.clock.jumpWall(6h);
    QCOMPARE(kiosk.log().now(), start);
    kiosk.clock.jumpWall(-12h);
    kiosk.clock.advance(1s);
    QCOMPARE(kiosk.log().now(), start + 1s);
    kiosk.reopen();
    QCOMPARE(kiosk.log().now(), start + 1s);
}

void TestTimeline::goesOnThroughARestart()
{
    Device kiosk(u"Kios A"_s);
    const auto start = kiosk.log().now();
    kiosk.close();
    kiosk.clock.advance(10min);
    QVERIFY(kiosk.open());
    QCOMPARE(kiosk.log().now(), start + 10min);
}

void TestTimeline::goesOnThroughAReboot()
{
    Device kiosk(u"Kios A"_s);
    kiosk.clock.advance(1h);
    const auto before = kiosk.log().now();
    kiosk.close();
    kiosk.clock.advance(8h); // the night
    kiosk.clock.reboot("boot-2", 30s);
    QVERIFY(kiosk.open());
    QCOMPARE(kiosk.log().now(), before + 8h);
    kiosk.clock.advance(1s);
    QCOMPARE(kiosk.log().now(), before + 8h + 1s);
}

void TestTimeline::aRebootWithAWallClockThatWentBackLosesOnlyTheTimeOff()
{
    Device kiosk(u"Kios A"_s);
    const auto before = kiosk.log().now();
    kiosk.close();
    kiosk.clock.advance(1h);
    kiosk.clock.reboot("boot-2");
    kiosk.clock.setWall(0ms); // an empty battery: 1970
    QVERIFY(kiosk.open());
    QCOMPARE(kiosk.log().now(), before);
}

void TestTimeline::aRebootWithAnAbsurdWallClockAgesNobodyByYears()
{
    Device kiosk(u"Kios A"_s);
    const auto before = kiosk.log().now();
    kiosk.close();
    kiosk.clock.reboot("boot-2");
    kiosk.clock.jumpWall(24h * 365 * 30);
    QVERIFY(kiosk.open());
    QVERIFY(kiosk.log().now() - before <= 31 * 24h);
}

void TestTimeline::afterAKillTheEventsThemselvesCarryTheTime()
{
    QTemporaryDir disk;
    Device kiosk(u"Kios A"_s);
    kiosk.clock.advance(20s); // no checkpoint is due
    const auto born = kiosk.append("a").event.bornAt;
    kiosk.close();
    kiosk.clock.advance(1h);
    kiosk.clock.reboot("boot-2");
    QVERIFY(kiosk.open());
    QCOMPARE(kiosk.log().now(), born + 1h);
}

void TestTimeline::aNewcomerIsNotBornInTheFuture()
{
    Device kiosk(u"Kios A"_s);
    Device kitchen(u"Dapur"_s, NodeKind::Kitchen);
    kiosk.append("a");
    auto events = kiosk.all();
    events[0].bornAt = kitchen.log().now() + 5min;
    QVERIFY(kitchen.log().merge(events));
    QCOMPARE(kitchen.all().first().bornAt, kitchen.log().now());
    events[0].bornAt = kitchen.log().now() - 5min;
    Device other(u"Dapur 2"_s, NodeKind::Kitchen);
    QVERIFY(other.log().merge(events));
    QCOMPARE(other.log().now() - other.all().first().bornAt, Milliseconds(5min));
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestTimeline)
#include "tst_timeline.moc"
