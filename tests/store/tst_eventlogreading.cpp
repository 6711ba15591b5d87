// SPDX-License-Identifier: GPL-3.0-or-later
#include "device.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace saji {

//! What is read out of a log: what a peer lacks, and what came after a place in it.
class TestEventLogReading : public QObject
{
    Q_OBJECT

private slots:
    void shipsInTheOrderOfArrival();
    void anyInterleavingOfFiveOriginsSkipsNothing();
    void stopsAtTheLimitsButGivesAtLeastOne();
    void littleLackedOutOfManyIsFoundWithoutReadingAll();
    void sinceReadsOn();
};

void TestEventLogReading::shipsInTheOrderOfArrival()
{
    Device kiosk(u"Kios A"_s);
    Device kitchen(u"Dapur"_s, NodeKind::Kitchen);
    Device hub(u"Hub"_s, NodeKind::Hub);
    kiosk.append("placed 1");
    QVERIFY(kitchen.log().merge(kiosk.all()));
    kitchen.append("ready 1");
    kiosk.append("placed 2");
    QVERIFY(hub.log().merge(kitchen.all()));
    QVERIFY(hub.log().merge(kiosk.all()));
    QCOMPARE(payloads(hub.all()), QByteArrayList({"placed 1", "ready 1", "placed 2"}));
    VersionVector peer;
    peer.raise(kiosk.log().identity().origin, 1);
    const auto rest = hub.log().lackedBy(peer, 100, 100'000);
    QVERIFY(rest);
    QCOMPARE(payloads(*rest), QByteArrayList({"ready 1", "placed 2"}));
}

void TestEventLogReading::anyInterleavingOfFiveOriginsSkipsNothing()
{
    std::vector<std::unique_ptr<Device>> writers;
    for (int i = 0; i < 5; ++i) {
        writers.push_back(std::make_unique<Device>(u"Kios %1"_s.arg(i)));
        for (int n = 0; n < 40; ++n)
            writers.back()->append(QByteArray::number(i) + ':' + QByteArray::number(n));
    }
    for (quint64 seed = 1; seed <= 5; ++seed) {
        SeededRandom random(seed);
        Device hub(u"Hub"_s, NodeKind::Hub);
        Device reader(u"Dapur"_s, NodeKind::Kitchen);
        while (reader.log().have().size() < 5 || reader.log().lastArrival() < 200) {
            const auto &writer = *writers[random.below(5)];
            const auto some = writer.log().lackedBy(hub.log().have(), 1 + int(random.below(9)), 1'000'000);
            QVERIFY(some);
            QVERIFY(hub.log().merge(*some));
            const auto news = hub.log().lackedBy(reader.log().have(), 1 + int(random.below(12)), 1'000'000);
            QVERIFY(news);
            const auto merged = reader.log().merge(*news);
            QVERIFY(merged);
            QCOMPARE(merged->added, int(news->size())); // nothing doubled, nothing beyond a gap
        }
        QCOMPARE(payloads(reader.all()), payloads(hub.all()));
        QCOMPARE(reader.log().have(), hub.log().have());
    }
}

void TestEventLogReading::stopsAtTheLimitsButGivesAtLeastOne()
{
    Device kiosk(u"Kios A"_s);
    for (int i = 0; i < 150; ++i)
        kiosk.append(QByteArray(100, 'x'));
    QCOMPARE(kiosk.log().lackedBy({}, 70, 1'000'000)->size(), 70);
    QCOMPARE(kiosk.log().lackedBy({}, 200, 1'000)->size(), 10);
    QCOMPARE(kiosk.log().lackedBy({}, 200, 1)->size(), 1);
    QCOMPARE(kiosk.log().lackedBy(kiosk.log().have(), 200, 1'000)->size(), 0);
}

void TestEventLogReading::littleLackedOutOfManyIsFoundWithoutReadingAll()
{
    Device kiosk(u"Kios A"_s);
    Device hub(u"Hub"_s, NodeKind::Hub);
    constexpr int count = 20'000;
    const auto done = kiosk.log().write([](LogWriter &writer) -> Result<void> {
        for (int i = 0; i < count; ++i) {
            if (const auto event = writer.append(u"order.placed"_s, QByteArray(200, 'x')); !event)
                return event.error();
        }
        return {};
    });
    QVERIFY(done);
    VersionVector peer;
    peer.raise(kiosk.log().identity().origin, count - 3);
    QVERIFY(kiosk.log().lackedBy(peer, 200, 100'000)); // statements are prepared
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(kiosk.log().lackedBy(peer, 200, 100'000)->size(), 3);
    const auto few = timer.nsecsElapsed() / 20;
    timer.restart();
    QCOMPARE(kiosk.log().lackedBy({}, count, 100'000'000)->size(), count);
    const auto all = timer.nsecsElapsed();
    QVERIFY2(few * 20 < all, qPrintable(u"%1 ns for 3, %2 ns for all"_s.arg(few).arg(all)));
}

void TestEventLogReading::sinceReadsOn()
{
    Device kiosk(u"Kios A"_s);
    for (int i = 1; i <= 5; ++i)
        kiosk.append(QByteArray::number(i));
    const auto rows = kiosk.log().since(2, 2);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->at(0).arrival, 3);
    QCOMPARE(rows->at(1).event.payload, "4");
    QVERIFY(kiosk.log().since(5, 2)->isEmpty());
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestEventLogReading)
#include "tst_eventlogreading.moc"
