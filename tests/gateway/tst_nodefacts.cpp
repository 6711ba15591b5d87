// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/nodefacts.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

NodeFacts busyServer()
{
    NodeFacts facts;
    facts.kind = NodeKind::Server;
    facts.name = u"Server"_s;
    facts.store = u"pasar-saji"_s;
    facts.uptime = Milliseconds(12'500);
    facts.wallMs = 1'749'981'600'123;
    facts.catalogEpoch = u"e1"_s;
    facts.catalogVersion = 42;
    facts.events = 480;
    facts.orders = 120;
    facts.openOrders = 3;
    facts.connected = 3;
    facts.polling = 1;
    facts.known = 5;
    facts.databaseBytes = 524'288;
    return facts;
}

QJsonObject health(const NodeFacts &facts)
{
    return QJsonDocument::fromJson(healthJson(facts)).object();
}

} // namespace

class TestNodeFacts : public QObject
{
    Q_OBJECT

private slots:
    void modesAreToldAsPublishedWithWhatWasMeasured()
    {
        auto facts = busyServer();
        facts.kind = NodeKind::Hub;
        facts.sync.mode = SyncMode::Polling;
        facts.sync.polling = facts.sync.centralConnected = true;
        facts.sync.error = Error{ErrorCode::Refused, u"a proxy that knows no WebSocket"_s};
        facts.lastConnectedWallMs = facts.wallMs;
        PeerView server;
        server.mode = SyncMode::Polling;
        server.figures = WayFigures{3, Milliseconds(120), Milliseconds(900), 7, 480, 12.4, Milliseconds(5000)};
        PeerView kiosk;
        kiosk.role = PeerRole::Kiosk;
        facts.sync.peers = {server, kiosk}; // who has dialled us is no way of ours
        const auto said = syncJson(facts);
        QCOMPARE(said.value(u"mode"_s).toString(), u"polling"_s);
        QVERIFY(said.value(u"centralConnected"_s).toBool() && said.value(u"isPolling"_s).toBool());
        QVERIFY(!said.value(u"localConnected"_s).toBool());
        QCOMPARE(said.value(u"lastConnected"_s).toString(), u"2025-06-15T10:00:00.123Z"_s);
        QCOMPARE(said.value(u"error"_s).toString(), u"a proxy that knows no WebSocket"_s);
        const auto ways = said.value(u"ways"_s).toArray();
        QCOMPARE(ways.size(), 1);
        QCOMPARE(ways[0].toObject().value(u"way"_s).toString(), u"server"_s);
        QCOMPARE(ways[0].toObject().value(u"slowestConnectMs"_s).toInt(), 900);
        const auto page = metricsText(facts);
        QVERIFY(page.contains("saji_way_errors_total{way=\"server\"} 7\n"));
        QVERIFY(page.contains("saji_way_connected{way=\"server\"} 0.5\n"));
        QVERIFY(page.contains("saji_way_poll_seconds{way=\"server\"} 5\n"));
    }

    void healthHasTheNamesOfTheContract()
    {
        const auto said = health(busyServer());
        QCOMPARE(said.value(u"status"_s).toString(), u"ok"_s);
        QCOMPARE(said.value(u"timestamp"_s).toString(), u"2025-06-15T10:00:00.123Z"_s);
        QCOMPARE(said.value(u"uptime"_s).toDouble(), 12.5);
        QCOMPARE(said.value(u"connections"_s).toInt(), 4);
        const auto database = said.value(u"database"_s).toObject();
        QCOMPARE(database.value(u"totalOrders"_s).toInt(), 120);
        QCOMPARE(database.value(u"dbSizeKB"_s).toInt(), 512);
        QVERIFY(database.value(u"ok"_s).toBool());
        QCOMPARE(said.value(u"catalog"_s).toObject().value(u"version"_s).toInt(), 42);
        QVERIFY(!said.contains(u"pending"_s));
        QVERIFY(!said.value(u"dependencies"_s).toObject().contains(u"server"_s));
    }

    void aDiskThatFailsIsNotOk()
    {
        auto facts = busyServer();
        facts.databaseError = u"no space left"_s;
        const auto said = health(facts);
        QCOMPARE(said.value(u"status"_s).toString(), u"failing"_s);
        QCOMPARE(said.value(u"dependencies"_s).toObject().value(u"database"_s).toString(), u"no space left"_s);
        QVERIFY(metricsText(facts).contains("\nsaji_database_ok 0\n"));
    }

    void aHubSaysWhatWaitsForTheServer()
    {
        auto facts = busyServer();
        facts.kind = NodeKind::Hub;
        facts.pending = 7;
        facts.serverReachable = false;
        const auto said = health(facts);
        QCOMPARE(said.value(u"pending"_s).toInt(), 7);
        QVERIFY(said.value(u"dependencies"_s).toObject().value(u"server"_s).toString() != u"ok"_s);
        QVERIFY(metricsText(facts).contains("\nsaji_pending_events 7\n"));
        QVERIFY(metricsText(facts).contains("\nsaji_server_reachable 0\n"));
    }

    void everyMetricIsWellFormed()
    {
        static const QRegularExpression sample(u"^[a-z_]+(\\{[a-z_]+=\"(\\\\.|[^\"\\\\])*\"(,[a-z_]+=\"(\\\\.|[^\"\\\\])*\")*\\})? -?[0-9]+$"_s);
        auto facts = busyServer();
        facts.name = u"The \"big\" one\\\nreally"_s;
        const auto page = QString::fromUtf8(metricsText(facts));
        QVERIFY(page.endsWith(u'\n'));
        for (const auto &line : page.split(u'\n', Qt::SkipEmptyParts))
            QVERIFY2(line.startsWith(u'#') || sample.match(line).hasMatch(), qPrintable(line));
    }

    void aServerOfNoRestaurantSaysSo()
    {
        auto facts = busyServer();
        facts.store.clear();
        facts.notices = {u"There is no menu yet"_s};
        QVERIFY(health(facts).value(u"store"_s).isNull());
        QVERIFY(welcomeText(facts).contains("belongs to no restaurant yet"));
        QVERIFY(welcomeText(facts).contains("! There is no menu yet"));
    }
};

QTEST_GUILESS_MAIN(TestNodeFacts)
#include "tst_nodefacts.moc"
