// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace saji {

//! What is damage, and what only looks like it.
class TestRecoveryDamage : public QObject
{
    Q_OBJECT

private slots:
    void whatWasNeverOursIsLeftAlone();
    void aFileThatIsNotOursAnyMoreIsDamaged();
    void aNewerStoreIsNotDamaged();
    void damageMetAtWorkIsLookedIntoAtTheNextStart();
    void aWrongSuspicionCostsNothing();
    void aHoleInTheLogIsDamage();
};

void TestRecoveryDamage::whatWasNeverOursIsLeftAlone()
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

void TestRecoveryDamage::aFileThatIsNotOursAnyMoreIsDamaged()
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

void TestRecoveryDamage::aNewerStoreIsNotDamaged()
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

void TestRecoveryDamage::damageMetAtWorkIsLookedIntoAtTheNextStart()
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

void TestRecoveryDamage::aWrongSuspicionCostsNothing()
{
    Vault kiosk;
    kiosk.append("a");
    const auto origin = kiosk.log().identity().origin;
    kiosk.close();
    suspect(kiosk);
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.log().identity().origin, origin);
    QVERIFY(!QFile::exists(kiosk.folder() + u"/saji.suspect"_s));
}

void TestRecoveryDamage::aHoleInTheLogIsDamage()
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

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestRecoveryDamage)
#include "tst_recoverydamage.moc"
