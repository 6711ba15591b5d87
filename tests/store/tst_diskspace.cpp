// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault.h"

#include <store/diskspace.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

constexpr qint64 MB = 1'000'000;
constexpr qint64 GB = 1000 * MB;

} // namespace

class TestDiskSpace : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheMachinesDisk();
    void warnsAndRefuses_data();
    void warnsAndRefuses();
    void aMarkIsLeftOnlyWellAboveIt();
    void looksAtTheStartAndEveryMinute();
    void tellsAChangeOnce();
    void aFailedWriteIsLookedIntoAtOnce();
    void aFullDiskThatSaysOtherwiseIsFull();
    void aReadOnlyDiskIsNotAFullOne();
    void makesRoomBeforeItAlarmsAnybody();
    void backupsGoButTwoStay();
    void aDiskThatDoesNotAnswerChangesNothing();

private:
    void fill(qint64 freeBytes) { m_disk.answer = DiskUsage{64 * GB, freeBytes}; }

    ManualClock m_clock;
    ManualScheduler m_scheduler{m_clock};
    FakeDisk m_disk;
};

void TestDiskSpace::knowsTheMachinesDisk()
{
    QTemporaryDir folder;
    const auto usage = SystemDiskSpace().usage(folder.path());
    QVERIFY(usage);
    QVERIFY(usage->totalBytes > MB);
    QVERIFY(usage->freeBytes > 0 && usage->freeBytes <= usage->totalBytes);
    QVERIFY(!SystemDiskSpace().usage(folder.filePath(u"nowhere"_s)));
}

void TestDiskSpace::warnsAndRefuses_data()
{
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qint64>("free");
    QTest::addColumn<int>("state");
    QTest::newRow("plenty") << 64 * GB << 30 * GB << int(DiskState::Ample);
    QTest::newRow("just above 5 %") << 64 * GB << 3201 * MB << int(DiskState::Ample);
    QTest::newRow("just below 5 %") << 64 * GB << 3199 * MB << int(DiskState::Low);
    QTest::newRow("a small disk counts in bytes") << 4 * GB << 499 * MB << int(DiskState::Low);
    QTest::newRow("above the bytes") << 4 * GB << 501 * MB << int(DiskState::Ample);
    QTest::newRow("a large disk is not alarmed by percents") << 2000 * GB << 6 * GB << int(DiskState::Ample);
    QTest::newRow("a large disk that is low") << 2000 * GB << 4 * GB << int(DiskState::Low);
    QTest::newRow("room for what is on its way") << 64 * GB << 101 * MB << int(DiskState::Low);
    QTest::newRow("no new orders") << 64 * GB << 99 * MB << int(DiskState::Full);
    QTest::newRow("nothing") << 64 * GB << qint64(0) << int(DiskState::Full);
}

void TestDiskSpace::warnsAndRefuses()
{
    QFETCH(const qint64, total);
    QFETCH(const qint64, free);
    QFETCH(const int, state);
    QCOMPARE(int(DiskPolicy().next(DiskState::Ample, {total, free})), state);
}

void TestDiskSpace::aMarkIsLeftOnlyWellAboveIt()
{
    const DiskPolicy policy;
    QCOMPARE(policy.next(DiskState::Full, {4 * GB, 149 * MB}), DiskState::Full);
    QCOMPARE(policy.next(DiskState::Full, {4 * GB, 151 * MB}), DiskState::Low);
    QCOMPARE(policy.next(DiskState::Low, {4 * GB, 549 * MB}), DiskState::Low);
    QCOMPARE(policy.next(DiskState::Low, {4 * GB, 551 * MB}), DiskState::Ample);
    QCOMPARE(policy.next(DiskState::Full, {4 * GB, 2 * GB}), DiskState::Ample);
    QCOMPARE(policy.next(DiskState::Low, {4 * GB, 99 * MB}), DiskState::Full);
}

void TestDiskSpace::looksAtTheStartAndEveryMinute()
{
    fill(400 * MB);
    DiskWatch watch(u"/data"_s, m_disk, m_scheduler);
    watch.start();
    QCOMPARE(watch.state(), DiskState::Low);
    QCOMPARE(watch.usage().freeBytes, 400 * MB);
    fill(50 * MB);
    m_scheduler.advance(59s);
    QCOMPARE(watch.state(), DiskState::Low);
    m_scheduler.advance(1s);
    QCOMPARE(watch.state(), DiskState::Full);
    fill(30 * GB);
    m_scheduler.advance(1min);
    QCOMPARE(watch.state(), DiskState::Ample);
}

void TestDiskSpace::tellsAChangeOnce()
{
    DiskWatch watch(u"/data"_s, m_disk, m_scheduler);
    QSignalSpy changed(&watch, &DiskWatch::changed);
    fill(30 * GB);
    watch.start();
    m_scheduler.advance(1h);
    QCOMPARE(changed.size(), 0);
    fill(2 * GB);
    m_scheduler.advance(1h);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).value<DiskState>(), DiskState::Low);
    QCOMPARE(changed.first().at(1).value<DiskUsage>().freeBytes, 2 * GB);
    // At the mark it does not flutter.
    for (int i = 0; i < 10; ++i) {
        fill(3190 * MB + i % 2 * 20 * MB);
        m_scheduler.advance(1min);
    }
    QCOMPARE(changed.size(), 1);
}

void TestDiskSpace::aFailedWriteIsLookedIntoAtOnce()
{
    fill(30 * GB);
    DiskWatch watch(u"/data"_s, m_disk, m_scheduler);
    watch.start();
    fill(10 * MB);
    watch.writeFailed({ErrorCode::Io, {}});
    QCOMPARE(watch.state(), DiskState::Full);
}

void TestDiskSpace::aFullDiskThatSaysOtherwiseIsFull()
{
    fill(30 * GB); // a quota is not seen in this
    DiskWatch watch(u"/data"_s, m_disk, m_scheduler);
    QSignalSpy changed(&watch, &DiskWatch::changed);
    watch.start();
    watch.writeFailed({ErrorCode::DiskFull, {}});
    QCOMPARE(watch.state(), DiskState::Full);
    m_scheduler.advance(61s);
    QCOMPARE(watch.state(), DiskState::Ample); // another try
    QCOMPARE(changed.size(), 2);
}

void TestDiskSpace::aReadOnlyDiskIsNotAFullOne()
{
    fill(30 * GB);
    DiskWatch watch(u"/data"_s, m_disk, m_scheduler);
    watch.start();
    watch.writeFailed({ErrorCode::ReadOnly, {}});
    QCOMPARE(watch.state(), DiskState::Ample);
}

void TestDiskSpace::makesRoomBeforeItAlarmsAnybody()
{
    int asked = 0;
    const auto makeRoom = [&] {
        ++asked;
        fill(10 * GB);
        return true;
    };
    fill(300 * MB);
    DiskWatch watch(u"/data"_s, m_disk, m_scheduler, makeRoom);
    QSignalSpy changed(&watch, &DiskWatch::changed);
    watch.start();
    QCOMPARE(asked, 1);
    QCOMPARE(changed.size(), 0);
    m_scheduler.advance(10min);
    QCOMPARE(asked, 1);
}

void TestDiskSpace::backupsGoButTwoStay()
{
    Vault kiosk;
    for (int i = 0; i < 5; ++i) {
        kiosk.append("order");
        kiosk.backUp();
    }
    RollingBackup backup(kiosk.database(), kiosk.clock, kiosk.scheduler, kiosk.disk);
    DiskWatch watch(kiosk.folder(), m_disk, m_scheduler, [&backup] { return backup.thinOut(); });
    fill(50 * MB);
    watch.start();
    QCOMPARE(watch.state(), DiskState::Full);
    QCOMPARE(listBackups(kiosk.folder()).size(), 2);
    QCOMPARE(listBackups(kiosk.folder()).first().events, 5);
    QCOMPARE(kiosk.payloads().size(), 5); // and nothing else
    watch.writeFailed({ErrorCode::DiskFull, {}});
    QCOMPARE(listBackups(kiosk.folder()).size(), 2);
}

void TestDiskSpace::aDiskThatDoesNotAnswerChangesNothing()
{
    fill(300 * MB);
    DiskWatch watch(u"/data"_s, m_disk, m_scheduler);
    watch.start();
    m_disk.answer = Error{ErrorCode::Io, u"no answer"_s};
    m_scheduler.advance(5min);
    QCOMPARE(watch.state(), DiskState::Low);
    fill(30 * GB);
    m_scheduler.advance(1min);
    QCOMPARE(watch.state(), DiskState::Ample);
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestDiskSpace)
#include "tst_diskspace.moc"
