// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {

//! What opening a damaged store does: the newest backup takes its place, nothing is deleted, and the device goes on.
class TestRecovery : public QObject
{
    Q_OBJECT

private slots:
    void aHealthyStoreIsOpenedAsItIs();
    void theNewestBackupTakesThePlaceOfADamagedFile();
    void nothingIsDeleted();
    void theReportSaysInWordsWhatHappened();
    void aRestoredDeviceGoesOnUnderANewEpoch();
    void whatIsMissingComesBackFromPeers();
    void anOlderBackupIsUsedWhenTheNewestIsDamagedToo();
    void withoutABackupItBeginsAnewAsTheSameDevice();
    void withoutAHeadAndABackupItStillKnowsWhoItIs();
    void whenNobodyKnowsWhoItWasItIsAnotherDevice();
    void aFileThatIsGoneIsRestored_data();
    void aFileThatIsGoneIsRestored();
    void aWritersCatalogStartsAnotherHistory();
    void aCopyOfACatalogKeepsItsEpoch();
    void aSecondDamageGetsAFolderOfItsOwn();
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
    suspect(kiosk);
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
        QVERIFY(QFile(kiosk.databaseFile()).open(QIODevice::WriteOnly));
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

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestRecovery)
#include "tst_recovery.moc"
