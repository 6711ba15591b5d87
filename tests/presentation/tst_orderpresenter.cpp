// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/cartmodel.h>
#include <presentation/orderpresenter.h>
#include <screenkit/fakeservices.h>
#include <screenkit/samplemenu.h>
#include <testkit/manualclock.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_OrderPresenter : public QObject
{
    Q_OBJECT

    using Phase = OrderPresenter::Phase;

    ManualClock m_clock;
    SeededRandom m_random{3};
    LanguageSwitch m_language;
    std::shared_ptr<const Menu> m_menu = SampleMenu::make();
    std::unique_ptr<FakeOrderService> m_service;
    std::unique_ptr<OrderPresenter> m_order;
    std::unique_ptr<CartModel> m_cart;

    const Cart &basket()
    {
        m_cart->startAnew();
        CartItem soto;
        soto.product = SampleMenu::soto;
        soto.modifiers = {SampleMenu::mild};
        soto.quantity = 2;
        CartItem sate;
        sate.product = SampleMenu::sate;
        if (!m_cart->add(soto) || !m_cart->add(sate))
            qFatal("the sample menu does not sell its dishes");
        return m_cart->cart();
    }

private slots:
    void init()
    {
        m_language.reset();
        m_service = std::make_unique<FakeOrderService>();
        m_order = std::make_unique<OrderPresenter>(m_language);
        m_order->attach(*m_service);
        m_order->setMenuState({m_menu, {}, std::nullopt, false});
        m_cart = std::make_unique<CartModel>(m_language, m_clock, m_random);
        m_cart->setMenuState({m_menu, {}, std::nullopt, false});
    }

    void theNumberComesWithTheFactAndNotBefore()
    {
        QSignalSpy phases(m_order.get(), &OrderPresenter::phaseChanged);
        QVERIFY(m_order->confirm(basket()));
        QCOMPARE(m_order->phase(), Phase::Placing);
        QCOMPARE(m_order->number(), QString());
        m_service->confirmLast(*m_menu);
        QCOMPARE(m_order->phase(), Phase::Placed);
        QCOMPARE(m_order->number(), u"A-042"_s);
        QCOMPARE(phases.count(), 2);
    }

    void twoTapsAreOneOrder()
    {
        const Cart cart = basket();
        QVERIFY(m_order->confirm(cart));
        QVERIFY(!m_order->confirm(cart));
        m_service->confirmLast(*m_menu);
        QVERIFY(!m_order->confirm(cart));
        QCOMPARE(m_service->placedCarts.size(), 1);
    }

    void aRefusedBasketCanBeConfirmedAgainAndStaysItself()
    {
        const Cart cart = basket();
        QVERIFY(m_order->confirm(cart));
        m_service->refuseLast(ErrorCode::Busy);
        QCOMPARE(m_order->phase(), Phase::Refused);
        QVERIFY(!m_order->refusal().basketAtFault);
        QVERIFY(!m_order->refusal().sentence.isEmpty());
        QVERIFY(m_order->confirm(cart));
        QCOMPARE(m_service->placedCarts.at(0).id(), m_service->placedCarts.at(1).id());
    }

    void saysWhoIsToBlame_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("basket");
        QTest::addColumn<bool>("disk");
        QTest::newRow("sold out") << ErrorCode::Conflict << true << false;
        QTest::newRow("not legal") << ErrorCode::InvalidArgument << true << false;
        QTest::newRow("disk full") << ErrorCode::DiskFull << false << true;
        QTest::newRow("read-only") << ErrorCode::ReadOnly << false << true;
        QTest::newRow("ours") << ErrorCode::Internal << false << false;
    }

    void saysWhoIsToBlame()
    {
        QFETCH(ErrorCode, code);
        QVERIFY(m_order->confirm(basket()));
        m_service->refuseLast(code);
        QTEST(m_order->refusal().basketAtFault, "basket");
        QTEST(m_order->refusal().diskAtFault, "disk");
    }

    void aLateAnswerToAForgottenBasketIsIgnored()
    {
        QVERIFY(m_order->confirm(basket()));
        m_order->reset();
        m_service->confirmLast(*m_menu);
        QCOMPARE(m_order->phase(), Phase::Idle);
        QVERIFY(m_order->confirm(basket()));
        m_service->placedCarts.removeLast();
        m_service->refuseLast(ErrorCode::Conflict); // of the first basket
        QCOMPARE(m_order->phase(), Phase::Placing);
    }

    void ticksAsTheFactsArrive()
    {
        m_order->setConnections(false, true);
        QVERIFY(m_order->confirm(basket()));
        const PlacedOrder order = m_service->confirmLast(*m_menu);
        QList<OrderFact> facts = m_order->facts();
        QCOMPARE(facts.size(), 4); // here, two kitchens, the server
        QVERIFY(facts.at(0).done);
        QCOMPARE(facts.at(0).evidence, u"1 copy, 12.41"_s);
        QCOMPARE(facts.at(0).ticks, 1);
        QVERIFY(!facts.at(1).done);
        QCOMPARE(facts.at(1).evidence, u"on its way"_s);
        QCOMPARE(facts.at(3).evidence, u"follows when the internet is back"_s);

        QSignalSpy progressed(m_order.get(), &OrderPresenter::progressed);
        OrderProgress progress;
        progress.order = order.id;
        progress.kitchens = {{OutletId(1), u"Soto Bu Tini"_s, 40ms, OrderState::Pending}, {OutletId(2), u"Sate Pak Kumis"_s, std::nullopt, OrderState::Pending}};
        emit m_service->progressed(progress);
        QCOMPARE(progressed.count(), 1);
        facts = m_order->facts();
        QVERIFY(facts.at(1).done);
        QCOMPARE(facts.at(1).evidence, u"0,04 seconds"_s);
        QVERIFY(!facts.at(2).done);

        progress.atServer = true;
        emit m_service->progressed(progress);
        QVERIFY(m_order->facts().at(3).done);
    }

    void twoTicksWhenASecondDeviceHasIt()
    {
        QVERIFY(m_order->confirm(basket()));
        const PlacedOrder order = m_service->confirmLast(*m_menu, 42, {2, u"Dapur Minang"_s});
        QCOMPARE(m_order->facts().first().ticks, 2);
        QCOMPARE(m_order->facts().first().fact, u"Saved here and on Dapur Minang"_s);
        OrderProgress progress;
        progress.order = order.id;
        progress.atHub = true;
        progress.copies = {{PeerRole::Hub, u"kotak"_s, 12ms}};
        emit m_service->progressed(progress);
        QCOMPARE(m_order->facts().first().fact, u"Saved here and on the hub"_s);
        QCOMPARE(m_order->facts().size(), 4); // the hub is the second copy: no line of its own
    }

    void oneTickBecomesTwoWhenTheCopyIsKnownLater()
    {
        QVERIFY(m_order->confirm(basket()));
        const PlacedOrder order = m_service->confirmLast(*m_menu);
        QCOMPARE(m_order->facts().first().ticks, 1);
        OrderProgress progress;
        progress.order = order.id;
        progress.copies = {{PeerRole::Kitchen, u"Dapur Minang"_s, 400ms}};
        emit m_service->progressed(progress);
        QCOMPARE(m_order->facts().first().ticks, 2);
        m_order->reset();
        QVERIFY(m_order->confirm(basket()));
        m_service->confirmLast(*m_menu);
        QVERIFY2(m_order->facts().first().ticks == 1, "the next order's copies are its own");
    }

    void aHubOfTheHouseHasALineOfItsOwn()
    {
        m_order->setConnections(true, true);
        m_order->setHub(true);
        QVERIFY(m_order->confirm(basket()));
        const PlacedOrder order = m_service->confirmLast(*m_menu, 42, {2, u"Dapur Minang"_s});
        QCOMPARE(m_order->facts().size(), 5);
        QVERIFY(!m_order->facts().at(1).done);
        OrderProgress progress;
        progress.order = order.id;
        progress.atHub = true;
        progress.copies = {{PeerRole::Kitchen, u"Dapur Minang"_s, 20ms}, {PeerRole::Hub, u"kotak"_s, 30ms}};
        emit m_service->progressed(progress);
        QCOMPARE(m_order->facts().size(), 5);
        QVERIFY(m_order->facts().at(1).done);
    }

    void progressOfAnotherOrderIsNotOurs()
    {
        QVERIFY(m_order->confirm(basket()));
        m_service->confirmLast(*m_menu);
        OrderProgress other;
        other.order = OrderId(QUuid::createUuid());
        other.atServer = true;
        emit m_service->progressed(other);
        QVERIFY(!m_order->facts().last().done);
    }

    void tellsTheGuestWhatToDoWhenNobodyHears()
    {
        m_order->setConnections(false, false);
        QVERIFY(m_order->confirm(basket()));
        const PlacedOrder order = m_service->confirmLast(*m_menu);
        QVERIFY(!m_order->advice().isEmpty());
        QCOMPARE(m_order->facts().at(1).evidence, u"follows when connected"_s);
        OrderProgress progress;
        progress.order = order.id;
        progress.kitchens = {{OutletId(1), u"Soto Bu Tini"_s, 900ms, OrderState::Pending}};
        emit m_service->progressed(progress);
        QVERIFY2(m_order->advice().isEmpty(), "a kitchen has it: the guest has nothing to do");
    }

    void saysWhereEachOutletHandsOver()
    {
        Cart cart = basket();
        cart.table = u"12"_s;
        QVERIFY(m_order->confirm(cart));
        m_service->confirmLast(*m_menu);
        const QList<OrderPickup> pickups = m_order->pickups();
        QCOMPARE(pickups.size(), 2);
        QCOMPARE(pickups.at(0).where, u"Brought to your table"_s); // outlet 1 serves at the table
        QCOMPARE(pickups.at(1).where, u"Ambil di gerai 2"_s);
        QCOMPARE(pickups.at(1).monogram, u"PK"_s);
        QCOMPARE(m_order->waitingMinutes(), 9);
    }

    void withoutAnEngineNothingIsConfirmed()
    {
        OrderPresenter lonely(m_language);
        QVERIFY(!lonely.confirm(basket()));
        QCOMPARE(lonely.phase(), Phase::Idle);
    }
};

QTEST_GUILESS_MAIN(tst_OrderPresenter)
#include "tst_orderpresenter.moc"
