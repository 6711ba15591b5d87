// SPDX-License-Identifier: GPL-3.0-or-later
#include "answershelf.h"
#include "ratelimit.h"

#include <testkit/rawsocket.h>
#include <transport/listener.h>

#include <QTest>

using namespace saji;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestAnswerShelf : public QObject
{
    Q_OBJECT

private slots:
    void whatIsKeptIsGivenUntilItIsForgotten()
    {
        AnswerShelf shelf;
        shelf.keep("/a?x=1", "room 1", HttpResponse::json("[1]"));
        shelf.keep("/a?x=2", "room 1", HttpResponse::json("[2]"));
        shelf.keep("/b", "room 2", HttpResponse::json("[3]"));
        QCOMPARE(shelf.find("/a?x=1", false)->body, QByteArray("[1]"));
        QVERIFY(!shelf.find("/a?x=3", false));
        shelf.keep("/a?x=1", "room 1", HttpResponse::json("[1,1]"));
        QCOMPARE(shelf.find("/a?x=1", false)->body, QByteArray("[1,1]"));
        shelf.forget("room 1");
        QVERIFY(!shelf.find("/a?x=1", false) && !shelf.find("/a?x=2", false));
        QVERIFY(shelf.find("/b", false));
    }

    void largeOnesArePackedOnce()
    {
        AnswerShelf shelf;
        shelf.keep("/a", "n", HttpResponse::json(QByteArray(5000, 'x')));
        const auto *packed = shelf.find("/a", true);
        QVERIFY(packed->body.size() < 1000);
        const std::pair<QByteArray, QByteArray> gzip{"Content-Encoding", "gzip"};
        QVERIFY(packed->headers.contains(gzip));
        QCOMPARE(shelf.find("/a", false)->body.size(), 5000);
        QCOMPARE(shelf.find("/a", true)->body.constData(), packed->body.constData());
    }

    void itDoesNotGrowWithoutEnd()
    {
        AnswerShelf shelf;
        for (int i = 0; i < 5000; ++i)
            shelf.keep("/" + std::to_string(i), "n", HttpResponse::json("[]"));
        int kept = 0;
        for (int i = 0; i < 5000; ++i)
            kept += shelf.find("/" + std::to_string(i), false) != nullptr;
        QVERIFY(kept <= 1024 && kept > 0);
    }

    void anAddressMayComeSoOftenAndThenHasToWait()
    {
        RateLimit limit(5, 10);
        for (int i = 0; i < 10; ++i)
            QVERIFY(!limit.take(u"a"_s, 0ms));
        QCOMPARE(limit.take(u"a"_s, 0ms), std::optional(200ms));
        QVERIFY(!limit.take(u"b"_s, 0ms));
        QVERIFY(!limit.take(u"a"_s, 200ms));
        QVERIFY(limit.take(u"a"_s, 200ms));
        for (int i = 0; i < 100'000; ++i)
            (void)limit.take(QString::number(i), Milliseconds(i));
        QVERIFY(!RateLimit(0, 0).take(u"a"_s, 0ms));
    }

    void theListenerAnswersByItselfUntilItIsToldToForget()
    {
        int asked = 0;
        Listener listener;
        listener.route(u"/list"_s, [&](const HttpRequest &, const HttpAnswer &answer) {
            const auto response = HttpResponse::json(QByteArray::number(++asked));
            listener.keep(u"/list?of=1"_s, "n", response);
            answer(response);
        });
        RawSocket raw(listener.listen({})->port);
        const auto ask = [&raw](const QByteArray &target, const QByteArray &more = {}) {
            raw.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n" + more + "\r\n");
            return raw.waitForReply();
        };
        QCOMPARE(ask("/list?of=1").body, QByteArray("1"));
        QCOMPARE(ask("/list?of=1").body, QByteArray("1"));
        QCOMPARE(asked, 1);
        QCOMPARE(ask("/list?of=2").body, QByteArray("2"));
        QCOMPARE(ask("/list?of=1").body, QByteArray("2")); // kept anew
        QCOMPARE(ask("/list?of=1", "Origin: http://x\r\n").body, QByteArray("3"));
        listener.forget("n");
        QCOMPARE(ask("/list?of=1").body, QByteArray("4"));
    }

    void whoAsksTooOftenIsToldWhenToComeAgain()
    {
        Listener listener;
        listener.limit(u"/list/"_s, 5);
        listener.route(u"/"_s, [](const HttpRequest &, const HttpAnswer &answer) { answer(HttpResponse::json("1")); });
        RawSocket raw(listener.listen({})->port);
        int refused = 0;
        for (int i = 0; i < 30; ++i) {
            raw.send("GET /list?n=" + QByteArray::number(i) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            const auto reply = raw.waitForReply();
            if (reply.status == 429) {
                ++refused;
                QCOMPARE(reply.headers.value("retry-after"), QByteArray("1"));
            } else {
                QCOMPARE(reply.status, 200);
            }
        }
        QVERIFY(refused >= 10);
        raw.send("GET /elsewhere HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(raw.waitForReply().status, 200);
    }
};

QTEST_GUILESS_MAIN(TestAnswerShelf)
#include "tst_answershelf.moc"
