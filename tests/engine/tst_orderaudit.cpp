// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <engine/orderaudit.h>

#include <QTest>

using namespace saji;
using namespace saji::foodcourt;

namespace {

Menu catalog(const Menu::Parts &p = parts())
{
    auto changed = p;
    changed.outlets[0].serviceChargeBasisPoints = 550;
    return Menu(changed);
}

QStringList flagsOf(const PlacedOrder &order, const Menu &menu, const CatalogMoves &moves = {})
{
    QStringList codes;
    for (const auto &flag : auditOrder(order, menu, moves))
        codes.append(flag.code);
    return codes;
}

} // namespace

class TestOrderAudit : public QObject
{
    Q_OBJECT

private slots:
    void findsNothingWrongWithAnHonestOrder()
    {
        const auto menu = catalog();
        QCOMPARE(flagsOf(placed(story(menu), menu), menu), QStringList());
    }

    void findsEverySumThatDiffers_data()
    {
        using Spoil = std::function<void(PlacedOrder &)>;
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QStringList>("codes");
        const auto row = [](const char *name, const Spoil &spoil, const QStringList &codes) { QTest::newRow(name) << spoil << codes; };
        const QStringList line{u"price_differs"_s, u"price_differs"_s}; // the line, and what follows from it
        const QStringList sum{u"price_differs"_s};
        row(
            "unit", [](PlacedOrder &o) { o.parts[0].lines[0].unit = rupiah(1); }, sum);
        row(
            "line", [](PlacedOrder &o) { o.parts[0].lines[0].line = rupiah(1); }, line);
        row(
            "quantity", [](PlacedOrder &o) { o.parts[0].lines[0].quantity = 9; }, sum);
        row(
            "a modifier for nothing", [](PlacedOrder &o) { o.parts[0].lines[0].modifiers.removeLast(); }, sum);
        row(
            "subtotal", [](PlacedOrder &o) { o.parts[0].subtotal = rupiah(1); }, sum);
        row(
            "service", [](PlacedOrder &o) { o.parts[0].service = rupiah(0); }, sum);
        row(
            "tax", [](PlacedOrder &o) { o.parts[1].tax = rupiah(0); }, sum);
        row(
            "total", [](PlacedOrder &o) { o.parts[1].total += rupiah(1); }, sum);
        row("product", [](PlacedOrder &o) { o.parts[0].lines[1].product = ProductId(99); }, {u"unknown_product"_s});
        row("another outlet's", [](PlacedOrder &o) { o.parts[1].lines[0] = o.parts[0].lines[1]; },
            {u"unknown_product"_s, u"price_differs"_s});
        row("outlet", [](PlacedOrder &o) { o.parts[1].outlet = OutletId(99); }, {u"unknown_outlet"_s, u"unknown_product"_s});
    }
    void findsEverySumThatDiffers()
    {
        QFETCH(std::function<void(PlacedOrder &)>, spoil);
        QFETCH(QStringList, codes);
        const auto menu = catalog();
        auto order = placed(story(menu), menu);
        spoil(order);
        QCOMPARE(flagsOf(order, menu), codes);
    }

    void anOrderOfAnOlderMenuIsHonoured()
    {
        const auto old = catalog();
        const auto order = placed(story(old), old);
        auto p = parts();
        p.version = 43;
        p.products[0].price = rupiah(50'000); // dearer now
        p.products.removeAt(1);               // and this is gone
        const auto now = catalog(p);
        QCOMPARE(flagsOf(order, now, {.outlets = {}, .products = {sotoAyam, perkedel}, .groups = {}, .promotions = {}}), QStringList());
        // But what has not moved since must be as it is.
        QCOMPARE(flagsOf(order, now, {.outlets = {}, .products = {perkedel}, .groups = {}, .promotions = {}}), QStringList{u"price_differs"_s});
        QCOMPARE(flagsOf(order, now, {.outlets = {}, .products = {sotoAyam}, .groups = {}, .promotions = {}}), QStringList{u"unknown_product"_s});
    }

    void aChangedModifierOrTaxIsHonouredToo()
    {
        const auto old = catalog();
        const auto order = placed(story(old), old);
        auto p = parts();
        p.version = 43;
        p.groups[2].modifiers[0].priceAdjustment = rupiah(9'000);
        p.outlets[1].taxBasisPoints = 1100;
        const auto now = catalog(p);
        QCOMPARE(flagsOf(order, now, {.outlets = {sate}, .products = {}, .groups = {extras}, .promotions = {}}), QStringList());
        QCOMPARE(flagsOf(order, now, {.outlets = {}, .products = {}, .groups = {extras}, .promotions = {}}), QStringList{u"price_differs"_s});
    }

    void anOrderOfAnUnknownMenuIsForAManager()
    {
        const auto menu = catalog();
        auto order = placed(story(menu), menu);
        order.catalogEpoch = u"another"_s;
        QCOMPARE(flagsOf(order, menu), QStringList{u"unknown_catalog"_s});
        order = placed(story(menu), menu);
        order.catalogVersion = 99;
        QCOMPARE(flagsOf(order, menu), QStringList{u"unknown_catalog"_s});
    }

    void knowsWhatHasMovedSinceAVersion()
    {
        Shop shop(u"Server"_s, NodeKind::Server);
        const auto before = shop.catalog->version().version;
        auto p = parts();
        p.products[0].price = rupiah(1);
        p.products.removeAt(1);
        p.outlets[1].taxBasisPoints = 1;
        p.groups[1].min = 0;
        shop.setMenu(p);
        const auto moves = movesSince(*shop.catalog, before);
        QVERIFY(moves);
        QCOMPARE(moves->products, QSet<ProductId>({sotoAyam, perkedel}));
        QCOMPARE(moves->outlets, QSet<OutletId>({sate}));
        QCOMPARE(moves->groups, QSet<ModifierGroupId>({side}));
        QVERIFY(movesSince(*shop.catalog, shop.catalog->version().version)->products.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOrderAudit)
#include "tst_orderaudit.moc"
