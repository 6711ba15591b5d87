// SPDX-License-Identifier: GPL-3.0-or-later
#include <house.h>

#include <gateway/masterdata.h>
#include <gateway/nodewatch.h>
#include <store/catalogstore.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace saji;
using namespace saji::foodcourt;
using namespace std::chrono_literals;

namespace {

//! A server as web clients see it.
struct Counter
{
    Counter()
    {
        house.add(u"server"_s, NodeKind::Server);
        data = std::make_unique<MasterData>(server().node());
        data->addRoutes(router);
    }
    Resident &server() { return house[u"server"_s]; }
    void setMenu(const Menu::Parts &p)
    {
        house.setMenu(server(), p);
        house.pass(1s);
    }
    HttpResponse get(const QString &path, const QString &query = {}, const QByteArray &tag = {})
    {
        HttpRequest request;
        request.method = "GET";
        request.path = path;
        request.query = QUrlQuery(query);
        if (!tag.isEmpty())
            request.headers.insert("if-none-match", tag);
        std::optional<HttpResponse> response;
        router.route(request, [&](const HttpResponse &answer) { response = answer; });
        if (!response)
            qFatal("no answer");
        return *response;
    }
    QJsonObject json(const QString &path, const QString &query = {})
    {
        const auto response = get(path, query);
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(response.body, &error);
        if (error.error != QJsonParseError::NoError)
            qFatal("%s: %s", qPrintable(error.errorString()), response.body.constData());
        return document.object();
    }

    House house;
    Router router;
    std::unique_ptr<MasterData> data;
};

QList<int> idsOf(const QJsonValue &list)
{
    QList<int> ids;
    const auto array = list.toArray();
    for (const auto &value : array)
        ids.append(value.isObject() ? value[u"id"_s].toInt() : value.toInt());
    std::ranges::sort(ids);
    return ids;
}

QByteArray tagOf(const HttpResponse &response)
{
    for (const auto &[name, value] : response.headers) {
        if (name == "ETag")
            return value;
    }
    return {};
}

} // namespace

class TestMasterData : public QObject
{
    Q_OBJECT

private slots:
    void aRowThatCannotBeUsedIsToldToWhoeverWatches()
    {
        Counter counter;
        counter.setMenu(parts());
        auto &node = counter.server().node();
        const NodeWatch watch(node, counter.house.clock);
        counter.house.pass(1s);
        const auto words = [&watch] { return watch.facts().notices.join(u'|'); };
        QVERIFY2(!words().contains(u"cannot be used"_s), qPrintable(words()));
        const auto products = counter.json(u"/api/products/"_s).value(u"products"_s).toArray().size();
        SeededRandom random(3);
        QVERIFY(node.catalog().change({{u"product"_s, u"99"_s, 0, false, "not json"}}, random));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"catalog: product 99 is left out: .+"_s));
        node.catalogWritten();
        counter.house.pass(1s);
        QVERIFY2(words().contains(u"1 entries or references of the menu cannot be used"_s), qPrintable(words()));
        QCOMPARE(counter.json(u"/api/products/"_s).value(u"products"_s).toArray().size(), products);
    }

    void withoutAMenuThereIsNothing()
    {
        Counter counter;
        QCOMPARE(counter.get(u"/api/products/"_s).status, 404);
        QCOMPARE(counter.get(u"/api/stores/pasar-saji/"_s).status, 404);
    }

    void aProductSaysWhatTheContractNames()
    {
        Counter counter;
        auto p = parts();
        p.products[0].allergens = Allergen::Eggs;
        p.products[0].halal = Halal::Yes;
        counter.setMenu(p);
        const auto answer = counter.json(u"/api/products/"_s, u"since_version=0"_s);
        QCOMPARE(idsOf(answer[u"products"_s]), QList<int>({11, 12, 13, 21}));
        QCOMPARE(answer[u"deleted"_s].toArray().size(), 0);
        QCOMPARE(answer[u"has_more"_s].toBool(), false);
        QCOMPARE(answer[u"current_version"_s].toInteger(), counter.server().node().catalog().version().version);
        const auto products = answer[u"products"_s].toArray();
        const auto soup = *std::ranges::find_if(products, [](const QJsonValue &v) { return v[u"id"_s].toInt() == 11; });
        QCOMPARE(soup[u"name"_s].toString(), u"Soto ayam Lamongan"_s);
        QCOMPARE(soup[u"price"_s].toString(), u"28000.00"_s);
        QCOMPARE(soup[u"category_id"_s].toInt(), 1);
        QCOMPARE(soup[u"outlet_id"_s].toInt(), 1);
        QCOMPARE(soup[u"image"_s].toString(), u"soto"_s);
        QCOMPARE(soup[u"is_available"_s].toBool(), true);
        QCOMPARE(soup[u"halal"_s].toString(), u"yes"_s);
        QCOMPARE(soup[u"allergens"_s].toArray().first().toString(), u"eggs"_s);
        QCOMPARE(soup[u"preparation_time"_s].toInt(), 6);
        QCOMPARE(soup[u"kitchen_station_code"_s].toString(), u"soto.kuah"_s);
        QCOMPARE(soup[u"modifiers"_s].toArray().size(), 9);
        const auto rice = soup[u"modifiers"_s][3];
        QCOMPARE(rice[u"group"_s].toString(), u"Disajikan dengan"_s);
        QCOMPARE(rice[u"price_adjustment"_s].toString(), u"6000.00"_s);
        QVERIFY(soup[u"version"_s].toInt() > 0);
        QVERIFY(soup[u"updated_at"_s].toString().endsWith(u'Z'));
    }

    void onlyWhatHasChangedComesAgain()
    {
        Counter counter;
        auto p = parts();
        counter.setMenu(p);
        const auto before = counter.json(u"/api/products/"_s)[u"current_version"_s].toInteger();
        p.products[3].price = rupiah(40'000);
        p.products.removeAt(1);
        counter.setMenu(p);
        const auto answer = counter.json(u"/api/products/"_s, u"since_version=%1"_s.arg(before));
        QCOMPARE(idsOf(answer[u"products"_s]), QList<int>({21}));
        QCOMPARE(idsOf(answer[u"deleted"_s]), QList<int>({12}));
        QCOMPARE(answer[u"products"_s][0][u"price"_s].toString(), u"40000.00"_s);
        QCOMPARE(answer[u"current_version"_s].toInteger(), before + 2);
        QCOMPARE(counter.json(u"/api/products/"_s, u"since_version=%1"_s.arg(before + 2))[u"products"_s].toArray().size(), 0);
        // Who starts from nothing has nothing to take away.
        QCOMPARE(counter.json(u"/api/products/"_s)[u"deleted"_s].toArray().size(), 0);
    }

    void aProductComesAgainWhenItsChoicesChange()
    {
        Counter counter;
        auto p = parts();
        counter.setMenu(p);
        const auto before = counter.json(u"/api/products/"_s)[u"current_version"_s].toInteger();
        p.groups[1].modifiers[0].priceAdjustment = rupiah(7'000);
        counter.setMenu(p);
        const auto answer = counter.json(u"/api/products/"_s, u"since_version=%1"_s.arg(before));
        QCOMPARE(idsOf(answer[u"products"_s]), QList<int>({11}));
        QCOMPARE(answer[u"products"_s][0][u"modifiers"_s][3][u"price_adjustment"_s].toString(), u"7000.00"_s);
    }

    void pagesLeaveNothingOut()
    {
        Counter counter;
        auto p = parts();
        for (int i = 0; i < 60; ++i) {
            // Two of three share a modifier group, and so a version.
            auto dish = product(ProductId(1000 + i), soto, u"Dish %1"_s.arg(i), 1000 + i);
            if (i % 3)
                dish.groups = {spice};
            p.products.append(dish);
        }
        counter.setMenu(p);
        p.groups[0].modifiers[0].name.id = u"Sangat sedikit"_s;
        counter.setMenu(p);
        for (int limit : {1, 7, 50, 1000}) {
            QList<int> seen;
            qint64 since = 0;
            for (int pages = 0; pages < 100; ++pages) {
                const auto answer = counter.json(u"/api/products/"_s, u"since_version=%1&limit=%2"_s.arg(since).arg(limit));
                seen += idsOf(answer[u"products"_s]);
                since = answer[u"current_version"_s].toInteger();
                if (!answer[u"has_more"_s].toBool())
                    break;
            }
            std::ranges::sort(seen);
            QCOMPARE(seen.size(), 64);
            QVERIFY(std::ranges::adjacent_find(seen) == seen.end());
            QCOMPARE(since, counter.server().node().catalog().version().version);
        }
    }

    void anOutletSeesItsOwn()
    {
        Counter counter;
        auto p = parts();
        counter.setMenu(p);
        QCOMPARE(idsOf(counter.json(u"/api/products/"_s, u"outlet=2"_s)[u"products"_s]), QList<int>({21}));
        QCOMPARE(idsOf(counter.json(u"/api/categories/"_s, u"outlet=2"_s)[u"categories"_s]), QList<int>({1}));
        QCOMPARE(idsOf(counter.json(u"/api/categories/"_s)[u"categories"_s]), QList<int>({1, 2}));
        QCOMPARE(idsOf(counter.json(u"/api/outlets/"_s)[u"outlets"_s]), QList<int>({1, 2}));
        QCOMPARE(idsOf(counter.json(u"/api/stores/pasar-saji/outlets/"_s)[u"outlets"_s]), QList<int>({1, 2}));
        const auto before = counter.server().node().catalog().version().version;
        p.products[0].outlet = sate; // it moves house: gone from the first, new at the second
        p.products[0].station.clear();
        counter.setMenu(p);
        const auto first = counter.json(u"/api/products/"_s, u"outlet=1&since_version=%1"_s.arg(before));
        QCOMPARE(idsOf(first[u"deleted"_s]), QList<int>({11}));
        QCOMPARE(idsOf(counter.json(u"/api/products/"_s, u"outlet=2&since_version=%1"_s.arg(before))[u"products"_s]), QList<int>({11}));
    }

    void aPromotionSaysWhenAndForWhat()
    {
        Counter counter;
        auto p = parts();
        Promotion sore;
        sore.id = PromotionId(3);
        sore.name = {u"Sore"_s, {}};
        sore.basisPoints = 1250;
        sore.schedule.weekdays = 0b1100000;
        sore.schedule.fromMinute = 14 * 60;
        sore.schedule.untilMinute = 17 * 60 + 30;
        sore.schedule.firstDay = QDate(2026, 6, 1);
        sore.scope.outlets = {soto};
        sore.usageLimit = 5;
        p.promotions = {sore};
        counter.setMenu(p);
        const auto answer = counter.json(u"/api/promotions/"_s)[u"promotions"_s][0];
        QCOMPARE(answer[u"type"_s].toString(), u"percentage"_s);
        QCOMPARE(answer[u"discount"_s].toString(), u"12.50"_s);
        QCOMPARE(answer[u"start_date"_s].toString(), u"2026-06-01"_s);
        QVERIFY(answer[u"end_date"_s].isNull());
        QCOMPARE(answer[u"weekdays"_s].toArray(), QJsonArray({6, 7}));
        QCOMPARE(answer[u"end_time"_s].toString(), u"17:30"_s);
        QCOMPARE(answer[u"scope"_s][u"outlet_ids"_s].toArray(), QJsonArray({1}));
        QCOMPARE(answer[u"usage_limit"_s].toInt(), 5);
        QCOMPARE(counter.json(u"/api/promotions/"_s, u"outlet=2"_s)[u"promotions"_s].toArray().size(), 0);
    }

    void theStoreSaysWhereAndWhen()
    {
        Counter counter;
        counter.setMenu(parts());
        const auto store = counter.json(u"/api/stores/pasar-saji/"_s);
        QCOMPARE(store[u"code"_s].toString(), u"pasar-saji"_s);
        QCOMPARE(store[u"timezone"_s].toString(), u"Asia/Jakarta"_s);
        QCOMPARE(store[u"currency"_s].toString(), u"IDR"_s);
        QCOMPARE(counter.json(u"/api/stores/"_s)[u"stores"_s].toArray().size(), 1);
        QCOMPARE(counter.get(u"/api/stores/elsewhere/"_s).status, 404);
        QCOMPARE(counter.get(u"/api/products/"_s, u"store=elsewhere"_s).status, 404);
        QCOMPARE(counter.get(u"/api/products/"_s, u"store=pasar-saji"_s).status, 200);
    }

    void whatIsUnchangedCostsNoBody()
    {
        Counter counter;
        auto p = parts();
        counter.setMenu(p);
        for (const auto &path : {u"/api/products/"_s, u"/api/outlets/"_s, u"/api/stores/pasar-saji/"_s}) {
            const auto tag = tagOf(counter.get(path));
            QVERIFY(!tag.isEmpty());
            QCOMPARE(counter.get(path, {}, tag).status, 304);
            QVERIFY(counter.get(path, {}, tag).body.isEmpty());
            QCOMPARE(counter.get(path, {}, "\"other\"").status, 200);
        }
        const auto tag = tagOf(counter.get(u"/api/products/"_s));
        p.products[0].price = rupiah(1);
        counter.setMenu(p);
        QCOMPARE(counter.get(u"/api/products/"_s, {}, tag).status, 200);
    }

    void whatTheKitchenHasRunOutOfIsSaid()
    {
        Counter counter;
        counter.setMenu(parts());
        const auto tag = tagOf(counter.get(u"/api/products/"_s));
        QCOMPARE(counter.json(u"/api/products/"_s)[u"sold_out"_s].toArray().size(), 0);
        counter.server().node().menu().setSoldOut(perkedel, true);
        counter.house.pass(1s);
        QCOMPARE(idsOf(counter.json(u"/api/products/"_s)[u"sold_out"_s]), QList<int>({12}));
        QCOMPARE(counter.get(u"/api/products/"_s, {}, tag).status, 200);
    }

    void whatIsNoNumberIsRefused_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query : {"since_version=x", "since_version=-1", "limit=0", "limit=many", "outlet=soto"})
            QTest::newRow(query) << QString::fromLatin1(query);
    }
    void whatIsNoNumberIsRefused()
    {
        QFETCH(QString, query);
        Counter counter;
        counter.setMenu(parts());
        QCOMPARE(counter.get(u"/api/products/"_s, query).status, 400);
    }

    void whoHasMoreThanThereIsGetsEverything()
    {
        Counter counter;
        counter.setMenu(parts());
        QCOMPARE(counter.json(u"/api/products/"_s, u"since_version=999999"_s)[u"products"_s].toArray().size(), 4);
    }
};

QTEST_GUILESS_MAIN(TestMasterData)
#include "tst_masterdata.moc"
