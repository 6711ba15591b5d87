// SPDX-License-Identifier: GPL-3.0-or-later
#include "foodcourt.h"

#include <QTest>

using namespace saji;
using namespace saji::foodcourt;

namespace {
using Chosen = QList<ModifierId>;
}

class TestCart : public QObject
{
    Q_OBJECT

    Menu m_menu{parts()};
    const Product &m_soto = *m_menu.product(sotoAyam);

    ErrorCode refusal(const CartItem &item, const Menu &menu)
    {
        Cart cart;
        const auto added = cart.add(item, menu);
        return added || !cart.isEmpty() ? ErrorCode::Internal : added.error().code;
    }

private slots:
    void raisesTheQuantityOfTheSameChoice()
    {
        Cart cart;
        QVERIFY(cart.add(item(sotoAyam, 1, {medium, rice, egg}), m_menu));
        QVERIFY(cart.add(item(sotoAyam, 2, {egg, medium, rice}), m_menu));
        QCOMPARE(cart.items().size(), 1);
        QCOMPARE(cart.items().first().quantity, 3);
        QCOMPARE(cart.items().first().modifiers, Chosen({medium, rice, egg}));
    }

    void keepsDifferentChoicesApart()
    {
        Cart cart;
        auto noted = item(sotoAyam, 1, {medium, rice});
        noted.note = u"  tanpa\nseledri "_s;
        auto allergic = item(sotoAyam, 1, {medium, rice});
        allergic.allergyNote = Allergen::Celery;
        for (const auto &line : {item(sotoAyam, 1, {medium, rice}), item(sotoAyam, 1, {hot, rice}), noted, allergic})
            QVERIFY(cart.add(line, m_menu));
        QCOMPARE(cart.items().size(), 4);
        QCOMPARE(cart.items().at(2).note, u"tanpa seledri"_s);
        QCOMPARE(cart.portions(), 4);
        QCOMPARE(cart.portionsOf(sotoAyam), 4);
        QCOMPARE(cart.portionsOf(perkedel), 0);
    }

    void refusesWhatCannotBeSold()
    {
        auto p = parts();
        p.products[1].available = false;
        p.groups[2].modifiers[0].available = false;
        const Menu menu(p);
        QCOMPARE(refusal(item(ProductId(99)), menu), ErrorCode::NotFound);
        QCOMPARE(refusal(item(perkedel), menu), ErrorCode::Conflict);
        QCOMPARE(refusal(item(sotoAyam, 1, {medium, rice, egg}), menu), ErrorCode::Conflict);
        QCOMPARE(refusal(item(sotoAyam, 1, {medium, rice, ModifierId(999)}), menu), ErrorCode::NotFound);
        QCOMPARE(refusal(item(sateAyam, 1, {medium}), menu), ErrorCode::NotFound);
        QCOMPARE(refusal(item(sotoAyam, 1, {medium, rice, tripe, tripe}), menu), ErrorCode::InvalidArgument);
        QCOMPARE(refusal(item(sotoAyam, 1, {medium}), menu), ErrorCode::Conflict);
        QCOMPARE(refusal(item(sotoAyam, 1, {medium, hot, rice}), menu), ErrorCode::Conflict);
    }

    void refusesQuantitiesAndNotesOutOfRange()
    {
        for (const int quantity : {0, -1, 100, std::numeric_limits<int>::max()})
            QCOMPARE(refusal(item(perkedel, quantity), m_menu), ErrorCode::InvalidArgument);
        auto talkative = item(perkedel);
        talkative.note = QString(CartItem::maxNoteLength + 1, u'x');
        QCOMPARE(refusal(talkative, m_menu), ErrorCode::InvalidArgument);
        Cart cart;
        QVERIFY(cart.add(item(perkedel, 60), m_menu));
        QVERIFY(!cart.add(item(perkedel, 40), m_menu));
        QCOMPARE(cart.portions(), 60);
        QVERIFY(cart.add(item(perkedel, 39), m_menu));
    }

    void hasABoundedNumberOfLines()
    {
        Cart cart;
        auto line = item(perkedel);
        for (int i = 0; i < Cart::maxItems; ++i) {
            line.note = QString::number(i);
            QVERIFY(cart.add(line, m_menu));
        }
        line.note = u"one more"_s;
        const auto added = cart.add(line, m_menu);
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::Conflict);
        line.note = u"7"_s;
        QVERIFY(cart.add(line, m_menu)); // the same choice still fits
    }

    void noteIsCleanForPrinters()
    {
        Cart cart;
        auto line = item(perkedel);
        line.note = u"pedas\x1b@ \x1dV\u0000 ya\r\n"_s;
        QVERIFY(cart.add(line, m_menu));
        for (const auto c : cart.items().first().note)
            QVERIFY(c.unicode() >= 0x20);
    }

    void setsClampsAndRemoves()
    {
        Cart cart = story(m_menu);
        cart.setQuantity(0, 500);
        QCOMPARE(cart.items().at(0).quantity, Cart::maxQuantity);
        cart.setQuantity(0, 0);
        QCOMPARE(cart.items().size(), 3);
        QCOMPARE(cart.items().at(0).product, perkedel);
        cart.setQuantity(7, 3); // a finger on a line that has just gone
        cart.remove(-1);
        QCOMPARE(cart.items().size(), 3);
        cart.remove(0);
        QCOMPARE(cart.items().size(), 2);
        cart.clear();
        QVERIFY(cart.isEmpty());
    }

    void aChangedLineJoinsItsTwin()
    {
        Cart cart;
        QVERIFY(cart.add(item(sotoAyam, 1, {medium, rice}), m_menu));
        QVERIFY(cart.add(item(sotoAyam, 2, {hot, rice}), m_menu));
        QVERIFY(cart.add(item(perkedel), m_menu));
        QVERIFY(cart.replace(1, item(sotoAyam, 3, {medium, rice}), m_menu));
        QCOMPARE(cart.items().size(), 2);
        QCOMPARE(cart.items().at(0).quantity, 4);
        QCOMPARE(cart.items().at(1).product, perkedel);
        QVERIFY(cart.replace(1, item(esTeh, 2), m_menu));
        QCOMPARE(cart.items().at(1).product, esTeh);
        QVERIFY(!cart.replace(2, item(esTeh), m_menu));
        QVERIFY(!cart.replace(0, item(sotoAyam, 1, {medium}), m_menu));
        QCOMPARE(cart.items().at(0).quantity, 4);
    }

    void namesTheFirstGroupThatIsNotMet()
    {
        QVERIFY(unmetGroup(m_soto, {}, m_menu) == spice);
        QVERIFY(unmetGroup(m_soto, {mild}, m_menu) == side);
        QVERIFY(unmetGroup(m_soto, {mild, rice}, m_menu) == std::nullopt);
        QVERIFY(unmetGroup(m_soto, {mild, hot, rice}, m_menu) == spice);
        QVERIFY(unmetGroup(m_soto, {mild, rice, egg, tripe, koya}, m_menu) == extras);
        QVERIFY(unmetGroup(*m_menu.product(sateAyam), {}, m_menu) == std::nullopt);
    }

    void choosesWhatIsMarkedAndWhatLeavesNoChoice()
    {
        QCOMPARE(defaultModifiers(m_soto, m_menu), Chosen({medium}));
        auto p = parts();
        p.groups[1].modifiers[0].available = false;
        p.groups[1].modifiers[2].available = false; // only lontong is left of a required group
        p.groups[2].modifiers[1].isDefault = true;
        p.groups[2].modifiers[2].isDefault = true;
        p.groups[2].modifiers[2].available = false;
        const Menu menu(p);
        QCOMPARE(defaultModifiers(*menu.product(sotoAyam), menu), Chosen({medium, lontong, tripe}));
    }

    void togglesByTheRulesOfTheGroup_data()
    {
        QTest::addColumn<int>("min");
        QTest::addColumn<int>("max");
        QTest::addColumn<Chosen>("before");
        QTest::addColumn<ModifierId>("tapped");
        QTest::addColumn<Chosen>("after");
        QTest::newRow("one of many replaces") << 1 << 1 << Chosen{egg} << tripe << Chosen{tripe};
        QTest::newRow("the required one cannot be unchosen") << 1 << 1 << Chosen{egg} << egg << Chosen{egg};
        QTest::newRow("an optional one can") << 0 << 1 << Chosen{egg} << egg << Chosen{};
        QTest::newRow("an optional one is replaced") << 0 << 1 << Chosen{egg} << koya << Chosen{koya};
        QTest::newRow("several add up") << 0 << 2 << Chosen{egg} << tripe << Chosen{egg, tripe};
        QTest::newRow("a full group stays") << 0 << 2 << Chosen{egg, tripe} << koya << Chosen{egg, tripe};
        QTest::newRow("one is given back") << 0 << 2 << Chosen{egg, tripe} << egg << Chosen{tripe};
        QTest::newRow("the last of a required several stays") << 1 << 3 << Chosen{egg} << egg << Chosen{egg};
        QTest::newRow("of two where one is required, one goes") << 1 << 3 << Chosen{egg, koya} << koya << Chosen{egg};
        QTest::newRow("exactly two: one must go before another comes") << 2 << 2 << Chosen{egg, tripe} << egg << Chosen{tripe};
        QTest::newRow("not of this product") << 0 << 2 << Chosen{egg} << ModifierId(999) << Chosen{egg};
    }
    void togglesByTheRulesOfTheGroup()
    {
        QFETCH(int, min);
        QFETCH(int, max);
        QFETCH(Chosen, before);
        QFETCH(ModifierId, tapped);
        auto p = parts();
        p.groups[2].min = min;
        p.groups[2].max = max;
        const Menu menu(p);
        QTEST(toggled(*menu.product(sotoAyam), before, tapped, menu), "after");
    }

    void togglingLeavesOtherGroupsAlone() { QCOMPARE(toggled(m_soto, {medium, rice, egg}, hot, m_menu), Chosen({rice, egg, hot})); }

    void whatIsNotAvailableCanOnlyBeUnchosen()
    {
        auto p = parts();
        p.groups[0].modifiers[1].available = false;
        const Menu menu(p);
        const auto &product = *menu.product(sotoAyam);
        QCOMPARE(toggled(product, {}, medium, menu), Chosen());
        QCOMPARE(toggled(product, {medium}, medium, menu), Chosen());
    }
};

QTEST_GUILESS_MAIN(TestCart)
#include "tst_cart.moc"
