// SPDX-License-Identifier: GPL-3.0-or-later
#include "lobby.h"

#include <testkit/pairedhouse.h>

#include <QJsonDocument>
#include <QTest>

using namespace saji;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QByteArray eventPacket(const QByteArray &name, const QJsonObject &data)
{
    return "42[\"" + name + "\"," + QJsonDocument(data).toJson(QJsonDocument::Compact) + ']';
}

QByteArray sidOf(const QByteArray &handshake)
{
    return QJsonDocument::fromJson(handshake.mid(1)).object().value("sid"_L1).toString().toLatin1();
}

QStringList names(const QByteArrayList &packets)
{
    QStringList found;
    for (const auto &packet : packets)
        found.append(packet.startsWith("42") ? QJsonDocument::fromJson(packet.mid(2)).array().at(0).toString() : QString::fromUtf8(packet));
    return found;
}

} // namespace

class TestSocketIo : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_house = std::make_unique<House>();
        m_house->furnish();
        m_lobby = std::make_unique<Lobby>(*m_house);
    }

    void cleanup()
    {
        m_lobby.reset();
        m_house.reset();
    }

    void aWebSocketIsOpenedAndGreeted()
    {
        const auto socket = m_lobby->socket();
        QCOMPARE(socket->said.size(), 1);
        QVERIFY(socket->said[0].startsWith("0{\"sid\":\""));
        QVERIFY(socket->said[0].contains("\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":60000,"));
        socket->takeAll();
        socket->say("40");
        QCOMPARE(socket->said.size(), 2);
        QVERIFY(socket->said[0].startsWith("40{\"sid\":\""));
        QCOMPARE(names(socket->said)[1], u"connected"_s);
    }

    void pingsComeAndSilenceEndsTheSession()
    {
        const auto socket = m_lobby->client();
        m_house->pass(26s);
        QCOMPARE(socket->takeAll(), QByteArrayList{"2"});
        socket->say("3");
        m_house->pass(26s);
        QCOMPARE(socket->takeAll(), QByteArrayList{"2"});
        m_house->pass(50s);
        QVERIFY(socket->isOpen());
        m_house->pass(12s);
        QVERIFY(!socket->isOpen());
        QCOMPARE(m_lobby->engine.sessions(), 0);
    }

    void aTokenThatExpiresEndsAWebSocketAtTheNextPing()
    {
        askForTokens();
        const auto token = tokenFor(40s);
        const auto socket = m_lobby->socket();
        socket->say("40{\"token\":\"" + token + "\"}");
        socket->say("42[\"subscribe_outlet\",1]");
        QVERIFY(names(socket->takeAll()).contains(u"subscribed"_s));
        m_house->pass(26s);
        QCOMPARE(socket->takeAll(), QByteArrayList{"2"});
        socket->say("3");
        QVERIFY(socket->isOpen());
        m_house->pass(26s); // it has expired meanwhile
        QVERIFY(!socket->isOpen());
        QCOMPARE(m_lobby->clients.clients(), 0);
        // By the same token nobody comes in again.
        const auto again = m_lobby->socket();
        again->takeAll();
        again->say("40{\"token\":\"" + token + "\"}");
        QVERIFY(again->said.value(0).startsWith("44"));
        QVERIFY(again->said.value(0).contains("expired on"));
    }

    void aTokenThatExpiresEndsALongPollAtTheNextPing()
    {
        askForTokens();
        const auto token = tokenFor(40s);
        const auto sid = poll();
        QCOMPARE(m_lobby->ask("POST", target(sid), "40{\"token\":\"" + token + "\"}").status, 200);
        QVERIFY(m_lobby->ask("GET", target(sid)).body.startsWith("40"));
        QCOMPARE(m_lobby->ask("POST", target(sid), "42[\"subscribe_outlet\",1]").status, 200);
        QVERIFY(m_lobby->ask("GET", target(sid)).body.contains("subscribed"));
        const auto ping = m_lobby->begin("GET", target(sid));
        m_house->pass(26s);
        QCOMPARE(ping->body, QByteArray("2"));
        QCOMPARE(m_lobby->ask("POST", target(sid), "3").status, 200);
        // It waits for news of its outlet when the token ends.
        const auto waiting = m_lobby->begin("GET", target(sid));
        m_house->pass(26s);
        QVERIFY2(waiting->status == 200 && waiting->body.contains('1'), waiting->body.constData());
        QCOMPARE(m_lobby->ask("GET", target(sid)).status, 400);
        QCOMPARE(m_lobby->clients.clients(), 0);
    }

    void whatItSaysAfterItsTokenHasExpiredCountsNoMoreNotEvenBeforeThePing()
    {
        askForTokens();
        const auto socket = m_lobby->socket();
        socket->say("40{\"token\":\"" + tokenFor(5s) + "\"}");
        socket->takeAll();
        m_house->pass(7s);
        socket->say("421" + eventPacket("new_order", webOrder(77)).mid(2));
        m_house->pass(1s);
        QVERIFY2(socket->said.join().contains("expired on"), socket->said.join().constData());
        QVERIFY(m_lobby->orders(1).isEmpty());
    }

    void aClientThatNeverConnectsIsNotKept()
    {
        const auto socket = m_lobby->socket();
        m_house->pass(27s);
        QVERIFY(!socket->isOpen());
    }

    void pollingCarriesTheSamePackets()
    {
        const auto sid = poll();
        QCOMPARE(m_lobby->ask("POST", target(sid), "40").body, QByteArray("ok"));
        const auto greeting = m_lobby->ask("GET", target(sid)).body.split('\x1e');
        QCOMPARE(greeting.size(), 2);
        QVERIFY(greeting[0].startsWith("40{"));
        const auto waiting = m_lobby->begin("GET", target(sid));
        m_house->pass(1s);
        QCOMPARE(waiting->status, 0);
        QCOMPARE(m_lobby
                     ->ask("POST", target(sid),
                           "42[\"subscribe_outlet\",1]\x1e"
                           "42[\"identify\",{\"type\":\"pos\"}]")
                     .body,
                 QByteArray("ok"));
        QCOMPARE(names({waiting->body}), QStringList{u"subscribed"_s});
        m_lobby->emitEvent("note", {{u"outlet_id"_s, 1}});
        QCOMPARE(names({m_lobby->ask("GET", target(sid)).body}), QStringList{u"note"_s});
    }

    void anUpgradeLosesNothing()
    {
        const auto sid = poll();
        m_lobby->ask("POST", target(sid), "40");
        m_lobby->ask("GET", target(sid));
        m_lobby->ask("POST", target(sid), "42[\"subscribe_outlet\",1]");
        m_lobby->ask("GET", target(sid));
        const auto waiting = m_lobby->begin("GET", target(sid));
        const auto socket = m_lobby->socket(u"EIO=4&transport=websocket&sid="_s + QString::fromLatin1(sid));
        socket->say("2probe");
        QCOMPARE(socket->takeAll(), QByteArrayList{"3probe"});
        QCOMPARE(waiting->body, QByteArray("6")); // the poll is released
        m_lobby->emitEvent("note", {{u"outlet_id"_s, 1}});
        QVERIFY(socket->said.isEmpty());
        socket->say("5");
        QCOMPARE(names(socket->takeAll()), QStringList{u"note"_s});
        QCOMPARE(m_lobby->ask("GET", target(sid)).status, 400);
        m_lobby->emitEvent("note", {{u"outlet_id"_s, 1}});
        QCOMPARE(names(socket->takeAll()), QStringList{u"note"_s});
    }

    void aProbeThatLeadsNowhereLeavesThePollingAsItWas()
    {
        const auto sid = poll();
        const auto socket = m_lobby->socket(u"EIO=4&transport=websocket&sid="_s + QString::fromLatin1(sid));
        socket->say("2probe");
        m_house->pass(12s);
        QVERIFY(!socket->isOpen());
        QCOMPARE(m_lobby->ask("POST", target(sid), "40").status, 200);
        QVERIFY(m_lobby->ask("GET", target(sid)).body.startsWith("40"));
    }

    void refusalsHaveThePublishedCodes()
    {
        const auto code = [this](const QString &query) {
            const auto reply = m_lobby->ask("GET", u"/socket.io/?"_s + query);
            return std::pair(reply.status, reply.object().value("code"_L1).toInt(-1));
        };
        QCOMPARE(code(u"EIO=3&transport=polling"_s), std::pair(400, 5));
        QCOMPARE(code(u"EIO=4&transport=carrier-pigeon"_s), std::pair(400, 0));
        QCOMPARE(code(u"EIO=4&transport=polling&sid=nope"_s), std::pair(400, 1));
        QCOMPARE(m_lobby->ask("POST", u"/socket.io/?EIO=4&transport=polling"_s, "40").object().value("code"_L1).toInt(-1), 2);
        const auto sid = poll();
        (void)m_lobby->begin("GET", target(sid));
        QCOMPARE(m_lobby->ask("GET", target(sid)).status, 400); // two polls at once
        QCOMPARE(m_lobby->engine.sessions(), 0);
    }

    void theRoomHearsBeforeTheSenderIsAnswered()
    {
        const auto client = m_lobby->client();
        client->say("42[\"join-kitchen\",{\"outletId\":5,\"deviceId\":\"K\"}]");
        QCOMPARE(names(client->takeAll()), QStringList{u"kitchen-joined"_s});
        client->say("421" + eventPacket("new_order", webOrder(9, 5)).mid(2));
        QVERIFY(client->said.isEmpty()); // nothing before the commit
        m_house->pass(0ms);
        const auto heard = client->takeAll();
        QCOMPARE(names(heard.first(2)), (QStringList{u"order_created"_s, u"order_sent"_s}));
        QVERIFY(heard[2].startsWith("431[{") && heard[2].contains("\"success\":true"));
    }

    void whatIsSaidInOneTurnLeavesInOnePiece()
    {
        const auto client = m_lobby->client();
        client->say("42[\"subscribe_outlet\",1]");
        client->takeAll();
        int turns = 0;
        for (int i = 0; i < 20; ++i)
            m_lobby->desk.say({WebStatement::Meaning::Relay, "tick", "{\"outlet_id\":1}", {}},
                              [&](const auto &) { turns += client->said.size() == 20; });
        m_house->pass(0ms);
        QCOMPARE(turns, 20);
    }

    void aKnownDeviceGetsWhatItMissedAndNothingElse()
    {
        auto kitchen = m_lobby->client();
        const QByteArray join = "42[\"join-kitchen\",{\"outletId\":1,\"deviceId\":\"KITCHEN-A\"}]";
        kitchen->say(join);
        m_lobby->emitEvent("note", {{u"outlet_id"_s, 1}, {u"n"_s, 1}});
        m_house->pass(26s);
        kitchen->say("3"); // it has the first
        kitchen->close({});
        m_lobby->emitEvent("note", {{u"outlet_id"_s, 1}, {u"n"_s, 2}});
        kitchen = m_lobby->client();
        kitchen->say(join);
        const auto heard = kitchen->takeAll();
        QCOMPARE(names(heard), (QStringList{u"kitchen-joined"_s, u"note"_s}));
        QVERIFY(heard[1].contains("\"n\":2"));
    }

    void aStrangerGetsWhatIsStillToBeDone()
    {
        m_lobby->emitEvent("new_order", webOrder(1));
        m_lobby->emitEvent("new_order", webOrder(2));
        m_lobby->emitEvent("order_completed", {{u"id"_s, 1}, {u"outlet_id"_s, 1}});
        m_lobby->emitEvent("note", {{u"outlet_id"_s, 1}});
        const auto kitchen = m_lobby->client();
        kitchen->say("42[\"subscribe_outlet\",\"1\"]");
        const auto heard = kitchen->takeAll();
        QCOMPARE(names(heard), (QStringList{u"subscribed"_s, u"new_order"_s}));
        QVERIFY(heard[1].contains("\"ORD-2\""));
    }

    void aLeaverHearsNothingMore()
    {
        const auto client = m_lobby->client();
        client->say("42[\"subscribe_outlet\",1]");
        client->say("41");
        client->takeAll();
        m_lobby->emitEvent("note", {{u"outlet_id"_s, 1}});
        QVERIFY(client->said.isEmpty());
        QVERIFY(m_lobby->clients.roomCounts().isEmpty());
        client->say("42[\"subscribe_outlet\",1]"); // spoke before it was connected again
        QVERIFY(!client->isOpen());
    }

    void roomsAreCountedForHealthAndOutlets()
    {
        const auto client = m_lobby->client();
        client->say("42[\"join-kitchen\",{\"outletId\":6,\"deviceId\":\"K\"}]");
        QCOMPARE(m_lobby->clients.roomCounts().value(u"outlet_6"_s), 1);
        const auto outlet = m_lobby->ask("GET", u"/outlets"_s).object().value("outlets"_L1).toArray().at(0).toObject();
        QCOMPARE(outlet.value("outletId"_L1).toInt(), 6);
        QCOMPARE(outlet.value("clients"_L1).toArray().at(0).toObject().value("type"_L1).toString(), u"kitchen"_s);
    }

    void aPageThatJoinsAsKitchenAndLeavesIsToldToTheOthersInItsRoom()
    {
        const auto kiosk = m_lobby->client();
        kiosk->say("42[\"subscribe_outlet\",6]");
        kiosk->takeAll();
        const auto kitchen = m_lobby->client();
        kitchen->say("42[\"join-kitchen\",{\"outletId\":6,\"deviceId\":\"K\"}]");
        kitchen->say("42[\"join-kitchen\",{\"outletId\":6,\"deviceId\":\"K\"}]"); // twice is once
        m_house->pass(0ms);
        QCOMPARE(names(kitchen->takeAll()), (QStringList{u"kitchen-joined"_s, u"kitchen-joined"_s}));
        auto heard = kiosk->takeAll();
        QCOMPARE(names(heard), QStringList{u"kitchen_status_changed"_s});
        const auto came = QJsonDocument::fromJson(heard[0].mid(2)).array().at(1).toObject();
        QCOMPARE(came.value("outlet_id"_L1).toInt(), 6);
        QCOMPARE(came.value("device_id"_L1).toString(), u"K"_s);
        QCOMPARE(came.value("status"_L1).toString(), u"online"_s);
        QCOMPARE(came.value("kitchens_online"_L1).toInt(), 1);
        kitchen->close({});
        m_house->pass(0ms);
        heard = kiosk->takeAll();
        QCOMPARE(names(heard), QStringList{u"kitchen_status_changed"_s});
        QVERIFY(heard[0].contains("\"status\":\"offline\"") && heard[0].contains("\"kitchens_online\":0"));
    }

    void aNativeKitchenThatComesAndGoesIsToldToItsRoomAndToNoOther()
    {
        const auto page = m_lobby->client();
        const auto other = m_lobby->client();
        page->say("42[\"subscribe_outlet\",1]");
        other->say("42[\"subscribe_outlet\",2]");
        m_house->pass(3s);
        QCOMPARE(m_lobby->kitchens.online(u"1"_s).size(), 1);
        page->takeAll();
        other->takeAll();
        (*m_house)[u"kitchen"_s].stop();
        QVERIFY(m_house->passUntil([&] { return !page->said.isEmpty(); }, 3s));
        const auto gone = page->takeAll();
        QCOMPARE(names(gone), QStringList{u"kitchen_status_changed"_s});
        QVERIFY(gone[0].contains("\"status\":\"offline\"") && gone[0].contains("\"name\":"));
        (*m_house)[u"kitchen"_s].start();
        QVERIFY(m_house->passUntil([&] { return !page->said.isEmpty(); }, 5s));
        QVERIFY(page->takeAll()[0].contains("\"status\":\"online\""));
        QVERIFY(other->said.isEmpty());
    }

    void tenThousandMalformedPacketsEndNoMoreThanTheirOwnSessions()
    {
        const auto witness = m_lobby->client();
        witness->say("42[\"subscribe_outlet\",1]");
        SeededRandom random(11);
        const QByteArrayList pieces{"4",
                                    "2",
                                    "0",
                                    "5",
                                    "1",
                                    "42[",
                                    "\"new_order\"",
                                    ",",
                                    "{",
                                    "}",
                                    "]",
                                    "[",
                                    "null",
                                    "451-",
                                    "/x,",
                                    "99999999999999999999",
                                    "\"",
                                    "\\",
                                    "\x1e",
                                    "\xff",
                                    "{\"outlet_id\":1,\"items\":[{}]}",
                                    "421[\"update_status\",",
                                    "1e999",
                                    "b",
                                    QByteArray(1, '\0')};
        auto victim = m_lobby->client();
        for (int i = 0; i < 10'000; ++i) {
            if (!victim->isOpen())
                victim = m_lobby->client();
            QByteArray packet = random.below(2) ? "42" : "";
            for (auto n = random.below(6); n > 0; --n)
                packet += pieces[qsizetype(random.below(quint64(pieces.size())))];
            victim->say(packet);
            victim->takeAll();
            if (i % 500 == 0)
                m_house->pass(1ms);
        }
        m_house->pass(1s);
        witness->takeAll();
        QCOMPARE(m_lobby->emitEvent("note", {{u"outlet_id"_s, 1}}).status, 200);
        QCOMPARE(names(witness->takeAll()), QStringList{u"note"_s});
        QVERIFY(m_lobby->engine.sessions() <= 2);
    }

    void newsOfTooManyRoomsAreForgottenAndOpenOrdersAreNot()
    {
        const QByteArray join = "42[\"join-kitchen\",{\"outletId\":1,\"deviceId\":\"K\"}]";
        auto kitchen = m_lobby->client();
        kitchen->say(join);
        m_house->pass(26s);
        kitchen->say("3");
        kitchen->close({});
        m_lobby->emitEvent("new_order", webOrder(1));
        m_lobby->emitEvent("note", {{u"outlet_id"_s, 1}});
        for (int i = 0; i < 700; ++i)
            m_lobby->emitEvent("note", {{u"outlet_id"_s, 1000 + i}, {u"text"_s, QString(50'000, u'x')}});
        kitchen = m_lobby->client();
        kitchen->say(join);
        QCOMPARE(names(kitchen->takeAll()), (QStringList{u"kitchen-joined"_s, u"new_order"_s}));
    }

    void aSlowPollerIsCutAndOthersAreNot()
    {
        const auto sid = poll();
        m_lobby->ask("POST", target(sid), "40");
        m_lobby->ask("GET", target(sid));
        m_lobby->ask("POST", target(sid), "42[\"subscribe_outlet\",1]");
        const auto other = m_lobby->client();
        other->say("42[\"subscribe_outlet\",1]");
        for (int i = 0; i < 200; ++i)
            m_lobby->emitEvent("note", {{u"outlet_id"_s, 1}, {u"text"_s, QString(30'000, u'x')}});
        QCOMPARE(m_lobby->ask("GET", target(sid)).status, 400);
        QCOMPARE(m_lobby->clients.clients(), 1);
        QVERIFY(other->isOpen());
    }

private:
    //! From now on web clients need a token; those that are there are gone.
    void askForTokens()
    {
        m_paired = std::make_unique<PairedHouse>();
        m_lobby.reset();
        m_lobby = std::make_unique<Lobby>(*m_house, WebGuard(WebAccess::Token, m_paired->trust(u"hub"_s, PairedHouse::device(1)), m_house->clock));
    }
    //! One that is good for so long from now on, on the clock of the house.
    QByteArray tokenFor(std::chrono::seconds life)
    {
        const auto now = std::chrono::duration_cast<std::chrono::seconds>(m_house->clock.wallNow() + life) - 24h;
        return *m_paired->authority().createToken(u"Papan"_s, {u"orders:read"_s, u"orders:write"_s}, 1, now.count());
    }
    std::unique_ptr<PairedHouse> m_paired;

    //! Opens a polling session.
    [[nodiscard]] QByteArray poll()
    {
        const auto opened = m_lobby->ask("GET", u"/socket.io/?EIO=4&transport=polling"_s);
        if (!opened.body.contains("\"upgrades\":[\"websocket\"]"))
            qFatal("no handshake: %s", opened.body.constData());
        return sidOf(opened.body);
    }
    static QString target(const QByteArray &sid) { return u"/socket.io/?EIO=4&transport=polling&sid="_s + QString::fromLatin1(sid); }

    std::unique_ptr<House> m_house;
    std::unique_ptr<Lobby> m_lobby;
};

QTEST_GUILESS_MAIN(TestSocketIo)
#include "tst_socketio.moc"
