// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault.h"

#include <store/exportfile.h>

#include <QDir>
#include <QFile>
#include <QResource>
#include <QTest>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

//! The program has been updated: it brings a further schema file, for as long as this lives.
class Update
{
public:
    explicit Update(const QString &name) : m_file(QStringLiteral(SAJI_TEST_MIGRATIONS "/") + name + u".rcc"_s)
    {
        if (!QResource::registerResource(m_file))
            qFatal("no %s", qPrintable(m_file));
    }
    ~Update() { QResource::unregisterResource(m_file); }
    Update(const Update &) = delete;
    Update &operator=(const Update &) = delete;

private:
    QString m_file;
};

} // namespace

//! An update of the program must not cost an order, nor the way back.
class TestMigration : public QObject
{
    Q_OBJECT

private slots:
    void aCopyIsKeptBeforeTheSchemaIsChanged();
    void aNewStoreNeedsNoCopy();
    void withoutRoomForTheCopyNothingIsChanged();
    void aStepThatFailsChangesNothing();
    void theOlderProgramRefusesTheNewerStore();
    void theCopyIsTheWayBack();
    void anOldBackupIsRestoredToTheNewSchema();
    void anOldExportIsImportedToTheNewSchema();
};

void TestMigration::aCopyIsKeptBeforeTheSchemaIsChanged()
{
    Vault kiosk;
    kiosk.appendMany(20, 100);
    const Update update(u"next"_s);
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.database().schemaVersion(), 2);
    QCOMPARE(kiosk.payloads().size(), 20);
    const auto kept = listBackups(kiosk.folder());
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().schema, 1);
    QVERIFY2(kept.first().path.endsWith(u"/backups/saji-000001-schema1-20.db"_s), qPrintable(kept.first().path));
    QCOMPARE(numberIn(kept.first().path, "SELECT count(*) FROM events"), 20);
    QCOMPARE(numberIn(kept.first().path, "PRAGMA user_version"), 1);
    QVERIFY(!kiosk.reopen());
    QCOMPARE(listBackups(kiosk.folder()).size(), 1); // once
}

void TestMigration::aNewStoreNeedsNoCopy()
{
    const Update update(u"next"_s);
    Vault kiosk;
    QCOMPARE(kiosk.database().schemaVersion(), 2);
    QVERIFY(listBackups(kiosk.folder()).isEmpty());
}

void TestMigration::withoutRoomForTheCopyNothingIsChanged()
{
    Vault kiosk;
    kiosk.append("a");
    kiosk.close();
    // Something is in the way: nobody can write there.
    QFile inTheWay(kiosk.folder() + u"/backups"_s);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    {
        const Update update(u"next"_s);
        const auto opened = kiosk.open();
        QVERIFY(!opened);
        QVERIFY2(opened.error().detail.contains(u"before its schema is changed"_s), qPrintable(opened.error().detail));
        QVERIFY(opened.error().code != ErrorCode::Corrupt);
    }
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.database().schemaVersion(), 1);
    QCOMPARE(kiosk.payloads().size(), 1);
}

void TestMigration::aStepThatFailsChangesNothing()
{
    Vault kiosk;
    kiosk.append("a");
    kiosk.close();
    {
        const Update update(u"broken"_s);
        QVERIFY(!kiosk.open());
        QVERIFY(!QDir(kiosk.folder()).entryList().filter(u"damaged"_s).size());
    }
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.database().schemaVersion(), 1);
    QCOMPARE(kiosk.payloads().size(), 1);
    kiosk.close();
    QCOMPARE(numberIn(kiosk.databaseFile(), "SELECT count(*) FROM sqlite_schema WHERE name = 'tables_of_the_future'"), 0);
}

void TestMigration::theOlderProgramRefusesTheNewerStore()
{
    Vault kiosk;
    kiosk.append("a");
    {
        const Update update(u"next"_s);
        kiosk.reopen();
        kiosk.close();
    }
    const auto before = contentsOf(kiosk.databaseFile());
    QCOMPARE(kiosk.open().error().code, ErrorCode::UnsupportedVersion);
    QCOMPARE(contentsOf(kiosk.databaseFile()), before);
}

void TestMigration::theCopyIsTheWayBack()
{
    Vault kiosk;
    kiosk.append("a");
    {
        const Update update(u"next"_s);
        kiosk.reopen();
        kiosk.append("b");
        kiosk.close();
    }
    // Somebody takes the newer store away, and the older program finds what it left.
    QVERIFY(QFile::rename(kiosk.databaseFile(), kiosk.folder() + u"/saji-newer.db"_s));
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QCOMPARE(kiosk.payloads(), QByteArrayList{"a"});
}

void TestMigration::anOldBackupIsRestoredToTheNewSchema()
{
    Vault kiosk;
    kiosk.appendMany(20, 100);
    kiosk.backUp();
    kiosk.close();
    const Update update(u"next"_s);
    scribble(kiosk.databaseFile(), 0, 4096);
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QCOMPARE(report->eventsRestored, 20);
    QCOMPARE(kiosk.database().schemaVersion(), 2);
    QCOMPARE(kiosk.payloads().size(), 20);
    QCOMPARE(listBackups(kiosk.folder()).size(), 1); // what was restored is kept already
}

void TestMigration::anOldExportIsImportedToTheNewSchema()
{
    QTemporaryDir outside;
    Vault kiosk;
    kiosk.append("a");
    QVERIFY(exportData(kiosk.database(), kiosk.clock, outside.filePath(u"file"_s)));
    kiosk.close();
    const Update update(u"next"_s);
    QVERIFY(importData(kiosk.folder(), outside.filePath(u"file"_s), NodeKind::Kiosk, {}, kiosk.clock, kiosk.random));
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.database().schemaVersion(), 2);
    QCOMPARE(kiosk.payloads(), QByteArrayList{"a"});
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestMigration)
#include "tst_migration.moc"
