// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/cartmodel.h>
#include <screenkit/samplemenu.h>
#include <testkit/manualclock.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

class tst_CartModel : public QObject
{
    Q_OBJECT

    ManualClock m_clock;
    SeededRandom m_random{7};
    LanguageSwitch m_language;
    std::unique_ptr<CartModel> m_cart;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    static MenuState stateOf(std::shared_ptr<const Menu> menu) { return {std::move(menu), {}, std::nullopt, false}; }
    static CartItem item(ProductId product, int quantity = 1)
    {
        CartItem item;
        item.product = product;
        item.quantity = quantity;
        if (product == SampleMenu::soto)
            item.modifiers = {SampleMenu::mild};
        return item;
    }
    QStringList titles() const
    {
        QStringList titles;
        for (const CartLine &line : m_cart->lines())
            titles << line.title;
        return titles;
    }

private slots:
    void init()
    {
        m_language.reset();
        m_cart = std::make_unique<CartModel>(m_language, m_clock, m_random);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_cart.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_cart->setMenuState(stateOf(SampleMenu::make()));
    }

    void cleanup()
    {
        m_tester.reset();
        m_cart.reset();
    }

    void groupsByOutletInTheMenusOrder()
    {
        QVERIFY(m_cart->add(item(SampleMenu::esTeh)));
        QVERIFY(m_cart->add(item(SampleMenu::soto)));
        QVERIFY(m_cart->add(item(SampleMenu::nasi)));
        QCOMPARE(titles(), QStringList({u"Soto ayam Lamongan"_s, u"Nasi putih"_s, u"Es teh manis"_s}));
        QCOMPARE(m_cart->groups().size(), 2);
        QCOMPARE(m_cart->groups().at(0).name, u"Soto Bu Tini"_s);
        QCOMPARE(m_cart->groups().at(0).rows, 2);
        QCOMPARE(m_cart->groups().at(1).firstRow, 2);
    }

    void theSameChoiceAgainRaisesItsQuantity()
    {
        QVERIFY(m_cart->add(item(SampleMenu::soto)));
        QVERIFY(m_cart->add(item(SampleMenu::soto, 2)));
        QCOMPARE(m_cart->rowCount(), 1);
        QCOMPARE(m_cart->lines().at(0).quantity, 3);
        QCOMPARE(m_cart->counts().value(SampleMenu::soto), 3);
    }

    void saysWhatWasChosenAndWhatItCosts()
    {
        CartItem soto = item(SampleMenu::soto, 2);
        soto.modifiers << SampleMenu::egg;
        soto.note = u"kuah dipisah"_s;
        soto.allergyNote = Allergen::Crustaceans;
        QVERIFY(m_cart->add(soto));
        const CartLine line = m_cart->lines().at(0);
        QCOMPARE(line.choices, u"Sedikit · Telur rebus · \u201ckuah dipisah\u201d"_s);
        QCOMPARE(line.allergy, u"allergy: prawns & crab"_s);
        QCOMPARE(line.price, u"Rp\u00a064.000"_s);
        QCOMPARE(m_cart->subtotal(), u"Rp\u00a064.000"_s);
    }

    void addsUpServiceAndTaxByRate()
    {
        QVERIFY(m_cart->add(item(SampleMenu::soto))); // 28.000, PB1 10 %
        QVERIFY(m_cart->add(item(SampleMenu::sate))); // 38.000, service 5 %, PB1 10 % on 39.900
        QVERIFY(m_cart->add(item(SampleMenu::esTeh))); // 8.000, no tax
        const QList<CartSum> sums = m_cart->sums();
        QCOMPARE(sums.size(), 3);
        QCOMPARE(sums.at(0).amount, u"Rp\u00a074.000"_s);
        QCOMPARE(sums.at(1).word, u"Service charge 5%"_s);
        QCOMPARE(sums.at(1).amount, u"Rp\u00a01.900"_s);
        QCOMPARE(sums.at(2).word, u"Restaurant tax PB1 10%"_s);
        QCOMPARE(sums.at(2).amount, u"Rp\u00a06.790"_s);
        QCOMPARE(m_cart->total(), u"Rp\u00a082.690"_s);
        QCOMPARE(m_cart->waitingMinutes(), 9);
    }

    void aStepChangesOneRowAndMovesNone()
    {
        QVERIFY(m_cart->add(item(SampleMenu::soto)));
        QVERIFY(m_cart->add(item(SampleMenu::esTeh)));
        QSignalSpy data(m_cart.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy in(m_cart.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy out(m_cart.get(), &QAbstractItemModel::rowsRemoved);
        m_cart->setQuantity(1, 5);
        QCOMPARE(data.count(), 1);
        QCOMPARE(data.at(0).at(0).toModelIndex().row(), 1);
        QCOMPARE(in.count() + out.count(), 0);
        m_cart->setQuantity(0, 0);
        QCOMPARE(out.count(), 1);
        QCOMPARE(titles(), QStringList{u"Es teh manis"_s});
    }

    void theOtherLanguageKeepsTheBasket()
    {
        QVERIFY(m_cart->add(item(SampleMenu::soto)));
        const BasketId id = m_cart->cart().id();
        m_language.setLanguage(u"en"_s);
        QCOMPARE(titles(), QStringList{u"Lamongan chicken soup"_s});
        QCOMPARE(m_cart->lines().at(0).price, u"Rp\u00a028,000"_s);
        QCOMPARE(m_cart->cart().id(), id);
    }

    void whatSellsOutStaysMarkedAndCostsNothing()
    {
        QVERIFY(m_cart->add(item(SampleMenu::sate)));
        QVERIFY(m_cart->add(item(SampleMenu::nasi)));
        auto state = stateOf(SampleMenu::make());
        state.soldOut.insert(SampleMenu::sate);
        m_cart->setMenuState(state);
        QVERIFY(m_cart->hasUnavailable());
        QCOMPARE(m_cart->rowCount(), 2);
        QVERIFY(m_cart->lines().at(1).unavailable);
        QCOMPARE(m_cart->lines().at(1).price, QString());
        QCOMPARE(m_cart->lines().at(0).price, u"Rp\u00a06.000"_s);
        QCOMPARE(m_cart->total(), u"Rp\u00a06.600"_s);
        m_cart->removeUnavailable();
        QVERIFY(!m_cart->hasUnavailable());
        QCOMPARE(titles(), QStringList{u"Nasi putih"_s});
    }

    void aWithdrawnDishIsStillCalledByItsName()
    {
        QVERIFY(m_cart->add(item(SampleMenu::sate)));
        m_cart->setMenuState(stateOf(SampleMenu::without(SampleMenu::sate)));
        QCOMPARE(titles(), QStringList{u"Sate ayam Madura"_s});
        QVERIFY(m_cart->lines().at(0).unavailable);
        QCOMPARE(m_cart->groups().at(0).name, u"Sate Pak Kumis"_s);
        // It comes back: all is well again.
        m_cart->setMenuState(stateOf(SampleMenu::make()));
        QVERIFY(!m_cart->hasUnavailable());
    }

    void takesNothingThatIsSoldOut()
    {
        auto state = stateOf(SampleMenu::make());
        state.soldOut.insert(SampleMenu::sate);
        m_cart->setMenuState(state);
        const auto added = m_cart->add(item(SampleMenu::sate));
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::Conflict);
        QVERIFY(m_cart->isEmpty());
    }

    void aChangedLineKeepsItsPlace()
    {
        QVERIFY(m_cart->add(item(SampleMenu::soto)));
        QVERIFY(m_cart->add(item(SampleMenu::nasi)));
        CartItem changed = m_cart->item(0);
        changed.modifiers = {SampleMenu::hot};
        QVERIFY(m_cart->replace(0, changed));
        QCOMPARE(m_cart->lines().at(0).choices, u"Pedas"_s);
        QCOMPARE(m_cart->lastTouchedRow(), 0);
    }

    void everyBasketHasAnIdentityOfItsOwn()
    {
        const BasketId first = m_cart->cart().id();
        QVERIFY(!first.isNull());
        QVERIFY(m_cart->add(item(SampleMenu::nasi)));
        m_cart->setTable(u"12"_s);
        m_cart->startAnew();
        QVERIFY(m_cart->cart().id() != first);
        QVERIFY(m_cart->isEmpty());
        QCOMPARE(m_cart->cart().table, QString());
    }
};

QTEST_GUILESS_MAIN(tst_CartModel)
#include "tst_cartmodel.moc"
