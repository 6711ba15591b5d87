// SPDX-License-Identifier: GPL-3.0-or-later
#include "lobby.h"

#include <gateway/hubbridge.h>

#include <QJsonDocument>
#include <QTest>

using namespace saji;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! Another hub that answers when it is told to.
class FakeClient final : public TextClient
{
public:
    explicit FakeClient(QList<Answer> &asked) : m_asked(asked) {}
    void open(Answer answer) override { m_asked.append(std::move(answer)); }

private:
    QList<Answer> &m_asked;
};

QByteArray packet(const QByteArray &event, const QJsonObject &data)
{
    return "42[\"" + event + "\"," + QJsonDocument(data).toJson(QJsonDocument::Compact) + ']';
}

QList<std::pair<QString, QJsonObject>> eventsOf(const QByteArrayList &packets)
{
    QList<std::pair<QString, QJsonObject>> events;
    for (const auto &text : packets) {
        const auto array = QJsonDocument::fromJson(text.mid(2)).array();
        events.append({array.at(0).toString(), array.at(1).toObject()});
    }
    return events;
}

} // namespace

class TestHubBridge : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_house = std::make_unique<House>();
        m_house->furnish();
        m_lobby = std::make_unique<Lobby>(*m_house);
        const HubBridge::Rooms rooms{m_lobby->node(), m_lobby->desk, m_lobby->book, m_house->clock, m_house->scheduler, m_random};
        m_bridge = std::make_unique<HubBridge>(rooms, std::make_unique<FakeClient>(m_asked), HubPart{u"http://theirs"_s});
        m_house->pass(10ms); // the menu is announced
        m_bridge->start();
    }

    void cleanup()
    {
        m_bridge.reset();
        m_asked.clear();
        m_lobby.reset();
        m_house.reset();
    }

    void itJoinsTheRoomsOfTheMenu()
    {
        const auto socket = connected();
        QVERIFY(m_bridge->isConnected());
        QCOMPARE(m_joined,
                 (QByteArrayList{"42[\"identify\",{\"type\":\"kitchen\"}]", "42[\"subscribe_outlet\",1]", "42[\"subscribe_outlet\",2]"}));
    }

    void itTriesForEverAndNeverInAHurry()
    {
        for (const auto wait : {1s, 2s, 5s, 5s, 5s}) {
            QCOMPARE(m_asked.size(), 1);
            m_asked.takeFirst()(Error{ErrorCode::Unreachable, u"nobody"_s});
            m_house->pass(wait - 1ms);
            QVERIFY(m_asked.isEmpty());
            QVERIFY(m_house->passUntil([this] { return !m_asked.isEmpty(); }, Milliseconds(wait) / 4 + 10ms)); // and some jitter
        }
    }

    void silenceOfThatHubIsNoticedByItsOwnPace()
    {
        const auto socket = connected();
        for (int i = 0; i < 5; ++i) {
            m_house->pass(900ms);
            socket->say("2");
            QCOMPARE(socket->takeAll(), QByteArrayList{"3"});
        }
        m_house->pass(1001ms);
        QVERIFY(!socket->isOpen() && !m_bridge->isConnected());
        m_house->pass(2s);
        QCOMPARE(m_asked.size(), 1);
    }

    void whatIsHeardThereIsAnOrderHereAndDoesNotGoBack()
    {
        const auto socket = connected();
        socket->say(packet("order_created", webOrder(501)));
        socket->say(packet("order_created", webOrder(501)));
        m_house->pass(10ms);
        QCOMPARE(m_lobby->orders(1).size(), 1);
        socket->say(packet("order_updated", {{u"order_number"_s, u"ORD-501"_s}, {u"outlet_id"_s, 1}, {u"status"_s, u"ready"_s}}));
        m_house->pass(1s);
        QCOMPARE(m_lobby->orders(1)[0].toObject().value("status"_L1).toString(), u"ready"_s);
        QCOMPARE(socket->takeAll(), QByteArrayList());
    }

    void whatHappensHereIsSaidThereOnceAndItsEchoIsNotTaken()
    {
        const auto socket = connected();
        m_lobby->emitEvent("new_order", webOrder(7));
        m_house->pass(10ms);
        const auto said = socket->takeAll();
        const auto events = eventsOf(said);
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0].first, u"order:created:offline"_s);
        const auto cart = events[0].second.value("checkout_data"_L1).toObject().value("carts"_L1).toArray().at(0).toObject();
        QCOMPARE(cart.value("outlet_id"_L1).toInt(), 1);
        QCOMPARE(cart.value("items"_L1).toArray().size(), 1);
        const auto written = m_lobby->node().log().ownSeq();
        socket->say(said.first());
        m_house->pass(1s);
        QCOMPARE(m_lobby->node().log().ownSeq(), written);
        QVERIFY(socket->takeAll().isEmpty());
    }

    void whatHappensWhileItIsAwayIsSaidWhenItIsBack()
    {
        m_lobby->emitEvent("new_order", webOrder(7));
        m_lobby->emitEvent("order_updated", {{u"id"_s, 7}, {u"outlet_id"_s, 1}, {u"status"_s, u"preparing"_s}});
        m_asked.takeFirst()(Error{ErrorCode::Unreachable, u"nobody"_s});
        QVERIFY(m_house->passUntil([this] { return !m_asked.isEmpty(); }, 2s));
        const auto socket = connected();
        QStringList names;
        for (const auto &[name, data] : eventsOf(m_said))
            names.append(name);
        QVERIFY(names.contains(u"order:created:offline"_s));
        QVERIFY(names.contains(u"update_status"_s));
    }

    void anOrderThatTheStoreKnowsByAnotherWayIsTheSame()
    {
        const auto socket = connected();
        const auto uuid = u"01932c07-209f-7a3b-8a8e-0c6c3b6f1a2b"_s;
        auto order = webOrder(9);
        order.insert(u"saji_uuid"_s, uuid);
        socket->say(packet("order:created:offline", order));
        m_house->pass(10ms);
        QCOMPARE(m_lobby->orders(1)[0].toObject().value("uuid"_L1).toString(), uuid);
    }

    void nonsenseFromThatHubIsPassedOver()
    {
        const auto socket = connected();
        for (const auto *text : {"", "4", "42", "42[", "42[\"order_created\"]", "42[\"order_created\",null]",
                                 "42[\"order_created\",{\"items\":[{}]}]", "451-[]", "x"})
            socket->say(text);
        m_house->pass(1ms);
        QVERIFY(socket->isOpen());
        QVERIFY(m_lobby->orders(1).isEmpty());
    }

private:
    //! The other hub takes the connection; its pings come every second.
    std::shared_ptr<FakeSocket> connected()
    {
        const auto socket = std::make_shared<FakeSocket>();
        m_asked.takeFirst()(std::shared_ptr<TextSocket>(socket));
        socket->say("0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":500,\"pingTimeout\":500}");
        if (socket->takeAll() != QByteArrayList{"40"})
            qFatal("it does not connect");
        socket->say("40{\"sid\":\"y\"}");
        m_joined.clear();
        m_said.clear();
        for (const auto &text : socket->takeAll())
            (text.contains("identify") || text.contains("subscribe_outlet") ? m_joined : m_said).append(text);
        return socket;
    }

    SeededRandom m_random{8};
    QList<TextClient::Answer> m_asked;
    QByteArrayList m_joined;
    QByteArrayList m_said;
    std::unique_ptr<House> m_house;
    std::unique_ptr<Lobby> m_lobby;
    std::unique_ptr<HubBridge> m_bridge;
};

QTEST_GUILESS_MAIN(TestHubBridge)
#include "tst_hubbridge.moc"
