// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {

//! What can still be read in a damaged store: it is taken over, in its place where that is sure, and with its age.
class TestRecoverySalvage : public QObject
{
    Q_OBJECT

private slots:
    void whatCanStillBeReadIsTakenOver();
    void whatIsOnlyInTheWriteAheadLogIsTakenOver();
    void ordersBehindAHoleAreNotLost();
    void eventsOfOthersBehindAHoleAreLeftToThem();
    void numbersThatWereGivenOutAreNotGivenAgain();
    void nothingTakenOverIsBornInTheFuture();
    void agesGoOnInAStoreThatBeginsAnew();
};

void TestRecoverySalvage::whatCanStillBeReadIsTakenOver()
{
    Vault kiosk;
    kiosk.appendMany(1000, 1000);
    kiosk.backUp();
    for (const auto *order : {"nasi", "sate", "soto"})
        kiosk.append(order); // confirmed to guests, in no backup, on no other device
    kiosk.close();
    scribbleOverEvents(kiosk);
    suspect(kiosk);
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QCOMPARE(report->eventsRestored, 1000);
    QCOMPARE(report->eventsSalvaged, 3);
    QCOMPARE(kiosk.payloads().mid(1000), QByteArrayList({"nasi", "sate", "soto"}));
}

void TestRecoverySalvage::whatIsOnlyInTheWriteAheadLogIsTakenOver()
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
    suspect(kiosk);
    const auto report = kiosk.reopen();
    QVERIFY(report);
    QCOMPARE(report->eventsSalvaged, 1);
    QCOMPARE(kiosk.payloads().last(), "nasi");
    QCOMPARE(contentsOf(report->setAside + u"/saji.db-wal"_s), log);
}

void TestRecoverySalvage::ordersBehindAHoleAreNotLost()
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
    suspect(kiosk);
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

void TestRecoverySalvage::eventsOfOthersBehindAHoleAreLeftToThem()
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
    suspect(kiosk);
    QVERIFY(kiosk.reopen());
    const auto kept = kiosk.payloads().size();
    QVERIFY(kept > 50 && kept < 150);
    QCOMPARE(kiosk.log().ownSeq(), 0);
    kiosk.exchangeWith(kitchen);
    QCOMPARE(kiosk.payloads(), kitchen.payloads());
}

void TestRecoverySalvage::numbersThatWereGivenOutAreNotGivenAgain()
{
    Vault kiosk;
    kiosk.appendMany(500, 1000);
    QCOMPARE(kiosk.draw(u"A"_s), 1);
    kiosk.backUp();
    QCOMPARE(kiosk.draw(u"A"_s), 2);
    QCOMPARE(kiosk.draw(u"B"_s), 1);
    kiosk.close();
    scribbleOverEvents(kiosk);
    suspect(kiosk);
    QVERIFY(kiosk.reopen());
    QCOMPARE(kiosk.draw(u"A"_s), 3);
    QCOMPARE(kiosk.draw(u"B"_s), 2);
}

void TestRecoverySalvage::nothingTakenOverIsBornInTheFuture()
{
    Vault kiosk;
    kiosk.clock.advance(10min); // its timeline is older than the one that a fresh file would begin
    kiosk.appendMany(300, 1000);
    kiosk.close();
    scribbleOverEvents(kiosk);
    suspect(kiosk);
    const auto report = kiosk.reopen();
    QVERIFY(report && report->backup.isEmpty());
    const auto events = kiosk.log().since(0, 1000);
    QVERIFY(events && events->size() > 250);
    for (const auto &logged : *events)
        QVERIFY(kiosk.log().now() >= logged.event.bornAt);
}

void TestRecoverySalvage::agesGoOnInAStoreThatBeginsAnew()
{
    Vault kitchen;
    kitchen.clock.advance(10min);
    kitchen.appendMany(300, 1000);
    kitchen.clock.advance(90s);
    kitchen.close();
    scribbleOverEvents(kitchen);
    suspect(kitchen);
    kitchen.clock.advance(30s);
    const auto report = kitchen.reopen();
    QVERIFY(report && report->backup.isEmpty());
    const auto events = kitchen.log().since(0, 1000);
    QVERIFY(events && events->size() > 250);
    QCOMPARE(kitchen.log().now() - events->last().event.bornAt, Milliseconds(2min));
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestRecoverySalvage)
#include "tst_recoverysalvage.moc"
