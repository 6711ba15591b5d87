// SPDX-License-Identifier: GPL-3.0-or-later
#include "lobby.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace saji;
using namespace saji::foodcourt;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QByteArray emitBody(const QByteArray &event, const QJsonObject &data)
{
    return QJsonDocument(QJsonObject{{u"event"_s, QString::fromUtf8(event)}, {u"data"_s, data}}).toJson(QJsonDocument::Compact);
}

Cart basket(House &house, Resident &kiosk)
{
    SeededRandom random(quint64(kiosk.placed.size()) + 99);
    Cart cart(BasketId::create(house.clock, random));
    CartItem item;
    item.product = sateAyam;
    if (const auto added = cart.add(item, *kiosk.menu.menu); !added)
        qFatal("%s", qPrintable(added.error().detail));
    return cart;
}

//! While it is there, the system lets this process write to no file.
class NoFileGrows
{
public:
    NoFileGrows()
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit nothing{0, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &nothing);
    }
    ~NoFileGrows()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    NoFileGrows(const NoFileGrows &) = delete;
    NoFileGrows &operator=(const NoFileGrows &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

class TestWebOrders : public QObject
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

    void anOrderOfAWebKioskReachesTheKitchenAndTheServerLikeAnyOther()
    {
        const auto said = m_lobby->emitEvent("new_order", webOrder(501));
        QCOMPARE(said.status, 200);
        QCOMPARE(said.object().value("outletId"_L1).toInt(), 1);
        const auto id = *OrderId::fromString(said.object().value("uuid"_L1).toString());
        auto &kitchen = (*m_house)[u"kitchen"_s];
        QVERIFY(m_house->passUntil([&] { return kitchen.tickets.contains(id); }, 2s));
        const auto ticket = kitchen.tickets.value(id);
        QCOMPARE(ticket.number.toString(), u"WB-001"_s);
        QVERIFY(ticket.customerName.contains(u"Budi"_s) && ticket.customerName.contains(u"ORD-501"_s));
        QCOMPARE(ticket.lines.first().quantity, 2);
        QVERIFY(m_house->passUntil([&] { return (*m_house)[u"server"_s].node().book().order(id).has_value(); }, 5s));
        QVERIFY(m_house->passUntil([&] { return m_lobby->book.totals().unsynced == 0; }, 5s)); // registered there, and known here
    }

    void theAnswerComesAfterTheCommitAndNotBefore()
    {
        auto &log = m_lobby->node().log();
        const auto before = log.lastArrival();
        const auto reply = m_lobby->begin("POST", u"/emit"_s, emitBody("new_order", webOrder(1)));
        QCOMPARE(reply->status, 0);
        QCOMPARE(log.lastArrival(), before);
        m_house->pass(0ms);
        QCOMPARE(reply->status, 200);
        QVERIFY(log.lastArrival() > before);
    }

    void whatWaitsTogetherIsCommittedTogether()
    {
        const auto before = m_lobby->node().log().lastArrival();
        QSignalSpy commits(&m_lobby->node().log(), &EventLog::grown);
        QList<std::shared_ptr<Lobby::Reply>> replies;
        for (int i = 0; i < 50; ++i)
            replies.append(m_lobby->begin("POST", u"/emit"_s, emitBody("new_order", webOrder(i + 1))));
        m_house->pass(0ms);
        for (const auto &reply : replies)
            QCOMPARE(reply->status, 200);
        QCOMPARE(commits.first().first().toLongLong(), before + 2 * 50); // what was said, and the order, of all of them
        QCOMPARE(m_lobby->orders(1).size(), 50);
    }

    void aDiskThatFailsIsAnErrorToAllOfTheGroupAndNothingIsKept()
    {
        QCOMPARE(m_lobby->emitEvent("new_order", webOrder(1)).status, 200);
        const auto before = m_lobby->node().log().lastArrival();
        QList<std::shared_ptr<Lobby::Reply>> replies;
        for (int i = 2; i <= 6; ++i)
            replies.append(m_lobby->begin("POST", u"/emit"_s, emitBody("new_order", webOrder(i))));
        {
            const NoFileGrows fullDisk;
            m_house->pass(0ms);
        }
        for (const auto &reply : replies) {
            QCOMPARE(reply->status, 503);
            QCOMPARE(reply->headers.value("retry-after"), QByteArray("2"));
        }
        QCOMPARE(m_lobby->node().log().lastArrival(), before);
        QCOMPARE(m_lobby->orders(1).size(), 1);
        // It has room again: said once more, they are kept, and each once.
        for (int i = 2; i <= 6; ++i)
            QCOMPARE(m_lobby->emitEvent("new_order", webOrder(i)).status, 200);
        QCOMPARE(m_lobby->orders(1).size(), 6);
    }

    void anOrderSaidAgainIsTheSameOrder()
    {
        const auto first = m_lobby->emitEvent("new_order", webOrder(7)).object();
        const auto events = m_lobby->node().log().ownSeq();
        const auto again = m_lobby->emitEvent("new_order", webOrder(7)).object();
        QCOMPARE(again.value("id"_L1), first.value("id"_L1));
        QVERIFY(again.value("replayed"_L1).toBool());
        // Both at once, before either is on the disk.
        const auto a = m_lobby->begin("POST", u"/emit"_s, emitBody("new_order", webOrder(8)));
        const auto b = m_lobby->begin("POST", u"/emit"_s, emitBody("new_order", webOrder(8)));
        m_house->pass(0ms);
        QCOMPARE(a->object().value("id"_L1), b->object().value("id"_L1));
        QVERIFY(a->object().value("id"_L1).toInteger() > 0);
        QCOMPARE(m_lobby->node().log().ownSeq(), events + 2); // what was said, and the order
        QCOMPARE(m_lobby->orders(1).size(), 2);
    }

    void twoOrdersThatShareANumberAreTwo()
    {
        auto second = webOrder(2);
        second.insert(u"order_number"_s, u"ORD-1"_s);
        QCOMPARE(m_lobby->emitEvent("new_order", webOrder(1)).status, 200);
        QVERIFY(!m_lobby->emitEvent("new_order", second).object().contains("replayed"_L1));
        QCOMPARE(m_lobby->orders(1).size(), 2);
    }

    void theSameOrderWithOtherDishesIsRefusedInsteadOfLost()
    {
        auto other = webOrder(7);
        QCOMPARE(m_lobby->emitEvent("new_order", webOrder(7)).status, 200);
        auto items = other.value("items"_L1).toArray();
        items.append(QJsonObject{{u"product_name"_s, u"Es Teh"_s}, {u"quantity"_s, 1}});
        other.insert(u"items"_s, items);
        const auto refused = m_lobby->emitEvent("new_order", other);
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.errorCode(), u"conflict"_s);
    }

    void anIdempotencyKeyMakesAnyEventCountOnce()
    {
        const QHash<QByteArray, QByteArray> key{{"content-type", "application/json"}, {"idempotency-key", "k1"}};
        const auto body = emitBody("note", {{u"outlet_id"_s, 1}, {u"text"_s, u"x"_s}});
        const auto client = m_lobby->client();
        client->say("42[\"subscribe_outlet\",1]");
        client->takeAll();
        QVERIFY(!m_lobby->ask("POST", u"/emit"_s, body, key).object().contains("replayed"_L1));
        QVERIFY(m_lobby->ask("POST", u"/emit"_s, body, key).object().value("replayed"_L1).toBool());
        QCOMPARE(client->takeAll().size(), 1);
        QCOMPARE(m_lobby->emitEvent("note", {{u"outlet_id"_s, 1}}).status, 200);
        QCOMPARE(client->takeAll().size(), 1);
    }

    void aFloodOfWordsThatAreNoOrdersIsHeardAndReachesNoDisk()
    {
        const auto client = m_lobby->client();
        client->say("42[\"subscribe_outlet\",1]");
        client->takeAll();
        const auto before = m_lobby->node().log().lastArrival();
        for (int i = 0; i < 500; ++i)
            QCOMPARE(m_lobby->emitEvent("note", {{u"outlet_id"_s, 1}, {u"n"_s, i}}).status, 200);
        QCOMPARE(client->takeAll().size(), 500);
        QCOMPARE(m_lobby->node().log().lastArrival(), before);
        // A key is remembered through a restart, and its word is not.
        const QHash<QByteArray, QByteArray> key{{"content-type", "application/json"}, {"idempotency-key", "k2"}};
        QCOMPARE(m_lobby->ask("POST", u"/emit"_s, emitBody("note", {{u"outlet_id"_s, 1}, {u"text"_s, QString(50'000, u'x')}}), key).status, 200);
        const auto kept = m_lobby->node().log().since(before, 10);
        QVERIFY(kept);
        QCOMPARE(kept->size(), 1);
        QVERIFY(kept->first().event.payload.size() < 200);
    }

    void aRestartKeepsEverything()
    {
        m_lobby->emitEvent("new_order", webOrder(1));
        m_lobby->emitEvent("new_order", webOrder(2, 2));
        m_lobby->emitEvent("new_order", {{u"order_number"_s, u"EMPTY"_s}, {u"outlet_id"_s, 77}, {u"items"_s, QJsonArray()}});
        m_lobby->emitEvent("order_updated", {{u"order_number"_s, u"EMPTY"_s}, {u"outlet_id"_s, 77}, {u"status"_s, u"ready"_s}});
        m_lobby->emitEvent("order_updated", {{u"order_number"_s, u"ORD-1"_s}, {u"outlet_id"_s, 1}, {u"status"_s, u"preparing"_s}});
        m_house->pass(10s);
        const auto lists = [this] {
            return QList{m_lobby->orders(1), m_lobby->orders(2), m_lobby->orders(77),
                         m_lobby->ask("GET", u"/api/orders/unsynced"_s).array()};
        };
        const auto before = lists();
        QCOMPARE(before[0][0].toObject().value("status"_L1).toString(), u"preparing"_s);
        QCOMPARE(before[2][0].toObject().value("status"_L1).toString(), u"ready"_s);
        m_lobby.reset();
        auto &hub = (*m_house)[u"hub"_s];
        hub.stop();
        hub.start();
        m_lobby = std::make_unique<Lobby>(*m_house);
        QCOMPARE(lists(), before);
        QVERIFY(m_lobby->emitEvent("new_order", webOrder(1)).object().value("replayed"_L1).toBool());
    }

    void sinceIdSkipsNothingWhileKiosksAndWebClientsWriteAtOnce()
    {
        auto &kiosk = (*m_house)[u"kiosk"_s];
        QSet<QString> seen;
        qint64 cursor = 0;
        const auto poll = [&] {
            for (const auto &value : m_lobby->orders(2, u"&since_id=%1"_s.arg(cursor))) {
                const auto id = value.toObject().value("id"_L1).toInteger();
                QVERIFY(id > cursor);
                cursor = id;
                QVERIFY(!seen.contains(value.toObject().value("uuid"_L1).toString()));
                seen.insert(value.toObject().value("uuid"_L1).toString());
            }
        };
        SeededRandom random(3);
        for (int i = 0; i < 60; ++i) {
            if (random.below(2) == 0)
                kiosk.node().orders().place(basket(*m_house, kiosk));
            else
                (void)m_lobby->begin("POST", u"/emit"_s, emitBody("new_order", webOrder(i + 1, 2)));
            m_house->pass(Milliseconds(random.below(30)));
            if (random.below(3) == 0)
                poll();
        }
        m_house->pass(5s);
        poll();
        QCOMPARE(seen.size(), 60);
    }

    void aPageHasAHundredAndTheNextOneGoesOn()
    {
        for (int i = 0; i < 130; ++i)
            (void)m_lobby->begin("POST", u"/emit"_s, emitBody("new_order", webOrder(i + 1)));
        m_house->pass(0ms);
        const auto latest = m_lobby->orders(1);
        QCOMPARE(latest.size(), 100);
        QCOMPARE(latest.last().toObject().value("order_number"_L1).toString(), u"ORD-130"_s);
        const auto first = m_lobby->orders(1, u"&since_id=0"_s);
        QCOMPARE(first.size(), 100);
        QCOMPARE(first[0].toObject().value("order_number"_L1).toString(), u"ORD-1"_s);
        const auto last = first.last().toObject().value("id"_L1).toInteger();
        const auto rest = m_lobby->orders(1, u"&since_id=%1"_s.arg(last));
        QCOMPARE(rest.size(), 30);
        QCOMPARE(rest[0].toObject().value("order_number"_L1).toString(), u"ORD-101"_s);
    }

    void nativeOrdersAndStepsAreHeardInTheirRooms()
    {
        const auto client = m_lobby->client();
        client->say("42[\"subscribe_outlet\",2]");
        client->takeAll();
        auto &kiosk = (*m_house)[u"kiosk"_s];
        kiosk.node().orders().place(basket(*m_house, kiosk));
        QVERIFY(m_house->passUntil([&] { return !client->said.isEmpty(); }, 2s));
        const auto news = client->takeAll();
        QCOMPARE(news.size(), 1);
        QVERIFY2(news[0].startsWith("42[\"new_order\",{"), news[0].constData());
        const auto id = kiosk.placed.first().id;
        (*m_house)[u"hub"_s].node().tickets().advance(id, sate, OrderState::Preparing);
        m_house->pass(1s);
        const auto steps = client->takeAll();
        QCOMPARE(steps.size(), 1);
        QVERIFY2(steps[0].startsWith("42[\"order_updated\",{"), steps[0].constData());
        QVERIFY(steps[0].contains("\"old_status\":\"pending\"") && steps[0].contains("\"status\":\"preparing\""));
        QCOMPARE(m_lobby->orders(2)[0].toObject().value("status"_L1).toString(), u"preparing"_s);
    }

    void aStepOfAWebKitchenIsAStepInEveryKitchen()
    {
        const auto id = *OrderId::fromString(m_lobby->emitEvent("new_order", webOrder(9)).object().value("uuid"_L1).toString());
        auto &kitchen = (*m_house)[u"kitchen"_s];
        QVERIFY(m_house->passUntil([&] { return kitchen.tickets.contains(id); }, 2s));
        QCOMPARE(m_lobby->emitEvent("order_updated", {{u"id"_s, 9}, {u"outlet_id"_s, 1}, {u"status"_s, u"ready"_s}}).status, 200);
        QVERIFY(m_house->passUntil([&] { return kitchen.tickets.value(id).state == OrderState::Ready; }, 2s));
        const auto refused = m_lobby->emitEvent("order_updated", {{u"id"_s, 9}, {u"outlet_id"_s, 1}, {u"status"_s, u"pending"_s}});
        QCOMPARE(refused.status, 409);
        QCOMPARE(m_lobby->emitEvent("order_updated", {{u"id"_s, 9}, {u"outlet_id"_s, 1}, {u"status"_s, u"preparing"_s}}).status,
                 200); // recalled
        QVERIFY(m_house->passUntil([&] { return kitchen.tickets.value(id).state == OrderState::Preparing; }, 2s));
    }

    void badBodiesAreRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("no json") << QByteArray("{bad") << 400;
        QTest::newRow("no data") << QByteArray(R"({"event":"new_order"})") << 400;
        QTest::newRow("no event") << QByteArray(R"({"data":{}})") << 400;
        QTest::newRow("data is a list") << QByteArray(R"({"event":"new_order","data":[]})") << 400;
        QTest::newRow("an array") << QByteArray("[]") << 400;
        QTest::newRow("no outlet") << QByteArray(R"({"event":"new_order","data":{"id":1}})") << 422;
        QTest::newRow("no dish at all") << emitBody("new_order",
                                                    {{u"id"_s, 1}, {u"outlet_id"_s, 1}, {u"items"_s, QJsonArray{QJsonObject()}}})
                                        << 422;
        for (const auto &[what, quantity] :
             {std::pair("none of it", QJsonValue(0)), std::pair("less than none", QJsonValue(-3)), std::pair("half of it", QJsonValue(0.5)),
              std::pair("a word", QJsonValue(u"many"_s)), std::pair("too many", QJsonValue(1000))}) {
            auto order = webOrder(1);
            order.insert(u"items"_s, QJsonArray{QJsonObject{{u"product_name"_s, u"X"_s}, {u"quantity"_s, quantity}}});
            QTest::newRow(what) << emitBody("new_order", order) << 422;
        }
        auto dear = webOrder(1);
        dear.insert(u"items"_s, QJsonArray{QJsonObject{{u"product_name"_s, u"X"_s}, {u"quantity"_s, 999}, {u"price"_s, 9'999'999'999.0}}});
        QTest::newRow("dearer than a till can hold") << emitBody("new_order", dear) << 422;
        auto negative = webOrder(1);
        negative.insert(u"items"_s, QJsonArray{QJsonObject{{u"product_name"_s, u"X"_s}, {u"price"_s, -5}}});
        QTest::newRow("a price below nothing") << emitBody("new_order", negative) << 422;
        auto nameless = webOrder(1);
        nameless.remove(u"id"_s);
        nameless.remove(u"order_number"_s);
        QTest::newRow("neither id nor number") << emitBody("new_order", nameless) << 422;
        QTest::newRow("too large") << emitBody("note", {{u"outlet_id"_s, 1}, {u"text"_s, QString(60'000, u'x')}}) << 413;
    }

    void badBodiesAreRefusedInWords()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const auto events = m_lobby->node().log().lastArrival();
        const auto refused = m_lobby->ask("POST", u"/emit"_s, body);
        QCOMPARE(refused.status, status);
        QVERIFY(!refused.object().value("error"_L1).toObject().value("message"_L1).toString().isEmpty());
        QCOMPARE(m_lobby->node().log().lastArrival(), events);
    }

    void numbersTimesAndAmountsComeInManyForms()
    {
        auto order = webOrder(1);
        order.insert(u"outlet_id"_s, u"1"_s);
        order.insert(u"created_at"_s, u"2025-06-15T17:00:00.123456+07:00"_s);
        order.insert(u"total_amount"_s, u"67850.0000"_s);
        const QJsonObject modifier{{u"id"_s, 120}, {u"name"_s, u"Telur"_s}, {u"price"_s, 4000.0}};
        order.insert(
            u"items"_s,
            QJsonArray{QJsonObject{
                {u"product_id"_s, u"11"_s}, {u"quantity"_s, u"2"_s}, {u"price"_s, 30000}, {u"modifiers"_s, QJsonArray{modifier}}}});
        const auto said = m_lobby->emitEvent("new_order", order);
        QVERIFY2(said.status == 200, said.body.constData());
        const auto placed = m_lobby->node().book().order(*OrderId::fromString(said.object().value("uuid"_L1).toString()))->placed;
        QCOMPARE(placed.placedWallMs, qint64(1'749'981'600'123));
        QCOMPARE(placed.total.toDecimal(), u"67850.00"_s);
        const auto &line = placed.parts.first().lines.first();
        QCOMPARE(line.quantity, 2);
        QCOMPARE(line.unit.toDecimal(), u"34000.00"_s);
        QCOMPARE(line.line.toDecimal(), u"68000.00"_s);
        QVERIFY(line.product == sotoAyam);
        QCOMPARE(line.name.id, u"Soto ayam Lamongan"_s); // by the menu
    }

    void whatWasSaidWithoutDishesIsKeptAndListedAsItWasSaid()
    {
        const QJsonObject data{{u"id"_s, 123}, {u"order_number"_s, u"ORD-TEST-3"_s}, {u"outlet_id"_s, 77}, {u"status"_s, u"pending"_s}};
        const auto said = m_lobby->emitEvent("new_order", data).object();
        QVERIFY(m_lobby->emitEvent("new_order", data).object().value("replayed"_L1).toBool());
        const auto list = m_lobby->orders(77);
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0].toObject().value("id"_L1), said.value("id"_L1));
        QCOMPARE(list[0].toObject().value("client_id"_L1).toInt(), 123);
        QCOMPARE(m_lobby->ask("POST", u"/api/orders/123/synced"_s).status, 200);
        QCOMPARE(m_lobby->ask("GET", u"/api/orders/unsynced"_s).array().size(), 0);
        QCOMPARE(m_lobby->ask("POST", u"/api/orders/nope/synced"_s).status, 404);
    }

    void whatWaitsForTheDiskIsBounded()
    {
        int kept = 0, refused = 0;
        for (int i = 0; i < 2'100; ++i) {
            m_lobby->desk.say({WebStatement::Meaning::Relay, "note", "{\"outlet_id\":1}", {}}, [&](const Result<WebReceipt> &receipt) {
                ++(receipt ? kept : refused);
                QVERIFY(receipt || receipt.error().code == ErrorCode::Busy);
            });
        }
        QCOMPARE(refused, 100);
        m_house->pass(0ms);
        QCOMPARE(kept, 2'000);
    }

private:
    std::unique_ptr<House> m_house;
    std::unique_ptr<Lobby> m_lobby;
};

QTEST_GUILESS_MAIN(TestWebOrders)
#include "tst_weborders.moc"
