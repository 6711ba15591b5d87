// SPDX-License-Identifier: GPL-3.0-or-later
#include "menushop.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {

//! One history of the menu: one counter for every change of it, and a digest and an epoch that tell two histories apart.
class TestCatalogHistory : public QObject
{
    Q_OBJECT

private slots:
    void oneChangeMovesOneRow();
    void writersInTurnShareOneCounter();
    void whoHoldsNothingOfItCannotNumberItAnew();
    void numberedAnewItIsPulledAgain();
    void theDigestTellsTwoCatalogsApart();
    void twoHistoriesOfOneVersionAreToldApart();
    void aNewEpochMakesEveryoneStartOver();
    void aDigestThatNeverFitsLeavesTheOldMenu();
};

void TestCatalogHistory::oneChangeMovesOneRow()
{
    MenuShop shop;
    shop.edit({product(1, "1"), product(2, "1"), product(3, "1")});
    QCOMPARE(shop.server.catalog().version().version, 3);
    QCOMPARE(*shop.server.catalog().change({product(2, "2"), product(3, "1"), withdrawn(9)}, shop.server.random), 1);
    QCOMPARE(*shop.server.catalog().change({withdrawn(1)}, shop.server.random), 1);
    QCOMPARE(*shop.server.catalog().change({withdrawn(1)}, shop.server.random), 0);
    const auto page = shop.server.catalog().changesSince(3, 10);
    QCOMPARE(page->changes, QList<CatalogRow>({{u"product"_s, u"2"_s, 4, false, "{\"price\":2}"}, {u"product"_s, u"1"_s, 5, true, {}}}));
    QVERIFY(page->changes.first().changedMs == shop.server.clock.wallNow().count());
    QVERIFY(!shop.server.catalog().change({{u"product"_s, {}, 0, false, "{}"}}, shop.server.random));
    QCOMPARE(shop.server.catalog().version().version, 5);
}

void TestCatalogHistory::writersInTurnShareOneCounter()
{
    // Two processes on one database: each has its own memory of where the counter stands, and neither may trust it.
    MenuShop shop;
    shop.edit({product(1, "1")});
    auto other = CatalogStore::open(shop.server.database(), shop.server.clock);
    QVERIFY(other);
    for (int i = 0; i < 10; ++i) {
        QVERIFY((*other)->change({product(1, QByteArray::number(2 * i + 10))}, shop.server.random));
        shop.edit({product(2, QByteArray::number(2 * i + 11))});
    }
    QCOMPARE(shop.server.catalog().version().version, 21);
    SyncNode kiosk(shop.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto puller = shop.puller(kiosk, u"kiosk"_s);
    shop.pass(1s);
    QCOMPARE(world(kiosk), world(shop.server));
    QCOMPARE(kiosk.catalog().digest(), shop.server.catalog().digest());
}

void TestCatalogHistory::whoHoldsNothingOfItCannotNumberItAnew()
{
    MenuShop shop;
    QCOMPARE(shop.hub.catalog().invalidate({}, shop.hub.random).error().code, ErrorCode::Conflict);
    QCOMPARE(shop.hub.catalog().renewEpoch(shop.hub.random).error().code, ErrorCode::Conflict);
    shop.edit({product(1, "1")});
    QCOMPARE(shop.server.catalog().startOver(u"e"_s).error().code, ErrorCode::Conflict);
}

void TestCatalogHistory::numberedAnewItIsPulledAgain()
{
    MenuShop shop;
    shop.edit({product(1, "1"), product(2, "1"), {u"promotion"_s, u"1"_s, 0, false, "{}"}});
    shop.edit({withdrawn(2)});
    SyncNode kiosk(shop.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto puller = shop.puller(kiosk, u"kiosk"_s);
    shop.pass(1s);
    QCOMPARE(*shop.server.catalog().invalidate(u"product"_s, shop.server.random), 1);
    QCOMPARE(shop.server.catalog().version().version, 5);
    QCOMPARE(shop.server.catalog().changesSince(4, 10)->changes.first().id, u"1"_s);
    puller->hint(shop.server.catalog().version());
    shop.pass(1s);
    QCOMPARE(world(kiosk), world(shop.server));
    QCOMPARE(*shop.server.catalog().invalidate({}, shop.server.random), 2);
    QCOMPARE(*shop.server.catalog().invalidate(u"soup"_s, shop.server.random), 0);
    puller->refresh();
    shop.pass(1s);
    QCOMPARE(world(kiosk), world(shop.server));
    QCOMPARE(kiosk.catalog().digest(), shop.server.catalog().digest());
}

void TestCatalogHistory::theDigestTellsTwoCatalogsApart()
{
    MenuShop shop;
    SeededRandom random(1);
    QSet<quint64> seen;
    shop.edit({product(1, "1"), product(2, "2")});
    const auto note = [&] {
        const auto digest = shop.server.catalog().digest();
        QVERIFY(!seen.contains(digest));
        seen.insert(digest);
        shop.server.restart();
        QCOMPARE(shop.server.catalog().digest(), digest);
    };
    note();
    shop.edit({product(1, "3")}); // as long as before
    note();
    shop.edit({withdrawn(1)});
    note();
    shop.edit({product(1, "3")});
    note();
    for (int i = 3; i < 40; ++i) {
        shop.edit({product(i, QByteArray(int(random.below(30)), '1') + "1")});
        note();
    }
    // The same rows, come by another way: the same digest.
    SyncNode kiosk(shop.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto puller = shop.puller(kiosk, u"kiosk"_s);
    shop.pass(1s);
    QCOMPARE(kiosk.catalog().digest(), shop.server.catalog().digest());
}

void TestCatalogHistory::twoHistoriesOfOneVersionAreToldApart()
{
    MenuShop shop;
    const QTemporaryDir backup;
    shop.edit({product(1, "1")});
    shop.server.keepBackup(backup.path());
    shop.edit({product(1, "8")});
    SyncNode kiosk(shop.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto puller = shop.puller(kiosk, u"kiosk"_s);
    shop.pass(1s);
    shop.server.goBackTo(backup.path());
    shop.edit({product(1, "7")}); // also version 2
    QSignalSpy confirmed(puller.get(), &CatalogPuller::confirmed);
    shop.pass(70min); // the hourly check sees it, by the tag
    QCOMPARE(shown(kiosk).value(u"product/1"_s), "{\"price\":7}");
    QCOMPARE(world(kiosk), world(shop.server));
    QCOMPARE(confirmed.size(), 0);
}

void TestCatalogHistory::aNewEpochMakesEveryoneStartOver()
{
    MenuShop shop;
    shop.edit({product(1, "1"), product(2, "1")});
    SyncNode kiosk(shop.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto puller = shop.puller(kiosk, u"kiosk"_s);
    shop.pass(1s);
    const auto before = shop.server.catalog().version();
    QVERIFY(shop.server.catalog().renewEpoch(shop.server.random));
    QVERIFY(shop.server.catalog().version().epoch != before.epoch);
    QCOMPARE(shop.server.catalog().version().version, before.version);
    shop.server.restart();
    puller->hint(shop.server.catalog().version());
    shop.pass(1s);
    QCOMPARE(kiosk.catalog().version(), shop.server.catalog().version());
    QCOMPARE(world(kiosk), world(shop.server));
}

void TestCatalogHistory::aDigestThatNeverFitsLeavesTheOldMenu()
{
    MenuShop shop;
    shop.edit({product(1, "1")});
    SyncNode kiosk(shop.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto puller = shop.puller(kiosk, u"kiosk"_s, {MenuShop::serverName});
    shop.pass(1s);
    const auto before = world(kiosk);
    int requests = 0;
    shop.restaurant.board.serve(MenuShop::serverName, [&](const HttpRequest &, const HttpAnswer &answer) {
        ++requests;
        const auto epoch = shop.server.catalog().version().epoch.toUtf8();
        answer(HttpResponse::json(R"({"epoch":")" + epoch + R"(","current_version":2,"digest":"1234","has_more":false,"changes":[)"
                                  R"({"kind":"product","id":"1","version":2,"deleted":false,"doc":{"price":6}}]})"));
    });
    QSignalSpy failed(puller.get(), &CatalogPuller::failed);
    puller->refresh();
    shop.pass(1s);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Malformed);
    QCOMPARE(requests, 2); // once as an increment, once from the start; then it waits
    QCOMPARE(world(kiosk), before);
    shop.serve(MenuShop::serverName, shop.server);
    shop.pass(10min);
    QCOMPARE(world(kiosk), world(shop.server));
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestCatalogHistory)
#include "tst_cataloghistory.moc"
