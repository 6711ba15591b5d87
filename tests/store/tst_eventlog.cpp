// SPDX-License-Identifier: GPL-3.0-or-later
#include "device.h"

#include "faultyvfs.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

QByteArrayList payloads(const QList<Event> &events)
{
    QByteArrayList list;
    for (const auto &event : events)
        list.append(event.payload);
    return list;
}

} // namespace

class TestEventLog : public QObject
{
    Q_OBJECT

private slots:
    void anEventIsThereAfterARestart();
    void oneWriteIsOneForcedWrite();
    void whatTheWorkRefusesIsNotWritten();
    void numbersAreDrawnWithTheEventsOrNotAtAll();
    void grownFollowsTheCommit();
    void mergingTwiceChangesNothing();
    void whatIsKnownCostsNoDisk();
    void beyondAGapIsDeferred();
    void oneOfManyThatIsMalformedMergesNothing();
    void refusesWhatNoNodeMayWrite_data();
    void refusesWhatNoNodeMayWrite();
    void aCauseIsStampedBeforeItsEffect();
    void stampsNeverGoBackOverARestart();
    void shipsInTheOrderOfArrival();
    void anyInterleavingOfFiveOriginsSkipsNothing();
    void stopsAtTheLimitsButGivesAtLeastOne();
    void littleLackedOutOfManyIsFoundWithoutReadingAll();
    void sinceReadsOn();
    void knowsTheAgeOfTheOldestUnsentEvent();
    void remembersWhatPeersHave();
    void takesItsOwnPastBackUnderANewEpoch();
    void whatWasWrittenAfterARestoreMovesToTheNewEpoch();
    void newsOfOurOwnOriginIsAConflict();
};

void TestEventLog::anEventIsThereAfterARestart()
{
    Device kiosk(u"Kios A"_s);
    const auto written = kiosk.append("nasi goreng");
    QCOMPARE(written.arrival, 1);
    QCOMPARE(written.event.stamp.seq, 1);
    QCOMPARE(written.event.stamp.origin, kiosk.log().identity().origin);
    const auto have = kiosk.log().have();
    kiosk.reopen();
    QCOMPARE(kiosk.log().have(), have);
    QCOMPARE(kiosk.log().lastArrival(), 1);
    QCOMPARE(kiosk.log().ownSeq(), 1);
    const auto rows = kiosk.log().since(0, 10);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->first().arrival, 1);
    const auto &event = rows->first().event;
    QCOMPARE(event.stamp, written.event.stamp);
    QCOMPARE(event.kind, u"order.placed"_s);
    QCOMPARE(event.payload, "nasi goreng");
    QCOMPARE(event.bornAt, written.event.bornAt);
}

void TestEventLog::oneWriteIsOneForcedWrite()
{
    Device kiosk(u"Kios A"_s);
    kiosk.append("first"); // a new origin, and the first page of each table
    FaultyVfs::takeSyncs();
    const auto done = kiosk.log().write([](LogWriter &writer) -> Result<void> {
        for (int i = 0; i < 3; ++i) {
            if (const auto number = writer.draw(u"A"_s); !number)
                return number.error();
            if (const auto event = writer.append(u"order.placed"_s, "x"); !event)
                return event.error();
        }
        return {};
    });
    QVERIFY(done);
    QCOMPARE(FaultyVfs::takeSyncs(), 1);
}

void TestEventLog::whatTheWorkRefusesIsNotWritten()
{
    Device kiosk(u"Kios A"_s);
    kiosk.append("kept");
    const auto stamp = kiosk.log().lastStamp();
    QSignalSpy grown(&kiosk.log(), &EventLog::grown);
    QSignalSpy failed(&kiosk.log(), &EventLog::failed);
    const auto done = kiosk.log().write([](LogWriter &writer) -> Result<void> {
        if (const auto event = writer.append(u"order.placed"_s, "half"); !event)
            return event.error();
        return Error{ErrorCode::Conflict, u"sold out"_s};
    });
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Conflict);
    QCOMPARE(kiosk.log().ownSeq(), 1);
    QCOMPARE(kiosk.log().lastArrival(), 1);
    QCOMPARE(kiosk.log().lastStamp(), stamp);
    QCOMPARE(grown.size(), 0);
    QCOMPARE(failed.size(), 0); // the disk is well
    QCOMPARE(kiosk.append("next").event.stamp.seq, 2);
    kiosk.reopen();
    QCOMPARE(payloads(kiosk.all()), QByteArrayList({"kept", "next"}));
}

void TestEventLog::numbersAreDrawnWithTheEventsOrNotAtAll()
{
    Device kiosk(u"Kios A"_s);
    const auto draw = [&kiosk](const QString &counter, bool refuse = false) {
        qint64 drawn = 0;
        (void)kiosk.log().write([&](LogWriter &writer) -> Result<void> {
            const auto number = writer.draw(counter);
            if (!number)
                return number.error();
            drawn = *number;
            return refuse ? Result<void>(ErrorCode::Conflict, u"no"_s) : Result<void>();
        });
        return drawn;
    };
    QCOMPARE(draw(u"2025-06-15"_s), 1);
    QCOMPARE(draw(u"2025-06-15"_s), 2);
    QCOMPARE(draw(u"2025-06-15"_s, true), 3);
    QCOMPARE(draw(u"2025-06-15"_s), 3);
    QCOMPARE(draw(u"2025-06-16"_s), 1);
    kiosk.reopen();
    QCOMPARE(draw(u"2025-06-15"_s, true), 4);
    QCOMPARE(draw(u"2025-06-15"_s), 4);
    QCOMPARE(draw(u"2025-06-16"_s), 2);
}

void TestEventLog::grownFollowsTheCommit()
{
    Device kiosk(u"Kios A"_s);
    QList<qint64> seen;
    connect(&kiosk.log(), &EventLog::grown, this, [&](qint64 last) {
        seen.append(last);
        // Whoever is told may read, and write on.
        QCOMPARE(kiosk.all().size(), last);
        if (last == 1)
            kiosk.append("answer");
    });
    kiosk.append("first");
    QCOMPARE(seen, QList<qint64>({1, 2}));
}

void TestEventLog::mergingTwiceChangesNothing()
{
    Device kiosk(u"Kios A"_s);
    Device kitchen(u"Dapur"_s, NodeKind::Kitchen);
    kiosk.append("a");
    kiosk.append("b");
    const auto first = kitchen.log().merge(kiosk.all());
    QVERIFY(first);
    QCOMPARE(first->added, 2);
    QSignalSpy grown(&kitchen.log(), &EventLog::grown);
    const auto second = kitchen.log().merge(kiosk.all());
    QVERIFY(second);
    QCOMPARE(second->added, 0);
    QCOMPARE(second->known, 2);
    QCOMPARE(grown.size(), 0);
    kitchen.reopen();
    QCOMPARE(payloads(kitchen.all()), QByteArrayList({"a", "b"}));
    QCOMPARE(kitchen.log().have(), kiosk.log().have());
}

void TestEventLog::whatIsKnownCostsNoDisk()
{
    Device kiosk(u"Kios A"_s);
    Device kitchen(u"Dapur"_s, NodeKind::Kitchen);
    kiosk.append("a");
    QVERIFY(kitchen.log().merge(kiosk.all()));
    FaultyVfs::takeSyncs();
    QVERIFY(kitchen.log().merge(kiosk.all()));
    QCOMPARE(FaultyVfs::takeSyncs(), 0);
}

void TestEventLog::beyondAGapIsDeferred()
{
    Device kiosk(u"Kios A"_s);
    Device kitchen(u"Dapur"_s, NodeKind::Kitchen);
    for (const auto *payload : {"1", "2", "3", "4"})
        kiosk.append(payload);
    const auto all = kiosk.all();
    const auto merged = kitchen.log().merge({all[0], all[2], all[3]});
    QVERIFY(merged);
    QCOMPARE(merged->added, 1);
    QCOMPARE(merged->deferred, 2);
    QCOMPARE(kitchen.log().have().upTo(kiosk.log().identity().origin), 1);
    QCOMPARE(kitchen.log().merge(all)->added, 3);
    QCOMPARE(payloads(kitchen.all()), QByteArrayList({"1", "2", "3", "4"}));
}

void TestEventLog::oneOfManyThatIsMalformedMergesNothing()
{
    Device kiosk(u"Kios A"_s);
    Device kitchen(u"Dapur"_s, NodeKind::Kitchen);
    kiosk.append("1");
    kiosk.append("2");
    auto all = kiosk.all();
    all[1].stamp.hlc = Hlc{HlcClock::limit().value + 1};
    const auto before = kitchen.log().lastStamp();
    QCOMPARE(kitchen.log().merge(all).error().code, ErrorCode::Malformed);
    QVERIFY(kitchen.log().have().isEmpty());
    QVERIFY(kitchen.all().isEmpty());
    QCOMPARE(kitchen.log().lastStamp(), before);
    QCOMPARE(kitchen.log().merge(kiosk.all())->added, 2);
}

void TestEventLog::refusesWhatNoNodeMayWrite_data()
{
    QTest::addColumn<Event>("event");
    Event good{{Hlc::of(1s), {DeviceId(QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), 1}, 1}, u"order.placed"_s, "x", 0ms};
    auto event = good;
    event.stamp.hlc = Hlc{HlcClock::limit().value + 1};
    QTest::newRow("a clock of the year 2300") << event;
    event = good;
    event.stamp.seq = 0;
    QTest::newRow("number 0") << event;
    event = good;
    event.stamp.origin.device = {};
    QTest::newRow("no device") << event;
    event = good;
    event.stamp.origin.epoch = ~0ull;
    QTest::newRow("an epoch that no column holds") << event;
    event = good;
    event.kind.clear();
    QTest::newRow("no kind") << event;
    event = good;
    event.kind = QString(65, u'x');
    QTest::newRow("a kind that is a story") << event;
    event = good;
    event.payload = QByteArray(64 * 1024 + 1, 'x');
    QTest::newRow("too large") << event;
}

void TestEventLog::refusesWhatNoNodeMayWrite()
{
    QFETCH(const Event, event);
    Device kitchen(u"Dapur"_s, NodeKind::Kitchen);
    QVERIFY(!kitchen.log().merge({event}));
    QVERIFY(kitchen.log().have().isEmpty());
}

void TestEventLog::aCauseIsStampedBeforeItsEffect()
{
    Device kiosk(u"Kios A"_s);
    Device kitchen(u"Dapur"_s, NodeKind::Kitchen);
    kitchen.clock.jumpWall(-6h); // its clock is wrong by 6 hours
    const auto placed = kiosk.append("placed");
    QVERIFY(kitchen.log().merge(kiosk.all()));
    const auto ready = kitchen.append("ready");
    QVERIFY(placed.event.stamp < ready.event.stamp);
}

void TestEventLog::stampsNeverGoBackOverARestart()
{
    Device kiosk(u"Kios A"_s);
    const auto before = kiosk.append("a").event.stamp;
    kiosk.close();
    kiosk.clock.jumpWall(-6h);
    QVERIFY(kiosk.open());
    QVERIFY(before < kiosk.append("b").event.stamp);
}

void TestEventLog::shipsInTheOrderOfArrival()
{
    Device kiosk(u"Kios A"_s);
    Device kitchen(u"Dapur"_s, NodeKind::Kitchen);
    Device hub(u"Hub"_s, NodeKind::Hub);
    kiosk.append("placed 1");
    QVERIFY(kitchen.log().merge(kiosk.all()));
    kitchen.append("ready 1");
    kiosk.append("placed 2");
    QVERIFY(hub.log().merge(kitchen.all()));
    QVERIFY(hub.log().merge(kiosk.all()));
    QCOMPARE(payloads(hub.all()), QByteArrayList({"placed 1", "ready 1", "placed 2"}));
    VersionVector peer;
    peer.raise(kiosk.log().identity().origin, 1);
    const auto rest = hub.log().lackedBy(peer, 100, 100'000);
    QVERIFY(rest);
    QCOMPARE(payloads(*rest), QByteArrayList({"ready 1", "placed 2"}));
}

void TestEventLog::anyInterleavingOfFiveOriginsSkipsNothing()
{
    std::vector<std::unique_ptr<Device>> writers;
    for (int i = 0; i < 5; ++i) {
        writers.push_back(std::make_unique<Device>(u"Kios %1"_s.arg(i)));
        for (int n = 0; n < 40; ++n)
            writers.back()->append(QByteArray::number(i) + ':' + QByteArray::number(n));
    }
    for (quint64 seed = 1; seed <= 5; ++seed) {
        SeededRandom random(seed);
        Device hub(u"Hub"_s, NodeKind::Hub);
        Device reader(u"Dapur"_s, NodeKind::Kitchen);
        while (reader.log().have().size() < 5 || reader.log().lastArrival() < 200) {
            const auto &writer = *writers[random.below(5)];
            const auto some = writer.log().lackedBy(hub.log().have(), 1 + int(random.below(9)), 1'000'000);
            QVERIFY(some);
            QVERIFY(hub.log().merge(*some));
            const auto news = hub.log().lackedBy(reader.log().have(), 1 + int(random.below(12)), 1'000'000);
            QVERIFY(news);
            const auto merged = reader.log().merge(*news);
            QVERIFY(merged);
            QCOMPARE(merged->added, int(news->size())); // nothing doubled, nothing beyond a gap
        }
        QCOMPARE(payloads(reader.all()), payloads(hub.all()));
        QCOMPARE(reader.log().have(), hub.log().have());
    }
}

void TestEventLog::stopsAtTheLimitsButGivesAtLeastOne()
{
    Device kiosk(u"Kios A"_s);
    for (int i = 0; i < 150; ++i)
        kiosk.append(QByteArray(100, 'x'));
    QCOMPARE(kiosk.log().lackedBy({}, 70, 1'000'000)->size(), 70);
    QCOMPARE(kiosk.log().lackedBy({}, 200, 1'000)->size(), 10);
    QCOMPARE(kiosk.log().lackedBy({}, 200, 1)->size(), 1);
    QCOMPARE(kiosk.log().lackedBy(kiosk.log().have(), 200, 1'000)->size(), 0);
}

void TestEventLog::littleLackedOutOfManyIsFoundWithoutReadingAll()
{
    Device kiosk(u"Kios A"_s);
    Device hub(u"Hub"_s, NodeKind::Hub);
    constexpr int count = 20'000;
    const auto done = kiosk.log().write([](LogWriter &writer) -> Result<void> {
        for (int i = 0; i < count; ++i) {
            if (const auto event = writer.append(u"order.placed"_s, QByteArray(200, 'x')); !event)
                return event.error();
        }
        return {};
    });
    QVERIFY(done);
    VersionVector peer;
    peer.raise(kiosk.log().identity().origin, count - 3);
    QVERIFY(kiosk.log().lackedBy(peer, 200, 100'000)); // statements are prepared
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(kiosk.log().lackedBy(peer, 200, 100'000)->size(), 3);
    const auto few = timer.nsecsElapsed() / 20;
    timer.restart();
    QCOMPARE(kiosk.log().lackedBy({}, count, 100'000'000)->size(), count);
    const auto all = timer.nsecsElapsed();
    QVERIFY2(few * 20 < all, qPrintable(u"%1 ns for 3, %2 ns for all"_s.arg(few).arg(all)));
}

void TestEventLog::sinceReadsOn()
{
    Device kiosk(u"Kios A"_s);
    for (int i = 1; i <= 5; ++i)
        kiosk.append(QByteArray::number(i));
    const auto rows = kiosk.log().since(2, 2);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->at(0).arrival, 3);
    QCOMPARE(rows->at(1).event.payload, "4");
    QVERIFY(kiosk.log().since(5, 2)->isEmpty());
}

void TestEventLog::knowsTheAgeOfTheOldestUnsentEvent()
{
    Device kiosk(u"Kios A"_s);
    Device kitchen(u"Dapur"_s, NodeKind::Kitchen);
    QVERIFY(!kiosk.log().oldestLackedBy({}));
    kiosk.append("a");
    kiosk.clock.advance(10s);
    kiosk.append("b");
    kiosk.clock.advance(5s);
    kitchen.append("not ours");
    QVERIFY(kiosk.log().merge(kitchen.all()));
    QCOMPARE(kiosk.log().oldestLackedBy({}), std::optional(Milliseconds(15s)));
    VersionVector server;
    server.raise(kiosk.log().identity().origin, 1);
    QCOMPARE(kiosk.log().oldestLackedBy(server), std::optional(Milliseconds(5s)));
    server.raise(kiosk.log().identity().origin, 2);
    QVERIFY(!kiosk.log().oldestLackedBy(server));
}

void TestEventLog::remembersWhatPeersHave()
{
    Device kiosk(u"Kios A"_s);
    kiosk.append("a");
    const auto own = kiosk.log().identity().origin;
    VersionVector has;
    has.raise(own, 1);
    QVERIFY(kiosk.log().rememberPeer(NodeKind::Server, has));
    QCOMPARE(kiosk.log().remembered(NodeKind::Server), has);
    QVERIFY(kiosk.log().remembered(NodeKind::Hub).isEmpty());
    QVERIFY(kiosk.log().rememberPeer(NodeKind::Server, {})); // only ever raised
    kiosk.reopen();
    QCOMPARE(kiosk.log().remembered(NodeKind::Server), has);
    has.raise(own, 2);
    QVERIFY(kiosk.log().rememberPeer(NodeKind::Server, has));
    FaultyVfs::takeSyncs();
    has.raise(own, 3);
    QVERIFY(kiosk.log().rememberPeer(NodeKind::Server, has)); // a moment later: costs no disk
    QCOMPARE(FaultyVfs::takeSyncs(), 0);
    kiosk.reopen();
    QCOMPARE(kiosk.log().remembered(NodeKind::Server).upTo(own), 3);
}

void TestEventLog::takesItsOwnPastBackUnderANewEpoch()
{
    QTemporaryDir backup;
    Device kiosk(u"Kios A"_s);
    Device server(u"Server"_s, NodeKind::Server);
    kiosk.append("1");
    kiosk.close();
    kiosk.backUpTo(backup.path());
    QVERIFY(kiosk.open());
    kiosk.append("2");
    kiosk.append("3");
    QVERIFY(server.log().merge(kiosk.all()));
    const auto old = kiosk.log().identity().origin;
    kiosk.close();
    kiosk.restoreFrom(backup.path());
    QVERIFY(kiosk.open());
    QCOMPARE(kiosk.log().ownSeq(), 1);

    QSignalSpy changed(&kiosk.log(), &EventLog::originChanged);
    QVERIFY(kiosk.log().adoptOwnPast(1, kiosk.random));
    QCOMPARE(changed.size(), 1);
    const auto fresh = kiosk.log().identity().origin;
    QCOMPARE(fresh.device, old.device);
    QVERIFY(fresh.epoch != old.epoch);
    QCOMPARE(kiosk.log().have().upTo(old), 1);
    QCOMPARE(kiosk.log().ownSeq(), 0);
    QCOMPARE(kiosk.log().merge(server.all())->added, 2);
    QCOMPARE(kiosk.append("4").event.stamp.seq, 1);
    kiosk.reopen();
    QCOMPARE(kiosk.log().identity().origin, fresh);
    QCOMPARE(payloads(kiosk.all()), QByteArrayList({"1", "2", "3", "4"}));
    QCOMPARE(server.log().merge(kiosk.all())->added, 1);
    QCOMPARE(server.log().have(), kiosk.log().have());
}

void TestEventLog::whatWasWrittenAfterARestoreMovesToTheNewEpoch()
{
    QTemporaryDir backup;
    Device kiosk(u"Kios A"_s);
    Device server(u"Server"_s, NodeKind::Server);
    kiosk.append("1");
    kiosk.close();
    kiosk.backUpTo(backup.path());
    QVERIFY(kiosk.open());
    kiosk.append("lost 2");
    QVERIFY(server.log().merge(kiosk.all()));
    kiosk.close();
    kiosk.restoreFrom(backup.path());
    QVERIFY(kiosk.open());
    kiosk.clock.advance(1min);
    const auto written = kiosk.append("new 2"); // the guest has a number for it
    const auto old = kiosk.log().identity().origin;
    QCOMPARE(written.event.stamp.seq, 2);
    QVERIFY(*kiosk.log().stampOf(old, 2) != *server.log().stampOf(old, 2));

    QVERIFY(kiosk.log().adoptOwnPast(1, kiosk.random));
    QCOMPARE(kiosk.log().ownSeq(), 1);
    QCOMPARE(kiosk.log().have().upTo(old), 1);
    QCOMPARE(*kiosk.log().stampOf(kiosk.log().identity().origin, 1), std::optional(written.event.stamp.hlc));
    QCOMPARE(kiosk.log().merge(server.all())->added, 1);
    QCOMPARE(server.log().merge(kiosk.all())->added, 1);
    QCOMPARE(server.log().have(), kiosk.log().have());
    auto atKiosk = payloads(kiosk.all());
    auto atServer = payloads(server.all());
    std::sort(atKiosk.begin(), atKiosk.end());
    std::sort(atServer.begin(), atServer.end());
    QCOMPARE(atKiosk, QByteArrayList({"1", "lost 2", "new 2"}));
    QCOMPARE(atServer, atKiosk);
    kiosk.reopen();
    QCOMPARE(kiosk.log().have(), server.log().have());
}

void TestEventLog::newsOfOurOwnOriginIsAConflict()
{
    Device kiosk(u"Kios A"_s);
    kiosk.append("1");
    auto event = kiosk.all().first();
    event.stamp.seq = 2;
    QCOMPARE(kiosk.log().merge({event}).error().code, ErrorCode::Conflict);
    QCOMPARE(kiosk.log().ownSeq(), 1);
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestEventLog)
#include "tst_eventlog.moc"
