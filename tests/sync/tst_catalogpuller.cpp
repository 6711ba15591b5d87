// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncnode.h"

#include <sync/catalogpuller.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

const auto serverName = u"server"_s;
const auto hubName = u"hub"_s;
const auto kioskName = u"kiosk"_s;

QList<CatalogRow> menu(int products, const QByteArray &price = "1")
{
    QList<CatalogRow> rows;
    for (int i = 0; i < products; ++i)
        rows.append({u"product"_s, QString::number(i), 0, false, "{\"price\":" + price + "}"});
    return rows;
}

QMap<QString, QByteArray> live(SyncNode &node)
{
    QMap<QString, QByteArray> found;
    if (!node.catalog().forEach(u"product"_s, [&](const QString &id, const QByteArray &doc) { found.insert(id, doc); }))
        qFatal("forEach");
    return found;
}

//! A kiosk that pulls from the server, else from the hub.
struct Shop
{
    Shop()
        : server(restaurant, u"Server"_s, NodeKind::Server),
          hub(restaurant, u"Hub"_s, NodeKind::Hub),
          kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk)
    {
        open(serverName, server);
        open(hubName, hub);
    }
    void open(const QString &name, SyncNode &node)
    {
        restaurant.board.serve(name, [this, name, &node](const HttpRequest &request, const HttpAnswer &answer) {
            ++requests[name];
            answer(serveCatalog(node.catalog(), request));
        });
    }
    std::unique_ptr<CatalogPuller> puller(SyncNode &node, const QString &name, const QStringList &sources)
    {
        auto made = std::make_unique<CatalogPuller>(node.catalog(), node.clock, restaurant.scheduler, node.random);
        for (const auto &source : sources)
            made->addSource(source, restaurant.board.httpClient(name, source));
        return made;
    }
    std::unique_ptr<CatalogPuller> kioskPuller() { return puller(kiosk, kioskName, {serverName, hubName}); }
    void advance(Milliseconds by) { restaurant.scheduler.advance(by); }

    Restaurant restaurant;
    SyncNode server, hub, kiosk;
    QHash<QString, int> requests;
};

} // namespace

class TestCatalogPuller : public QObject
{
    Q_OBJECT

private slots:
    void pullsAtTheStart();
    void pullsManyPagesAndShowsThemAtOnce();
    void aHintThatIsNewsPulls();
    void aHintThatIsNoNewsAsksNobody();
    void oneRequestIsInFlight();
    void checksEveryHour();
    void sayingNothingNewCostsNoBody();
    void asksTheHubWhenTheServerIsAway();
    void whatTheHubKnewTwoHoursAgoIsTwoHoursOld();
    void aHubThatIsBehindTakesNothingBack();
    void aHubWithTheOldEpochTakesNothingBack();
    void aRestoredServerIsFollowed();
    void goesOnWhereALinkBroke();
    void aServerThatIsEditedDuringThePullIsCaughtUp();
    void failsAloudAndComesBackByItself();
    void brokenAnswersHarmNobody_data();
    void brokenAnswersHarmNobody();
    void goesQuietlyInTheMiddleOfAPull();
    void randomEditsAndPullsEndEqual();
};

void TestCatalogPuller::pullsAtTheStart()
{
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(5), shop.server.random));
    const auto puller = shop.kioskPuller();
    QSignalSpy changed(puller.get(), &CatalogPuller::changed);
    QSignalSpy confirmed(puller.get(), &CatalogPuller::confirmed);
    QVERIFY(!puller->isPulling());
    shop.advance(100ms);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(confirmed.size(), 0);
    QCOMPARE(live(shop.kiosk), live(shop.server));
    QCOMPARE(shop.kiosk.catalog().checkedAgo(), std::optional(Milliseconds(100)));
}

void TestCatalogPuller::pullsManyPagesAndShowsThemAtOnce()
{
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(3500), shop.server.random));
    shop.restaurant.board.setDelay(kioskName, serverName, 20ms);
    const auto puller = shop.kioskPuller();
    QSignalSpy changed(puller.get(), &CatalogPuller::changed);
    for (int i = 0; i < 5; ++i) {
        shop.advance(20ms);
        QVERIFY(live(shop.kiosk).isEmpty());
    }
    shop.advance(1s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(live(shop.kiosk).size(), 3500);
    QCOMPARE(shop.requests.value(serverName), 4);
}

void TestCatalogPuller::aHintThatIsNewsPulls()
{
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(5), shop.server.random));
    const auto puller = shop.kioskPuller();
    shop.advance(100ms);
    QVERIFY(shop.server.catalog().replaceAll(menu(5, "2"), shop.server.random));
    QSignalSpy changed(puller.get(), &CatalogPuller::changed);
    puller->hint(shop.server.catalog().version());
    QVERIFY(puller->isPulling());
    shop.advance(100ms);
    QVERIFY(!puller->isPulling());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(live(shop.kiosk), live(shop.server));
}

void TestCatalogPuller::aHintThatIsNoNewsAsksNobody()
{
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(5), shop.server.random));
    const auto puller = shop.kioskPuller();
    shop.advance(100ms);
    const auto requests = shop.requests.value(serverName);
    auto version = shop.server.catalog().version();
    puller->hint(version);
    version.version = 2;
    puller->hint(version);
    puller->hint({});
    shop.advance(1s);
    QCOMPARE(shop.requests.value(serverName), requests);
}

void TestCatalogPuller::oneRequestIsInFlight()
{
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(5), shop.server.random));
    shop.restaurant.board.setDelay(kioskName, serverName, 50ms);
    const auto puller = shop.kioskPuller();
    shop.advance(10ms);
    for (int i = 0; i < 10; ++i)
        puller->refresh();
    shop.advance(5s);
    QCOMPARE(shop.requests.value(serverName), 2); // and once more, because somebody asked meanwhile
}

void TestCatalogPuller::checksEveryHour()
{
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(5), shop.server.random));
    const auto puller = shop.kioskPuller();
    shop.advance(100ms);
    QSignalSpy confirmed(puller.get(), &CatalogPuller::confirmed);
    shop.advance(24h);
    QVERIFY2(confirmed.size() >= 21 && confirmed.size() <= 27, qPrintable(QString::number(confirmed.size())));
    QVERIFY(*shop.kiosk.catalog().checkedAgo() < 70min);
}

void TestCatalogPuller::sayingNothingNewCostsNoBody()
{
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(5), shop.server.random));
    const auto puller = shop.kioskPuller();
    shop.advance(100ms);
    QList<int> statuses;
    shop.restaurant.board.serve(serverName, [&](const HttpRequest &request, const HttpAnswer &answer) {
        const auto response = serveCatalog(shop.server.catalog(), request);
        statuses.append(response.status);
        answer(response);
    });
    QSignalSpy confirmed(puller.get(), &CatalogPuller::confirmed);
    puller->refresh();
    shop.advance(100ms);
    QCOMPARE(confirmed.size(), 1);
    QCOMPARE(statuses, QList<int>{304});
}

void TestCatalogPuller::asksTheHubWhenTheServerIsAway()
{
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(5), shop.server.random));
    {
        const auto hubPuller = shop.puller(shop.hub, hubName, {serverName});
        shop.advance(100ms);
    }
    QCOMPARE(live(shop.hub), live(shop.server));
    shop.restaurant.board.setDown(kioskName, serverName);
    const auto puller = shop.kioskPuller();
    shop.advance(100ms);
    QCOMPARE(live(shop.kiosk), live(shop.server));
    QCOMPARE(shop.requests.value(hubName), 1);
}

void TestCatalogPuller::whatTheHubKnewTwoHoursAgoIsTwoHoursOld()
{
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(5), shop.server.random));
    {
        const auto hubPuller = shop.puller(shop.hub, hubName, {serverName});
        shop.advance(100ms);
    }
    shop.restaurant.board.setDown(serverName);
    shop.advance(2h);
    const auto puller = shop.kioskPuller();
    QSignalSpy confirmed(puller.get(), &CatalogPuller::confirmed);
    shop.advance(100ms);
    QVERIFY(*shop.kiosk.catalog().checkedAgo() >= 2h);
    puller->refresh();
    shop.advance(100ms);
    QCOMPARE(confirmed.size(), 1);
    QVERIFY(*shop.kiosk.catalog().checkedAgo() >= 2h);
    shop.restaurant.board.setDown(serverName, false);
    puller->refresh();
    shop.advance(100ms);
    QVERIFY(*shop.kiosk.catalog().checkedAgo() <= 1s);
}

void TestCatalogPuller::aHubThatIsBehindTakesNothingBack()
{
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(5), shop.server.random));
    {
        const auto hubPuller = shop.puller(shop.hub, hubName, {serverName});
        shop.advance(100ms);
    }
    QVERIFY(shop.server.catalog().replaceAll(menu(4, "2"), shop.server.random));
    const auto puller = shop.kioskPuller();
    shop.advance(100ms);
    const auto before = live(shop.kiosk);
    shop.restaurant.board.setDown(serverName);
    QSignalSpy failed(puller.get(), &CatalogPuller::failed);
    QSignalSpy confirmed(puller.get(), &CatalogPuller::confirmed);
    puller->refresh();
    shop.advance(100ms);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Unreachable);
    QCOMPARE(confirmed.size(), 0);
    QCOMPARE(live(shop.kiosk), before);
}

void TestCatalogPuller::aHubWithTheOldEpochTakesNothingBack()
{
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(5), shop.server.random));
    {
        const auto hubPuller = shop.puller(shop.hub, hubName, {serverName});
        shop.advance(100ms);
    }
    shop.restaurant.clock.advance(1min);
    SyncNode restored(shop.restaurant, u"Server"_s, NodeKind::Server);
    QVERIFY(restored.catalog().replaceAll(menu(2, "9"), restored.random));
    shop.open(serverName, restored);
    const auto puller = shop.kioskPuller();
    shop.advance(100ms);
    QCOMPARE(live(shop.kiosk), live(restored));
    shop.restaurant.board.setDown(serverName);
    puller->hint(shop.hub.catalog().version());
    puller->refresh();
    shop.advance(1min);
    QCOMPARE(live(shop.kiosk), live(restored));
}

void TestCatalogPuller::aRestoredServerIsFollowed()
{
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(5), shop.server.random));
    const auto puller = shop.kioskPuller();
    shop.advance(100ms);
    // Its clock stands wrong as well, so that its epoch sorts before the old one: the writer is right all the same.
    SyncNode restored(shop.restaurant, u"Server"_s, NodeKind::Server);
    restored.clock.jumpWall(-24h * 400);
    QVERIFY(restored.catalog().replaceAll(menu(3, "9"), restored.random));
    shop.open(serverName, restored);
    puller->hint(restored.catalog().version());
    shop.advance(1s);
    QCOMPARE(live(shop.kiosk), live(restored));
    QCOMPARE(shop.kiosk.catalog().version(), restored.catalog().version());
}

void TestCatalogPuller::goesOnWhereALinkBroke()
{
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(3500), shop.server.random));
    shop.restaurant.board.setDelay(kioskName, serverName, 20ms);
    auto puller = shop.puller(shop.kiosk, kioskName, {serverName});
    shop.advance(90ms);
    const auto got = shop.kiosk.catalog().pulled().version;
    QVERIFY(got >= 1000 && got < 3500);
    puller.reset();
    shop.restaurant.board.setDown(serverName);
    shop.kiosk.restart();
    QCOMPARE(shop.kiosk.catalog().pulled().version, got);
    shop.restaurant.board.setDown(serverName, false);
    const auto before = shop.requests.value(serverName);
    puller = shop.puller(shop.kiosk, kioskName, {serverName});
    shop.advance(10s);
    QCOMPARE(live(shop.kiosk).size(), 3500);
    QCOMPARE(shop.requests.value(serverName) - before, (3500 - got + 999) / 1000);
}

void TestCatalogPuller::aServerThatIsEditedDuringThePullIsCaughtUp()
{
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(2500), shop.server.random));
    shop.restaurant.board.setDelay(kioskName, serverName, 20ms);
    const auto puller = shop.kioskPuller();
    shop.advance(50ms);
    QVERIFY(shop.server.catalog().replaceAll(menu(2000, "2"), shop.server.random));
    shop.advance(5s);
    QCOMPARE(live(shop.kiosk), live(shop.server));
}

void TestCatalogPuller::failsAloudAndComesBackByItself()
{
    Shop shop;
    shop.restaurant.board.setDown(serverName);
    shop.restaurant.board.setDown(hubName);
    const auto puller = shop.kioskPuller();
    QSignalSpy failed(puller.get(), &CatalogPuller::failed);
    shop.advance(1h);
    QVERIFY2(failed.size() >= 10 && failed.size() <= 30, qPrintable(QString::number(failed.size())));
    QVERIFY(shop.server.catalog().replaceAll(menu(5), shop.server.random));
    shop.restaurant.board.setDown(serverName, false);
    shop.advance(7min);
    QCOMPARE(live(shop.kiosk), live(shop.server));
}

void TestCatalogPuller::brokenAnswersHarmNobody_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("HTML") << 200 << QByteArray("<html>Welcome to the guest network</html>");
    QTest::newRow("nothing") << 200 << QByteArray();
    QTest::newRow("half") << 200 << QByteArray(R"({"epoch":"e","current_version":2,"has_more":false,"changes":[{"kind":"product","id":)");
    QTest::newRow("a list") << 200 << QByteArray("[]");
    QTest::newRow("a field is missing") << 200 << QByteArray(R"({"epoch":"e","current_version":2,"changes":[]})");
    QTest::newRow("a number as text") << 200 << QByteArray(R"({"epoch":"e","current_version":"2","has_more":false,"changes":[]})");
    QTest::newRow("a document that is text")
        << 200
        << QByteArray(
               R"({"epoch":"e","current_version":1,"has_more":false,"changes":[{"kind":"product","id":"1","version":1,"deleted":false,"doc":"x"}]})");
    QTest::newRow("for ever more") << 200 << QByteArray(R"({"epoch":"e","current_version":2,"has_more":true,"changes":[]})");
    QTest::newRow("something follows") << 200 << QByteArray(R"({"epoch":"e","current_version":0,"has_more":false,"changes":[]} and more)");
    QTest::newRow("an error") << 500 << QByteArray("{}");
    QTest::newRow("no menu") << 404 << QByteArray("{}");
}

void TestCatalogPuller::brokenAnswersHarmNobody()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(5), shop.server.random));
    auto puller = shop.puller(shop.kiosk, kioskName, {serverName});
    shop.advance(100ms);
    const auto before = live(shop.kiosk);
    const auto version = shop.kiosk.catalog().version();
    shop.restaurant.board.serve(hubName, [&](const HttpRequest &, const HttpAnswer &answer) { answer({status, "text/plain", body, {}}); });
    puller = shop.puller(shop.kiosk, kioskName, {hubName, serverName});
    QSignalSpy confirmed(puller.get(), &CatalogPuller::confirmed);
    shop.advance(1s);
    QCOMPARE(confirmed.size(), 1); // the next source was asked
    QCOMPARE(live(shop.kiosk), before);
    QCOMPARE(shop.kiosk.catalog().version(), version);
}

void TestCatalogPuller::goesQuietlyInTheMiddleOfAPull()
{
    Shop shop;
    QVERIFY(shop.server.catalog().replaceAll(menu(5), shop.server.random));
    shop.restaurant.board.setDelay(kioskName, serverName, 50ms);
    auto puller = shop.kioskPuller();
    shop.advance(60ms);
    QVERIFY(puller->isPulling());
    puller.reset();
    shop.advance(10s);
    QVERIFY(live(shop.kiosk).isEmpty());
}

void TestCatalogPuller::randomEditsAndPullsEndEqual()
{
    for (quint64 seed = 1; seed <= 4; ++seed) {
        Shop shop;
        SeededRandom random(seed);
        const auto hubPuller = shop.puller(shop.hub, hubName, {serverName});
        const auto kioskPuller = shop.kioskPuller();
        QSet<QByteArray> published; // every menu that the server ever had, whole
        const auto digest = [](const QMap<QString, QByteArray> &rows) {
            QByteArray all;
            for (auto it = rows.begin(); it != rows.end(); ++it)
                all += it.key().toUtf8() + it.value();
            return all;
        };
        published.insert(digest({}));
        connect(kioskPuller.get(), &CatalogPuller::changed, this, [&] { QVERIFY(published.contains(digest(live(shop.kiosk)))); });
        for (int i = 0; i < 60; ++i) {
            if (random.below(2)) {
                QVERIFY(shop.server.catalog().replaceAll(menu(1 + int(random.below(30)), QByteArray::number(random.below(5))),
                                                         shop.server.random));
                published.insert(digest(live(shop.server)));
                kioskPuller->hint(shop.server.catalog().version());
            }
            shop.restaurant.board.setDown(kioskName, serverName, random.below(2));
            if (random.below(3) == 0)
                hubPuller->refresh();
            if (random.below(3) == 0)
                kioskPuller->refresh();
            shop.advance(Milliseconds(qint64(random.below(2000))));
            QVERIFY(published.contains(digest(live(shop.kiosk))));
        }
        shop.restaurant.board.setDown(kioskName, serverName, false);
        kioskPuller->refresh();
        shop.advance(1min);
        QCOMPARE(live(shop.kiosk), live(shop.server));
    }
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestCatalogPuller)
#include "tst_catalogpuller.moc"
