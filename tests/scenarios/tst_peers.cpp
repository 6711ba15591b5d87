// SPDX-License-Identifier: GPL-3.0-or-later
#include <restaurant/smallmenu.h>
#include <restaurant/verify.h>

#include <sync/sessionhost.h>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QStringList three{u"kiosk"_s, u"soto"_s, u"sate"_s};

bool shows(Restaurant &restaurant, const QString &kitchen, const PlacedOrder &order, int outlet)
{
    return restaurant.device(kitchen).ticket(order.number.toString(), outlet).has_value();
}

qsizetype linksAmong(Restaurant &restaurant, const QStringList &devices)
{
    qsizetype links = 0;
    for (qsizetype i = 0; i < devices.size(); ++i) {
        for (qsizetype j = i + 1; j < devices.size(); ++j)
            links += restaurant.network().openLinks(devices[i], devices[j]);
    }
    return links;
}

bool isPairedOnce(Restaurant &restaurant, const QStringList &devices)
{
    for (qsizetype i = 0; i < devices.size(); ++i) {
        for (qsizetype j = i + 1; j < devices.size(); ++j) {
            if (restaurant.network().openLinks(devices[i], devices[j]) != 1)
                return false;
        }
    }
    return true;
}

//! The usual house, and nobody was told an address.
void furnish(Restaurant &restaurant)
{
    restaurant.typeNoAddresses();
    restaurant.furnish();
    restaurant.pass(3s);
}

//! How long an order that is placed now takes to the kitchen's board.
std::optional<Milliseconds> timeToKitchen(Restaurant &restaurant, Milliseconds limit = 10s)
{
    const auto began = restaurant.scheduler().now();
    const auto order = restaurant.order(u"kiosk"_s, {11});
    if (!order || !restaurant.passUntil([&] { return shows(restaurant, u"soto"_s, *order, 1); }, limit))
        return std::nullopt;
    return restaurant.scheduler().now() - began;
}

} // namespace

#define VERIFY_TAKES_OVER(restaurant, within) \
    do { \
        const auto took = timeToKitchen(restaurant); \
        QVERIFY(took); \
        qInfo("takeover after %lld ms", static_cast<long long>(took->count())); \
        QVERIFY2(*took <= (within), qPrintable(QString::number(took->count()))); \
    } while (false)

//! With a server that has been there, or is there again, to register what was ordered.
#define VERIFY_HEALED(restaurant) \
    do { \
        auto &server = (restaurant).device(u"server"_s); \
        QVERIFY(server.isOn() || server.switchOn()); \
        VERIFY_EQUAL_WORLDS(restaurant); \
    } while (false)

class TestPeers : public QObject
{
    Q_OBJECT

private slots:
    void everybodyFindsServerAndHubWithoutAnAddress()
    {
        Restaurant restaurant;
        furnish(restaurant);
        for (const auto &name : three) {
            const auto &sync = restaurant.device(name).sync;
            QVERIFY(sync.centralConnected && sync.localConnected);
            QCOMPARE(restaurant.network().openLinks(name, u"hub"_s), 1);
        }
        QCOMPARE(linksAmong(restaurant, three), 0); // a star
        QVERIFY(timeToKitchen(restaurant, 1s));
        VERIFY_HEALED(restaurant);
    }

    void whenTheHubDiesTheDevicesLinkDirectlyWithinThreeSeconds()
    {
        Restaurant restaurant;
        furnish(restaurant);
        restaurant.device(u"server"_s).switchOff();
        restaurant.pass(5s);
        restaurant.device(u"hub"_s).switchOff();
        VERIFY_TAKES_OVER(restaurant, 3s);
        restaurant.pass(5s);
        QVERIFY(isPairedOnce(restaurant, three));
        VERIFY_HEALED(restaurant);
    }

    void whoseLinksBreakAtOnceIsDialledEverMoreSeldom()
    {
        Restaurant restaurant;
        restaurant.typeNoAddresses();
        restaurant.addKiosk(u"a"_s, u"A"_s).switchOn();
        restaurant.addKiosk(u"b"_s, u"B"_s).switchOn();
        // As one does who cannot write what it is told: it says hello, and ends the link at the first event.
        const auto isLinked = [&] {
            return restaurant.device(u"a"_s).node().host().liveCount() + restaurant.device(u"b"_s).node().host().liveCount() > 0;
        };
        for (int i = 0; i < 40; ++i) {
            QVERIFY(restaurant.passUntil(isLinked, 10s));
            restaurant.pass(10ms); // it is settled whose link is the one
            restaurant.network().cut(u"a"_s, u"b"_s);
        }
        QVERIFY2(restaurant.scheduler().now() > 60s, "they dial each other as fast as they can");
    }

    void aSilentHubIsDoneWithoutWithinThreeSeconds()
    {
        Restaurant restaurant;
        furnish(restaurant);
        restaurant.device(u"server"_s).switchOff();
        for (int i = 0; i < 8; ++i) {
            // At another moment between two pings each time.
            restaurant.pass(20s + i * 137ms);
            restaurant.device(u"hub"_s).setStopped(true);
            VERIFY_TAKES_OVER(restaurant, 3s);
            restaurant.pass(1min);
            restaurant.device(u"hub"_s).setStopped(false);
        }
        restaurant.pass(20s);
        QCOMPARE(linksAmong(restaurant, three), 0);
        VERIFY_HEALED(restaurant);
    }

    void aHubThatHearsNobodyIsNoHub()
    {
        Restaurant restaurant;
        furnish(restaurant);
        restaurant.device(u"server"_s).switchOff();
        restaurant.pass(5s);
        restaurant.network().freezeOneWay(u"kiosk"_s, u"hub"_s);
        VERIFY_TAKES_OVER(restaurant, 3s);
        restaurant.pass(1min);
        QVERIFY(timeToKitchen(restaurant, 300ms));
        restaurant.network().freezeOneWay(u"kiosk"_s, u"hub"_s, false);
        VERIFY_HEALED(restaurant);
    }

    void whenTheHubIsBackTheMeshGoesAndNothingIsLost()
    {
        Restaurant restaurant;
        furnish(restaurant);
        restaurant.device(u"server"_s).switchOff();
        restaurant.device(u"hub"_s).switchOff();
        restaurant.pass(10s);
        QVERIFY(isPairedOnce(restaurant, three));
        QVERIFY(timeToKitchen(restaurant, 1s));
        QVERIFY(restaurant.device(u"hub"_s).switchOn());
        for (int i = 0; i < 12; ++i) {
            QVERIFY(timeToKitchen(restaurant, 1s)); // at every moment of it
            restaurant.pass(1s);
        }
        restaurant.pass(10s);
        QCOMPARE(linksAmong(restaurant, three), 0);
        // Who is linked by the hub is not away.
        for (const auto &peer : restaurant.device(u"soto"_s).sync.peers)
            QVERIFY2(peer.role == PeerRole::Server || peer.mode == SyncMode::Connected, qPrintable(peer.name));
        VERIFY_HEALED(restaurant);
    }

    void whoseLinkBrokeWhileThereWasNoHubIsNotCalledSilentUnderTheNextOne()
    {
        Restaurant restaurant;
        furnish(restaurant);
        for (int round = 0; round < 8; ++round) {
            restaurant.device(u"hub"_s).switchOff();
            restaurant.device(u"server"_s).switchOff();
            restaurant.pass(8s);
            // Dead to each other, and then linked again: sometimes the other one dials.
            restaurant.network().freeze(u"kiosk"_s, u"soto"_s, true);
            restaurant.pass(4s + round * 700ms);
            restaurant.network().freeze(u"kiosk"_s, u"soto"_s, false);
            restaurant.pass(8s);
            QVERIFY(restaurant.device(u"server"_s).switchOn() && restaurant.device(u"hub"_s).switchOn());
            QVERIFY(restaurant.passUntil([&] { return linksAmong(restaurant, three) == 0; }, 60s));
            restaurant.pass(5s);
            for (const auto &name : three) {
                for (const auto &peer : restaurant.device(name).sync.peers)
                    QVERIFY2(peer.mode == SyncMode::Connected, qPrintable(u"%1 at %2, round %3"_s.arg(peer.name, name).arg(round)));
            }
        }
        VERIFY_HEALED(restaurant);
    }

    void theMeshIsCalm()
    {
        Restaurant restaurant;
        furnish(restaurant);
        restaurant.device(u"server"_s).switchOff();
        restaurant.device(u"hub"_s).switchOff();
        restaurant.pass(30s);
        int before = 0;
        const auto dials = [&] {
            int sum = 0;
            for (const auto &from : three) {
                for (const auto &to : three)
                    sum += from == to ? 0 : restaurant.network().dials(from, to, LinkKind::WebSocket);
            }
            return sum;
        };
        before = dials();
        restaurant.pass(10min);
        QCOMPARE(dials(), before);
        QCOMPARE(linksAmong(restaurant, three), 3);
    }

    void twoHubsShareTheWorkAndOneDies()
    {
        Restaurant restaurant;
        furnish(restaurant);
        restaurant.addHub(u"hub-2"_s);
        restaurant.device(u"server"_s).switchOff();
        restaurant.pass(20s);
        QCOMPARE(restaurant.network().openLinks(u"hub"_s, u"hub-2"_s), 1);
        for (const auto &name : three)
            QCOMPARE(restaurant.network().openLinks(name, u"hub"_s) + restaurant.network().openLinks(name, u"hub-2"_s), 2);
        QVERIFY(timeToKitchen(restaurant, 1s));
        restaurant.device(u"hub"_s).setStopped(true);
        QVERIFY(timeToKitchen(restaurant, 300ms)); // nobody has to notice anything
        restaurant.pass(10s);
        QCOMPARE(linksAmong(restaurant, three), 0);
        restaurant.device(u"hub"_s).setStopped(false);
        VERIFY_HEALED(restaurant);
    }

    void whoAloneHearsNoHubIsHelpedByAFew()
    {
        Restaurant restaurant;
        furnish(restaurant);
        QStringList others{u"soto"_s, u"sate"_s};
        for (int i = 1; i <= 8; ++i) {
            others.append(u"kitchen-%1"_s.arg(i));
            restaurant.addKitchen(others.last(), 1);
        }
        restaurant.device(u"server"_s).switchOff();
        restaurant.pass(10s);
        restaurant.network().setDown(u"kiosk"_s, u"hub"_s);
        VERIFY_TAKES_OVER(restaurant, 3s);
        restaurant.pass(10s);
        qsizetype helped = 0;
        for (const auto &other : std::as_const(others))
            helped += restaurant.network().openLinks(u"kiosk"_s, other);
        QCOMPARE(helped, 3);
        QCOMPARE(linksAmong(restaurant, others), 0);
        restaurant.network().setDown(u"kiosk"_s, u"hub"_s, false);
        restaurant.pass(20s);
        for (const auto &other : std::as_const(others))
            QCOMPARE(restaurant.network().openLinks(u"kiosk"_s, other), 0);
        VERIFY_HEALED(restaurant);
    }

    void theOneWithTheLargerIdDialsWhenTheOtherCannot()
    {
        Restaurant restaurant;
        furnish(restaurant);
        restaurant.device(u"server"_s).switchOff();
        const auto id = [&](const QString &name) { return restaurant.device(name).node().log().identity().origin.device; };
        const auto smaller = id(u"kiosk"_s) < id(u"soto"_s) ? u"kiosk"_s : u"soto"_s;
        const auto larger = smaller == u"kiosk"_s ? u"soto"_s : u"kiosk"_s;
        // As if a firewall stood before the larger one.
        restaurant.device(u"hub"_s).switchOff();
        restaurant.device(u"sate"_s).switchOff();
        restaurant.network().plugIn(larger, [](const std::shared_ptr<Link> &link) { link->close({CloseCode::Abnormal, u"no way in"_s}); });
        QVERIFY(timeToKitchen(restaurant, 8s));
        restaurant.pass(5s);
        QVERIFY(timeToKitchen(restaurant, 300ms));
        QVERIFY(restaurant.network().dials(larger, smaller, LinkKind::WebSocket) > 0);
    }

    void aNewKioskGetsTheMenuFromItsNeighbour()
    {
        Restaurant restaurant;
        furnish(restaurant);
        restaurant.device(u"server"_s).switchOff();
        restaurant.device(u"hub"_s).switchOff();
        restaurant.pass(5s);
        auto &fresh = restaurant.addKiosk(u"kiosk-2"_s, u"B"_s);
        QVERIFY(restaurant.passUntil([&] { return fresh.menu.menu && !fresh.menu.menu->isEmpty(); }, 10s));
        QVERIFY(restaurant.order(u"kiosk-2"_s, {11, 21}));
        VERIFY_HEALED(restaurant);
    }

    void anOrderIsOnTwoDevicesWhenTwoAreUp()
    {
        Restaurant restaurant;
        furnish(restaurant);
        for (const auto &name : {u"server"_s, u"hub"_s, u"sate"_s})
            restaurant.device(name).switchOff();
        restaurant.pass(5s);
        const auto order = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(order);
        QVERIFY(restaurant.device(u"kiosk"_s).copies.last().count >= 2);
        // So the kiosk may die.
        restaurant.device(u"kiosk"_s).switchOff();
        QVERIFY(shows(restaurant, u"soto"_s, *order, 1));
    }

    void aRestaurantDividedInTwoHeals()
    {
        Restaurant restaurant;
        furnish(restaurant);
        restaurant.addKiosk(u"kiosk-2"_s, u"B"_s);
        restaurant.pass(5s);
        restaurant.device(u"server"_s).switchOff();
        restaurant.device(u"hub"_s).switchOff();
        restaurant.pass(5s);
        const auto divide = [&](bool down) {
            for (const auto &left : {u"kiosk"_s, u"soto"_s}) {
                for (const auto &right : {u"kiosk-2"_s, u"sate"_s})
                    restaurant.network().setDown(left, right, down);
            }
        };
        divide(true);
        restaurant.pass(30s);
        QVERIFY(restaurant.order(u"kiosk"_s, {11, 21}));
        const auto right = restaurant.order(u"kiosk-2"_s, {11, 21});
        QVERIFY(right);
        QVERIFY(restaurant.passUntil([&] { return shows(restaurant, u"sate"_s, *right, 2); }, 1s));
        divide(false);
        QVERIFY(restaurant.passUntil([&] { return shows(restaurant, u"soto"_s, *right, 1); }, 10s));
        VERIFY_HEALED(restaurant);
    }

    void typedAddressesWin()
    {
        Restaurant restaurant;
        furnish(restaurant);
        restaurant.addHub(u"hub-2"_s);
        auto &kiosk = restaurant.device(u"kiosk"_s);
        kiosk.switchOff();
        kiosk.options().server = QUrl(u"http://server"_s);
        kiosk.options().hub = QUrl(u"http://hub-2"_s);
        QVERIFY(kiosk.switchOn());
        restaurant.pass(20s);
        QCOMPARE(restaurant.network().openLinks(u"kiosk"_s, u"server"_s), 1);
        QCOMPARE(restaurant.network().openLinks(u"kiosk"_s, u"hub-2"_s), 1);
        QCOMPARE(restaurant.network().openLinks(u"kiosk"_s, u"hub"_s), 0);
        // ... but a hub that is there is better than one that was typed and is gone.
        restaurant.device(u"server"_s).switchOff();
        restaurant.device(u"hub-2"_s).switchOff();
        VERIFY_TAKES_OVER(restaurant, 3s);
        restaurant.pass(10s);
        QCOMPARE(restaurant.network().openLinks(u"kiosk"_s, u"hub"_s), 1);
        VERIFY_HEALED(restaurant);
    }
};

QTEST_GUILESS_MAIN(TestPeers)
#include "tst_peers.moc"
