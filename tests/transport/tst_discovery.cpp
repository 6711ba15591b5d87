// SPDX-License-Identifier: GPL-3.0-or-later
#include "beaconwords.h"

#include <transport/discovery.h>

#include <QCborMap>
#include <QCborValue>
#include <QNetworkDatagram>
#include <QSignalSpy>
#include <QTest>
#include <QUdpSocket>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! A port that nobody uses now: tests run side by side.
quint16 freePort()
{
    QUdpSocket probe;
    probe.bind(QHostAddress::LocalHost);
    return probe.localPort();
}

DeviceId deviceNo(int number)
{
    return DeviceId(QUuid(uint(number), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0));
}

Announcement announcement(int number, const QString &store = u"pasar-saji"_s)
{
    return {deviceNo(number), u"kiosk"_s, store, quint16(4000 + number), false, false};
}

Beacon beacon(int number, quint32 count, quint64 run = 2)
{
    return {announcement(number), run, count, false};
}

//! A device with a beacon on the loopback, and what it has seen.
struct Device
{
    Device(quint16 port, int number, const QString &store = u"pasar-saji"_s)
        : discovery(makeBeacon({DiscoveryOptions::Where::Loopback, port, {}}, clock, scheduler, random)), self(announcement(number, store))
    {
        QObject::connect(discovery.get(), &Discovery::seen, discovery.get(), [this](const Sighting &device) { seen.insert(device.device.device, device); });
        QObject::connect(discovery.get(), &Discovery::lost, discovery.get(), [this](const DeviceId &device) { seen.remove(device); });
        discovery->announce(self);
    }

    SystemClock clock;
    QtScheduler scheduler;
    SystemRandom random;
    std::unique_ptr<Discovery> discovery;
    Announcement self;
    QHash<DeviceId, Sighting> seen;
};

//! Discovery by hand.
class Told final : public Discovery
{
public:
    void announce(const Announcement &self) override { announced = self; }
    Announcement announced;
};

} // namespace

class TestDiscovery : public QObject
{
    Q_OBJECT

private slots:
    void aBeaconSaysAllAndFitsADatagram()
    {
        Beacon whole{{deviceNo(7), u"kitchen"_s, QString(64, u'x'), 65535, true, true}, 0xfffffffffffffffe, 0xffffffff, true};
        const auto bytes = encodeBeacon(whole);
        QVERIFY(bytes.size() <= maxBeaconBytes);
        const auto read = decodeBeacon(bytes);
        QVERIFY(read);
        QCOMPARE(read->device, whole.device);
        QCOMPARE(read->run, whole.run);
        QCOMPARE(read->count, whole.count);
        QVERIFY(read->isGoodbye);
        QCOMPARE(decodeBeacon(encodeBeacon(beacon(1, 1)))->device, announcement(1));
    }

    void whatIsNothingOfOursIsRefused()
    {
        const auto whole = encodeBeacon(beacon(1, 1));
        for (qsizetype i = 0; i < whole.size(); ++i)
            QCOMPARE(decodeBeacon(whole.first(i)).error().code, ErrorCode::Malformed);
        QVERIFY(!decodeBeacon(whole + 'x'));
        QVERIFY(!decodeBeacon(QByteArray(100'000, 'x')));
        QVERIFY(!decodeBeacon(QByteArray::fromHex("5b7fffffffffffffff")));   // a string of 2^63 bytes
        QVERIFY(!decodeBeacon(QByteArray::fromHex("bbffffffffffffffff01"))); // a map of as many
        QVERIFY(!decodeBeacon(QByteArray(500, '\x81')));                     // lists in lists
        for (const auto &[key, value] : {std::pair<QString, QCborValue>{u"port"_s, 0}, {u"port"_s, 70000}, {u"port"_s, u"80"_s}, {u"id"_s, u"kiosk"_s},
                                         {u"id"_s, QByteArray("short")}, {u"n"_s, -1}, {u"kind"_s, QString(65, u'x')}, {u"saji"_s, 0}}) {
            auto map = QCborValue::fromCbor(whole).toMap();
            map.insert(key, value);
            QCOMPARE(decodeBeacon(map.toCborValue().toCbor()).error().code, ErrorCode::Malformed);
        }
        SeededRandom random(1);
        for (int i = 0; i < 20'000; ++i) {
            auto bytes = whole;
            for (int j = 0; j < 3; ++j)
                bytes[qsizetype(random.below(quint64(bytes.size())))] = char(random.next());
            (void)decodeBeacon(bytes);
        }
    }

    void aNewerVersionIsNoRubbish()
    {
        auto map = QCborValue::fromCbor(encodeBeacon(beacon(1, 1))).toMap();
        map.insert(u"more"_s, 1);
        QVERIFY(decodeBeacon(map.toCborValue().toCbor()));
        map.insert(u"saji"_s, 2);
        QCOMPARE(decodeBeacon(map.toCborValue().toCbor()).error().code, ErrorCode::UnsupportedVersion);
    }

    void repetitionIsNoNews()
    {
        Sightings sightings;
        using enum Sightings::Verdict;
        QCOMPARE(sightings.hear(beacon(1, 1), u"10.0.0.1"_s, 0ms), News);
        QCOMPARE(sightings.hear(beacon(1, 2), u"10.0.0.1"_s, 1s), Known);
        auto changed = beacon(1, 3);
        changed.device.hasHub = true;
        QCOMPARE(sightings.hear(changed, u"10.0.0.1"_s, 2s), News);
        QCOMPARE(sightings.hear(beacon(1, 1, 4), u"10.0.0.1"_s, 3s), News); // started again
        QCOMPARE(sightings.get(deviceNo(1))->url(), QUrl(u"http://10.0.0.1:4001"_s));
    }

    void aDeviceOnTwoNetworksStaysWhereItIsHeard()
    {
        Sightings sightings;
        using enum Sightings::Verdict;
        QCOMPARE(sightings.hear(beacon(1, 1), u"10.0.0.1"_s, 0ms), News);
        for (quint32 count = 1; count < 10; ++count) {
            QCOMPARE(sightings.hear(beacon(1, count), u"192.168.0.1"_s, 1s * count), Known);
            QCOMPARE(sightings.hear(beacon(1, count), u"10.0.0.1"_s, 1s * count), Known);
        }
        QCOMPARE(sightings.get(deviceNo(1))->address, u"10.0.0.1"_s);
        // The first network is gone: a whole beacon has not come by it.
        QCOMPARE(sightings.hear(beacon(1, 10), u"192.168.0.1"_s, 10s), Known);
        QCOMPARE(sightings.hear(beacon(1, 11), u"192.168.0.1"_s, 11s), News);
        QCOMPARE(sightings.get(deviceNo(1))->address, u"192.168.0.1"_s);
    }

    void whoIsSilentIsLostAndNobodyElse()
    {
        Sightings sightings;
        (void)sightings.hear(beacon(1, 1), u"10.0.0.1"_s, 0ms);
        (void)sightings.hear(beacon(2, 1), u"10.0.0.2"_s, 0ms);
        (void)sightings.hear(beacon(2, 9), u"10.0.0.2"_s, 8s);
        QVERIFY(sightings.forgetSilent(9s).isEmpty());
        QCOMPARE(sightings.forgetSilent(10s), QList<DeviceId>{deviceNo(1)});
        QVERIFY(!sightings.get(deviceNo(1)));
        QVERIFY(sightings.get(deviceNo(2)));
    }

    void aFloodOfDevicesIsBounded()
    {
        Sightings sightings;
        for (int i = 1; i <= Sightings::maxDevices; ++i)
            QCOMPARE(sightings.hear(beacon(i, 1), u"10.0.0.1"_s, 0ms), Sightings::Verdict::News);
        QCOMPARE(sightings.hear(beacon(9999, 1), u"10.0.0.1"_s, 0ms), Sightings::Verdict::Full);
        QCOMPARE(sightings.hear(beacon(1, 2), u"10.0.0.1"_s, 0ms), Sightings::Verdict::Known);
    }

    void devicesOfAStoreFindEachOther()
    {
        const auto port = freePort();
        Device first(port, 1);
        Device second(port, 2);
        Device stranger(port, 3, u"kantin-lain"_s);
        QTRY_VERIFY(first.seen.contains(deviceNo(2)) && second.seen.contains(deviceNo(1)));
        QCOMPARE(first.seen.value(deviceNo(2)).address, u"127.0.0.1"_s);
        QCOMPARE(first.seen.value(deviceNo(2)).device, announcement(2));
        QTRY_VERIFY(first.discovery->figures().foreign > 0);
        QCOMPARE(first.seen.size(), 1);
        QVERIFY(stranger.seen.isEmpty());
        QVERIFY(!first.seen.contains(deviceNo(1))); // not itself
    }

    void whatChangesIsSaidAtOnce()
    {
        const auto port = freePort();
        Device first(port, 1);
        Device second(port, 2);
        QTRY_VERIFY(first.seen.contains(deviceNo(2)));
        second.self.hasHub = true;
        second.discovery->announce(second.self);
        QTRY_VERIFY_WITH_TIMEOUT(first.seen.value(deviceNo(2)).device.hasHub, 500);
    }

    void whoGoesSaysGoodbye()
    {
        const auto port = freePort();
        Device first(port, 1);
        {
            Device second(port, 2);
            QTRY_VERIFY(first.seen.contains(deviceNo(2)));
        }
        QTRY_VERIFY_WITH_TIMEOUT(first.seen.isEmpty(), 500);
    }

    void rubbishIsCountedAndBounded()
    {
        const auto port = freePort();
        Device device(port, 1);
        QUdpSocket hostile;
        QVERIFY(hostile.bind(QHostAddress::LocalHost));
        const auto send = [&](const QByteArray &bytes) { hostile.writeDatagram(bytes, QHostAddress::LocalHost, port); };
        QTRY_VERIFY(device.discovery->figures().malformed > 0 || (send("rubbish"), false));
        for (int i = 0; i < 3000; ++i) {
            send(QByteArray(1400, char(i)));
            if (i % 50 == 0)
                QTest::qWait(1); // or the system drops them for us
        }
        QTRY_VERIFY(device.discovery->figures().dropped > 0);
        // Others are still heard, in the next second.
        Device second(port, 2);
        QTRY_VERIFY(device.seen.contains(deviceNo(2)));
    }

    void twoWaysOfFindingAreOne()
    {
        std::vector<std::unique_ptr<Discovery>> parts;
        auto *beacons = new Told;
        auto *services = new Told;
        parts.emplace_back(beacons);
        parts.emplace_back(services);
        const auto joined = joinDiscoveries(std::move(parts));
        QSignalSpy seen(joined.get(), &Discovery::seen);
        QSignalSpy lost(joined.get(), &Discovery::lost);
        joined->announce(announcement(1));
        QCOMPARE(services->announced, announcement(1));
        const Sighting byService{announcement(2), u"10.0.0.9"_s};
        const Sighting byBeacon{announcement(2), u"10.0.0.2"_s};
        emit services->seen(byService);
        emit beacons->seen(byBeacon);
        emit services->seen(byService);
        QCOMPARE(seen.size(), 2);
        QCOMPARE(seen.last().first().value<Sighting>(), byBeacon);
        emit beacons->lost(deviceNo(2));
        QCOMPARE(seen.last().first().value<Sighting>(), byService); // still there for the other one
        QCOMPARE(lost.size(), 0);
        emit services->lost(deviceNo(2));
        emit services->lost(deviceNo(2));
        QCOMPARE(lost.size(), 1);
    }

    void withoutADaemonServicesAreSilentlyAbsent()
    {
        const auto browser = makeServiceBrowser();
        QSignalSpy seen(browser.get(), &Discovery::seen);
        browser->announce(announcement(1));
        auto changed = announcement(1);
        changed.hasHub = true;
        browser->announce(changed);
        QTest::qWait(50);
        QCOMPARE(seen.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
