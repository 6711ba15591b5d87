// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/nodereport.h>

#include <base/random.h>
#include <sync/frames.h>

#include <QCborMap>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

NodeReport full(int neighbours)
{
    NodeReport report;
    report.self = {PeerRole::Hub, u"hub-id"_s, u"Hub"_s, u"1"_s, u"0.1.0"_s, 42, 7, 30s, 99};
    for (int i = 0; i < neighbours; ++i) {
        NodeReport::Neighbour one;
        one.device = {PeerRole::Kiosk, u"id-%1"_s.arg(i), u"Kios %1"_s.arg(i), u"A"_s, u"0.1.0"_s, 41, 3, {}, {}};
        one.mode = i % 2 ? SyncMode::Polling : SyncMode::Disconnected;
        one.cause = SyncCause::Silent;
        one.silentFor = Milliseconds(1000 * i);
        one.disconnectedFor = 5s;
        report.neighbours.append(one);
    }
    for (int i = 1; i <= 5; ++i)
        report.serverHas.raise({DeviceId(QUuid(uint(i), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), 9}, quint64(i));
    return report;
}

} // namespace

class TestNodeReport : public QObject
{
    Q_OBJECT

private slots:
    void readsBackWhatItWrote()
    {
        const auto report = full(3);
        const auto back = NodeReport::fromBytes(report.toBytes());
        QVERIFY(back);
        QCOMPARE(back->self.role, PeerRole::Hub);
        QCOMPARE(back->self.id, u"hub-id"_s);
        QCOMPARE(back->self.name, u"Hub"_s);
        QCOMPARE(back->self.station, u"1"_s);
        QCOMPARE(back->self.appVersion, u"0.1.0"_s);
        QCOMPARE(back->self.catalogVersion, 42);
        QVERIFY(back->self.pending == 7);
        QVERIFY(back->self.oldestPendingAge == 30s);
        QVERIFY(back->self.ordersToday == 99);
        QVERIFY(!back->self.storage && !back->self.freeBytes && !back->self.healed);
        QCOMPARE(back->neighbours.size(), 3);
        const auto &one = back->neighbours[1];
        QCOMPARE(one.device.name, u"Kios 1"_s);
        QVERIFY(!one.device.oldestPendingAge && !one.device.ordersToday);
        QCOMPARE(one.mode, SyncMode::Polling);
        QCOMPARE(one.cause, SyncCause::Silent);
        QVERIFY(one.silentFor == 1s);
        QVERIFY(one.disconnectedFor == 5s);
        QCOMPARE(back->serverHas, report.serverHas);
    }

    void theSameKnowledgeIsTheSameBytes()
    {
        // Raised in another order: a hash keeps them as it likes.
        auto a = full(2);
        auto b = a;
        b.serverHas = {};
        for (int i = 5; i >= 1; --i)
            b.serverHas.raise({DeviceId(QUuid(uint(i), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), 9}, quint64(i));
        QCOMPARE(a.toBytes(), b.toBytes());
    }

    void fitsAPingHoweverManyDevicesThereAre()
    {
        auto report = full(500);
        for (auto &one : report.neighbours)
            one.device.name = QString(128, u'é');
        for (int i = 0; i < 1000; ++i)
            report.serverHas.raise({DeviceId(QUuid(uint(i + 10), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), 9}, 1);
        const auto bytes = report.toBytes();
        QVERIFY2(bytes.size() <= maxReportBytes, qPrintable(QString::number(bytes.size())));
        const auto back = NodeReport::fromBytes(bytes);
        QVERIFY(back);
        QVERIFY(back->neighbours.size() > 10);
        QCOMPARE(back->neighbours.first().device.id, u"id-0"_s);
    }

    void refusesWhatIsNoReport()
    {
        QVERIFY(!NodeReport::fromBytes({}));
        QVERIFY(!NodeReport::fromBytes("\x01"));
        QVERIFY(!NodeReport::fromBytes(full(1).toBytes().chopped(1)));
        QVERIFY(!NodeReport::fromBytes(QByteArray(maxReportBytes + 1, '\xf6')));
    }

    void takesNonsenseAsNotSaid()
    {
        const QCborMap map{{u"r"_s, 99},
                           {u"n"_s, QString(5000, u'x')},
                           {u"p"_s, -3},
                           {u"old"_s, std::numeric_limits<qint64>::max()},
                           {u"peers"_s, u"many"_s},
                           {u"srv"_s, 7}};
        const auto report = NodeReport::fromBytes(map.toCborValue().toCbor());
        QVERIFY(report);
        QCOMPARE(report->self.role, PeerRole::Kiosk);
        QCOMPARE(report->self.name.size(), 128);
        QVERIFY(!report->self.pending);
        QVERIFY(!report->self.oldestPendingAge);
        QVERIFY(report->neighbours.isEmpty());
        QVERIFY(report->serverHas.isEmpty());
    }

    void survivesAnyByteChanged()
    {
        SeededRandom random(8);
        const auto bytes = full(3).toBytes();
        for (int i = 0; i < 3000; ++i) {
            auto changed = bytes;
            changed[qsizetype(random.below(quint64(bytes.size())))] = char(random.next());
            const auto report = NodeReport::fromBytes(changed);
            if (report)
                QVERIFY(report->toBytes().size() <= maxReportBytes);
        }
    }

    void saysHowTheDiskStands()
    {
        auto report = full(1);
        report.self.storage = StorageState::Full;
        report.self.freeBytes = 50'000'000;
        report.self.healed = true;
        const auto back = NodeReport::fromBytes(report.toBytes());
        QVERIFY(back);
        QVERIFY(back->self.storage == StorageState::Full);
        QVERIFY(back->self.freeBytes == 50'000'000);
        QVERIFY(back->self.healed);
        QVERIFY(!back->neighbours.first().device.storage);
    }
};

QTEST_GUILESS_MAIN(TestNodeReport)
#include "tst_nodereport.moc"
