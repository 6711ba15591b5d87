// SPDX-License-Identifier: GPL-3.0-or-later
#include "foodcourt.h"

#include <QDateTime>
#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace saji;
using namespace saji::foodcourt;

namespace {

constexpr std::array allStates{OrderState::Pending, OrderState::Preparing, OrderState::Ready,
                               OrderState::Served,  OrderState::Completed, OrderState::Cancelled};
const OrderId someId(QUuid(u"01890000-0000-7000-8000-000000000002"_s));
const OrderNumber a042{u"A"_s, 42};
const QDate aDay(2025, 6, 15);

Milliseconds at(const QString &utc)
{
    return Milliseconds(QDateTime::fromString(utc, Qt::ISODate).toMSecsSinceEpoch());
}

} // namespace

class TestOrder : public QObject
{
    Q_OBJECT

    Menu m_menu{parts()};

    Error refusal(const Cart &cart, const Menu &menu, const OrderNumber &number = a042)
    {
        const auto order = placeOrder(someId, cart, menu, number, aDay);
        return order ? Error{ErrorCode::Internal, u"it was placed"_s} : order.error();
    }

private slots:
    void stepsAreExactlyThoseOfTheTable()
    {
        using enum OrderState;
        const QSet<std::pair<int, int>> legal{
            {int(Pending), int(Preparing)}, {int(Preparing), int(Ready)},     {int(Ready), int(Served)},    {int(Served), int(Completed)},
            {int(Pending), int(Cancelled)}, {int(Preparing), int(Cancelled)}, {int(Ready), int(Cancelled)},
        };
        for (const auto from : allStates) {
            for (const auto to : allStates)
                QCOMPARE(mayBecome(from, to), legal.contains({int(from), int(to)}));
        }
    }

    void aRecallTakesBackTheStepThatLedHere()
    {
        for (const auto state : allStates) {
            const auto back = recalledFrom(state);
            QCOMPARE(back.has_value(), state != OrderState::Pending && state != OrderState::Cancelled);
            if (back)
                QVERIFY(mayBecome(*back, state));
        }
    }

    void wordsAreThoseOfTheContracts()
    {
        QStringList words;
        for (const auto state : allStates) {
            words.append(orderStateWord(state));
            QVERIFY(orderStateFromWord(QString(orderStateWord(state))) == state);
        }
        QCOMPARE(words.join(u' '), u"pending preparing ready served completed cancelled"_s);
        QVERIFY(!orderStateFromWord(u"Pending"));
        QVERIFY(!orderStateFromWord(u"done"));
    }

    void aNumberCanBeSpoken()
    {
        QCOMPARE((OrderNumber{u"A"_s, 42}).toString(), u"A-042"_s);
        QCOMPARE((OrderNumber{u"BC"_s, 1}).toString(), u"BC-001"_s);
        QCOMPARE((OrderNumber{u"A"_s, 1234}).toString(), u"A-1234"_s);
        for (const auto &code : {u"A"_s, u"ZZ"_s})
            QVERIFY(OrderNumber::isValidCode(code));
        for (const auto &code : {u""_s, u"a"_s, u"ABC"_s, u"1"_s, u"Ä"_s, u"A-"_s})
            QVERIFY(!OrderNumber::isValidCode(code));
    }

    void copiesNamesAndPricesIntoTheOrder()
    {
        const auto cart = story(m_menu);
        const auto order = placeOrder(someId, cart, m_menu, a042, aDay);
        QVERIFY(order);
        QCOMPARE(order->id, someId);
        QCOMPARE(order->basket, cart.id());
        QCOMPARE(order->number, a042);
        QCOMPARE(order->businessDay, aDay);
        QCOMPARE(order->table, u"12"_s);
        QCOMPARE(order->customerName, u"Dewi"_s);
        QCOMPARE(order->total, rupiah(152'900));
        QCOMPARE(order->catalogVersion, 42);
        QCOMPARE(order->catalogEpoch, u"e1"_s);
        QCOMPARE(order->parts.size(), 2);
        const auto &part = order->parts.first();
        QCOMPARE(part.outletName, u"Soto Bu Tini"_s);
        QCOMPARE(part.portions, 5);
        const auto &line = part.lines.first();
        QCOMPARE(line.name.id, u"Soto ayam Lamongan"_s);
        QCOMPARE(line.quantity, 2);
        QCOMPARE(line.unit, rupiah(38'000));
        QCOMPARE(line.line, rupiah(76'000));
        QCOMPARE(line.station, u"soto.kuah"_s);
        QCOMPARE(line.modifiers.size(), 3);
        QCOMPARE(line.modifiers[1].group.id, u"Disajikan dengan"_s);
        QCOMPARE(line.modifiers[1].name.id, u"Nasi putih"_s);
        QCOMPARE(line.modifiers[1].priceAdjustment, rupiah(6000));
        QCOMPARE(order->parts.last().lines.first().allergyNote, Allergens(Allergen::Crustaceans));
    }

    void totalsOfThePartsAddUp()
    {
        auto p = parts();
        p.outlets[0].serviceChargeBasisPoints = 333;
        p.outlets[1].taxBasisPoints = 777;
        const Menu menu(p);
        const auto order = placed(story(menu), menu);
        Money subtotal, service, tax, total;
        for (const auto &part : order.parts) {
            subtotal += part.subtotal;
            service += part.service;
            tax += part.tax;
            total += part.total;
        }
        QCOMPARE(order.subtotal, subtotal);
        QCOMPARE(order.serviceCharge, service);
        QCOMPARE(order.tax, tax);
        QCOMPARE(order.total, total);
    }

    void refusesABasketThatIsNoOrder()
    {
        QCOMPARE(refusal(Cart(), m_menu).code, ErrorCode::InvalidArgument);
        QCOMPARE(refusal(Cart(BasketId(someId.uuid())), m_menu).code, ErrorCode::InvalidArgument);
        Cart nameless;
        QVERIFY(nameless.add(item(perkedel), m_menu));
        QCOMPARE(refusal(nameless, m_menu).code, ErrorCode::InvalidArgument);
        auto cart = story(m_menu);
        cart.table = QString(Cart::maxTableLength + 1, u'1');
        QCOMPARE(refusal(cart, m_menu).code, ErrorCode::InvalidArgument);
        cart = story(m_menu);
        cart.customerName = QString(Cart::maxNameLength + 1, u'x');
        QCOMPARE(refusal(cart, m_menu).code, ErrorCode::InvalidArgument);
        for (const auto &number : {OrderNumber{u"A"_s, 0}, OrderNumber{u""_s, 1}, OrderNumber{u"a"_s, 1}})
            QCOMPARE(refusal(story(m_menu), m_menu, number).code, ErrorCode::InvalidArgument);
        QVERIFY(!placeOrder(OrderId(), story(m_menu), m_menu, a042, aDay));
        QVERIFY(!placeOrder(someId, story(m_menu), m_menu, a042, QDate()));
    }

    void refusesWhatIsNoLongerSoldAndNamesIt()
    {
        auto p = parts();
        p.products[3].available = false;
        const auto error = refusal(story(m_menu), Menu(p));
        QCOMPARE(error.code, ErrorCode::Conflict);
        QVERIFY2(error.detail.contains(u"Sate ayam Madura"_s), qPrintable(error.detail));
        QCOMPARE(refusal(story(m_menu), Menu()).code, ErrorCode::Conflict);
    }

    void refusesAnotherPriceThanTheGuestWasShown()
    {
        auto cart = story(m_menu);
        cart.agreedTotal = rupiah(152'900);
        QVERIFY(placeOrder(someId, cart, m_menu, a042, aDay));
        auto p = parts();
        p.products[0].price = rupiah(29'000);
        const auto error = refusal(cart, Menu(p));
        QCOMPARE(error.code, ErrorCode::Conflict);
        QVERIFY2(error.detail.contains(u"152900.00"_s), qPrintable(error.detail));
    }

    void refusesMoreThanATillCanHold()
    {
        auto p = parts();
        p.products[1].price = Money(999'999'999'999);
        const Menu menu(p);
        Cart cart(BasketId(someId.uuid()));
        QVERIFY(cart.add(item(perkedel, 99), menu));
        QCOMPARE(refusal(cart, menu).code, ErrorCode::InvalidArgument);
    }

    void theBusinessDayStartsWhenTheStoreSays_data()
    {
        QTest::addColumn<QString>("utc");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("starts");
        QTest::addColumn<QDate>("day");
        const int four = 4 * 60;
        QTest::newRow("afternoon") << u"2025-06-15T10:00:00Z"_s << QByteArray("Asia/Jakarta") << four << QDate(2025, 6, 15);
        QTest::newRow("after local midnight") << u"2025-06-15T19:00:00Z"_s << QByteArray("Asia/Jakarta") << four << QDate(2025, 6, 15);
        QTest::newRow("a minute before four") << u"2025-06-15T20:59:59Z"_s << QByteArray("Asia/Jakarta") << four << QDate(2025, 6, 15);
        QTest::newRow("at four") << u"2025-06-15T21:00:00Z"_s << QByteArray("Asia/Jakarta") << four << QDate(2025, 6, 16);
        QTest::newRow("starts at midnight") << u"2025-06-15T17:00:00Z"_s << QByteArray("Asia/Jakarta") << 0 << QDate(2025, 6, 16);
        QTest::newRow("another zone") << u"2025-06-15T19:00:00Z"_s << QByteArray("Asia/Jayapura") << four << QDate(2025, 6, 16);
        QTest::newRow("clocks go forward that night")
            << u"2025-03-30T01:30:00Z"_s << QByteArray("Europe/Berlin") << 3 * 60 << QDate(2025, 3, 30);
        QTest::newRow("over the new year") << u"2025-12-31T19:00:00Z"_s << QByteArray("Asia/Jakarta") << four << QDate(2025, 12, 31);
        QTest::newRow("a zone that this machine does not know")
            << u"2025-06-15T03:00:00Z"_s << QByteArray("Asia/Atlantis") << four << QDate(2025, 6, 14);
    }
    void theBusinessDayStartsWhenTheStoreSays()
    {
        QFETCH(QString, utc);
        QFETCH(QByteArray, zone);
        QFETCH(int, starts);
        StoreInfo store;
        store.timeZone = zone;
        store.businessDayStartsMinutes = starts;
        QTEST(businessDay(at(utc), store), "day");
    }
};

QTEST_GUILESS_MAIN(TestOrder)
#include "tst_order.moc"
