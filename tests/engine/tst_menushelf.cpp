// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <engine/menudocs.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace saji::foodcourt;
using namespace std::chrono_literals;

class TestMenuShelf : public QObject
{
    Q_OBJECT

private slots:
    void hasTheMenuThatTheCatalogHas()
    {
        Shop shop;
        const auto menu = shop.menu();
        QCOMPARE(menu->skipped(), 0);
        QCOMPARE(menu->products().size(), 4);
        QCOMPARE(menu->version(), shop.catalog->version().version);
        QCOMPARE(menu->epoch(), shop.catalog->version().epoch);
        QCOMPARE(price(story(*menu), *menu).total, rupiah(152'900));
    }

    void hasAnEmptyMenuBeforeTheFirstCatalog()
    {
        Device device(u"Kios A"_s);
        ManualScheduler scheduler(device.clock);
        const auto catalog = CatalogStore::open(device.database(), device.clock);
        const auto soldOut = SoldOutBook::open(device.database());
        const auto promotions = PromotionBook::open(device.database());
        MenuShelf shelf(device.log(), **catalog, **soldOut, **promotions, device.clock, scheduler);
        QVERIFY(shelf.load());
        QVERIFY(shelf.state().menu);
        QVERIFY(shelf.state().menu->isEmpty());
        QVERIFY(!shelf.state().checkedAt);
        QVERIFY(!shelf.state().sells(sotoAyam));
    }

    void saysAllOfAChangeOnceAndSharesIt()
    {
        Shop shop;
        QSignalSpy changed(shop.shelf.get(), &MenuService::changed);
        auto p = parts();
        p.products[0].price = rupiah(30'000);
        shop.setMenu(p);
        QCOMPARE(changed.size(), 1);
        const auto state = changed.first().first().value<MenuState>();
        QCOMPARE(state.menu->product(sotoAyam)->price, rupiah(30'000));
        QVERIFY(state.menu == shop.menu()); // shared, not copied
        // Several changes of the catalog in one turn make one menu.
        changed.clear();
        shop.shelf->catalogChanged();
        shop.shelf->catalogChanged();
        QCOMPARE(changed.size(), 0);
        shop.settle();
        QCOMPARE(changed.size(), 1);
    }

    void anOldMenuStaysWholeInTheHandsOfWhoHoldsIt()
    {
        Shop shop;
        const auto held = shop.menu();
        auto p = parts();
        p.products.clear();
        shop.setMenu(p);
        QVERIFY(shop.menu()->isEmpty());
        QCOMPARE(held->products().size(), 4);
    }

    void leavesOutABadRowAndGoesOn()
    {
        Shop shop;
        QList<CatalogRow> rows{{catalogkind::store, u"pasar-saji"_s, 0, false, docOf(parts().store)}};
        for (const auto &outlet : parts().outlets)
            rows.append({catalogkind::outlet, QString::number(outlet.id.value()), 0, false, docOf(outlet)});
        rows.append({catalogkind::category, u"1"_s, 0, false, docOf(parts().categories[0])});
        const auto tea = docOf(parts().products[1]);
        rows.append({catalogkind::product, u"12"_s, 0, false, tea});
        rows.append({catalogkind::product, u"13"_s, 0, false, "not json"});
        rows.append({catalogkind::product, u"14"_s, 0, false, R"({"id": 14, "outlet": 1})"});
        rows.append({catalogkind::product, u"15"_s, 0, false, R"([1, 2])"});
        rows.append({catalogkind::product, u"16"_s, 0, false, "{"});
        // What a newer server says more is passed over.
        auto newer = tea;
        newer.replace("\"id\":12", "\"id\":17,\"colour\":\"green\",\"allergens\":[\"eggs\",\"kryptonite\"]");
        rows.append({catalogkind::product, u"17"_s, 0, false, newer});
        rows.append({u"coupon"_s, u"1"_s, 0, false, R"({"id": 1})"}); // a kind of a newer server
        QVERIFY(shop.catalog->replaceAll(rows, shop.device.random));
        for (int i = 0; i < 4; ++i)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"catalog: \"?product\"? 1[3456] is left out: .+"_s));
        const auto menu = menuFromCatalog(*shop.catalog);
        QVERIFY(menu);
        QCOMPARE(menu->products().size(), 2);
        QCOMPARE(menu->skipped(), 4);
        QCOMPARE(menu->product(ProductId(17))->allergens, Allergens(Allergen::Eggs));
        QCOMPARE(menu->product(ProductId(17))->price, rupiah(9000));
    }

    void readsALargeCatalogInPilesAndLosesNothingBetweenThem()
    {
        Shop shop;
        QList<CatalogRow> rows{{catalogkind::store, u"pasar-saji"_s, 0, false, docOf(parts().store)}};
        for (const auto &outlet : parts().outlets)
            rows.append({catalogkind::outlet, QString::number(outlet.id.value()), 0, false, docOf(outlet)});
        rows.append({catalogkind::category, u"1"_s, 0, false, docOf(parts().categories[0])});
        auto dish = parts().products[1];
        constexpr int dishes = 5'250;
        for (int id = 1; id <= dishes; ++id) {
            dish.id = ProductId(id);
            dish.price = rupiah(id);
            const bool isBad = id % 1'000 < 2; // on both sides of where a pile may end
            rows.append({catalogkind::product, QString::number(id), 0, false, isBad ? QByteArray("{") : docOf(dish)});
        }
        QVERIFY(shop.catalog->replaceAll(rows, shop.device.random));
        constexpr int bad = 11;
        for (int i = 0; i < bad; ++i)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"catalog: \"?product\"? \\d+ is left out: .+"_s));
        const auto menu = menuFromCatalog(*shop.catalog);
        QVERIFY(menu);
        QCOMPARE(menu->skipped(), bad);
        QCOMPARE(menu->products().size(), dishes - bad);
        for (int id = 1; id <= dishes; ++id) {
            const auto *product = menu->product(ProductId(id));
            QCOMPARE(product != nullptr, id % 1'000 >= 2);
            QVERIFY(!product || product->price == rupiah(id));
        }
    }

    void aDocumentReadsBackAsItWas()
    {
        for (const auto &product : parts().products) {
            const auto doc = docOf(product);
            QVERIFY(!doc.contains('\n'));
            QVERIFY(doc.startsWith("{\"id\":" + QByteArray::number(product.id.value())));
        }
        Shop shop;
        const auto first = *menuFromCatalog(*shop.catalog);
        QCOMPARE(docOf(*first.product(sotoAyam)), docOf(parts().products[0]));
        QCOMPARE(docOf(*first.group(side)), docOf(parts().groups[1]));
        QCOMPARE(docOf(*first.outlet(soto)), docOf([] {
                     auto outlet = parts().outlets[0];
                     outlet.tenant = outlet.name; // what absence means
                     return outlet;
                 }()));
        QCOMPARE(docOf(first.store()), docOf(parts().store));
    }

    void aKitchenSaysWhatIsSoldOutAndEveryScreenKnows()
    {
        Shop shop;
        QSignalSpy changed(shop.shelf.get(), &MenuService::changed);
        shop.shelf->setSoldOut(sateAyam, true);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!changed.first().first().value<MenuState>().sells(sateAyam));
        QVERIFY(changed.first().first().value<MenuState>().sells(sotoAyam));
        QCOMPARE(shop.log().lastArrival(), 1);
        shop.shelf->setSoldOut(sateAyam, true); // said already
        QCOMPARE(shop.log().lastArrival(), 1);
        shop.shelf->setSoldOut(sateAyam, false);
        QVERIFY(shop.shelf->state().sells(sateAyam));
        QCOMPARE(shop.log().lastArrival(), 2);
    }

    void knowsSinceWhenItIsCurrentByTheClockOfScreens()
    {
        Device device(u"Kios A"_s);
        ManualScheduler scheduler(device.clock);
        const auto catalog = CatalogStore::open(device.database(), device.clock);
        const auto soldOut = SoldOutBook::open(device.database());
        const auto promotions = PromotionBook::open(device.database());
        MenuShelf shelf(device.log(), **catalog, **soldOut, **promotions, device.clock, scheduler);
        QVERIFY((*catalog)->markChecked());
        shelf.catalogConfirmed();
        const auto checked = device.clock.steadyNow();
        QVERIFY(shelf.state().checkedAt == checked);
        device.clock.advance(2h);
        QVERIFY(shelf.state().checkedAt == checked);
        // Somebody sets the wall clock: the menu is as old as it is.
        device.clock.jumpWall(-6h);
        QVERIFY(shelf.state().checkedAt == checked);
    }

    void theWriterOfTheCatalogIsAlwaysCurrent()
    {
        Shop shop;
        shop.pass(48h);
        QVERIFY(shop.shelf->state().checkedAt == shop.device.clock.steadyNow());
    }

    void announcesAndSaysWhenItPulls()
    {
        Shop shop;
        QSignalSpy changed(shop.shelf.get(), &MenuService::changed);
        QSignalSpy asked(shop.shelf.get(), &MenuShelf::refreshAsked);
        shop.shelf->announce();
        QCOMPARE(changed.size(), 1);
        shop.shelf->refresh();
        QCOMPARE(asked.size(), 1);
        shop.shelf->setPulling(true);
        shop.shelf->setPulling(true);
        QCOMPARE(changed.size(), 2);
        QVERIFY(changed.last().first().value<MenuState>().pulling);
    }
};

QTEST_GUILESS_MAIN(TestMenuShelf)
#include "tst_menushelf.moc"
