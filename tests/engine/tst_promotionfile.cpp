// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <engine/menudocs.h>
#include <engine/menuimport.h>

#include <QFile>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

//! The valid file with these promotions (and whatever else) at its end.
QByteArray fileWith(const QByteArray &more)
{
    QFile file(QFINDTESTDATA("validmenu.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("validmenu.json");
    auto bytes = file.readAll().trimmed();
    bytes.chop(1);
    return bytes + ", " + more + "}";
}

QByteArray promotions(const QByteArray &list)
{
    return fileWith("\"promotions\": [" + list + "]");
}

const QByteArray everyField = R"(
    {"id": 5, "name": {"id": "Sore", "en": "Afternoon"}, "type": "percentage", "rate": "12.50", "starts": "2026-06-01", "ends": "2026-06-30",
     "weekdays": ["fri", "mon"], "hours": ["14:00", "24:00"], "min_purchase": "50000.00", "max_discount": "15000.00", "usage_limit": 100,
     "outlets": [2, 1], "categories": [7], "products": [11], "priority": -2, "stackable": true, "active": false},
    {"id": 6, "name": "Dua satu", "type": "buy_x_get_y", "buy": 2, "get_products": [21], "per_order": 1},
    {"id": 7, "name": "Paket", "type": "bundle", "amount": "60000.00", "pieces": [{"products": [11]}, {"products": [21], "quantity": 2}]},
    {"id": 8, "name": "Hemat", "type": "fixed", "amount": "5000.00", "hours": ["22:00", "02:00"]})";

Menu menuOf(Shop &shop, const QByteArray &file)
{
    const auto rows = rowsFromMenuFile(file);
    if (!rows)
        qFatal("%s", qPrintable(rows.error().detail));
    if (const auto done = shop.catalog->replaceAll(rows->rows, shop.device.random); !done)
        qFatal("%s", qPrintable(done.error().detail));
    return *menuFromCatalog(*shop.catalog);
}

} // namespace

class TestPromotionFile : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryFieldAndEveryDefault()
    {
        Shop shop;
        const auto menu = menuOf(shop, promotions(everyField));
        QCOMPARE(menu.skipped(), 0);
        QCOMPARE(menu.promotions().size(), 4);
        const auto &sore = *menu.promotion(PromotionId(5));
        QCOMPARE(sore.name.en, u"Afternoon"_s);
        QCOMPARE(sore.type, PromotionType::Percentage);
        QCOMPARE(sore.basisPoints, 1250);
        QCOMPARE(sore.schedule.firstDay, QDate(2026, 6, 1));
        QCOMPARE(sore.schedule.lastDay, QDate(2026, 6, 30));
        QCOMPARE(int(sore.schedule.weekdays), 0b0010001);
        QCOMPARE(sore.schedule.fromMinute, 14 * 60);
        QCOMPARE(sore.schedule.untilMinute, 24 * 60);
        QCOMPARE(sore.minPurchase.minorUnits(), 5'000'000);
        QCOMPARE(sore.maxDiscount.minorUnits(), 1'500'000);
        QCOMPARE(sore.usageLimit, 100);
        QCOMPARE(sore.scope.outlets, QList<OutletId>({OutletId(2), OutletId(1)}));
        QCOMPARE(sore.scope.categories, QList<CategoryId>({CategoryId(7)}));
        QCOMPARE(sore.scope.products, QList<ProductId>({ProductId(11)}));
        QCOMPARE(sore.priority, -2);
        QVERIFY(sore.stackable && !sore.active);
        const auto &twoForOne = *menu.promotion(PromotionId(6));
        QCOMPARE(twoForOne.buy, 2);
        QCOMPARE(twoForOne.get, 1);
        QCOMPARE(twoForOne.basisPoints, 10'000); // free, unless it says otherwise
        QCOMPARE(twoForOne.perOrder, 1);
        QVERIFY(twoForOne.active && !twoForOne.stackable && twoForOne.schedule == PromotionSchedule() && twoForOne.scope == PromotionScope());
        QCOMPARE(menu.promotion(PromotionId(7))->pieces, QList<BundlePiece>({{{ProductId(11)}, 1}, {{ProductId(21)}, 2}}));
        QCOMPARE(menu.promotion(PromotionId(8))->schedule.untilMinute, 2 * 60);
        QVERIFY(!menu.promotion(PromotionId(9)));
    }

    void settingsReachEveryScreen()
    {
        Shop shop;
        const auto usual = menuOf(shop, promotions({})).settings();
        QCOMPARE(usual, StoreSettings());
        QCOMPARE(usual.menuIsOldAfterHours, 24);
        const auto set = menuOf(shop, fileWith(R"("settings": {"idle_menu_s": 90, "idle_detail_s": 200, "idle_warning_s": 30,
                                                               "menu_is_old_after_h": 6})")).settings();
        QCOMPARE(set, (StoreSettings{90, 200, 30, 6}));
        // Taken out of the file, they are as usual again: a tombstone, like that of a product.
        QCOMPARE(menuOf(shop, promotions({})).settings(), StoreSettings());
    }

    void exportsWhatImportsToTheSameRows()
    {
        Shop shop;
        menuOf(shop, fileWith("\"promotions\": [" + everyField + R"(], "settings": {"menu_is_old_after_h": 6})"));
        const auto version = shop.catalog->version();
        const auto file = menuFileFromCatalog(*shop.catalog);
        QVERIFY(file);
        menuOf(shop, *file);
        QCOMPARE(shop.catalog->version(), version);
    }

    void aWithdrawnPromotionIsATombstone()
    {
        Shop shop;
        menuOf(shop, promotions(everyField));
        const auto before = shop.catalog->version().version;
        QVERIFY(menuOf(shop, promotions({})).promotions().isEmpty());
        const auto page = shop.catalog->changesSince(before, 100);
        QCOMPARE(page->changes.size(), 4);
        QVERIFY(page->changes.first().deleted);
        QCOMPARE(page->changes.first().kind, QString(catalogkind::promotion));
    }

    void namesThePlaceOfAMistake_data()
    {
        QTest::addColumn<QByteArray>("promotion");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const char *fields, const char *detail) {
            QTest::newRow(name) << QByteArray(R"({"id": 1, "name": "x", )") + fields + '}' << QString::fromUtf8(detail);
        };
        row("no type", R"("rate": "5.00")", "promotions[0].type: is missing");
        row("another type", R"("type": "gift")", "promotions[0].type: \"gift\" is none of percentage, fixed, buy_x_get_y, bundle");
        row("a percentage without a rate", R"("type": "percentage")", "promotions[0].rate: is missing");
        row("more than all", R"("type": "percentage", "rate": "100.01")", "promotions[0].rate:");
        row("nothing off", R"("type": "fixed", "amount": "0.00")", "promotions[0].amount: is missing");
        row("a bundle of nothing", R"("type": "bundle", "amount": "1.00")", "promotions[0].pieces: is missing");
        row("a piece of nothing", R"("type": "bundle", "amount": "1.00", "pieces": [{"products": []}])",
            "promotions[0].pieces[0].products: names nothing");
        row("a dish in two pieces", R"("type": "bundle", "amount": "1.00", "pieces": [{"products": [11]}, {"products": [11]}])",
            "promotions[0].pieces[1]: product 11 is in two pieces");
        row("buy nothing", R"("type": "buy_x_get_y", "buy": 0)", "promotions[0].buy: 0 is not within 1 and");
        row("a day that is none", R"("type": "fixed", "amount": "1.00", "starts": "2026-02-30")", "promotions[0].starts: \"2026-02-30\"");
        row("over before it starts", R"("type": "fixed", "amount": "1.00", "starts": "2026-06-02", "ends": "2026-06-01")",
            "promotions[0].ends: is before it starts");
        row("a weekday", R"("type": "fixed", "amount": "1.00", "weekdays": ["senin"])", "promotions[0].weekdays[0]: \"senin\" is none of mon");
        row("no weekday", R"("type": "fixed", "amount": "1.00", "weekdays": [])", "promotions[0].weekdays: a promotion that holds on no");
        row("one hour", R"("type": "fixed", "amount": "1.00", "hours": ["14:00"])", "promotions[0].hours: two times");
        row("no time between", R"("type": "fixed", "amount": "1.00", "hours": ["14:00", "14:00"])", "promotions[0].hours: two times");
        row("an hour that is none", R"("type": "fixed", "amount": "1.00", "hours": ["14:00", "25:00"])", "promotions[0].hours[1]: \"25:00\"");
        row("an empty scope", R"("type": "fixed", "amount": "1.00", "outlets": [])", "promotions[0].outlets: names nothing");
        row("no outlet", R"("type": "fixed", "amount": "1.00", "outlets": [9])", "promotions[0].outlets: there is no outlet 9");
        row("no category", R"("type": "fixed", "amount": "1.00", "categories": [9])", "promotions[0].categories: there is no category 9");
        row("no product", R"("type": "fixed", "amount": "1.00", "products": [9])", "promotions[0].products: there is no product 9");
        row("no gift", R"("type": "buy_x_get_y", "get_products": [9])", "promotions[0].get_products: there is no product 9");
        row("no piece", R"("type": "bundle", "amount": "1.00", "pieces": [{"products": [9]}])", "promotions[0].pieces: there is no product 9");
        row("less than nothing", R"("type": "fixed", "amount": "-1.00")", "promotions[0].amount: \"-1.00\"");
        row("a misspelt field", R"("type": "fixed", "amount": "1.00", "weekday": ["mon"])", "promotions[0].weekday: there is no such field");
    }
    void namesThePlaceOfAMistake()
    {
        QFETCH(QByteArray, promotion);
        QFETCH(QString, detail);
        const auto rows = rowsFromMenuFile(promotions(promotion));
        QVERIFY(!rows);
        QVERIFY2(rows.error().detail.startsWith(detail), qPrintable(rows.error().detail));
    }

    void anIdleWarningLeavesTimeToAnswer()
    {
        const auto rows = rowsFromMenuFile(fileWith(R"("settings": {"idle_warning_s": 5})"));
        QVERIFY(!rows);
        QVERIFY2(rows.error().detail.startsWith(u"settings.idle_warning_s: 5 is not within 20"_s), qPrintable(rows.error().detail));
    }

    void aRowThatIsNoneIsReportedAndLeftOut()
    {
        Shop shop;
        auto rows = rowsFromMenuFile(promotions(everyField))->rows;
        for (auto &row : rows) {
            if (row.kind == catalogkind::promotion && row.id == u"6"_s)
                row.doc = R"({"id": 6, "name": "x", "type": "lottery"})";
            else if (row.kind == catalogkind::promotion && row.id == u"7"_s)
                row.doc = "[]";
        }
        QVERIFY(shop.catalog->replaceAll(rows, shop.device.random));
        const auto menu = menuFromCatalog(*shop.catalog);
        QVERIFY(menu);
        QCOMPARE(menu->skipped(), 2);
        QCOMPARE(menu->promotions().size(), 2);
        QVERIFY(!menu->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPromotionFile)
#include "tst_promotionfile.moc"
