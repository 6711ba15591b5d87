// SPDX-License-Identifier: GPL-3.0-or-later
//
// How large a restaurant may be, and what an order costs on its network.
#include <restaurant/smallmenu.h>
#include <restaurant/verify.h>

#include <store/eventlog.h>
#include <sync/frames.h>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! A server and a hub that bring the menu, kiosks and kitchens (of both outlets in turn), and panels.
QStringList furnish(Restaurant &restaurant, int kiosks, int kitchens, int panels)
{
    restaurant.typeNoAddresses();
    restaurant.addServer();
    restaurant.importMenu(smallMenuFile());
    restaurant.addHub();
    QStringList names;
    for (int i = 0; i < kiosks; ++i) {
        names.append(i == 0 ? u"kiosk"_s : u"kiosk-%1"_s.arg(i));
        const QString code = i < 26 ? QString(QChar(u'A' + i)) : u"Z"_s + QChar(u'A' + i - 26);
        restaurant.addKiosk(names.last(), code);
    }
    for (int i = 0; i < kitchens; ++i) {
        names.append(u"kitchen-%1"_s.arg(i));
        restaurant.addKitchen(names.last(), 1 + i % 2);
    }
    for (int i = 0; i < panels; ++i) {
        names.append(u"panel-%1"_s.arg(i));
        restaurant.addPanel(names.last());
    }
    return names;
}

bool haveMenus(Restaurant &restaurant, const QStringList &names)
{
    return std::ranges::all_of(names, [&](const QString &name) {
        const auto &menu = restaurant.device(name).menu.menu;
        return menu && !menu->isEmpty();
    });
}

bool haveAll(Restaurant &restaurant, const QStringList &names, const VersionVector &what)
{
    return std::ranges::all_of(names, [&](const QString &name) { return restaurant.device(name).node().log().have().covers(what); });
}

//! What one exchange with these events has on the wire.
qint64 bytesOf(EventLog &log, qint64 afterArrival)
{
    ExchangeFrame frame;
    const auto events = log.since(afterArrival, 1000);
    for (const auto &logged : events.value_or(QList<LoggedEvent>())) {
        frame.events.append({logged.event, 0ms});
        frame.have.raise(logged.event.stamp.origin, logged.event.stamp.seq);
    }
    return encodeFrame(frame).size();
}

} // namespace

class TestMeshTraffic : public QObject
{
    Q_OBJECT

private slots:
    void aStarOfFiftyFiveServesEverybody()
    {
        Restaurant restaurant;
        const auto names = furnish(restaurant, 20, 30, 5);
        QVERIFY(restaurant.passUntil([&] { return haveMenus(restaurant, names); }, 30s));
        restaurant.device(u"server"_s).switchOff();
        restaurant.pass(5s);
        QCOMPARE(restaurant.network().openLinks(), 55); // each with the hub, and nobody else
        for (const auto &kiosk : {u"kiosk"_s, u"kiosk-7"_s, u"kiosk-19"_s}) {
            const auto began = restaurant.scheduler().now();
            QVERIFY(restaurant.order(kiosk, {11, 21}));
            const auto have = restaurant.device(kiosk).node().log().have();
            QVERIFY(restaurant.passUntil([&] { return haveAll(restaurant, names, have); }, 2s));
            QVERIFY(restaurant.scheduler().now() - began < 1s);
        }
        QVERIFY(restaurant.device(u"server"_s).switchOn());
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void fiftyFiveWithoutAHubStillReachEachOther()
    {
        Restaurant restaurant;
        const auto names = furnish(restaurant, 20, 30, 5);
        QVERIFY(restaurant.passUntil([&] { return haveMenus(restaurant, names); }, 30s));
        restaurant.device(u"server"_s).switchOff();
        restaurant.pass(5s);
        restaurant.device(u"hub"_s).setStopped(true);
        const auto began = restaurant.scheduler().now();
        QVERIFY(restaurant.order(u"kiosk-3"_s, {11, 21}));
        const auto have = restaurant.device(u"kiosk-3"_s).node().log().have();
        QVERIFY(restaurant.passUntil([&] { return haveAll(restaurant, names, have); }, 10s));
        qInfo("55 devices, hub silent: everybody has the order after %lld ms", static_cast<long long>((restaurant.scheduler().now() - began).count()));
        QVERIFY(restaurant.scheduler().now() - began <= 3s);
        restaurant.pass(10s);
        // Not everybody with everybody: 1485 links would be no service to anybody.
        QVERIFY2(restaurant.network().openLinks() <= 55 * 17, qPrintable(QString::number(restaurant.network().openLinks())));
        restaurant.device(u"hub"_s).setStopped(false);
        QVERIFY(restaurant.device(u"server"_s).switchOn());
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void anOrderInAMeshOfTwelveCostsAtMostThreeCopies()
    {
        Restaurant restaurant;
        const auto names = furnish(restaurant, 4, 7, 1);
        QVERIFY(restaurant.passUntil([&] { return haveMenus(restaurant, names); }, 30s));
        restaurant.device(u"server"_s).switchOff();
        restaurant.device(u"hub"_s).switchOff();
        // A LAN is not infinitely fast.
        for (const auto &a : names) {
            for (const auto &b : names) {
                if (a != b)
                    restaurant.network().setDelay(a, b, 2ms);
            }
        }
        restaurant.pass(1min);
        // Boards that are empty have less to say of themselves with every ping.
        QVERIFY(restaurant.order(u"kiosk"_s, {11, 21}));
        restaurant.pass(1min);
        QCOMPARE(restaurant.network().openLinks(), 66);
        auto &network = restaurant.network();
        // What is said when nobody orders is no order's.
        const auto quietFrom = network.bytes();
        restaurant.pass(60s);
        const auto quiet = network.bytes() - quietFrom;
        auto &kiosk = restaurant.device(u"kiosk"_s);
        const auto arrivals = kiosk.node().log().lastArrival();
        constexpr int orders = 12;
        const auto busyFrom = network.bytes();
        for (int i = 0; i < orders; ++i) {
            QVERIFY(restaurant.order(i % 2 ? u"kiosk"_s : u"kiosk-1"_s, {11, 21}));
            restaurant.pass(5s - 1ms * (i + 1));
        }
        const auto busy = network.bytes() - busyFrom;
        QVERIFY(haveAll(restaurant, names, kiosk.node().log().have()));
        const auto copies = bytesOf(kiosk.node().log(), arrivals) * (names.size() - 1);
        const double ratio = double(busy - quiet) / double(copies);
        qInfo("mesh of 12: %lld bytes a minute in quiet, %lld more for %d orders, one copy to each is %lld: ratio %.2f", static_cast<long long>(quiet),
              static_cast<long long>(busy - quiet), orders, static_cast<long long>(copies), ratio);
        QVERIFY2(ratio <= 3.0, qPrintable(QString::number(ratio)));
        QVERIFY(restaurant.device(u"server"_s).switchOn());
        VERIFY_EQUAL_WORLDS(restaurant);
    }
};

QTEST_GUILESS_MAIN(TestMeshTraffic)
#include "tst_meshtraffic.moc"
