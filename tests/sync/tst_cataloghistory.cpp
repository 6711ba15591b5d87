// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncnode.h"

#include <sync/catalogpuller.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

const auto serverName = u"server"_s;
const auto hubName = u"hub"_s;

CatalogRow product(int id, const QByteArray &price)
{
    return {u"product"_s, QString::number(id), 0, false, "{\"price\":" + price + "}"};
}

CatalogRow withdrawn(int id)
{
    return {u"product"_s, QString::number(id), 0, true, {}};
}

//! Everything that a node would show, and every tombstone.
QList<CatalogRow> world(SyncNode &node)
{
    return node.catalog().changesSince(0, 1'000'000)->changes;
}

QMap<QString, QByteArray> shown(SyncNode &node)
{
    QMap<QString, QByteArray> found;
    for (const auto &kind : {u"product"_s, u"promotion"_s, u"settings"_s}) {
        if (!node.catalog().forEach(kind, [&](const QString &id, const QByteArray &doc) { found.insert(kind + u'/' + id, doc); }))
            qFatal("forEach");
    }
    return found;
}

//! A server, and any number of devices that pull from it, else from the hub.
struct Shop
{
    Shop() : server(restaurant, u"Server"_s, NodeKind::Server), hub(restaurant, u"Hub"_s, NodeKind::Hub)
    {
        serve(serverName, server);
        serve(hubName, hub);
    }
    void serve(const QString &name, SyncNode &node)
    {
        restaurant.board.serve(name, [this, name, &node](const HttpRequest &request, const HttpAnswer &answer) {
            ++requests[name];
            lastPath = request.path + u'?' + request.query.toString();
            answer(serveCatalog(node.catalog(), request));
        });
    }
    std::unique_ptr<CatalogPuller> puller(SyncNode &node, const QString &name, const QStringList &sources = {serverName, hubName})
    {
        auto made = std::make_unique<CatalogPuller>(node.catalog(), node.clock, restaurant.scheduler, node.random);
        for (const auto &source : sources)
            made->addSource(source, restaurant.board.httpClient(name, source));
        return made;
    }
    void edit(const QList<CatalogRow> &rows)
    {
        if (const auto done = server.catalog().change(rows, server.random); !done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    void pass(Milliseconds by) { restaurant.scheduler.advance(by); }

    Restaurant restaurant;
    SyncNode server, hub;
    QHash<QString, int> requests;
    QString lastPath;
};

} // namespace

//! One history of the menu: whatever happens on the way, every device ends with the server's rows, and never shows half of a change.
class TestCatalogHistory : public QObject
{
    Q_OBJECT

private slots:
    void oneChangeMovesOneRow();
    void writersInTurnShareOneCounter();
    void whoHoldsNothingOfItCannotNumberItAnew();
    void numberedAnewItIsPulledAgain();
    void theDigestTellsTwoCatalogsApart();
    void aServerRestoredFromABackupIsFollowedBack();
    void aServerRestoredAndEditedBeyondItsReadersIsFollowed();
    void twoHistoriesOfOneVersionAreToldApart();
    void aNewEpochMakesEveryoneStartOver();
    void aDigestThatNeverFitsLeavesTheOldMenu();
    void anEditDuringStartingOverIsNotLost();
    void aPageLostInTheMiddleIsAskedForAgain();
    void aReaderThatWasAwayAMonthIsCaughtUp();
    void theHubServesOnWhatItHasPulled();
    void anyMixOfEditsOutagesAndRestoresEndsEqual();
};

void TestCatalogHistory::oneChangeMovesOneRow()
{
    Shop shop;
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
    Shop shop;
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
    Shop shop;
    QCOMPARE(shop.hub.catalog().invalidate({}, shop.hub.random).error().code, ErrorCode::Conflict);
    QCOMPARE(shop.hub.catalog().renewEpoch(shop.hub.random).error().code, ErrorCode::Conflict);
    shop.edit({product(1, "1")});
    QCOMPARE(shop.server.catalog().startOver(u"e"_s).error().code, ErrorCode::Conflict);
}

void TestCatalogHistory::numberedAnewItIsPulledAgain()
{
    Shop shop;
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
    Shop shop;
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

void TestCatalogHistory::aServerRestoredFromABackupIsFollowedBack()
{
    Shop shop;
    const QTemporaryDir backup;
    shop.edit({product(1, "1"), product(2, "1")});
    shop.server.keepBackup(backup.path());
    shop.edit({product(1, "9"), withdrawn(2), product(3, "9")});
    SyncNode kiosk(shop.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto puller = shop.puller(kiosk, u"kiosk"_s);
    shop.pass(1s);
    QCOMPARE(world(kiosk), world(shop.server));
    shop.server.goBackTo(backup.path());
    QCOMPARE(shop.server.catalog().version().version, 2);
    puller->hint(shop.server.catalog().version(), true); // its hello on reconnect
    shop.pass(1s);
    QCOMPARE(world(kiosk), world(shop.server));
    QCOMPARE(shown(kiosk).value(u"product/1"_s), "{\"price\":1}");
    QCOMPARE(kiosk.catalog().version(), shop.server.catalog().version());
}

void TestCatalogHistory::aServerRestoredAndEditedBeyondItsReadersIsFollowed()
{
    Shop shop;
    const QTemporaryDir backup;
    shop.edit({product(1, "1"), product(2, "1")});
    shop.server.keepBackup(backup.path());
    shop.edit({product(1, "9"), product(3, "9")}); // 3 and 4
    SyncNode kiosk(shop.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto puller = shop.puller(kiosk, u"kiosk"_s);
    shop.pass(1s);
    shop.server.goBackTo(backup.path());
    shop.edit({product(2, "5"), product(4, "5"), product(5, "5")}); // 3, 4 and 5: other ones
    puller->hint(shop.server.catalog().version());
    shop.pass(1s);
    QCOMPARE(world(kiosk), world(shop.server));
    QVERIFY(!shown(kiosk).contains(u"product/3"_s));
    QCOMPARE(shown(kiosk).value(u"product/1"_s), "{\"price\":1}");
}

void TestCatalogHistory::twoHistoriesOfOneVersionAreToldApart()
{
    Shop shop;
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
    Shop shop;
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
    Shop shop;
    shop.edit({product(1, "1")});
    SyncNode kiosk(shop.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto puller = shop.puller(kiosk, u"kiosk"_s, {serverName});
    shop.pass(1s);
    const auto before = world(kiosk);
    int requests = 0;
    shop.restaurant.board.serve(serverName, [&](const HttpRequest &, const HttpAnswer &answer) {
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
    shop.serve(serverName, shop.server);
    shop.pass(10min);
    QCOMPARE(world(kiosk), world(shop.server));
}

void TestCatalogHistory::anEditDuringStartingOverIsNotLost()
{
    Shop shop;
    const QTemporaryDir backup;
    QList<CatalogRow> many;
    for (int i = 0; i < 2500; ++i)
        many.append(product(i, "1"));
    shop.edit(many);
    shop.server.keepBackup(backup.path());
    shop.edit({product(0, "2")});
    SyncNode kiosk(shop.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    auto puller = shop.puller(kiosk, u"kiosk"_s);
    shop.pass(1s);
    shop.server.goBackTo(backup.path());
    shop.restaurant.board.setDelay(u"kiosk"_s, serverName, 20ms);
    puller->refresh();
    shop.pass(90ms);
    shop.edit({product(3, "4"), withdrawn(4), product(9999, "5")});
    puller.reset();
    kiosk.restart(); // and in the middle of it, the power
    const auto again = shop.puller(kiosk, u"kiosk"_s);
    shop.pass(5s);
    QCOMPARE(world(kiosk), world(shop.server));
}

void TestCatalogHistory::aPageLostInTheMiddleIsAskedForAgain()
{
    Shop shop;
    QList<CatalogRow> many;
    for (int i = 0; i < 4500; ++i)
        many.append(product(i, "1"));
    shop.edit(many);
    SyncNode kiosk(shop.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    int answered = 0;
    shop.restaurant.board.serve(serverName, [&](const HttpRequest &request, const HttpAnswer &answer) {
        ++shop.requests[serverName];
        if (++answered == 3)
            answer({502, "text/html", "<html>", {}});
        else
            answer(serveCatalog(shop.server.catalog(), request));
    });
    const auto puller = shop.puller(kiosk, u"kiosk"_s, {serverName});
    QSignalSpy failed(puller.get(), &CatalogPuller::failed);
    shop.pass(100ms);
    QCOMPARE(failed.size(), 1);
    QVERIFY(shown(kiosk).isEmpty());
    QCOMPARE(kiosk.catalog().pulled().version, 2000);
    shop.pass(10s);
    QCOMPARE(world(kiosk), world(shop.server));
    QCOMPARE(shop.requests.value(serverName), 6); // five pages, and the one that was lost: nothing is asked for twice
}

void TestCatalogHistory::aReaderThatWasAwayAMonthIsCaughtUp()
{
    Shop shop;
    QList<CatalogRow> many;
    for (int i = 0; i < 300; ++i)
        many.append(product(i, "1"));
    shop.edit(many);
    SyncNode kiosk(shop.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    auto puller = shop.puller(kiosk, u"kiosk"_s);
    shop.pass(1s);
    puller.reset();
    SeededRandom random(7);
    for (int day = 0; day < 30; ++day) {
        shop.pass(24h);
        for (int i = 0; i < 20; ++i) {
            const int id = int(random.below(400));
            shop.edit({random.below(4) == 0 ? withdrawn(id) : product(id, QByteArray::number(day * 100 + i))});
        }
    }
    QVERIFY(*kiosk.catalog().checkedAgo() > 24h * 29);
    const auto from = kiosk.catalog().version();
    kiosk.restart();
    QCOMPARE(kiosk.catalog().version(), from); // and it could sell from it all the while
    puller = shop.puller(kiosk, u"kiosk"_s);
    shop.pass(1s);
    QVERIFY2(shop.lastPath.contains(u"since_version=%1"_s.arg(from.version)), qPrintable(shop.lastPath)); // an increment
    QCOMPARE(world(kiosk), world(shop.server));
    QCOMPARE(kiosk.catalog().digest(), shop.server.catalog().digest());
    QVERIFY(*kiosk.catalog().checkedAgo() < 2s);
}

void TestCatalogHistory::theHubServesOnWhatItHasPulled()
{
    Shop shop;
    shop.edit({product(1, "1"), product(2, "1")});
    shop.edit({withdrawn(2)});
    auto hubPuller = shop.puller(shop.hub, hubName, {serverName});
    shop.pass(1s);
    shop.restaurant.board.setDown(serverName);
    SyncNode kiosk(shop.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto puller = shop.puller(kiosk, u"kiosk"_s);
    shop.pass(1s);
    QCOMPARE(world(kiosk), world(shop.hub));
    QCOMPARE(kiosk.catalog().digest(), shop.server.catalog().digest());
    // A kiosk that has more than another passes it on: any node serves.
    SyncNode second(shop.restaurant, u"Kios B"_s, NodeKind::Kiosk);
    shop.serve(u"kiosk"_s, kiosk);
    const auto fromKiosk = shop.puller(second, u"kiosk 2"_s, {serverName, u"kiosk"_s});
    shop.restaurant.board.setDown(hubName);
    shop.pass(1s);
    QCOMPARE(world(second), world(kiosk));
}

void TestCatalogHistory::anyMixOfEditsOutagesAndRestoresEndsEqual()
{
    for (quint64 seed = 1; seed <= 6; ++seed) {
        Shop shop;
        SeededRandom random(seed);
        std::vector<std::unique_ptr<SyncNode>> kiosks;
        std::vector<std::unique_ptr<CatalogPuller>> pullers;
        const auto hubPuller = shop.puller(shop.hub, hubName, {serverName});
        for (int i = 0; i < 3; ++i) {
            kiosks.push_back(std::make_unique<SyncNode>(shop.restaurant, u"Kios %1"_s.arg(i), NodeKind::Kiosk));
            pullers.push_back(shop.puller(*kiosks.back(), u"kiosk %1"_s.arg(i)));
        }
        QSet<QString> published; // every menu that the server has ever had, whole
        const auto asText = [](SyncNode &node) {
            QString all;
            const auto rows = shown(node);
            for (auto it = rows.begin(); it != rows.end(); ++it)
                all += it.key() + QString::fromUtf8(*it);
            return all;
        };
        published.insert(asText(shop.server));
        const QTemporaryDir backup;
        bool hasBackup = false;
        for (int step = 0; step < 120; ++step) {
            const auto what = random.below(12);
            if (what < 5) {
                QList<CatalogRow> rows;
                for (auto n = 1 + random.below(4); n > 0; --n) {
                    const int id = int(random.below(25));
                    auto row = random.below(4) == 0 ? withdrawn(id) : product(id, QByteArray::number(qulonglong(random.below(50))));
                    if (random.below(5) == 0)
                        row.kind = random.below(2) ? u"promotion"_s : u"settings"_s;
                    rows.append(row);
                }
                shop.edit(rows);
            } else if (what == 5 && !shop.server.catalog().version().epoch.isEmpty()) {
                QVERIFY(shop.server.catalog().invalidate(u"product"_s, shop.server.random));
            } else if (what == 6 && random.below(2)) {
                shop.server.keepBackup(backup.path());
                hasBackup = true;
            } else if (what == 7 && hasBackup) {
                shop.server.goBackTo(backup.path());
            } else if (what == 8) {
                hubPuller->refresh();
            }
            published.insert(asText(shop.server));
            for (size_t i = 0; i < kiosks.size(); ++i) {
                shop.restaurant.board.setDown(u"kiosk %1"_s.arg(i), serverName, random.below(3) == 0);
                if (random.below(3) == 0)
                    pullers[i]->hint(shop.server.catalog().version(), true);
                if (random.below(15) == 0) {
                    pullers[i].reset();
                    kiosks[i]->restart();
                    pullers[i] = shop.puller(*kiosks[i], u"kiosk %1"_s.arg(i));
                }
            }
            shop.pass(Milliseconds(qint64(random.below(3000))));
            for (const auto &kiosk : kiosks)
                QVERIFY(published.contains(asText(*kiosk)));
        }
        for (size_t i = 0; i < kiosks.size(); ++i) {
            shop.restaurant.board.setDown(u"kiosk %1"_s.arg(i), serverName, false);
            pullers[i]->refresh();
        }
        shop.pass(10min);
        for (const auto &kiosk : kiosks) {
            QCOMPARE(world(*kiosk), world(shop.server));
            QCOMPARE(kiosk->catalog().digest(), shop.server.catalog().digest());
        }
    }
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestCatalogHistory)
#include "tst_cataloghistory.moc"
