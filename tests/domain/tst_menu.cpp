// SPDX-License-Identifier: GPL-3.0-or-later
#include "foodcourt.h"

#include <QTest>

using namespace saji;
using namespace saji::foodcourt;

class TestMenu : public QObject
{
    Q_OBJECT

private slots:
    void isEmptyBeforeTheFirstCatalog()
    {
        const Menu menu;
        QVERIFY(menu.isEmpty());
        QCOMPARE(menu.version(), 0);
        QVERIFY(!menu.product(sotoAyam));
        QVERIFY(!menu.outlet(soto));
        QVERIFY(!menu.station(u"soto.kuah"));
    }

    void findsEverythingByItsNumber()
    {
        const Menu menu(parts());
        QCOMPARE(menu.skipped(), 0);
        QCOMPARE(menu.outlet(sate)->name, u"Sate Pak Kumis"_s);
        QCOMPARE(menu.category(drinks)->name.en, u"Drinks"_s);
        QCOMPARE(menu.group(side)->modifiers.size(), 3);
        QCOMPARE(menu.product(esTeh)->price, rupiah(8000));
        QCOMPARE(menu.station(u"sate.bakar")->outlet, sate);
        QVERIFY(!menu.product(ProductId(99)));
        QVERIFY(!menu.product(ProductId()));
    }

    void sortsBySortThenId()
    {
        auto p = parts();
        p.outlets[0].sort = 5;
        p.categories[0].sort = 9;
        p.products[0].sort = 3;
        std::ranges::reverse(p.products);
        const Menu menu(p);
        QCOMPARE(menu.outlets().first().id, sate);
        QCOMPARE(menu.categories().first().id, drinks);
        QList<ProductId> ids;
        for (const auto &product : menu.products())
            ids.append(product.id);
        QCOMPARE(ids, QList<ProductId>({esTeh, perkedel, sateAyam, sotoAyam}));
        for (const auto id : ids)
            QCOMPARE(menu.product(id)->id, id);
    }

    void dropsWhatRefersToNothing()
    {
        auto p = parts();
        p.outlets.removeLast(); // and with it the sate and its station
        p.products[1].category = CategoryId(77);
        const Menu menu(p);
        QVERIFY(!menu.product(sateAyam));
        QVERIFY(!menu.product(perkedel));
        QVERIFY(!menu.station(u"sate.bakar"));
        QCOMPARE(menu.products().size(), 2);
        QCOMPARE(menu.skipped(), 3);
    }

    void sellsADishWithoutWhatItPointsAtInVain()
    {
        auto p = parts();
        p.products[0].groups.append(ModifierGroupId(77));
        p.products[0].station = u"sate.bakar"_s; // of another outlet
        p.products[3].station = u"nowhere"_s;
        p.groups[2].modifiers.clear();
        const Menu menu(p);
        QCOMPARE(menu.product(sotoAyam)->groups, QList<ModifierGroupId>({spice, side}));
        QCOMPARE(menu.product(sotoAyam)->station, QString());
        QCOMPARE(menu.product(sateAyam)->station, QString());
        QCOMPARE(menu.skipped(), 5);
    }

    void keepsTheFirstOfTwoWithOneNumber()
    {
        auto p = parts();
        p.products.insert(1, p.products[0]);
        p.products[1].name.id = u"Salinan"_s;
        p.products.append(p.products[0]);
        const Menu menu(p);
        QCOMPARE(menu.skipped(), 2);
        QCOMPARE(menu.products().size(), 4);
        QCOMPARE(menu.product(sotoAyam)->name.id, u"Soto ayam Lamongan"_s);
    }

    void namesTheFourteenAllergensAndNoOther()
    {
        int named = 0;
        for (int bit = 0; bit < 14; ++bit) {
            const auto allergen = Allergen(1 << bit);
            QCOMPARE(*allergenFromWord(QString(allergenWord(allergen))), allergen);
            ++named;
        }
        QCOMPARE(named, 14);
        QVERIFY(!allergenFromWord(u"strawberry"));
        QVERIFY(!allergenFromWord(u"Milk"));
        QVERIFY(!allergenFromWord(u""));
    }

    void aTextFallsBackToIndonesian()
    {
        const LocalText both{u"Sate ayam"_s, u"Chicken satay"_s};
        const LocalText one{u"Rendang"_s, {}};
        QCOMPARE(both.in(u"en"), u"Chicken satay"_s);
        QCOMPARE(both.in(u"id"), u"Sate ayam"_s);
        QCOMPARE(both.in(u"fr"), u"Sate ayam"_s);
        QCOMPARE(one.in(u"en"), u"Rendang"_s);
    }
};

QTEST_GUILESS_MAIN(TestMenu)
#include "tst_menu.moc"
