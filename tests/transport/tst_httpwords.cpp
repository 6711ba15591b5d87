// SPDX-License-Identifier: GPL-3.0-or-later
#include <closewords.h>
#include <httpwords.h>
#include <pollbody.h>
#include <transport/listener.h>

#include <QTest>
#include <QtEndian>

using namespace saji;
using namespace Qt::StringLiterals;

class TestHttpWords : public QObject
{
    Q_OBJECT

private slots:
    void readsAcceptEncoding_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("plain") << QByteArray("gzip") << true;
        QTest::newRow("list") << QByteArray("deflate, GZIP;q=0.5, br") << true;
        QTest::newRow("star") << QByteArray("*") << true;
        QTest::newRow("forbidden") << QByteArray("gzip;q=0") << false;
        QTest::newRow("forbidden with digits") << QByteArray("gzip; q=0.000, br") << false;
        QTest::newRow("another word") << QByteArray("notgzip, xgzip") << false;
        QTest::newRow("commas") << QByteArray(",,, ,gzip,") << true;
    }

    void readsAcceptEncoding()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, accepted);
        QCOMPARE(httpwords::acceptsGzip({header.constData(), size_t(header.size())}), accepted);
    }

    void splitsTargets_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("path"); // empty = refused
        QTest::addColumn<QString>("outlet");
        QTest::newRow("path") << QByteArray("/api/orders") << u"/api/orders"_s << u""_s;
        QTest::newRow("slash kept") << QByteArray("/api/orders/?outlet=1") << u"/api/orders/"_s << u"1"_s;
        QTest::newRow("encoded") << QByteArray("/a%20b/%C3%A9?outlet=x%26y") << u"/a b/é"_s << u"x&y"_s;
        QTest::newRow("absolute") << QByteArray("http://hub:3001/health?outlet=2") << u"/health"_s << u"2"_s;
        QTest::newRow("absolute without path") << QByteArray("HTTPS://hub") << u"/"_s << u""_s;
        QTest::newRow("fragment") << QByteArray("/x?outlet=3#y") << u"/x"_s << u"3"_s;
        QTest::newRow("question in query") << QByteArray("/x?outlet=a?b") << u"/x"_s << u"a?b"_s;
        QTest::newRow("star") << QByteArray("*") << u""_s << u""_s;
        QTest::newRow("authority") << QByteArray("hub:3001") << u""_s << u""_s;
        QTest::newRow("other scheme") << QByteArray("ftp://hub/x") << u""_s << u""_s;
        QTest::newRow("empty") << QByteArray() << u""_s << u""_s;
    }

    void splitsTargets()
    {
        QFETCH(QByteArray, target);
        QFETCH(QString, path);
        QFETCH(QString, outlet);
        HttpRequest request;
        QCOMPARE(httpwords::splitTarget({target.constData(), size_t(target.size())}, request), !path.isEmpty());
        QCOMPARE(request.path, path);
        QCOMPARE(request.query.queryItemValue(u"outlet"_s, QUrl::FullyDecoded), outlet);
    }

    void aHeaderCannotSmuggleAnother()
    {
        const HttpResponse response{200, "text/plain", "x", {{"X-Name", "Budi\r\nSet-Cookie: evil=1"}, {"X-Good", "yes"}}};
        const auto [head, body] = httpwords::render(response, {});
        QVERIFY(!head.contains("evil"));
        QVERIFY(head.contains("\r\nX-Good: yes\r\n"));
        QCOMPARE(body, QByteArray("x"));
    }

    void someAnswersHaveNoBody()
    {
        for (const int status : {204, 304}) {
            const auto [head, body] = httpwords::render({status, "text/plain", "x", {}}, {});
            QVERIFY(body.isEmpty());
            QVERIFY(!head.contains("Content-Length"));
        }
        httpwords::AnswerContext headRequest;
        headRequest.isHead = true;
        const auto [head, body] = httpwords::render({200, "text/plain", "four", {}}, headRequest);
        QVERIFY(body.isEmpty());
        QVERIFY(head.contains("Content-Length: 4\r\n"));
    }

    void writesDatesAsHttpWantsThem()
    {
        QCOMPARE(httpwords::dateHeader(784111777), QByteArray("Sun, 06 Nov 1994 08:49:37 GMT")); // RFC 9110 section 5.6.7
    }

    void answersTheHandshakeOfTheStandard()
    {
        QCOMPARE(httpwords::webSocketAccept("dGhlIHNhbXBsZSBub25jZQ=="), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")); // RFC 6455 section 1.3
        QVERIFY(httpwords::webSocketAccept("short").isEmpty());
        QVERIFY(httpwords::webSocketAccept("").isEmpty());
        QVERIFY(httpwords::webSocketAccept("!!!!!!!!!!!!!!!!!!!!!!!!").isEmpty());
    }

    void errorsHaveTheOneShape()
    {
        const auto error = HttpResponse::error(409, "conflict"_L1, u"it is \"served\" already"_s);
        QCOMPARE(error.status, 409);
        QCOMPARE(error.body, QByteArray("{\"error\":{\"code\":\"conflict\",\"details\":{},\"message\":\"it is \\\"served\\\" already\"}}"));
        QVERIFY(error.contentType.startsWith("application/json"));
    }

    void framesSurviveTheBody()
    {
        const QByteArrayList frames{"a", "", QByteArray(Link::maxFrameBytes, 'x'), QByteArray("\0\1", 2)};
        const auto back = poll::fromBody(poll::toBody(frames));
        QVERIFY(back.has_value());
        QCOMPARE(*back, frames);
        QVERIFY(poll::fromBody({})->isEmpty());
    }

    void aBodyThatIsNotFramesIsRefused()
    {
        const auto good = poll::toBody({"hello"});
        for (qsizetype cut = 1; cut < good.size(); ++cut)
            QVERIFY(poll::fromBody(good.first(cut)).error().code == ErrorCode::Malformed);
        const auto tooLong = qToBigEndian(quint32(Link::maxFrameBytes + 1));
        QVERIFY(poll::fromBody(QByteArray(reinterpret_cast<const char *>(&tooLong), 4) + "x").error().code == ErrorCode::TooLarge);
        QVERIFY(!poll::fromBody("<!doctype html><html>"));
    }

    void aBatchHoldsAtLeastOneFrameAndStaysBelowTheBodyLimit()
    {
        QQueue<QByteArray> queue;
        for (int i = 0; i < 5; ++i)
            queue.enqueue(QByteArray(Link::maxFrameBytes, 'x'));
        while (!queue.isEmpty()) {
            const auto before = queue.size();
            const auto batch = poll::takeBatch(queue);
            QVERIFY(!batch.isEmpty());
            QCOMPARE(queue.size(), before - batch.size());
            QVERIFY(quint64(poll::toBody(batch).size()) < ListenOptions().maxBodyBytes);
        }
        for (int i = 0; i < 1'000'000; ++i)
            queue.enqueue({});
        QVERIFY(quint64(poll::toBody(poll::takeBatch(queue)).size()) < ListenOptions().maxBodyBytes);
    }

    void closeReasonsSurviveTheHeader()
    {
        const CloseReason reason{CloseCode::WrongStore, u"this is Warung Bu Sri, é\r\nX: y"_s};
        const auto header = closeHeader(reason);
        QVERIFY(!header.contains('\r') && !header.contains('\n'));
        QVERIFY(closeReasonFromHeader(header).code == reason.code);
        QCOMPARE(closeReasonFromHeader(header).text, reason.text);
        QVERIFY(closeReasonFromHeader("1001").code == CloseCode::GoingAway); // its blank end does not survive the network
        QVERIFY(closeReasonFromHeader("nonsense").code == CloseCode::Abnormal);
        QVERIFY(closeReasonFromHeader({}).code == CloseCode::Abnormal);
        QVERIFY(closeReasonFromHeader("4999 later").code == CloseCode::Abnormal);
        QVERIFY(closeReasonFromHeader("4999 later").text.contains(u"4999"));
    }

    void aCloseTextFitsItsFrame()
    {
        for (const auto &text : {QString(500, u'x'), QString(500, u'é'), QString::fromUcs4(U"\U0001F35C").repeated(100)}) {
            const auto cut = closeTextForWire(text);
            QVERIFY(cut.toUtf8().size() <= 123);
            QVERIFY(cut.toUtf8().size() > 118);
            QVERIFY(text.startsWith(cut));
            QCOMPARE(QString::fromUtf8(cut.toUtf8()), cut);
        }
    }

    void readsListenAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("result"); // empty = refused
        QTest::addColumn<bool>("isLoopback");
        QTest::newRow("v4") << u"127.0.0.1:8000"_s << u"127.0.0.1:8000"_s << true;
        QTest::newRow("any") << u"0.0.0.0:0"_s << u"0.0.0.0:0"_s << false;
        QTest::newRow("port only") << u":3001"_s << u"127.0.0.1:3001"_s << true;
        QTest::newRow("v6") << u"[::1]:8000"_s << u"[::1]:8000"_s << true;
        QTest::newRow("v6 any") << u"[::]:8000"_s << u"[::]:8000"_s << false;
        QTest::newRow("LAN") << u"192.168.1.4:80"_s << u"192.168.1.4:80"_s << false;
        for (const auto *bad : {"", "8000", "localhost:8000", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.1:80", "::1:80",
                                "[127.0.0.1]:80", "1.2.3.4.5:80", "[::1:80", "256.0.0.1:80", "127.0.0.1:80x"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << u""_s << false;
    }

    void readsListenAddresses()
    {
        QFETCH(QString, text);
        QFETCH(QString, result);
        QFETCH(bool, isLoopback);
        const auto address = ListenAddress::fromString(text);
        QCOMPARE(address.has_value(), !result.isEmpty());
        if (address) {
            QCOMPARE(address->toString(), result);
            QCOMPARE(address->isLoopback(), isLoopback);
        } else {
            QVERIFY(address.error().code == ErrorCode::InvalidArgument);
            QVERIFY(address.error().detail.contains(u"127.0.0.1:8000"_s));
        }
    }
};

QTEST_GUILESS_MAIN(TestHttpWords)
#include "tst_httpwords.moc"
