// SPDX-License-Identifier: GPL-3.0-or-later
#include "menushop.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {

//! Whatever happens on the way (restores, outages, months away), every device ends with the server's rows, and never shows half of a change.
class TestCatalogHistoryRepairs : public QObject
{
    Q_OBJECT

private slots:
    void aServerRestoredFromABackupIsFollowedBack();
    void aServerRestoredAndEditedBeyondItsReadersIsFollowed();
    void anEditDuringStartingOverIsNotLost();
    void aPageLostInTheMiddleIsAskedForAgain();
    void aReaderThatWasAwayAMonthIsCaughtUp();
    void theHubServesOnWhatItHasPulled();
    void anyMixOfEditsOutagesAndRestoresEndsEqual();
};

void TestCatalogHistoryRepairs::aServerRestoredFromABackupIsFollowedBack()
{
    MenuShop shop;
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

void TestCatalogHistoryRepairs::aServerRestoredAndEditedBeyondItsReadersIsFollowed()
{
    MenuShop shop;
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

void TestCatalogHistoryRepairs::anEditDuringStartingOverIsNotLost()
{
    MenuShop shop;
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
    shop.restaurant.board.setDelay(u"kiosk"_s, MenuShop::serverName, 20ms);
    puller->refresh();
    shop.pass(90ms);
    shop.edit({product(3, "4"), withdrawn(4), product(9999, "5")});
    puller.reset();
    kiosk.restart(); // and in the middle of it, the power
    const auto again = shop.puller(kiosk, u"kiosk"_s);
    shop.pass(5s);
    QCOMPARE(world(kiosk), world(shop.server));
}

void TestCatalogHistoryRepairs::aPageLostInTheMiddleIsAskedForAgain()
{
    MenuShop shop;
    QList<CatalogRow> many;
    for (int i = 0; i < 4500; ++i)
        many.append(product(i, "1"));
    shop.edit(many);
    SyncNode kiosk(shop.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    int answered = 0;
    shop.restaurant.board.serve(MenuShop::serverName, [&](const HttpRequest &request, const HttpAnswer &answer) {
        ++shop.requests[MenuShop::serverName];
        if (++answered == 3)
            answer({502, "text/html", "<html>", {}});
        else
            answer(serveCatalog(shop.server.catalog(), request));
    });
    const auto puller = shop.puller(kiosk, u"kiosk"_s, {MenuShop::serverName});
    QSignalSpy failed(puller.get(), &CatalogPuller::failed);
    shop.pass(100ms);
    QCOMPARE(failed.size(), 1);
    QVERIFY(shown(kiosk).isEmpty());
    QCOMPARE(kiosk.catalog().pulled().version, 2000);
    shop.pass(10s);
    QCOMPARE(world(kiosk), world(shop.server));
    QCOMPARE(shop.requests.value(MenuShop::serverName), 6); // five pages, and the one that was lost: nothing is asked for twice
}

void TestCatalogHistoryRepairs::aReaderThatWasAwayAMonthIsCaughtUp()
{
    MenuShop shop;
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

void TestCatalogHistoryRepairs::theHubServesOnWhatItHasPulled()
{
    MenuShop shop;
    shop.edit({product(1, "1"), product(2, "1")});
    shop.edit({withdrawn(2)});
    auto hubPuller = shop.puller(shop.hub, MenuShop::hubName, {MenuShop::serverName});
    shop.pass(1s);
    shop.restaurant.board.setDown(MenuShop::serverName);
    SyncNode kiosk(shop.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto puller = shop.puller(kiosk, u"kiosk"_s);
    shop.pass(1s);
    QCOMPARE(world(kiosk), world(shop.hub));
    QCOMPARE(kiosk.catalog().digest(), shop.server.catalog().digest());
    // A kiosk that has more than another passes it on: any node serves.
    SyncNode second(shop.restaurant, u"Kios B"_s, NodeKind::Kiosk);
    shop.serve(u"kiosk"_s, kiosk);
    const auto fromKiosk = shop.puller(second, u"kiosk 2"_s, {MenuShop::serverName, u"kiosk"_s});
    shop.restaurant.board.setDown(MenuShop::hubName);
    shop.pass(1s);
    QCOMPARE(world(second), world(kiosk));
}

void TestCatalogHistoryRepairs::anyMixOfEditsOutagesAndRestoresEndsEqual()
{
    for (quint64 seed = 1; seed <= 6; ++seed) {
        MenuShop shop;
        SeededRandom random(seed);
        std::vector<std::unique_ptr<SyncNode>> kiosks;
        std::vector<std::unique_ptr<CatalogPuller>> pullers;
        const auto hubPuller = shop.puller(shop.hub, MenuShop::hubName, {MenuShop::serverName});
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
                shop.restaurant.board.setDown(u"kiosk %1"_s.arg(i), MenuShop::serverName, random.below(3) == 0);
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
            shop.restaurant.board.setDown(u"kiosk %1"_s.arg(i), MenuShop::serverName, false);
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

QTEST_GUILESS_MAIN(saji::TestCatalogHistoryRepairs)
#include "tst_cataloghistoryrepairs.moc"
