// SPDX-License-Identifier: GPL-3.0-or-later
#include "device.h"
#include "faultyvfs.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace saji {

//! A disk that fails: the log is what it was before, says so, and goes on when the cause is gone.
class TestEventLogFaults : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { FaultyVfs::heal(); }

    void aFailedWriteLeavesEverythingAsItWas_data();
    void aFailedWriteLeavesEverythingAsItWas();
    void aFailedMergeLeavesEverythingAsItWas();
    void aWriteThatFailsAtAnyPointIsWholeOrNotThere();
    void aFailedAdoptionKeepsTheOldEpoch();
};

void TestEventLogFaults::aFailedWriteLeavesEverythingAsItWas_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("code");
    QTest::newRow("full") << int(FaultyVfs::Fault::DiskFull) << int(ErrorCode::DiskFull);
    QTest::newRow("read-only") << int(FaultyVfs::Fault::ReadOnly) << int(ErrorCode::ReadOnly);
    QTest::newRow("broken") << int(FaultyVfs::Fault::Broken) << int(ErrorCode::Io);
}

void TestEventLogFaults::aFailedWriteLeavesEverythingAsItWas()
{
    QFETCH(const int, fault);
    QFETCH(const int, code);
    const HealedAtEnd healed;
    Device kiosk(u"Kios A"_s);
    kiosk.append("kept");
    const auto have = kiosk.log().have();
    const auto stamp = kiosk.log().lastStamp();
    QSignalSpy failed(&kiosk.log(), &EventLog::failed);
    QSignalSpy grown(&kiosk.log(), &EventLog::grown);
    const auto place = [&kiosk](qint64 *number) {
        return kiosk.log().write([number](LogWriter &writer) -> Result<void> {
            const auto drawn = writer.draw(u"2025-06-15"_s);
            if (!drawn)
                return drawn.error();
            *number = *drawn;
            const auto event = writer.append(u"order.placed"_s, "order");
            return event ? Result<void>() : event.error();
        });
    };
    qint64 number = 0;
    FaultyVfs::fail(FaultyVfs::Fault(fault));
    for (int i = 0; i < 3; ++i) {
        const auto done = place(&number);
        QVERIFY(!done);
        QCOMPARE(int(done.error().code), code);
    }
    QCOMPARE(failed.size(), 3);
    QCOMPARE(int(failed.first().first().value<Error>().code), code);
    QCOMPARE(grown.size(), 0);
    QCOMPARE(kiosk.log().have(), have);
    QCOMPARE(kiosk.log().lastStamp(), stamp);
    QCOMPARE(kiosk.log().lastArrival(), 1);
    QCOMPARE(kiosk.all().size(), 1); // still readable

    FaultyVfs::heal();
    QVERIFY(place(&number));
    QCOMPARE(number, 1);
    QCOMPARE(kiosk.log().ownSeq(), 2);
    kiosk.reopen();
    QCOMPARE(kiosk.all().size(), 2);
}

void TestEventLogFaults::aFailedMergeLeavesEverythingAsItWas()
{
    const HealedAtEnd healed;
    Device kiosk(u"Kios A"_s);
    Device kitchen(u"Dapur"_s, NodeKind::Kitchen);
    kiosk.append("a");
    const auto news = kiosk.all();
    FaultyVfs::fail(FaultyVfs::Fault::DiskFull);
    QSignalSpy failed(&kitchen.log(), &EventLog::failed);
    QCOMPARE(kitchen.log().merge(news).error().code, ErrorCode::DiskFull);
    QCOMPARE(failed.size(), 1);
    QVERIFY(kitchen.log().have().isEmpty());
    FaultyVfs::heal();
    QCOMPARE(kitchen.log().merge(news)->added, 1);
    kitchen.reopen();
    QCOMPARE(kitchen.all().size(), 1);
}

void TestEventLogFaults::aWriteThatFailsAtAnyPointIsWholeOrNotThere()
{
    const HealedAtEnd healed;
    Device kiosk(u"Kios A"_s);
    int refused = 0;
    // Each step of a write and of the copying home that it may set off fails once.
    for (int spared = 0; spared < 60; ++spared) {
        const auto before = kiosk.log().ownSeq();
        FaultyVfs::fail(FaultyVfs::Fault::Broken, spared % 30);
        const auto done = kiosk.log().write([](LogWriter &writer) -> Result<void> {
            for (int i = 0; i < 2; ++i) {
                if (const auto event = writer.append(u"order.placed"_s, QByteArray(3000, 'x')); !event)
                    return event.error();
            }
            return {};
        });
        FaultyVfs::heal();
        refused += !done;
        QCOMPARE(kiosk.log().ownSeq(), before + (done ? 2u : 0u));
        if (spared % 7 == 0)
            kiosk.reopen();
        QCOMPARE(kiosk.log().ownSeq(), before + (done ? 2u : 0u));
        QCOMPARE(quint64(kiosk.all().size()), kiosk.log().ownSeq());
    }
    QVERIFY(refused > 10);
    QVERIFY(refused < 60);
}

void TestEventLogFaults::aFailedAdoptionKeepsTheOldEpoch()
{
    const HealedAtEnd healed;
    Device kiosk(u"Kios A"_s);
    kiosk.append("a");
    const auto origin = kiosk.log().identity().origin;
    const auto have = kiosk.log().have();
    FaultyVfs::fail(FaultyVfs::Fault::DiskFull);
    QCOMPARE(kiosk.log().adoptOwnPast(0, kiosk.random).error().code, ErrorCode::DiskFull);
    FaultyVfs::heal();
    QCOMPARE(kiosk.log().identity().origin, origin);
    QCOMPARE(kiosk.log().have(), have);
    QCOMPARE(kiosk.append("b").event.stamp.seq, 2);
    kiosk.reopen();
    QCOMPARE(kiosk.log().identity().origin, origin);
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestEventLogFaults)
#include "tst_eventlogfaults.moc"
