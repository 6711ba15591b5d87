// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/hlc.h>
#include <base/origin.h>
#include <base/random.h>
#include <testkit/manualclock.h>

#include <QTest>

using namespace saji;
using namespace std::chrono_literals;

class TestHlc : public QObject
{
    Q_OBJECT

private slots:
    void keepsMillisecondsAndCounterApart()
    {
        const auto stamp = Hlc::of(1'749'981'600'123ms, 42);
        QVERIFY(stamp.physical() == 1'749'981'600'123ms);
        QCOMPARE(stamp.counter(), quint16(42));
        QVERIFY(Hlc::of(5ms, 65535) < Hlc::of(6ms));
    }

    void followsTheWallClockWhileThatGoesForward()
    {
        ManualClock clock;
        HlcClock hlc(clock);
        QVERIFY(hlc.tick() == Hlc::of(clock.wallNow()));
        clock.advance(7ms);
        QVERIFY(hlc.tick() == Hlc::of(clock.wallNow()));
        QVERIFY(hlc.last() == Hlc::of(clock.wallNow()));
    }

    void countsWithinOneMillisecond()
    {
        ManualClock clock;
        HlcClock hlc(clock);
        (void)hlc.tick();
        QVERIFY(hlc.tick() == Hlc::of(clock.wallNow(), 1));
        QVERIFY(hlc.tick() == Hlc::of(clock.wallNow(), 2));
    }

    void neverGoesBackWhenTheWallClockDoes()
    {
        ManualClock clock;
        HlcClock hlc(clock);
        const auto before = hlc.tick();
        clock.jumpWall(-6h);
        const auto after = hlc.tick();
        QVERIFY(before < after);
        QVERIFY(after == (Hlc{before.value + 1}));
    }

    void aFullCounterCarriesIntoTheNextMillisecond()
    {
        ManualClock clock;
        HlcClock hlc(clock);
        hlc.witness(Hlc::of(clock.wallNow(), 65535));
        QVERIFY(hlc.tick() == Hlc::of(clock.wallNow() + 1ms, 0));
    }

    void stampsWhatFollowsLaterThanWhatItHasSeen()
    {
        ManualClock clock;
        HlcClock hlc(clock);
        const auto fromAFastClock = Hlc::of(clock.wallNow() + 6h, 3);
        hlc.witness(fromAFastClock);
        QVERIFY(fromAFastClock < hlc.tick());
        hlc.witness(Hlc::of(1ms));
        QVERIFY(fromAFastClock < hlc.tick());
    }

    void anAbsurdStampDoesNotBlockTheClock()
    {
        ManualClock clock;
        HlcClock hlc(clock);
        hlc.witness(Hlc{~quint64(0)});
        const auto first = hlc.tick();
        const auto second = hlc.tick();
        QVERIFY(first < second);
        // It counted as absurdWall, so there is room for centuries of stamps before limit(), where nobody could write.
        QVERIFY(Hlc::of(absurdWall) < first);
        QVERIFY(second < HlcClock::limit());
    }

    void survivesAWallClockBefore1970AndAfter2100()
    {
        ManualClock clock;
        HlcClock hlc(clock);
        clock.setWall(-5000ms);
        const auto early = hlc.tick();
        QVERIFY(early.physical() == 0ms);
        clock.setWall(999'999'999'999'999ms);
        const auto late = hlc.tick();
        QVERIFY(early < late);
        QVERIFY(late < Hlc::of(absurdWall)); // a clock that was never set right is not asked
        QVERIFY(late < hlc.tick());
    }

    void stampsOrderByTimeThenOriginThenNumber()
    {
        ManualClock clock;
        SeededRandom random(1);
        const Origin a{DeviceId::create(clock, random), 1};
        const Origin again{a.device, 2};
        const EventStamp first{Hlc::of(1ms), a, 9};
        QVERIFY(first < (EventStamp{Hlc::of(2ms), a, 1}));
        QVERIFY(first < (EventStamp{Hlc::of(1ms), again, 1}));
        QVERIFY(first < (EventStamp{Hlc::of(1ms), a, 10}));
        QVERIFY(!(first < first));
    }

    void anOriginSurvivesTheWire()
    {
        ManualClock clock;
        SeededRandom random(2);
        const Origin origin{DeviceId::create(clock, random), 0x0123456789abcdefULL};
        const auto back = Origin::fromBytes(origin.toBytes());
        QVERIFY(back.has_value());
        QVERIFY(*back == origin);
        QVERIFY(Origin::fromBytes(origin.toBytes().chopped(1)).error().code == ErrorCode::Malformed);
        QVERIFY(Origin::fromBytes({}).error().code == ErrorCode::Malformed);
    }
};

QTEST_GUILESS_MAIN(TestHlc)
#include "tst_hlc.moc"
