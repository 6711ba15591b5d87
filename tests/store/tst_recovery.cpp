// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault.h"

#include <simulation/faultydisk.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

//! Where the rows of the log are, in a file of which the head is well.
void scribbleOverEvents(const Vault &vault)
{
    const auto size = QFileInfo(vault.databaseFile()).size();
    scribble(vault.databaseFile(), size / 2 / 4096 * 4096, 4096);
}

void note(const QString &file)
{
    QFile note(file);
    QVERIFY(note.open(QIODevice::WriteOnly));
}

} // namespace

//! What a damaged disk costs a device: nothing that can still be read anywhere.
class TestRecovery : public QObject
{
    Q_OBJECT

private slots:
    void aHealthyStoreIsOpenedAsItIs();
    void theNewestBackupTakesThePlaceOfADamagedFile();
    void nothingIsDeleted();
    void theReportSaysInWordsWhatHappened();
    void whatCanStillBeReadIsTakenOver();
    void whatIsOnlyInTheWriteAheadLogIsTakenOver();
    void aRestoredDeviceGoesOnUnderANewEpoch();
    void whatIsMissingComesBackFromPeers();
    void ordersBehindAHoleAreNotLost();
    void eventsOfOthersBehindAHoleAreLeftToThem();
    void numbersThatWereGivenOutAreNotGivenAgain();
    void anOlderBackupIsUsedWhenTheNewestIsDamagedToo();
    void withoutABackupItBeginsAnewAsTheSameDevice();
    void nothingTakenOverIsBornInTheFuture();
    void agesGoOnInAStoreThatBeginsAnew();
    void afterAPowerCutAndAClockSetBackNothingIsBornInTheFuture();
    void whatAKilledProcessLeavesIsNotTakenBackByAPowerCut();
    void withoutAHeadAndABackupItStillKnowsWhoItIs();
    void whenNobodyKnowsWhoItWasItIsAnotherDevice();
    void whatWasNeverOursIsLeftAlone();
    void aFileThatIsGoneIsRestored_data();
    void aFileThatIsGoneIsRestored();
    void aWritersCatalogStartsAnotherHistory();
    void aCopyOfACatalogKeepsItsEpoch();
    void aFileThatIsNotOursAnyMoreIsDamaged();
    void aNewerStoreIsNotDamaged();
    void damageMetAtWorkIsLookedIntoAtTheNextStart();
    void aWrongSuspicionCostsNothing();
    void aHoleInTheLogIsDamage();
    void aSecondDamageGetsAFolderOfItsOwn();
    void aFullDiskChangesNothing();
    void anyDamagedPageCanBeLivedWith_data();
    void anyDamagedPageCanBeLivedWith();
    void whoeverPullsThePlugARecoveryIsFinished_data();
    void whoeverPullsThePlugARecoveryIsFinished();
};

void TestRecovery::aHealthyStoreIsOpenedAsItIs()
{
    Vault kiosk;
    kiosk.append("a");
    kiosk.backUp();
    const auto origin = kiosk.log().identity().origin;
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.log().identity().origin, origin);
    QCOMPARE(kiosk.entries(), QStringList({u"backups"_s, u"saji.db"_s, u"saji.db-shm"_s, u"saji.db-wal"_s, u"saji.device"_s, u"saji.lock"_s}));
}

void TestRecovery::theNewestBackupTakesThePlaceOfADamagedFile()
{
    Vault kiosk;
    kiosk.appendMany(500, 1000);
    kiosk.backUp();
    kiosk.close();
    scribble(kiosk.databaseFile(), 0, 4096);
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QCOMPARE(report->backup, listBackups(kiosk.folder()).first().path);
    QCOMPARE(report->backupTakenAt, ManualClock::defaultWall);
    QCOMPARE(report->eventsRestored, 500);
    QCOMPARE(kiosk.payloads().size(), 500);
    QVERIFY(!kiosk.reopen()); // and all is well again
    QCOMPARE(kiosk.payloads().size(), 500);
}

void TestRecovery::nothingIsDeleted()
{
    Vault kiosk;
    kiosk.appendMany(100, 1000);
    kiosk.backUp();
    kiosk.close();
    scribble(kiosk.databaseFile(), 0, 4096);
    const auto damaged = contentsOf(kiosk.databaseFile());
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QCOMPARE(report->setAside, kiosk.folder() + u"/damaged-20250615T100000Z"_s);
    QCOMPARE(contentsOf(report->setAside + u"/saji.db"_s), damaged);
}

void TestRecovery::theReportSaysInWordsWhatHappened()
{
    Vault kiosk;
    kiosk.appendMany(100, 1000);
    const auto backup = kiosk.backUp();
    kiosk.close();
    scribble(kiosk.databaseFile(), 0, 16);
    const auto report = kiosk.reopen();
    QVERIFY(report);
    const auto words = report->inWords();
    for (const auto &part : {report->setAside, backup.path, u"2025-06-15T10:00:00Z"_s, u"100 events"_s, u"other devices"_s})
        QVERIFY2(words.contains(part), qPrintable(words));
    QCOMPARE(QString::fromUtf8(contentsOf(report->setAside + u"/why.txt"_s)).trimmed(), words);
}

void TestRecovery::whatCanStillBeReadIsTakenOver()
{
    Vault kiosk;
    kiosk.appendMany(1000, 1000);
    kiosk.backUp();
    for (const auto *order : {"nasi", "sate", "soto"})
        kiosk.append(order); // confirmed to guests, in no backup, on no other device
    kiosk.close();
    scribbleOverEvents(kiosk);
    note(kiosk.folder() + u"/saji.suspect"_s);
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QCOMPARE(report->eventsRestored, 1000);
    QCOMPARE(report->eventsSalvaged, 3);
    QCOMPARE(kiosk.payloads().mid(1000), QByteArrayList({"nasi", "sate", "soto"}));
}

void TestRecovery::whatIsOnlyInTheWriteAheadLogIsTakenOver()
{
    Vault kiosk;
    kiosk.appendMany(1000, 1000);
    kiosk.backUp();
    kiosk.append("nasi");
    // As a power cut leaves it: the last orders are in the log beside the file.
    const auto file = contentsOf(kiosk.databaseFile());
    const auto log = contentsOf(kiosk.databaseFile() + u"-wal"_s);
    kiosk.close();
    for (const auto &[name, bytes] : {std::pair(kiosk.databaseFile(), file), std::pair(kiosk.databaseFile() + u"-wal"_s, log)}) {
        QFile again(name);
        QVERIFY(again.open(QIODevice::WriteOnly));
        again.write(bytes);
    }
    scribbleOverEvents(kiosk);
    note(kiosk.folder() + u"/saji.suspect"_s);
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QCOMPARE(report->eventsSalvaged, 1);
    QCOMPARE(kiosk.payloads().last(), "nasi");
    QCOMPARE(contentsOf(report->setAside + u"/saji.db-wal"_s), log);
}

void TestRecovery::aRestoredDeviceGoesOnUnderANewEpoch()
{
    Vault kiosk;
    kiosk.append("a");
    kiosk.backUp();
    const auto old = kiosk.log().identity().origin;
    kiosk.close();
    scribble(kiosk.databaseFile(), 0, 4096);
    QVERIFY(kiosk.reopen());
    const auto fresh = kiosk.log().identity().origin;
    QCOMPARE(fresh.device, old.device);
    QVERIFY(fresh.epoch != old.epoch);
    QCOMPARE(kiosk.log().have().upTo(old), 1);
    QCOMPARE(kiosk.log().ownSeq(), 0);
    QCOMPARE(kiosk.append("b").event.stamp.seq, 1);
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.log().identity().origin, fresh);
}

void TestRecovery::whatIsMissingComesBackFromPeers()
{
    Vault kiosk;
    Vault server(u"Server"_s, NodeKind::Server);
    kiosk.append("1");
    kiosk.backUp();
    kiosk.append("2");
    kiosk.append("3");
    kiosk.exchangeWith(server);
    kiosk.close();
    scribble(kiosk.databaseFile(), 0, 4096); // nothing of it can be read
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QCOMPARE(report->eventsSalvaged, 0);
    kiosk.append("4");
    kiosk.exchangeWith(server);
    QCOMPARE(kiosk.sortedPayloads(), QByteArrayList({"1", "2", "3", "4"}));
    QCOMPARE(server.sortedPayloads(), kiosk.sortedPayloads());
    QCOMPARE(server.log().have(), kiosk.log().have());
}

void TestRecovery::ordersBehindAHoleAreNotLost()
{
    Vault kiosk;
    kiosk.append("in the backup");
    kiosk.backUp();
    for (int i = 0; i < 200; ++i)
        kiosk.append(QByteArray::number(i).rightJustified(1000, ' '));
    const auto old = kiosk.log().identity().origin;
    const auto stamp = *kiosk.log().stampOf(old, 201);
    kiosk.close();
    scribbleOverEvents(kiosk);
    note(kiosk.folder() + u"/saji.suspect"_s);
    const auto report = kiosk.reopen();
    QVERIFY(report);
    const auto all = kiosk.payloads();
    QVERIFY2(all.size() > 180 && all.size() < 201, qPrintable(QString::number(all.size())));
    QCOMPARE(all.last().trimmed(), "199");
    QCOMPARE(report->eventsSalvaged, all.size() - 1);
    // Up to the hole in their old place, from there on under the new epoch, with the stamps they had: who has both takes one for the other.
    const auto own = kiosk.log().ownSeq();
    QVERIFY(own > 0);
    QCOMPARE(kiosk.log().have().upTo(old) + own, quint64(all.size()));
    QCOMPARE(*kiosk.log().stampOf(kiosk.log().identity().origin, own), stamp);
}

void TestRecovery::eventsOfOthersBehindAHoleAreLeftToThem()
{
    Vault kiosk;
    Vault kitchen(u"Dapur"_s, NodeKind::Kitchen);
    kitchen.append("in the backup");
    kiosk.exchangeWith(kitchen);
    kiosk.backUp();
    for (int i = 0; i < 200; ++i)
        kitchen.append(QByteArray::number(i).rightJustified(1000, ' '));
    kiosk.exchangeWith(kitchen);
    kiosk.close();
    scribbleOverEvents(kiosk);
    note(kiosk.folder() + u"/saji.suspect"_s);
    QVERIFY(kiosk.reopen());
    const auto kept = kiosk.payloads().size();
    QVERIFY(kept > 50 && kept < 150);
    QCOMPARE(kiosk.log().ownSeq(), 0);
    kiosk.exchangeWith(kitchen);
    QCOMPARE(kiosk.payloads(), kitchen.payloads());
}

void TestRecovery::numbersThatWereGivenOutAreNotGivenAgain()
{
    Vault kiosk;
    kiosk.appendMany(500, 1000);
    QCOMPARE(kiosk.draw(u"A"_s), 1);
    kiosk.backUp();
    QCOMPARE(kiosk.draw(u"A"_s), 2);
    QCOMPARE(kiosk.draw(u"B"_s), 1);
    kiosk.close();
    scribbleOverEvents(kiosk);
    note(kiosk.folder() + u"/saji.suspect"_s);
    QVERIFY(kiosk.reopen());
    QCOMPARE(kiosk.draw(u"A"_s), 3);
    QCOMPARE(kiosk.draw(u"B"_s), 2);
}

void TestRecovery::anOlderBackupIsUsedWhenTheNewestIsDamagedToo()
{
    Vault kiosk;
    kiosk.appendMany(300, 1000);
    const auto good = kiosk.backUp();
    kiosk.append("x");
    const auto bad = kiosk.backUp();
    kiosk.append("y");
    const auto worse = kiosk.backUp();
    kiosk.close();
    scribble(kiosk.databaseFile(), 0, 4096);
    scribble(bad.path, QFileInfo(bad.path).size() / 2 / 4096 * 4096, 4096);
    scribble(worse.path, 0, 4096);
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QCOMPARE(report->backup, good.path);
    QCOMPARE(report->badBackups, QStringList({worse.path, bad.path}));
    QVERIFY(QFile::exists(report->setAside + u'/' + QFileInfo(bad.path).fileName()));
    QCOMPARE(listBackups(kiosk.folder()).size(), 1);
    QCOMPARE(kiosk.payloads().size(), 300);
}

void TestRecovery::withoutABackupItBeginsAnewAsTheSameDevice()
{
    Vault kiosk;
    kiosk.appendMany(300, 1000);
    const auto old = kiosk.log().identity().origin;
    kiosk.close();
    scribbleOverEvents(kiosk);
    note(kiosk.folder() + u"/saji.suspect"_s);
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QVERIFY(report->backup.isEmpty());
    QVERIFY(report->isSameDevice);
    QVERIFY(report->eventsSalvaged > 250);
    QCOMPARE(kiosk.payloads().size(), report->eventsSalvaged);
    QCOMPARE(kiosk.log().identity().origin.device, old.device);
    QVERIFY(kiosk.log().identity().origin.epoch != old.epoch);
    QCOMPARE(kiosk.log().identity().name, u"Kios A"_s);
}

void TestRecovery::nothingTakenOverIsBornInTheFuture()
{
    Vault kiosk;
    kiosk.clock.advance(10min); // its timeline is older than the one that a fresh file would begin
    kiosk.appendMany(300, 1000);
    kiosk.close();
    scribbleOverEvents(kiosk);
    note(kiosk.folder() + u"/saji.suspect"_s);
    const auto report = kiosk.reopen();
    QVERIFY(report && report->backup.isEmpty());
    const auto events = kiosk.log().since(0, 1000);
    QVERIFY(events && events->size() > 250);
    for (const auto &logged : *events)
        QVERIFY(kiosk.log().now() >= logged.event.bornAt);
}

void TestRecovery::agesGoOnInAStoreThatBeginsAnew()
{
    Vault kitchen;
    kitchen.clock.advance(10min);
    kitchen.appendMany(300, 1000);
    kitchen.clock.advance(90s);
    kitchen.close();
    scribbleOverEvents(kitchen);
    note(kitchen.folder() + u"/saji.suspect"_s);
    kitchen.clock.advance(30s);
    const auto report = kitchen.reopen();
    QVERIFY(report && report->backup.isEmpty());
    const auto events = kitchen.log().since(0, 1000);
    QVERIFY(events && events->size() > 250);
    QCOMPARE(kitchen.log().now() - events->last().event.bornAt, Milliseconds(2min));
}

void TestRecovery::afterAPowerCutAndAClockSetBackNothingIsBornInTheFuture()
{
    SeededRandom chance(1);
    FaultyDisk disk(chance);
    Vault kitchen(u"Dapur"_s, NodeKind::Kitchen);
    kitchen.append("an old fact");
    Vault kiosk(u"Kios A"_s, NodeKind::Kiosk, QString::fromLatin1(disk.vfsName()));
    kiosk.clock.advance(20s); // no checkpoint is due
    const auto born = kiosk.append("a").event.bornAt;
    auto old = kitchen.log().since(0, 10);
    QVERIFY(old);
    old->first().event.bornAt = born - 15s;
    QVERIFY(kiosk.log().merge({old->first().event}));
    disk.cutPower();
    kiosk.close();
    disk.boot();
    kiosk.clock.jumpWall(-1h);
    kiosk.clock.reboot("boot-2");
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.log().since(0, 10)->size(), 2);
    QVERIFY(kiosk.log().now() >= born);
}

void TestRecovery::whatAKilledProcessLeavesIsNotTakenBackByAPowerCut()
{
    int found = 0;
    for (quint64 operation = 1; operation <= 12; ++operation) {
        SeededRandom chance(operation);
        FaultyDisk disk(chance);
        Vault kiosk(u"Kios A"_s, NodeKind::Kiosk, QString::fromLatin1(disk.vfsName()));
        kiosk.append("a");
        disk.dieAtOperation(operation, false);
        // Killed between the write and the sync, it has told nobody; but the next start finds it.
        const bool isWritten = bool(kiosk.log().write([](LogWriter &writer) -> Result<void> {
            const auto event = writer.append(u"order.placed"_s, "b");
            return event ? Result<void>() : event.error();
        }));
        disk.killProcess();
        kiosk.close();
        disk.boot();
        QVERIFY(!kiosk.reopen());
        const auto payloads = kiosk.payloads();
        found += !isWritten && payloads.size() == 2;
        disk.cutPower();
        kiosk.close();
        disk.boot();
        QVERIFY(!kiosk.reopen());
        QCOMPARE(kiosk.payloads(), payloads);
    }
    QVERIFY(found > 0);
}

void TestRecovery::withoutAHeadAndABackupItStillKnowsWhoItIs()
{
    Vault kiosk;
    kiosk.append("a");
    const auto old = kiosk.log().identity().origin;
    kiosk.close();
    scribble(kiosk.databaseFile(), 0, QFileInfo(kiosk.databaseFile()).size());
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QVERIFY(report->isSameDevice);
    QCOMPARE(kiosk.log().identity().origin.device, old.device);
    QVERIFY(kiosk.log().identity().origin.epoch != old.epoch);
    QCOMPARE(kiosk.log().identity().store, u"pasar-saji"_s);
    QVERIFY(kiosk.payloads().isEmpty());
}

void TestRecovery::whenNobodyKnowsWhoItWasItIsAnotherDevice()
{
    Vault kiosk;
    kiosk.append("a");
    const auto old = kiosk.log().identity().origin;
    kiosk.close();
    scribble(kiosk.databaseFile(), 4096, QFileInfo(kiosk.databaseFile()).size() - 4096);
    QVERIFY(QFile::remove(kiosk.folder() + u"/saji.device"_s));
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QVERIFY(!report->isSameDevice);
    QVERIFY(kiosk.log().identity().origin.device != old.device);
}

void TestRecovery::whatWasNeverOursIsLeftAlone()
{
    Vault kiosk;
    kiosk.close();
    QVERIFY(QFile::remove(kiosk.folder() + u"/saji.device"_s));
    scribble(kiosk.databaseFile(), 0, QFileInfo(kiosk.databaseFile()).size());
    const auto before = kiosk.entries();
    const auto opened = kiosk.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Malformed);
    QCOMPARE(kiosk.entries(), before);
}

void TestRecovery::aFileThatIsGoneIsRestored_data()
{
    QTest::addColumn<bool>("isEmpty");
    QTest::newRow("removed by hand") << false;
    QTest::newRow("emptied by a power cut") << true;
}

void TestRecovery::aFileThatIsGoneIsRestored()
{
    QFETCH(const bool, isEmpty);
    Vault kiosk;
    kiosk.appendMany(10, 100);
    kiosk.backUp();
    kiosk.close();
    // Pictures of the menu lie beside the store.
    QVERIFY(QDir(kiosk.folder()).mkpath(u"cache/pictures"_s));
    QVERIFY(QFile::remove(kiosk.databaseFile()));
    if (isEmpty)
        note(kiosk.databaseFile());
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QVERIFY2(report->damage.contains(u"gone"_s), qPrintable(report->damage));
    QCOMPARE(kiosk.payloads().size(), 10);
}

void TestRecovery::aWritersCatalogStartsAnotherHistory()
{
    Vault server(u"Server"_s, NodeKind::Server);
    QVERIFY(server.catalog().replaceAll({{u"product"_s, u"1"_s, 0, false, "{}"}}, server.random));
    server.backUp();
    const auto before = server.catalog().version();
    server.close();
    scribble(server.databaseFile(), 0, 4096);
    QVERIFY(server.reopen());
    QCOMPARE(server.catalog().version().version, before.version);
    QVERIFY(server.catalog().version().epoch != before.epoch);
    QVERIFY(server.catalog().isWriter());
}

void TestRecovery::aCopyOfACatalogKeepsItsEpoch()
{
    Vault kiosk;
    QVERIFY(kiosk.catalog().applyPage({{u"e1"_s, 1}, {{u"product"_s, u"1"_s, 1, false, "{}"}}, false, 0ms}));
    kiosk.backUp();
    const auto before = kiosk.catalog().version();
    kiosk.close();
    scribble(kiosk.databaseFile(), 0, 4096);
    QVERIFY(kiosk.reopen());
    QCOMPARE(kiosk.catalog().version(), before);
}

void TestRecovery::aFileThatIsNotOursAnyMoreIsDamaged()
{
    Vault kiosk;
    kiosk.append("a");
    kiosk.backUp();
    kiosk.close();
    scribble(kiosk.databaseFile(), 68, 4); // the application's id
    QCOMPARE(kiosk.reopen()->eventsRestored, 1);
    kiosk.close();
    scribble(kiosk.databaseFile(), 18, 2); // "may only be read"
    QCOMPARE(kiosk.reopen()->eventsRestored, 1);
    kiosk.close();
    executeIn(kiosk.databaseFile(), "PRAGMA user_version = 123456789");
    QCOMPARE(kiosk.reopen()->eventsRestored, 1);
    kiosk.close();
    executeIn(kiosk.databaseFile(), "PRAGMA user_version = -1");
    QCOMPARE(kiosk.reopen()->eventsRestored, 1);
    kiosk.close();
    executeIn(kiosk.databaseFile(), "DROP TABLE counters");
    QCOMPARE(kiosk.reopen()->eventsRestored, 1);
}

void TestRecovery::aNewerStoreIsNotDamaged()
{
    Vault kiosk;
    kiosk.append("a");
    kiosk.backUp();
    kiosk.close();
    executeIn(kiosk.databaseFile(), "PRAGMA user_version = 999");
    const auto before = contentsOf(kiosk.databaseFile());
    QCOMPARE(kiosk.open().error().code, ErrorCode::UnsupportedVersion);
    QCOMPARE(contentsOf(kiosk.databaseFile()), before);
    QCOMPARE(kiosk.entries().filter(u"damaged"_s).size(), 0);
}

void TestRecovery::damageMetAtWorkIsLookedIntoAtTheNextStart()
{
    Vault kiosk;
    kiosk.appendMany(2000, 1000);
    kiosk.backUp();
    kiosk.close();
    scribbleOverEvents(kiosk);
    QVERIFY(kiosk.open()); // the ends are well
    QCOMPARE(kiosk.log().since(0, 10'000).error().code, ErrorCode::Corrupt);
    QVERIFY(QFile::exists(kiosk.folder() + u"/saji.suspect"_s));
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QCOMPARE(kiosk.payloads().size(), 2000);
    QVERIFY(!QFile::exists(kiosk.folder() + u"/saji.suspect"_s));
    QVERIFY(!kiosk.reopen());
}

void TestRecovery::aWrongSuspicionCostsNothing()
{
    Vault kiosk;
    kiosk.append("a");
    const auto origin = kiosk.log().identity().origin;
    kiosk.close();
    note(kiosk.folder() + u"/saji.suspect"_s);
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.log().identity().origin, origin);
    QVERIFY(!QFile::exists(kiosk.folder() + u"/saji.suspect"_s));
}

void TestRecovery::aHoleInTheLogIsDamage()
{
    Vault kiosk;
    kiosk.appendMany(5, 10);
    kiosk.backUp();
    kiosk.close();
    executeIn(kiosk.databaseFile(), "DELETE FROM events WHERE seq = 3");
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.log().lackedBy({}, 10, 1000).error().code, ErrorCode::Corrupt);
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QCOMPARE(kiosk.payloads().size(), 5);
}

void TestRecovery::aSecondDamageGetsAFolderOfItsOwn()
{
    Vault kiosk;
    kiosk.append("a");
    kiosk.backUp();
    QStringList folders;
    for (int i = 0; i < 3; ++i) {
        kiosk.close();
        scribble(kiosk.databaseFile(), 0, 4096);
        folders.append(kiosk.reopen()->setAside);
    }
    QCOMPARE(folders.removeDuplicates(), 0);
    for (const auto &folder : std::as_const(folders))
        QVERIFY(QFile::exists(folder + u"/saji.db"_s));
}

void TestRecovery::aFullDiskChangesNothing()
{
    SeededRandom chance(1);
    FaultyDisk disk(chance);
    Vault kiosk(u"Kios A"_s, NodeKind::Kiosk, QString::fromLatin1(disk.vfsName()));
    kiosk.appendMany(100, 1000);
    kiosk.backUp();
    kiosk.close();
    auto image = disk.image();
    image[kiosk.databaseFile().toUtf8()].replace(0, 100, QByteArray(100, 'x'));
    disk.restore(image);
    disk.setFault(FaultyDisk::Fault::Full);
    const auto opened = kiosk.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DiskFull);
    QCOMPARE(disk.image().value(kiosk.databaseFile().toUtf8()), image.value(kiosk.databaseFile().toUtf8()));
    disk.setFault(FaultyDisk::Fault::None);
    QVERIFY(kiosk.reopen());
    QCOMPARE(kiosk.payloads().size(), 100);
}

void TestRecovery::anyDamagedPageCanBeLivedWith_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 30; ++seed)
        QTest::addRow("seed %d", int(seed)) << seed;
}

void TestRecovery::anyDamagedPageCanBeLivedWith()
{
    QFETCH(const quint64, seed);
    SeededRandom chance(seed);
    FaultyDisk disk(chance);
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kiosk(u"Kios A"_s, NodeKind::Kiosk, QString::fromLatin1(disk.vfsName()));
    kiosk.appendMany(60, 300);
    kiosk.exchangeWith(server);
    kiosk.backUp();
    kiosk.appendMany(40, 300);
    kiosk.exchangeWith(server);
    kiosk.close();
    QVERIFY(disk.corruptPage("saji.db"));
    note(kiosk.folder() + u"/saji.suspect"_s);
    kiosk.reopen();
    kiosk.append("the next guest");
    kiosk.exchangeWith(server);
    // SQLite cannot see bits that tip over within a payload. Everything else is here again, or still.
    QCOMPARE(kiosk.log().have(), server.log().have());
    QVERIFY(kiosk.payloads().contains("the next guest"));
    QVERIFY(server.payloads().contains("the next guest"));
    QVERIFY(kiosk.payloads().size() >= 101);
    QVERIFY(!kiosk.reopen());
}

void TestRecovery::whoeverPullsThePlugARecoveryIsFinished_data()
{
    QTest::addColumn<bool>("isPowerCut");
    QTest::newRow("kill") << false;
    QTest::newRow("power cut") << true;
}

void TestRecovery::whoeverPullsThePlugARecoveryIsFinished()
{
    QFETCH(const bool, isPowerCut);
    int cut = 0;
    int finished = 0;
    // Each second write or sync; the two kinds of death share them out.
    for (quint64 operation = isPowerCut ? 1 : 2; finished < 2; operation += operation < 40 ? 2 : 9) {
        SeededRandom chance(operation);
        FaultyDisk disk(chance);
        Vault kiosk(u"Kios A"_s, NodeKind::Kiosk, QString::fromLatin1(disk.vfsName()));
        kiosk.appendMany(60, 1000);
        kiosk.backUp();
        kiosk.append("in no backup");
        const auto device = kiosk.log().identity().origin.device;
        kiosk.close();
        // An interior page of the rows: the head and the newest rows are well.
        auto image = disk.image();
        image[kiosk.databaseFile().toUtf8()].replace(image.value(kiosk.databaseFile().toUtf8()).size() / 8192 * 4096, 4096, QByteArray(4096, 'x'));
        disk.restore(image);
        note(kiosk.folder() + u"/saji.suspect"_s);
        disk.dieAtOperation(operation, isPowerCut);
        const bool isCut = !kiosk.open();
        kiosk.close();
        cut += isCut;
        finished += !isCut && !disk.isDead();
        disk.boot();
        kiosk.reopen();
        QCOMPARE(kiosk.log().identity().origin.device, device);
        QVERIFY2(kiosk.payloads().contains("in no backup"), qPrintable(QString::number(operation)));
        QVERIFY(kiosk.payloads().size() >= 61);
        QCOMPARE(kiosk.append("the next guest").event.stamp.origin.device, device);
        QVERIFY(!kiosk.reopen());
    }
    QVERIFY2(cut > 20, qPrintable(QString::number(cut)));
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestRecovery)
#include "tst_recovery.moc"
