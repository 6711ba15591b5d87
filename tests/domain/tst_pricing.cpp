// SPDX-License-Identifier: GPL-3.0-or-later
#include "foodcourt.h"

#include <QTest>

using namespace saji;
using namespace saji::foodcourt;

class TestPricing : public QObject
{
    Q_OBJECT

private slots:
    void pricesTheStory()
    {
        const Menu menu(parts());
        const auto priced = price(story(menu), menu);
        QCOMPARE(priced.portions, 6);
        QCOMPARE(priced.subtotal, rupiah(139'000));
        QCOMPARE(priced.service, rupiah(0));
        QCOMPARE(priced.tax, rupiah(13'900));
        QCOMPARE(priced.total, rupiah(152'900));
        QCOMPARE(priced.outlets.size(), 2);
        const auto &soup = priced.outlets.first();
        QCOMPARE(soup.outlet, soto);
        QCOMPARE(soup.subtotal, rupiah(101'000));
        QCOMPARE(soup.items.first().unit, rupiah(38'000));
        QCOMPARE(soup.items.first().line, rupiah(76'000));
        QCOMPARE(soup.portions, 5);
        QCOMPARE(soup.minutes, 6);
        QCOMPARE(priced.outlets.last().minutes, 9);
        QCOMPARE(priced.outlets.last().items.first().index, 3);
    }

    void aBasketOfNothingCostsNothing()
    {
        const auto priced = price(Cart(), Menu(parts()));
        QVERIFY(priced.outlets.isEmpty());
        QCOMPARE(priced.total, Money());
        QCOMPARE(priced.portions, 0);
    }

    void eachTenantHasItsOwnTaxAndService()
    {
        auto p = parts();
        p.outlets[0].serviceChargeBasisPoints = 500;
        p.outlets[1].taxBasisPoints = 0;
        const Menu menu(p);
        const auto priced = price(story(menu), menu);
        QCOMPARE(priced.outlets[0].service, rupiah(5'050));
        QCOMPARE(priced.outlets[0].tax, rupiah(10'605)); // on 106,050
        QCOMPARE(priced.outlets[0].total, rupiah(116'655));
        QCOMPARE(priced.outlets[1].tax, rupiah(0));
        QCOMPARE(priced.outlets[1].total, rupiah(38'000));
        QCOMPARE(priced.total, rupiah(154'655));
        QCOMPARE(priced.total, priced.subtotal + priced.service + priced.tax);
    }

    void whatIsNotTaxableIsNotTaxed()
    {
        auto p = parts();
        p.outlets[0].serviceChargeBasisPoints = 1000;
        p.products[2].taxable = false; // the tea
        const Menu menu(p);
        const auto soup = price(story(menu), menu).outlets.first();
        QCOMPARE(soup.service, rupiah(10'100));
        QCOMPARE(soup.tax, rupiah(9'350)); // 85,000 and the service on it, 8,500
    }

    void taxIsRoundedOncePerTenantNotPerLine()
    {
        auto p = parts();
        p.products[1].price = rupiah(3); // 10 % of each would be 0
        const Menu menu(p);
        Cart cart;
        auto line = item(perkedel);
        for (const auto &note : {u"a"_s, u"b"_s, u"c"_s}) {
            line.note = note;
            QVERIFY(cart.add(line, menu));
        }
        QCOMPARE(price(cart, menu).tax, rupiah(1)); // of 9
    }

    void aDiscountingModifierNeverPaysTheGuest()
    {
        auto p = parts();
        p.groups[2].modifiers[0].priceAdjustment = rupiah(-100'000);
        const Menu menu(p);
        QCOMPARE(unitPrice(*menu.product(sotoAyam), {medium, rice, egg}, menu), rupiah(0));
        QCOMPARE(unitPrice(*menu.product(sotoAyam), {medium, rice}, menu), rupiah(34'000));
    }

    void whatIsWithdrawnIsNamedAndCostsNothing()
    {
        const Menu before(parts());
        const Cart cart = story(before);
        auto p = parts();
        p.products.removeAt(1);                     // perkedel is gone
        p.products[2].available = false;            // and so is the sate, for today
        p.groups[2].modifiers[0].available = false; // and the eggs
        const Menu after(p);
        const auto priced = price(cart, after);
        QCOMPARE(priced.unavailable, QList<qsizetype>({0, 1, 3}));
        QCOMPARE(priced.subtotal, rupiah(16'000));
        QCOMPARE(priced.portions, 2);
        QCOMPARE(priced.outlets.size(), 1);
    }

    void aGroupThatNowAsksForMoreMakesTheItemUnavailable()
    {
        const Menu before(parts());
        const Cart cart = story(before);
        auto p = parts();
        p.groups[2].min = 2;
        const Menu after(p);
        QCOMPARE(price(cart, after).unavailable, QList<qsizetype>({0}));
    }

    void outletsStandInTheMenusOrder()
    {
        auto p = parts();
        p.outlets[0].sort = 9;
        const Menu menu(p);
        const auto priced = price(story(menu), menu);
        QCOMPARE(priced.outlets[0].outlet, sate);
        QCOMPARE(priced.outlets[1].outlet, soto);
    }

    void worksInAnyCurrency()
    {
        auto p = parts();
        p.store.currency = u"SGD"_s;
        for (auto &product : p.products)
            product.price = Money(455, "SGD");
        for (auto &group : p.groups) {
            for (auto &modifier : group.modifiers)
                modifier.priceAdjustment = Money(50, "SGD");
        }
        const Menu menu(p);
        const auto priced = price(story(menu), menu);
        QCOMPARE(priced.total.currency(), u"SGD"_s);
        QCOMPARE(priced.subtotal.minorUnits(), 2 * 605 + 4 * 455);
        QCOMPARE(priced.tax.minorUnits(), 258 + 46); // 257.5 and 45.5, each tenant for itself
    }
};

QTEST_GUILESS_MAIN(TestPricing)
#include "tst_pricing.moc"
