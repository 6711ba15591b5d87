// SPDX-License-Identifier: GPL-3.0-or-later
#include <restaurant/verify.h>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool closeTo(Milliseconds age, Milliseconds truth)
{
    return age >= truth && age < truth + 3s;
}

} // namespace

class TestClocks : public QObject
{
    Q_OBJECT

private slots:
    void agesAreRightWhereverTheWallClocksStand_data()
    {
        QTest::addColumn<int>("kioskHours");
        QTest::addColumn<int>("kitchenHours");
        QTest::newRow("kiosk ahead") << 6 << 0;
        QTest::newRow("kiosk behind") << -6 << 0;
        QTest::newRow("kitchen ahead") << 0 << 6;
        QTest::newRow("kitchen behind") << 0 << -6;
        QTest::newRow("apart") << 6 << -6;
    }

    void agesAreRightWhereverTheWallClocksStand()
    {
        QFETCH(int, kioskHours);
        QFETCH(int, kitchenHours);
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.device(u"kiosk"_s).clock.jumpWall(std::chrono::hours(kioskHours));
        restaurant.device(u"soto"_s).clock.jumpWall(std::chrono::hours(kitchenHours));
        const auto order = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(order);
        restaurant.pass(90s);
        auto &soto = restaurant.device(u"soto"_s);
        QVERIFY(soto.ticket(u"A-001"_s, 1));
        QVERIFY(closeTo(soto.age(*soto.ticket(u"A-001"_s, 1)), 90s));
        // The cook's answer follows from the order, whatever the clocks say.
        restaurant.advance(u"soto"_s, *order, 1, OrderState::Preparing);
        restaurant.advance(u"soto"_s, *order, 1, OrderState::Ready);
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(restaurant.device(u"server"_s)), QStringList{u"A-001 1:ready"_s});
    }

    void aClockThatJumpsMovesNoAge()
    {
        Restaurant restaurant;
        restaurant.furnish();
        const auto order = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(order);
        restaurant.pass(60s);
        auto &soto = restaurant.device(u"soto"_s);
        soto.clock.jumpWall(std::chrono::hours(6));
        restaurant.device(u"hub"_s).clock.jumpWall(std::chrono::hours(-6));
        restaurant.pass(60s);
        QVERIFY(closeTo(soto.age(*soto.ticket(u"A-001"_s, 1)), 120s));
        restaurant.advance(u"soto"_s, *order, 1, OrderState::Preparing);
        soto.clock.jumpWall(std::chrono::hours(-12));
        restaurant.advance(u"soto"_s, *order, 1, OrderState::Ready);
        restaurant.pass(5s);
        QVERIFY(closeTo(soto.age(*soto.ticket(u"A-001"_s, 1)), 125s));
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(restaurant.device(u"kiosk"_s)), QStringList{u"A-001 1:ready"_s});
    }

    void anOrderThatWaitedOfflineArrivesWithItsAge()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.network().setDown(u"kiosk"_s);
        restaurant.device(u"kiosk"_s).clock.jumpWall(std::chrono::hours(-6));
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        restaurant.pass(20min);
        restaurant.network().setDown(u"kiosk"_s, false);
        VERIFY_EQUAL_WORLDS(restaurant);
        auto &soto = restaurant.device(u"soto"_s);
        const auto age = soto.age(*soto.ticket(u"A-001"_s, 1));
        QVERIFY2(age >= 20min && age < 22min, qPrintable(QString::number(age.count())));
    }

    void anOrderArrivesEvenFromAKioskWhoseClockIsAbsurd_data()
    {
        QTest::addColumn<qint64>("wall");
        QTest::newRow("1970, the battery is dead") << qint64(12'345);
        QTest::newRow("before 1970") << qint64(-86'400'000);
        QTest::newRow("2150") << qint64(5'680'281'600'000);
        QTest::newRow("2300, beyond what stamps may say") << qint64(10'413'792'000'000);
        QTest::newRow("the year 30,000") << qint64(884'541'340'800'000);
    }

    void anOrderArrivesEvenFromAKioskWhoseClockIsAbsurd()
    {
        QFETCH(qint64, wall);
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.device(u"kiosk"_s).clock.setWall(Milliseconds(wall));
        const auto order = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(order);
        auto &soto = restaurant.device(u"soto"_s);
        QVERIFY(restaurant.passUntil([&] { return soto.ticket(order->number.toString(), 1).has_value(); }, 10s));
        restaurant.advance(u"soto"_s, *order, 1, OrderState::Preparing);
        // Everybody has seen the kiosk's stamps by now; they must not poison what follows.
        for (const auto *victim : {"kiosk", "hub", "soto"}) {
            restaurant.device(QString::fromLatin1(victim)).switchOff();
            QVERIFY(restaurant.device(QString::fromLatin1(victim)).switchOn());
        }
        restaurant.pass(1s);
        QVERIFY(restaurant.order(u"kiosk"_s, {12}));
        restaurant.advance(u"soto"_s, *order, 1, OrderState::Ready);
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(soto.ticket(order->number.toString(), 1)->state, OrderState::Ready);
    }

    void agesGoOnThroughAReboot()
    {
        Restaurant restaurant;
        restaurant.furnish();
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        restaurant.pass(60s);
        auto &soto = restaurant.device(u"soto"_s);
        soto.switchOff();
        restaurant.pass(60s);
        soto.clock.reboot("boot-2");
        QVERIFY(soto.switchOn());
        restaurant.pass(30s);
        QVERIFY(soto.ticket(u"A-001"_s, 1));
        const auto age = soto.age(*soto.ticket(u"A-001"_s, 1));
        QVERIFY2(age >= 149s && age < 155s, qPrintable(QString::number(age.count())));
        VERIFY_EQUAL_WORLDS(restaurant);
    }
};

QTEST_GUILESS_MAIN(TestClocks)
#include "tst_clocks.moc"
