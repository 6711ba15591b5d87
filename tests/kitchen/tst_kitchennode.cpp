// SPDX-License-Identifier: GPL-3.0-or-later
#include <kitchen/kitchen.h>
#include <restaurant/restaurant.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! The real screen of the soto kitchen in a restaurant of real nodes.
struct Screen
{
    Restaurant restaurant;
    std::unique_ptr<Kitchen> kitchen;

    Screen()
    {
        restaurant.furnish();
        for (Device *device : restaurant.devices())
            device->switchOn();
        restaurant.pass(5s);
        KitchenSettings settings;
        settings.outlet = OutletId(1);
        settings.name = u"Dapur Soto"_s;
        settings.reducedMotion = settings.fitted = settings.muted = true;
        Device &soto = restaurant.device(u"soto"_s);
        kitchen = std::make_unique<Kitchen>(settings, soto.clock, restaurant.scheduler());
        kitchen->window().resize(1366, 768);
        kitchen->window().show();
        kitchen->attach(soto.node().tickets(), soto.node().menu(), soto.node().sync());
        pass(1s);
    }
    ~Screen() { kitchen.reset(); }

    //! Virtual time for the nodes, and a turn of the loop in which the screen lays and paints.
    void pass(Milliseconds time)
    {
        const Milliseconds step = time > 5s ? 1000ms : 100ms;
        for (Milliseconds gone{0}; gone < time; gone += step) {
            restaurant.pass(step);
            QCoreApplication::processEvents();
        }
    }
    QString stateOf(const QString &number) const
    {
        const QJsonArray tickets = kitchen->state().value(u"tickets"_s).toArray();
        for (const QJsonValue &ticket : tickets) {
            if (ticket[u"number"_s].toString() == number)
                return ticket[u"state"_s].toString();
        }
        return {};
    }
    bool seenByKitchen(const PlacedOrder &order)
    {
        const OrderProgress progress = restaurant.device(u"kiosk"_s).progress.value(order.id);
        return std::any_of(progress.kitchens.begin(), progress.kitchens.end(),
                           [](const OrderProgress::Kitchen &one) { return one.outlet == OutletId(1) && one.seenAfter.has_value(); });
    }
};

} // namespace

class KitchenNodeTest : public QObject
{
    Q_OBJECT

    static int firstProduct(Screen &screen)
    {
        for (const Product &product : screen.restaurant.device(u"kiosk"_s).menu.menu->products()) {
            if (product.outlet == OutletId(1) && product.groups.isEmpty())
                return int(product.id.value());
        }
        return 0;
    }

private slots:
    void anOrderIsPaintedInTheKitchenAndTheKioskHearsOfIt()
    {
        Screen screen;
        QVERIFY(firstProduct(screen) > 0);
        const auto order = screen.restaurant.order(u"kiosk"_s, {firstProduct(screen)});
        QVERIFY(order);
        screen.pass(2s);
        QCOMPARE(screen.stateOf(order->number.toString()), u"pending"_s);
        QVERIFY(screen.seenByKitchen(*order));
    }

    void aTapIsAFactOnEveryNode()
    {
        Screen screen;
        const auto order = screen.restaurant.order(u"kiosk"_s, {firstProduct(screen)});
        QVERIFY(order);
        screen.pass(2s);
        QVERIFY(screen.kitchen->tickets().tap(order->id));
        screen.pass(2s);
        QCOMPARE(screen.stateOf(order->number.toString()), u"preparing"_s);
        const OrderProgress progress = screen.restaurant.device(u"kiosk"_s).progress.value(order->id);
        QCOMPARE(progress.kitchens.first().state, OrderState::Preparing);
    }

    void withTheServerGoneTicketsStillComeAndTheLampSaysSo()
    {
        Screen screen;
        screen.restaurant.device(u"server"_s).switchOff();
        screen.pass(40s);
        const auto order = screen.restaurant.order(u"kiosk"_s, {firstProduct(screen)});
        QVERIFY(order);
        screen.pass(2s);
        QCOMPARE(screen.stateOf(order->number.toString()), u"pending"_s);
        for (const PeerLamp &lamp : screen.kitchen->peers().lamps()) {
            if (lamp.role == PeerRole::Server)
                QCOMPARE(lamp.kind, PeerLampKind::Offline);
            if (lamp.role == PeerRole::Hub)
                QCOMPARE(lamp.kind, PeerLampKind::Ok);
        }
    }

    void withHubAndServerGoneTheBarSaysThatOrdersCannotShow()
    {
        Screen screen;
        screen.restaurant.device(u"server"_s).switchOff();
        screen.restaurant.device(u"hub"_s).switchOff();
        screen.pass(10s);
        QCOMPARE(screen.kitchen->peers().banner().level, PeerBanner::Level::Alarm);
        screen.restaurant.device(u"hub"_s).switchOn();
        screen.pass(20s);
        QVERIFY(screen.kitchen->peers().banner().level != PeerBanner::Level::Alarm);
    }

    void aHealthyHouseRaisesNoAlarmInFiveMinutes()
    {
        Screen screen;
        for (int second = 0; second < 300; ++second) {
            screen.pass(1s);
            QVERIFY2(screen.kitchen->peers().banner().level == PeerBanner::Level::None, qPrintable(screen.kitchen->peers().banner().sentence));
        }
    }
};

QTEST_MAIN(KitchenNodeTest)
#include "tst_kitchennode.moc"
