// SPDX-License-Identifier: GPL-3.0-or-later
#include <restaurant/smallmenu.h>
#include <restaurant/verify.h>

#include <store/eventlog.h>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! A backup: a copy of the database of a device that is off.
QString copyOf(Restaurant &restaurant, const QString &address)
{
    const auto copy = restaurant.folder(u"copy of "_s + address);
    if (!QDir().mkpath(copy) || !QFile::copy(restaurant.folder(address) + u"/saji.db"_s, copy + u"/saji.db"_s))
        qFatal("cannot copy %s", qPrintable(address));
    return copy;
}

void putBack(Restaurant &restaurant, const QString &address, const QString &copy)
{
    auto &device = restaurant.device(address);
    device.switchOff();
    if (!QDir(restaurant.folder(address)).removeRecursively() || !QDir().rename(copy, restaurant.folder(address)) || !device.switchOn())
        qFatal("cannot put %s back", qPrintable(address));
}

} // namespace

class TestRestarts : public QObject
{
    Q_OBJECT

private slots:
    void aKitchenThatWasAwayCatchesUp()
    {
        Restaurant restaurant;
        restaurant.furnish();
        const auto first = restaurant.order(u"kiosk"_s, {11});
        restaurant.pass(1s);
        restaurant.advance(u"soto"_s, *first, 1, OrderState::Preparing);
        restaurant.pass(1s);
        restaurant.device(u"soto"_s).switchOff();
        // Far more than one exchange holds (200 events).
        for (int i = 0; i < 300; ++i)
            QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        restaurant.pass(10min);
        QVERIFY(restaurant.device(u"soto"_s).switchOn());
        VERIFY_EQUAL_WORLDS(restaurant);
        auto &soto = restaurant.device(u"soto"_s);
        QCOMPARE(soto.tickets.size(), 301);
        QVERIFY(soto.ticket(u"A-001"_s, 1)->state == OrderState::Preparing);
        QVERIFY(soto.age(*soto.ticket(u"A-301"_s, 1)) >= 10min);
        QVERIFY(soto.age(*soto.ticket(u"A-301"_s, 1)) < 15min);
    }

    void aKioskRestartedMidWayKeepsItsNumbers()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.network().setDown(u"kiosk"_s);
        QCOMPARE(restaurant.order(u"kiosk"_s, {11})->number.toString(), u"A-001"_s);
        QCOMPARE(restaurant.order(u"kiosk"_s, {21})->number.toString(), u"A-002"_s);
        restaurant.device(u"kiosk"_s).switchOff();
        restaurant.pass(5min);
        QVERIFY(restaurant.device(u"kiosk"_s).switchOn());
        restaurant.pass(100ms);
        QVERIFY2(restaurant.device(u"kiosk"_s).menu.menu && !restaurant.device(u"kiosk"_s).menu.menu->isEmpty(), "sells from its own disk");
        QCOMPARE(restaurant.order(u"kiosk"_s, {11})->number.toString(), u"A-003"_s);
        restaurant.pass(200ms);
        QCOMPARE(restaurant.device(u"kiosk"_s).sync.pending, quint64(3));
        restaurant.network().setDown(u"kiosk"_s, false);
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(restaurant.device(u"server"_s)), (QStringList{u"A-001 1:pending"_s, u"A-002 2:pending"_s, u"A-003 1:pending"_s}));
    }

    void numbersStartOverWithTheBusinessDayAndNotWithTheProgram()
    {
        Restaurant restaurant;
        restaurant.furnish();
        const auto today = restaurant.order(u"kiosk"_s, {11});
        for (auto *device : restaurant.devices())
            device->switchOff();
        restaurant.pass(std::chrono::hours(24));
        for (auto *device : restaurant.devices())
            QVERIFY(device->switchOn());
        restaurant.pass(1s);
        const auto tomorrow = restaurant.order(u"kiosk"_s, {11});
        QCOMPARE(tomorrow->number.toString(), u"A-001"_s);
        QVERIFY(tomorrow->businessDay == today->businessDay.addDays(1));
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void twoKiosksNeverShareANumber()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.addKiosk(u"kiosk-b"_s, u"B"_s);
        restaurant.pass(2s);
        restaurant.network().setDown(u"kiosk"_s);
        restaurant.network().setDown(u"kiosk-b"_s);
        QCOMPARE(restaurant.order(u"kiosk"_s, {11})->number.toString(), u"A-001"_s);
        QCOMPARE(restaurant.order(u"kiosk-b"_s, {11})->number.toString(), u"B-001"_s);
        restaurant.network().setDown(u"kiosk"_s, false);
        restaurant.network().setDown(u"kiosk-b"_s, false);
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void everyDeviceRestartedInTurnWhileGuestsGoOnOrdering()
    {
        Restaurant restaurant;
        restaurant.furnish();
        const QStringList victims{u"hub"_s, u"soto"_s, u"server"_s, u"sate"_s, u"kiosk"_s};
        for (int round = 0; round < 15; ++round) {
            auto &victim = restaurant.device(victims[round % victims.size()]);
            if (victim.address() != u"kiosk"_s) {
                victim.switchOff();
                QVERIFY(restaurant.order(u"kiosk"_s, {11, 21}));
                restaurant.pass(Milliseconds(900 * (round % 4)));
                QVERIFY(victim.switchOn());
            } else {
                QVERIFY(restaurant.order(u"kiosk"_s, {11, 21}));
                victim.switchOff();
                restaurant.pass(3s);
                QVERIFY(victim.switchOn());
                restaurant.pass(100ms);
            }
        }
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(restaurant.device(u"server"_s)).size(), 15);
    }

    void ordersStayAtTheirPriceWhenTheMenuChangesMeanwhile()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.network().setDown(u"kiosk"_s);
        restaurant.importMenu(smallMenuFile(u"pasar-saji"_s, 12'000));
        const auto old = restaurant.order(u"kiosk"_s, {11});
        QCOMPARE(old->subtotal, Money(10'000'00));
        restaurant.network().setDown(u"kiosk"_s, false);
        auto &kiosk = restaurant.device(u"kiosk"_s);
        QVERIFY(restaurant.passUntil([&] { return kiosk.menu.menu->product(ProductId(11))->price == Money(12'000'00); }, 1min));
        QCOMPARE(restaurant.order(u"kiosk"_s, {11})->subtotal, Money(12'000'00));
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(restaurant.device(u"soto"_s).ticket(u"A-001"_s, 1)->lines.first().unit, Money(10'000'00));
    }

    void aDeviceRestoredFromAnOldCopyGetsItsOwnPastBack()
    {
        Restaurant restaurant;
        restaurant.furnish();
        auto &kiosk = restaurant.device(u"kiosk"_s);
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        VERIFY_EQUAL_WORLDS(restaurant);
        kiosk.switchOff();
        const auto copy = copyOf(restaurant, u"kiosk"_s);
        QVERIFY(kiosk.switchOn());
        restaurant.pass(1s);
        QVERIFY(restaurant.order(u"kiosk"_s, {12}));
        VERIFY_EQUAL_WORLDS(restaurant);
        putBack(restaurant, u"kiosk"_s, copy);
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(kiosk).size(), 2);
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void aServerRestoredFromAnOldCopyGetsEveryOrderBack()
    {
        Restaurant restaurant;
        restaurant.furnish();
        auto &server = restaurant.device(u"server"_s);
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        VERIFY_EQUAL_WORLDS(restaurant);
        server.switchOff();
        const auto copy = copyOf(restaurant, u"server"_s);
        QVERIFY(server.switchOn());
        for (int i = 0; i < 5; ++i)
            QVERIFY(restaurant.order(u"kiosk"_s, {12, 21}));
        VERIFY_EQUAL_WORLDS(restaurant);
        restaurant.pass(1min);
        putBack(restaurant, u"server"_s, copy);
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(server).size(), 6);
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void aServerRestoredWhileNobodyCouldReachItStillGetsEveryOrder()
    {
        Restaurant restaurant;
        restaurant.furnish();
        auto &server = restaurant.device(u"server"_s);
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        VERIFY_EQUAL_WORLDS(restaurant);
        server.switchOff();
        const auto copy = copyOf(restaurant, u"server"_s);
        QVERIFY(server.switchOn());
        QVERIFY(restaurant.order(u"kiosk"_s, {12}));
        VERIFY_EQUAL_WORLDS(restaurant);
        // Devices believe that the server has A-002. It has not, and A-003 comes by another way.
        restaurant.network().setDown(u"server"_s);
        putBack(restaurant, u"server"_s, copy);
        QVERIFY(restaurant.order(u"kiosk"_s, {22}));
        restaurant.pass(10s);
        restaurant.device(u"kiosk"_s).switchOff();
        restaurant.network().setDown(u"server"_s, false);
        restaurant.pass(1min);
        QCOMPARE(board(server).size(), 3);
        QVERIFY(restaurant.device(u"kiosk"_s).switchOn());
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void aBacklogOfHundredsSurvivesALinkThatKeepsBreaking()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.network().setDown(u"kiosk"_s);
        for (int i = 0; i < 600; ++i)
            QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        restaurant.network().setDown(u"kiosk"_s, false);
        restaurant.network().setDelay(u"kiosk"_s, u"hub"_s, 40ms);
        restaurant.network().setDelay(u"kiosk"_s, u"server"_s, 60ms);
        for (int i = 0; i < 12; ++i) {
            restaurant.pass(Milliseconds(900 + 70 * i));
            restaurant.network().cut(u"kiosk"_s);
        }
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(restaurant.device(u"server"_s)).size(), 600);
    }

    void aReimagedKioskIsANewOriginAndLosesNobodysOrder()
    {
        Restaurant restaurant;
        restaurant.furnish();
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        VERIFY_EQUAL_WORLDS(restaurant);
        auto &kiosk = restaurant.device(u"kiosk"_s);
        kiosk.switchOff();
        QVERIFY(QDir(restaurant.folder(u"kiosk"_s)).removeRecursively());
        QVERIFY(kiosk.switchOn());
        QVERIFY(restaurant.passUntil([&] { return kiosk.menu.menu && !kiosk.menu.menu->isEmpty(); }, 30s));
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(kiosk), QStringList{u"A-001 1:pending"_s});
        const auto next = restaurant.order(u"kiosk"_s, {11});
        QVERIFY2(next->number.toString() != u"A-001"_s, "a number that a guest holds is not given out again on the same day");
        VERIFY_EQUAL_WORLDS(restaurant);
    }
};

QTEST_GUILESS_MAIN(TestRestarts)
#include "tst_restarts.moc"
