// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/random.h>
#include <gateway/webmessage.h>

#include "origins.h"
#include "rawjson.h"
#include "socketiopacket.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

HttpRequest from(const QByteArray &origin, const QByteArray &method = "GET")
{
    HttpRequest request;
    request.method = method;
    request.headers.insert("origin", origin);
    return request;
}

} // namespace

class TestWebWords : public QObject
{
    Q_OBJECT

private slots:
    void aMemberIsTakenInItsOwnWords()
    {
        const QByteArray object = " {\"a\" : 1.50, \"b\":{\"x\":\"}\\\"]\",\"y\":[1,{\"z\":2}]} ,\"c\":\"t\",\"a\\u0062\":[ ],\"b2\":null}";
        QCOMPARE(rawjson::member(object, "a"), QByteArray("1.50"));
        QCOMPARE(rawjson::member(object, "b"), QByteArray("{\"x\":\"}\\\"]\",\"y\":[1,{\"z\":2}]}"));
        QCOMPARE(rawjson::member(object, "c"), QByteArray("\"t\""));
        QCOMPARE(rawjson::member(object, "ab"), QByteArray("[ ]"));
        QCOMPARE(rawjson::member(object, "x"), QByteArray());
        QCOMPARE(rawjson::member("{\"a\":1,\"a\":2}", "a"), QByteArray("2"));
        QCOMPARE(rawjson::elements("[ \"n\" , {\"a\":[1,2]}, 3 ]"), (QByteArrayList{"\"n\"", "{\"a\":[1,2]}", "3"}));
        QCOMPARE(rawjson::elements("[]"), QByteArrayList());
        QCOMPARE(rawjson::withMember("{ }", "id", "1"), QByteArray("{\"id\":1 }"));
        QCOMPARE(rawjson::withMember("{\"a\":2}", "id", "1"), QByteArray("{\"id\":1,\"a\":2}"));
    }

    void controlCharactersDoNotPass()
    {
        QCOMPARE(rawjson::withoutControls("{\"a\":\"x\x1ey\"}"), QByteArray("{\"a\":\"x\\u001ey\"}"));
        QCOMPARE(rawjson::withoutControls("{\"a\" :1.0}"), QByteArray("{\"a\" :1.0}"));
    }

    void randomBytesAreReadWithoutHarm()
    {
        SeededRandom random(4);
        const QByteArray letters = "{}[]\",:\\0123456789nulltruefalse /-b\x1e\xff";
        for (int i = 0; i < 20'000; ++i) {
            QByteArray text;
            for (auto n = random.below(24); n > 0; --n)
                text += letters[qsizetype(random.below(quint64(letters.size())))];
            (void)rawjson::member(text, "a");
            (void)rawjson::elements(text);
            (void)rawjson::withoutControls(text);
            if (const auto packet = readSocketIoPacket(text))
                (void)readSocketIoEvent(packet->json);
            (void)decodeWebMessage(text);
        }
    }

    void packetsAreReadAsTheProtocolSays()
    {
        using P = SocketIoPacket;
        QCOMPARE(*readSocketIoPacket("0"), (P{P::Connect, 0, {}, {}, {}}));
        QCOMPARE(*readSocketIoPacket("0/admin,{\"a\":1}"), (P{P::Connect, 0, "/admin", {}, "{\"a\":1}"}));
        QCOMPARE(*readSocketIoPacket("0/admin?x=1"), (P{P::Connect, 0, "/admin", {}, {}}));
        QCOMPARE(*readSocketIoPacket("2[\"a\"]"), (P{P::Event, 0, {}, {}, "[\"a\"]"}));
        QCOMPARE(*readSocketIoPacket("2/n,17[\"a\"]"), (P{P::Event, 0, "/n", 17, "[\"a\"]"}));
        QCOMPARE(*readSocketIoPacket("52-[\"a\"]"), (P{P::BinaryEvent, 2, {}, {}, "[\"a\"]"}));
        for (const auto *none : {"", "7", "x", "5[\"a\"]", "5x-[]", "599999-[]", "29999999999999999999[\"a\"]"})
            QVERIFY2(!readSocketIoPacket(none), none);
        QVERIFY(!readSocketIoEvent("{}"));
        QVERIFY(!readSocketIoEvent("[1]"));
        QVERIFY(!readSocketIoEvent("[\"a\",]"));
        QCOMPARE(readSocketIoEvent("[\"a\",{\"b\":1.0},2]")->arguments, (QByteArrayList{"{\"b\":1.0}", "2"}));
        QCOMPARE(socketIoEvent("a\"b", "{}"), QByteArray("2[\"a\\\"b\",{}]"));
        QCOMPARE(socketIoAck(3, "{}"), QByteArray("33[{}]"));
    }

    void messagesComeBackAsTheyWentIn()
    {
        WebMessage message;
        message.event = "order_created";
        message.rooms = {u"5"_s, u"north"_s};
        message.body = "{\"id\":501}";
        message.key = QByteArray(16, 'k');
        message.clientId = "501";
        message.number = u"ORD-1"_s;
        message.state = OrderState::Ready;
        message.isOrder = true;
        message.order = OrderId(QUuid(u"{01932c07-209f-7a3b-8a8e-0c6c3b6f1a2b}"_s));
        QCOMPARE(*decodeWebMessage(encodeWebMessage(message)), message);
        QCOMPARE(*decodeWebMessage(encodeWebMessage({})), WebMessage());
        WebMessage heardElsewhere;
        heardElsewhere.via = u"http://old-hub:3001"_s;
        heardElsewhere.isSynced = true;
        QCOMPARE(*decodeWebMessage(encodeWebMessage(heardElsewhere)), heardElsewhere);
        QVERIFY(decodeWebMessage("nonsense").error().code == ErrorCode::Malformed);
    }

    void onlyPagesThatWereNamedAreLetIn()
    {
        const Origins named({u"http://kiosk.lan:5174"_s});
        QVERIFY(!named.refusal(from("http://kiosk.lan:5174")));
        QVERIFY(!named.refusal(from({})));
        QCOMPARE(named.refusal(from("http://evil.example"))->status, 403);
        QVERIFY(!Origins({u"*"_s}).refusal(from("http://evil.example")));
        QCOMPARE(Origins({}).refusal(from("null"))->status, 403);
    }

    void preflightsAreAnsweredAndAnswersMarked()
    {
        const auto filter = Origins({u"http://kiosk.lan"_s}).filter();
        HttpResponse given;
        const HttpAnswer keep = [&given](const HttpResponse &response) { given = response; };
        auto answer = keep;
        const auto preflight = filter(from("http://kiosk.lan", "OPTIONS"), answer);
        QCOMPARE(preflight->status, 204);
        answer(HttpResponse::json("[]"));
        const std::pair<QByteArray, QByteArray> allowed{"Access-Control-Allow-Origin", "http://kiosk.lan"};
        QVERIFY(given.headers.contains(allowed));
        answer = keep;
        QCOMPARE(filter(from("http://evil.example", "POST"), answer)->status, 403);
        QVERIFY(!filter(from("http://evil.example", "GET"), answer));
        answer(HttpResponse::json("[]"));
        QVERIFY(given.headers.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWebWords)
#include "tst_webwords.moc"
