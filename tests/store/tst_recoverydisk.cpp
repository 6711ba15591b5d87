// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault.h"

#include <simulation/faultydisk.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {

//! A recovery on a disk that goes on failing: full, with a bad page anywhere, and with the plug pulled at any write.
class TestRecoveryDisk : public QObject
{
    Q_OBJECT

private slots:
    void afterAPowerCutAndAClockSetBackNothingIsBornInTheFuture();
    void whatAKilledProcessLeavesIsNotTakenBackByAPowerCut();
    void aFullDiskChangesNothing();
    void anyDamagedPageCanBeLivedWith_data();
    void anyDamagedPageCanBeLivedWith();
    void whoeverPullsThePlugARecoveryIsFinished_data();
    void whoeverPullsThePlugARecoveryIsFinished();
};

void TestRecoveryDisk::afterAPowerCutAndAClockSetBackNothingIsBornInTheFuture()
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

void TestRecoveryDisk::whatAKilledProcessLeavesIsNotTakenBackByAPowerCut()
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

void TestRecoveryDisk::aFullDiskChangesNothing()
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

void TestRecoveryDisk::anyDamagedPageCanBeLivedWith_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 30; ++seed)
        QTest::addRow("seed %d", int(seed)) << seed;
}

void TestRecoveryDisk::anyDamagedPageCanBeLivedWith()
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
    suspect(kiosk);
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

void TestRecoveryDisk::whoeverPullsThePlugARecoveryIsFinished_data()
{
    QTest::addColumn<bool>("isPowerCut");
    QTest::newRow("kill") << false;
    QTest::newRow("power cut") << true;
}

void TestRecoveryDisk::whoeverPullsThePlugARecoveryIsFinished()
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
        suspect(kiosk);
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

QTEST_GUILESS_MAIN(saji::TestRecoveryDisk)
#include "tst_recoverydisk.moc"
