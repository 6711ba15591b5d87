// SPDX-License-Identifier: GPL-3.0-or-later
#include "answershelf.h"
#include "ratelimit.h"

#include <testkit/rawsocket.h>
#include <transport/listener.h>

#include <QFile>
#include <QTest>

#include <unistd.h>

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

    void whatIsReadyIsTheAnswerAsItGoesOut()
    {
        AnswerShelf shelf;
        shelf.keep("/small", "n", HttpResponse::json("[1]"));
        QVERIFY(!shelf.ready("/large", false, "today"));
        const auto *small = shelf.ready("/small", false, "today");
        QVERIFY(small->bytes().startsWith("HTTP/1.1 200 OK\r\nDate: today\r\n"));
        QVERIFY(small->bytes().endsWith("\r\n\r\n[1]"));
        QVERIFY(shelf.ready("/small", false, "tomorrow")->bytes().contains("Date: tomorrow\r\n"));
        QVERIFY(shelf.ready("/small", false, "tomorrow")->file() < 0); // not worth a file
    }

    void aLargeOneIsLentFromItsSecondTimeOnAndNeverChangesUnderWhoHasBorrowedIt()
    {
        AnswerShelf shelf;
        shelf.keep("/large", "n", HttpResponse::json(QByteArray(50'000, 'x')));
        QVERIFY(shelf.ready("/large", false, "today")->file() < 0);
        const auto *ready = shelf.ready("/large", false, "today");
        QVERIFY(ready->file() >= 0);
        QFile file;
        QVERIFY(file.open(ready->file(), QIODevice::ReadOnly, QFileDevice::DontCloseHandle));
        QVERIFY(file.seek(0));
        QCOMPARE(file.readAll(), ready->bytes());
        const auto *packed = shelf.ready("/large", true, "today");
        QVERIFY(packed->bytes().contains("Content-Encoding: gzip\r\n") && packed->bytes().size() < 1000);

        const auto borrowed = dup(ready->file());
        const auto before = ready->bytes();
        QCOMPARE(shelf.ready("/large", false, "tomorrow")->bytes().size(), before.size() + 3);
        shelf.keep("/large", "n", HttpResponse::json("[]"));
        QFile old;
        QVERIFY(old.open(borrowed, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
        QVERIFY(old.seek(0));
        QCOMPARE(old.readAll(), before);
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

    void manyRequestsAtOnceAreAnsweredInOrderAlsoWhereTheAnswersDoNotFitTheLine()
    {
        const QByteArray large(200'000, 'x');
        Listener listener;
        listener.route(u"/"_s, [&](const HttpRequest &request, const HttpAnswer &answer) {
            const auto response = HttpResponse::json(request.path == u"/large"_s ? large : QByteArray("small"));
            listener.keep(request.path, "n", response);
            answer(response);
        });
        RawSocket raw(listener.listen({})->port);
        QByteArray requests;
        for (int i = 0; i < 40; ++i)
            requests += i % 2 == 0 ? "GET /large HTTP/1.1\r\nHost: x\r\n\r\n" : "GET /small HTTP/1.1\r\nHost: x\r\n\r\n";
        raw.send(requests); // eight megabytes of answers, and nobody reads yet
        QTest::qWait(100);
        for (int i = 0; i < 40; ++i) {
            const auto reply = raw.waitForReply();
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.body.size(), i % 2 == 0 ? large.size() : 5);
        }
    }

    void clientsWhoHangUpInTheMiddleOfAnAnswerHarmNobody()
    {
        Listener listener;
        listener.route(u"/"_s, [&](const HttpRequest &request, const HttpAnswer &answer) {
            const auto response = HttpResponse::json(QByteArray(900'000, 'x'));
            listener.keep(request.path, "n", response);
            answer(response);
        });
        const auto port = listener.listen({})->port;
        const QByteArray ask = "GET /large HTTP/1.1\r\nHost: x\r\n\r\n";
        for (int i = 0; i < 50; ++i) {
            RawSocket rude(port);
            rude.send(ask + ask + ask);
            QVERIFY(rude.waitForMore());
            rude.reset();
        }
        RawSocket polite(port);
        polite.send(ask);
        QCOMPARE(polite.waitForReply().body.size(), 900'000);
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
