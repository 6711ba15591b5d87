// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyvfs.h"
#include "vault.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {

class TestBackup : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { FaultyVfs::heal(); }

    void theFirstCopyComesSoonAfterAStartAndHoldsEverything();
    void itsNameSaysWhenAndHowMuch();
    void onlyItsOwnerMayReadIt();
    void ordersTakenWhileItIsMadeAreInIt();
    void everyPieceIsSmall();
    void everyFiveMinutesWhileSomethingChanges();
    void aNewMenuIsAChange();
    void aDayLeavesTheNewestTenAndOneAnHour();
    void aWrongClockCostsOnlyTwoAtATime();
    void aFailingDiskLeavesNoHalfCopy_data();
    void aFailingDiskLeavesNoHalfCopy();
    void noneIsMadeWhenThatWouldFillTheDisk();
    void aDamagedDatabaseIsFoundByCopyingIt();
    void aDamagedIndexIsFoundToo();
    void copiesThatWereCutShortAreClearedAway();
    void oneThatIsUnderWayEndsWithItsOwner();
    void makeNowDoesNotWait();
    void whatElseLiesThereIsLeftAlone();
    void thinningOutLeavesTwo();

private:
    static QStringList files(const Vault &vault)
    {
        return QDir(vault.folder() + u"/backups"_s).entryList(QDir::Files, QDir::Name);
    }
};

void TestBackup::theFirstCopyComesSoonAfterAStartAndHoldsEverything()
{
    Vault kiosk;
    kiosk.append("a");
    kiosk.append("b");
    RollingBackup backup(kiosk.database(), kiosk.clock, kiosk.scheduler, kiosk.disk);
    QSignalSpy made(&backup, &RollingBackup::made);
    backup.start();
    QVERIFY(kiosk.scheduler.advanceUntil([&] { return !made.isEmpty(); }, 30s));
    const auto file = made.first().first().value<BackupFile>();
    QCOMPARE(listBackups(kiosk.folder()).size(), 1);
    QCOMPARE(listBackups(kiosk.folder()).first().path, file.path);
    QCOMPARE(numberIn(file.path, "SELECT count(*) FROM events"), 2);
    QCOMPARE(numberIn(file.path, "SELECT count(*) FROM identity"), 1);
    QCOMPARE(numberIn(file.path, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1);
}

void TestBackup::itsNameSaysWhenAndHowMuch()
{
    Vault kiosk;
    kiosk.appendMany(12, 10);
    const auto first = kiosk.backUp();
    QVERIFY2(first.path.endsWith(u"/backups/saji-000001-20250615T100000Z-12.db"_s), qPrintable(first.path));
    kiosk.append("13");
    kiosk.clock.jumpWall(-6h);
    const auto second = kiosk.backUp();
    QCOMPARE(second.serial, 2);
    const auto listed = listBackups(kiosk.folder());
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed.first().path, second.path); // the newest, whatever the clock said
    QCOMPARE(listed.first().events, 13);
    QCOMPARE(listed.last().takenAt, ManualClock::defaultWall);
}

void TestBackup::onlyItsOwnerMayReadIt()
{
    Vault kiosk;
    const auto file = kiosk.backUp();
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file.path) & others));
    QVERIFY(!(QFile::permissions(kiosk.folder() + u"/backups"_s) & others));
}

void TestBackup::ordersTakenWhileItIsMadeAreInIt()
{
    Vault kiosk;
    kiosk.appendMany(2000, 1000);
    RollingBackup backup(kiosk.database(), kiosk.clock, kiosk.scheduler, kiosk.disk);
    QSignalSpy made(&backup, &RollingBackup::made);
    backup.makeNow();
    int taken = 0;
    while (made.isEmpty() && taken < 5) {
        kiosk.scheduler.advance(5ms);
        kiosk.append("while it is copied");
        ++taken;
    }
    QVERIFY(made.isEmpty());
    QVERIFY(kiosk.scheduler.advanceUntil([&] { return !made.isEmpty(); }, 10min));
    const auto file = made.first().first().value<BackupFile>();
    QCOMPARE(file.events, 2005);
    QCOMPARE(numberIn(file.path, "SELECT count(*) FROM events"), 2005);
    QCOMPARE(numberIn(file.path, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1);
    QCOMPARE(kiosk.reopen(), std::nullopt);
    QCOMPARE(kiosk.payloads().size(), 2005);
}

void TestBackup::everyPieceIsSmall()
{
    Vault kiosk;
    kiosk.appendMany(10'000, 1000);
    RollingBackup backup(kiosk.database(), kiosk.clock, kiosk.scheduler, kiosk.disk);
    QSignalSpy made(&backup, &RollingBackup::made);
    backup.makeNow();
    QList<qint64> pieces;
    QElapsedTimer timer;
    while (made.isEmpty() && pieces.size() < 10'000) {
        timer.start();
        kiosk.scheduler.advance(5ms);
        pieces.append(timer.nsecsElapsed());
    }
    QVERIFY(!made.isEmpty());
    QVERIFY2(pieces.size() > 60, qPrintable(QString::number(pieces.size())));
    std::sort(pieces.begin(), pieces.end());
    const auto total = std::accumulate(pieces.cbegin(), pieces.cend(), qint64(0));
    // Nine of ten take less than a twentieth of the whole.
    QVERIFY(pieces.at(pieces.size() * 9 / 10) < total / 20);
}

void TestBackup::everyFiveMinutesWhileSomethingChanges()
{
    Vault kiosk;
    RollingBackup backup(kiosk.database(), kiosk.clock, kiosk.scheduler, kiosk.disk);
    QSignalSpy made(&backup, &RollingBackup::made);
    backup.start();
    kiosk.scheduler.advance(1min);
    QCOMPARE(made.size(), 1); // nobody knows what happened before the start
    kiosk.scheduler.advance(8h);
    QCOMPARE(made.size(), 1); // a quiet night
    for (int i = 0; i < 60; ++i) {
        kiosk.append("order");
        kiosk.scheduler.advance(1min);
    }
    QCOMPARE(made.size(), 1 + 12);
    kiosk.scheduler.advance(1h);
    QCOMPARE(made.size(), 1 + 12);
}

void TestBackup::aNewMenuIsAChange()
{
    Vault server(u"Server"_s, NodeKind::Server);
    RollingBackup backup(server.database(), server.clock, server.scheduler, server.disk);
    QSignalSpy made(&backup, &RollingBackup::made);
    backup.start();
    server.scheduler.advance(1min);
    QVERIFY(server.catalog().replaceAll({{u"product"_s, u"1"_s, 0, false, "{}"}}, server.random));
    server.scheduler.advance(10min);
    QCOMPARE(made.size(), 2);
    QCOMPARE(numberIn(made.last().first().value<BackupFile>().path, "SELECT count(*) FROM catalog_rows"), 1);
}

void TestBackup::aDayLeavesTheNewestTenAndOneAnHour()
{
    Vault kiosk;
    RollingBackup backup(kiosk.database(), kiosk.clock, kiosk.scheduler, kiosk.disk);
    backup.start();
    for (int i = 0; i < 48; ++i) {
        kiosk.append("order");
        kiosk.scheduler.advance(5min);
    }
    const auto listed = listBackups(kiosk.folder());
    QVERIFY2(listed.size() >= 13 && listed.size() <= 15, qPrintable(QString::number(listed.size())));
    for (int i = 1; i < 10; ++i)
        QCOMPARE(listed.at(i - 1).takenAt / 1min - listed.at(i).takenAt / 1min, 5);
    QVERIFY(listed.first().takenAt - listed.last().takenAt > 2h);
}

void TestBackup::aWrongClockCostsOnlyTwoAtATime()
{
    Vault kiosk;
    RollingBackup backup(kiosk.database(), kiosk.clock, kiosk.scheduler, kiosk.disk);
    backup.start();
    for (int i = 0; i < 20; ++i) {
        kiosk.append("order");
        kiosk.scheduler.advance(2h);
    }
    const auto before = listBackups(kiosk.folder()).size();
    QVERIFY(before >= 12);
    kiosk.clock.jumpWall(365 * 24h);
    kiosk.append("order");
    kiosk.scheduler.advance(6min);
    QCOMPARE(listBackups(kiosk.folder()).size(), before - 1); // one new, two gone
}

void TestBackup::aFailingDiskLeavesNoHalfCopy_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("code");
    QTest::newRow("full") << int(FaultyVfs::Fault::DiskFull) << int(ErrorCode::DiskFull);
    QTest::newRow("broken") << int(FaultyVfs::Fault::Broken) << int(ErrorCode::Io);
}

void TestBackup::aFailingDiskLeavesNoHalfCopy()
{
    QFETCH(const int, fault);
    QFETCH(const int, code);
    const HealedAtEnd healed;
    Vault kiosk;
    kiosk.appendMany(1000, 1000);
    kiosk.backUp();
    kiosk.append("news");
    RollingBackup backup(kiosk.database(), kiosk.clock, kiosk.scheduler, kiosk.disk, {{}, {}, FaultyVfs::name()});
    QSignalSpy made(&backup, &RollingBackup::made);
    QSignalSpy failed(&backup, &RollingBackup::failed);
    QSignalSpy damaged(&backup, &RollingBackup::damaged);
    FaultyVfs::fail(FaultyVfs::Fault(fault), 100);
    backup.start();
    kiosk.scheduler.advance(1min);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(int(failed.first().first().value<Error>().code), code);
    QCOMPARE(made.size() + damaged.size(), 0);
    QCOMPARE(files(kiosk).size(), 1);
    kiosk.append("the kiosk goes on");
    FaultyVfs::heal();
    kiosk.scheduler.advance(6min);
    QCOMPARE(made.size(), 1);
    QCOMPARE(files(kiosk).size(), 2);
}

void TestBackup::noneIsMadeWhenThatWouldFillTheDisk()
{
    Vault kiosk;
    kiosk.appendMany(100, 1000);
    RollingBackup backup(kiosk.database(), kiosk.clock, kiosk.scheduler, kiosk.disk);
    QSignalSpy failed(&backup, &RollingBackup::failed);
    kiosk.disk.answer = DiskUsage{8'000'000'000, 500'050'000}; // of which the copy would take more than 50 KB
    backup.makeNow();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::DiskFull);
    QVERIFY(files(kiosk).isEmpty());
    kiosk.disk.answer = DiskUsage{8'000'000'000, 501'000'000};
    kiosk.backUp();
    QCOMPARE(files(kiosk).size(), 1);
}

void TestBackup::aDamagedDatabaseIsFoundByCopyingIt()
{
    Vault kiosk;
    kiosk.appendMany(2000, 1000);
    kiosk.backUp();
    kiosk.close();
    const auto size = QFileInfo(kiosk.databaseFile()).size();
    scribble(kiosk.databaseFile(), size / 2 / 4096 * 4096, 4096);
    QVERIFY(kiosk.open()); // the ends are well
    RollingBackup backup(kiosk.database(), kiosk.clock, kiosk.scheduler, kiosk.disk);
    QSignalSpy made(&backup, &RollingBackup::made);
    QSignalSpy damaged(&backup, &RollingBackup::damaged);
    backup.start();
    kiosk.scheduler.advance(1min);
    QCOMPARE(made.size(), 0);
    QCOMPARE(damaged.size(), 1);
    QCOMPARE(damaged.first().first().value<Error>().code, ErrorCode::Corrupt);
    QCOMPARE(files(kiosk).size(), 1);
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QCOMPARE(report->eventsRestored, 2000);
    QCOMPARE(kiosk.payloads().size(), 2000);
}

void TestBackup::aDamagedIndexIsFoundToo()
{
    Vault server(u"Server"_s, NodeKind::Server);
    QVERIFY(server.catalog().replaceAll({{u"product"_s, u"1"_s, 0, false, "{}"}, {u"product"_s, u"2"_s, 0, false, "{}"}}, server.random));
    server.close();
    // A row leaves the table while its index is out of sight.
    const auto root = numberIn(server.databaseFile(), "SELECT rootpage FROM sqlite_schema WHERE name = 'catalog_rows_by_version'");
    executeIn(server.databaseFile(), "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'catalog_rows_by_version'");
    executeIn(server.databaseFile(), "DELETE FROM catalog_rows WHERE id = '1'");
    executeIn(server.databaseFile(), "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('index', 'catalog_rows_by_version', "
                                     "'catalog_rows', "
                                         + QByteArray::number(root) + ", 'CREATE INDEX catalog_rows_by_version ON catalog_rows (version)')");
    QVERIFY(server.open());
    RollingBackup backup(server.database(), server.clock, server.scheduler, server.disk);
    QSignalSpy damaged(&backup, &RollingBackup::damaged);
    backup.start();
    server.scheduler.advance(1min);
    QCOMPARE(damaged.size(), 1);
    QVERIFY2(damaged.first().first().value<Error>().detail.contains(u"catalog_rows_by_version"_s), "names the place");
}

void TestBackup::copiesThatWereCutShortAreClearedAway()
{
    Vault kiosk;
    kiosk.backUp();
    QFile part(kiosk.folder() + u"/backups/saji-new.db.part"_s);
    QVERIFY(part.open(QIODevice::WriteOnly));
    part.write("half");
    part.close();
    RollingBackup backup(kiosk.database(), kiosk.clock, kiosk.scheduler, kiosk.disk);
    backup.start();
    QCOMPARE(files(kiosk).size(), 1);
}

void TestBackup::oneThatIsUnderWayEndsWithItsOwner()
{
    Vault kiosk;
    kiosk.appendMany(1000, 1000);
    {
        RollingBackup backup(kiosk.database(), kiosk.clock, kiosk.scheduler, kiosk.disk);
        backup.makeNow();
        kiosk.scheduler.advance(20ms);
        QVERIFY(backup.isMaking());
        QCOMPARE(files(kiosk).size(), 1);
    }
    QVERIFY(files(kiosk).isEmpty());
    QCOMPARE(kiosk.scheduler.pending(), 0);
    kiosk.close(); // and nothing holds the database
    QVERIFY(!QFile::exists(kiosk.databaseFile() + u"-wal"_s));
}

void TestBackup::makeNowDoesNotWait()
{
    Vault kiosk;
    RollingBackup backup(kiosk.database(), kiosk.clock, kiosk.scheduler, kiosk.disk);
    QSignalSpy made(&backup, &RollingBackup::made);
    backup.makeNow();
    backup.makeNow();
    QVERIFY(backup.isMaking());
    kiosk.scheduler.advance(5s);
    QCOMPARE(made.size(), 1);
    QVERIFY(!backup.isMaking());
}

void TestBackup::whatElseLiesThereIsLeftAlone()
{
    Vault kiosk;
    kiosk.backUp();
    const auto folder = kiosk.folder() + u"/backups/"_s;
    for (const auto &name : {u"notes.txt"_s, u"saji-old.db"_s, u"saji-000009-2025-5.db"_s}) {
        QFile file(folder + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    RollingBackup backup(kiosk.database(), kiosk.clock, kiosk.scheduler, kiosk.disk);
    QVERIFY(!backup.thinOut());
    QCOMPARE(listBackups(kiosk.folder()).size(), 1);
    QCOMPARE(files(kiosk).size(), 4);
}

void TestBackup::thinningOutLeavesTwo()
{
    Vault kiosk;
    for (int i = 0; i < 4; ++i) {
        kiosk.append("order");
        kiosk.backUp();
    }
    QVERIFY(QFile::rename(listBackups(kiosk.folder()).last().path, kiosk.folder() + u"/backups/saji-000001-schema1-1.db"_s));
    RollingBackup backup(kiosk.database(), kiosk.clock, kiosk.scheduler, kiosk.disk);
    QVERIFY(backup.thinOut());
    const auto left = listBackups(kiosk.folder());
    QCOMPARE(left.size(), 3);
    QCOMPARE(left.at(0).events, 4);
    QCOMPARE(left.at(1).events, 3);
    QCOMPARE(left.at(2).schema, 1); // kept before a migration: a downgrade needs it
    QVERIFY(!backup.thinOut());
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestBackup)
#include "tst_backup.moc"
