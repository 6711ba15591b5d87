// SPDX-License-Identifier: GPL-3.0-or-later
#include "device.h"
#include "faultyvfs.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {

//! What a device writes into its own log, and knows of it.
class TestEventLog : public QObject
{
    Q_OBJECT

private slots:
    void anEventIsThereAfterARestart();
    void oneWriteIsOneForcedWrite();
    void whatTheWorkRefusesIsNotWritten();
    void numbersAreDrawnWithTheEventsOrNotAtAll();
    void grownFollowsTheCommit();
    void aCauseIsStampedBeforeItsEffect();
    void stampsNeverGoBackOverARestart();
    void knowsTheAgeOfTheOldestUnsentEvent();
    void remembersWhatPeersHave();
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

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestEventLog)
#include "tst_eventlog.moc"
