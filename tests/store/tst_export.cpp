// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault.h"

#include <store/exportfile.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {

class TestExport : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_outside = std::make_unique<QTemporaryDir>(); }

    void aDeviceMovesToAnotherMachine();
    void itIsOneFileThatSaysWhatItIs();
    void itIsADatabaseThatAnybodyCanOpen();
    void whileTheDeviceGoesOnWorking();
    void atAStretchItIsTheSame();
    void anExistingFileIsNotTouched();
    void oneThatIsNotFinishedLeavesNothing();
    void whatWasHereIsSetAside();
    void theImportedDeviceGoesOnUnderANewEpoch();
    void theServerStartsAnotherCatalogHistory();
    void aFolderInUseIsRefused();
    void aFolderOfSomethingElseIsRefused();
    void anotherKindOfDeviceIsRefused();
    void anotherStoreIsRefused();
    void whatIsNoExportIsRefused_data();
    void whatIsNoExportIsRefused();
    void oneFlippedBitAnywhereIsRefused();
    void aNewerOneIsRefused();
    void anImportThatIsCutShortIsFinishedOrForgotten();

private:
    QString file(const QString &name = u"kios-a.saji-backup"_s) const { return m_outside->filePath(name); }
    //! A kiosk with three events, written to file().
    ExportManifest exportKiosk()
    {
        Vault kiosk;
        for (const auto *order : {"nasi", "sate", "soto"})
            kiosk.append(order);
        const auto manifest = exportData(kiosk.database(), kiosk.clock, file());
        if (!manifest)
            qFatal("%s", qPrintable(manifest.error().detail));
        return *manifest;
    }
    Result<ImportedData> importInto(const Vault &vault, const QString &from, const QString &store = u"pasar-saji"_s)
    {
        return importData(vault.folder(), from, NodeKind::Kiosk, store, vault.clock, m_random);
    }
    //! Nothing of a device has changed.
    static bool isUntouched(Vault &vault)
    {
        return !vault.reopen() && vault.payloads() == QByteArrayList({"mine"}) && vault.entries().filter(u"replaced"_s).isEmpty();
    }

    std::unique_ptr<QTemporaryDir> m_outside;
    SeededRandom m_random{7};
};

void TestExport::aDeviceMovesToAnotherMachine()
{
    const auto manifest = exportKiosk();
    const auto folder = m_outside->filePath(u"new machine/data"_s);
    ManualClock clock;
    const auto imported = importData(folder, file(), NodeKind::Kiosk, u"pasar-saji"_s, clock, m_random);
    QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().detail));
    QCOMPARE(imported->manifest.device, manifest.device);
    QVERIFY(imported->setAside.isEmpty());
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList({u"saji.db"_s, u"saji.lock"_s}));
    const auto opened = openOrRecover(folder, clock, m_random);
    QVERIFY(opened);
    QVERIFY(!opened->recovery);
    const auto identity = loadIdentity(*opened->database, NodeKind::Kiosk, {}, {}, clock, m_random);
    QVERIFY(identity);
    QCOMPARE(identity->origin.device, manifest.device);
    const auto log = EventLog::open(*opened->database, *identity, clock);
    QVERIFY(log);
    QCOMPARE((*log)->since(0, 10)->size(), 3);
}

void TestExport::itIsOneFileThatSaysWhatItIs()
{
    const auto manifest = exportKiosk();
    QCOMPARE(QDir(m_outside->path()).entryList(QDir::Files), QStringList{u"kios-a.saji-backup"_s});
    const auto read = readExport(file());
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(read->device, manifest.device);
    QCOMPARE(read->kind, NodeKind::Kiosk);
    QCOMPARE(read->name, u"Kios A"_s);
    QCOMPARE(read->store, u"pasar-saji"_s);
    QCOMPARE(read->events, 3);
    QCOMPARE(read->takenAt, ManualClock::defaultWall);
    QCOMPARE(read->appVersion, QStringLiteral(SAJI_VERSION));
    QVERIFY(!(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestExport::itIsADatabaseThatAnybodyCanOpen()
{
    exportKiosk();
    QCOMPARE(numberIn(file(), "SELECT count(*) FROM events"), 3);
    QCOMPARE(numberIn(file(), "SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1);
}

void TestExport::whileTheDeviceGoesOnWorking()
{
    Vault kiosk;
    kiosk.appendMany(3000, 1000);
    DataExport writer(kiosk.database(), kiosk.clock, kiosk.scheduler, file());
    QSignalSpy done(&writer, &DataExport::done);
    QSignalSpy failed(&writer, &DataExport::failed);
    writer.start();
    int pieces = 0;
    while (done.isEmpty() && failed.isEmpty()) {
        kiosk.scheduler.advance(5ms);
        if (++pieces < 5)
            kiosk.append("meanwhile");
        QVERIFY(done.size() == 1 || !QFile::exists(file()));
    }
    QVERIFY2(pieces > 20, qPrintable(QString::number(pieces)));
    QCOMPARE(done.size(), 1);
    QCOMPARE(done.first().first().value<ExportManifest>().events, 3004);
    QCOMPARE(readExport(file())->events, 3004);
    kiosk.scheduler.advance(1min);
    QCOMPARE(done.size() + failed.size(), 1);
}

void TestExport::atAStretchItIsTheSame()
{
    Vault kiosk;
    kiosk.appendMany(100, 1000);
    DataExport writer(kiosk.database(), kiosk.clock, kiosk.scheduler, file());
    writer.start();
    kiosk.scheduler.advance(1s);
    kiosk.clock.setWall(ManualClock::defaultWall);
    QVERIFY(exportData(kiosk.database(), kiosk.clock, file(u"again"_s)));
    const auto size = QFileInfo(file()).size();
    QVERIFY(size > 100'000);
    QCOMPARE(QFileInfo(file(u"again"_s)).size(), size);
}

void TestExport::anExistingFileIsNotTouched()
{
    exportKiosk();
    const auto before = contentsOf(file());
    Vault other;
    QCOMPARE(exportData(other.database(), other.clock, file()).error().code, ErrorCode::Duplicate);
    QCOMPARE(contentsOf(file()), before);
    QCOMPARE(QDir(m_outside->path()).entryList(QDir::Files).size(), 1);
}

void TestExport::oneThatIsNotFinishedLeavesNothing()
{
    Vault kiosk;
    kiosk.appendMany(1000, 1000);
    {
        DataExport writer(kiosk.database(), kiosk.clock, kiosk.scheduler, file());
        writer.start();
        kiosk.scheduler.advance(30ms);
        QCOMPARE(QDir(m_outside->path()).entryList(QDir::Files).size(), 1);
    }
    QVERIFY(QDir(m_outside->path()).isEmpty());
    QVERIFY(!exportData(kiosk.database(), kiosk.clock, file(u"no/such/folder"_s)));
    QVERIFY(QDir(m_outside->path()).isEmpty());
}

void TestExport::whatWasHereIsSetAside()
{
    exportKiosk();
    Vault kiosk(u"Kios B"_s);
    kiosk.append("mine");
    kiosk.backUp();
    kiosk.close();
    const auto before = contentsOf(kiosk.databaseFile());
    const auto imported = importInto(kiosk, file());
    QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().detail));
    QCOMPARE(imported->setAside, kiosk.folder() + u"/replaced-20250615T100000Z"_s);
    QCOMPARE(contentsOf(imported->setAside + u"/saji.db"_s), before);
    QCOMPARE(QDir(imported->setAside + u"/backups"_s).entryList(QDir::Files).size(), 1);
    QVERIFY(listBackups(kiosk.folder()).isEmpty()); // of another device: not what a damage should bring back
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.payloads(), QByteArrayList({"nasi", "sate", "soto"}));
}

void TestExport::theImportedDeviceGoesOnUnderANewEpoch()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kiosk;
    kiosk.append("1");
    QVERIFY(exportData(kiosk.database(), kiosk.clock, file()));
    kiosk.append("2");
    kiosk.exchangeWith(server);
    const auto old = kiosk.log().identity().origin;
    kiosk.close();
    QVERIFY(importInto(kiosk, file()));
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.log().identity().origin.device, old.device);
    QVERIFY(kiosk.log().identity().origin.epoch != old.epoch);
    kiosk.append("3");
    kiosk.exchangeWith(server);
    QCOMPARE(kiosk.sortedPayloads(), QByteArrayList({"1", "2", "3"}));
    QCOMPARE(server.sortedPayloads(), kiosk.sortedPayloads());
}

void TestExport::theServerStartsAnotherCatalogHistory()
{
    Vault server(u"Server"_s, NodeKind::Server);
    QVERIFY(server.catalog().replaceAll({{u"product"_s, u"1"_s, 0, false, "{}"}}, server.random));
    const auto before = server.catalog().version();
    QVERIFY(exportData(server.database(), server.clock, file()));
    server.close();
    QVERIFY(importData(server.folder(), file(), NodeKind::Server, {}, server.clock, m_random));
    QVERIFY(!server.reopen());
    QVERIFY(server.catalog().version().epoch != before.epoch);
    QCOMPARE(server.catalog().version().version, before.version);
}

void TestExport::aFolderInUseIsRefused()
{
    exportKiosk();
    Vault kiosk(u"Kios B"_s);
    kiosk.append("mine");
    QCOMPARE(importInto(kiosk, file()).error().code, ErrorCode::Busy);
    QVERIFY(isUntouched(kiosk));
}

void TestExport::aFolderOfSomethingElseIsRefused()
{
    exportKiosk();
    ManualClock clock;
    const auto imported = importData(m_outside->path(), file(), NodeKind::Kiosk, {}, clock, m_random);
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, ErrorCode::Malformed);
    QCOMPARE(QDir(m_outside->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
}

void TestExport::anotherKindOfDeviceIsRefused()
{
    exportKiosk();
    Vault hub(u"Hub"_s, NodeKind::Hub);
    hub.append("mine");
    hub.close();
    const auto imported = importData(hub.folder(), file(), NodeKind::Hub, {}, hub.clock, m_random);
    QCOMPARE(imported.error().code, ErrorCode::Conflict);
    QVERIFY(imported.error().detail.contains(u"Kios A"_s));
    QVERIFY(isUntouched(hub));
}

void TestExport::anotherStoreIsRefused()
{
    exportKiosk();
    Vault kiosk(u"Kios B"_s);
    kiosk.append("mine");
    kiosk.close();
    QCOMPARE(importInto(kiosk, file(), u"pasar-malam"_s).error().code, ErrorCode::WrongStore);
    QVERIFY(isUntouched(kiosk));
}

void TestExport::whatIsNoExportIsRefused_data()
{
    QTest::addColumn<int>("cut");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a picture") << 0 << QByteArray(10'000, 'p');
    QTest::newRow("nothing") << 0 << QByteArray();
    QTest::newRow("half of one") << 5000 << QByteArray();
    QTest::newRow("all but the last byte") << 1 << QByteArray();
}

void TestExport::whatIsNoExportIsRefused()
{
    QFETCH(const int, cut);
    QFETCH(const QByteArray, bytes);
    exportKiosk();
    Vault kiosk(u"Kios B"_s);
    kiosk.append("mine");
    kiosk.close();
    auto contents = cut > 0 ? contentsOf(file()) : bytes;
    contents.chop(cut);
    QFile other(file(u"other"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(contents);
    other.close();
    const auto imported = importInto(kiosk, other.fileName());
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, ErrorCode::Malformed);
    QVERIFY(imported.error().detail.contains(u"nothing was changed"_s));
    QVERIFY(isUntouched(kiosk));
    kiosk.close();
    QCOMPARE(importInto(kiosk, file(u"not there"_s)).error().code, ErrorCode::NotFound);
    // A store's own file is no export: it may be half of the truth (the other half is in the log beside it).
    QCOMPARE(importInto(kiosk, kiosk.databaseFile()).error().code, ErrorCode::Malformed);
}

void TestExport::oneFlippedBitAnywhereIsRefused()
{
    exportKiosk();
    const auto good = contentsOf(file());
    SeededRandom chance(3);
    for (int i = 0; i < 200; ++i) {
        // Some of them in the manifest and the seal, which are short.
        const auto at = i % 4 == 0 ? good.size() - 1 - qsizetype(chance.below(300)) : qsizetype(chance.below(quint64(good.size())));
        auto bad = good;
        bad[at] = char(bad[at] ^ (1 << chance.below(8)));
        QFile other(file(u"bad"_s));
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write(bad);
        other.close();
        const auto read = readExport(other.fileName());
        QVERIFY2(!read, qPrintable(QString::number(at)));
        QVERIFY(read.error().code == ErrorCode::Corrupt || read.error().code == ErrorCode::Malformed);
    }
    QVERIFY(readExport(file()));
}

void TestExport::aNewerOneIsRefused()
{
    Vault kiosk;
    kiosk.append("mine");
    executeIn(kiosk.databaseFile(), "PRAGMA user_version = 999");
    QVERIFY(exportData(kiosk.database(), kiosk.clock, file()));
    executeIn(kiosk.databaseFile(), "PRAGMA user_version = 1");
    kiosk.close();
    const auto imported = importInto(kiosk, file());
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, ErrorCode::UnsupportedVersion);
    QVERIFY(isUntouched(kiosk));
}

void TestExport::anImportThatIsCutShortIsFinishedOrForgotten()
{
    exportKiosk();
    Vault kiosk(u"Kios B"_s);
    kiosk.append("mine");
    kiosk.close();
    const auto in = [&kiosk](const QString &name) { return kiosk.folder() + u'/' + name; };
    // The power went while the new database was being built.
    QVERIFY(QFile::copy(file(), in(u"saji-next.tmp"_s)));
    scribble(in(u"saji-next.tmp"_s), 0, 4096);
    QVERIFY(isUntouched(kiosk));
    QVERIFY(!QFile::exists(in(u"saji-next.tmp"_s)));
    kiosk.close();
    // It went when that was complete, and the old one still in its place.
    Vault fresh(u"Kios C"_s);
    fresh.append("theirs");
    fresh.close();
    QVERIFY(QFile::copy(fresh.databaseFile(), in(u"saji-next.db"_s)));
    QFile plan(in(u"saji-next.txt"_s));
    QVERIFY(plan.open(QIODevice::WriteOnly));
    plan.write("replaced-20250615T100000Z\n" + in(u"saji.device"_s).toUtf8());
    plan.close();
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.payloads(), QByteArrayList{"theirs"});
    QVERIFY(QFile::exists(in(u"replaced-20250615T100000Z/saji.db"_s)));
    kiosk.close();
    // It went when the old one had left its place, and the new one was not there yet.
    QVERIFY(QFile::rename(kiosk.databaseFile(), in(u"saji-next.db"_s)));
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.payloads(), QByteArrayList{"theirs"});
    QVERIFY(!QFile::exists(in(u"saji-next.db"_s)));
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestExport)
#include "tst_export.moc"
