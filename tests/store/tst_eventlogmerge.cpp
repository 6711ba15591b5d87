// SPDX-License-Identifier: GPL-3.0-or-later
#include "device.h"
#include "faultyvfs.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {

//! What a log takes over from others.
class TestEventLogMerge : public QObject
{
    Q_OBJECT

private slots:
    void mergingTwiceChangesNothing();
    void whatIsKnownCostsNoDisk();
    void beyondAGapIsDeferred();
    void oneOfManyThatIsMalformedMergesNothing();
    void refusesWhatNoNodeMayWrite_data();
    void refusesWhatNoNodeMayWrite();
    void takesItsOwnPastBackUnderANewEpoch();
    void whatWasWrittenAfterARestoreMovesToTheNewEpoch();
    void newsOfOurOwnOriginIsAConflict();
};

void TestEventLogMerge::mergingTwiceChangesNothing()
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

void TestEventLogMerge::whatIsKnownCostsNoDisk()
{
    Device kiosk(u"Kios A"_s);
    Device kitchen(u"Dapur"_s, NodeKind::Kitchen);
    kiosk.append("a");
    QVERIFY(kitchen.log().merge(kiosk.all()));
    FaultyVfs::takeSyncs();
    QVERIFY(kitchen.log().merge(kiosk.all()));
    QCOMPARE(FaultyVfs::takeSyncs(), 0);
}

void TestEventLogMerge::beyondAGapIsDeferred()
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

void TestEventLogMerge::oneOfManyThatIsMalformedMergesNothing()
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

void TestEventLogMerge::refusesWhatNoNodeMayWrite_data()
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

void TestEventLogMerge::refusesWhatNoNodeMayWrite()
{
    QFETCH(const Event, event);
    Device kitchen(u"Dapur"_s, NodeKind::Kitchen);
    QVERIFY(!kitchen.log().merge({event}));
    QVERIFY(kitchen.log().have().isEmpty());
}

void TestEventLogMerge::takesItsOwnPastBackUnderANewEpoch()
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

void TestEventLogMerge::whatWasWrittenAfterARestoreMovesToTheNewEpoch()
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

void TestEventLogMerge::newsOfOurOwnOriginIsAConflict()
{
    Device kiosk(u"Kios A"_s);
    kiosk.append("1");
    auto event = kiosk.all().first();
    event.stamp.seq = 2;
    QCOMPARE(kiosk.log().merge({event}).error().code, ErrorCode::Conflict);
    QCOMPARE(kiosk.log().ownSeq(), 1);
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestEventLogMerge)
#include "tst_eventlogmerge.moc"
