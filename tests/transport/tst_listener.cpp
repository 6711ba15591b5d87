// SPDX-License-Identifier: GPL-3.0-or-later
#include <testkit/rawsocket.h>
#include <transport/dialers.h>
#include <transport/listener.h>

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QWebSocket>

#include <zlib.h>

using namespace saji;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QByteArray gunzip(const QByteArray &packed)
{
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    QByteArray bytes(20'000'000, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(bytes.data());
    stream.avail_out = uInt(bytes.size());
    const int result = inflate(&stream, Z_FINISH);
    bytes.resize(result == Z_STREAM_END ? qsizetype(stream.total_out) : 0);
    inflateEnd(&stream);
    return bytes;
}

QByteArray errorCode(const RawSocket::Reply &reply)
{
    return QJsonDocument::fromJson(reply.body).object()[u"error"_s].toObject()[u"code"_s].toString().toLatin1();
}

const QByteArray upgradeHeaders = "Host: x\r\nConnection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n"
                                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";

} // namespace

class TestListener : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_listener = std::make_unique<Listener>();
        m_listener->route(u"/echo"_s, [this](const HttpRequest &request, const HttpAnswer &answer) {
            m_requests.append(request);
            answer({200, "text/plain", request.method + ' ' + request.path.toUtf8() + ' ' + request.body, {}});
        });
        m_listener->route(u"/held"_s, [this](const HttpRequest &, const HttpAnswer &answer) { m_held.append(answer); });
        m_listener->route(u"/forgotten"_s, [](const HttpRequest &, const HttpAnswer &) {});
        m_listener->route(u"/big"_s, [this](const HttpRequest &, const HttpAnswer &answer) { answer({200, m_bigType, m_big, {}}); });
        m_listener->route(u"/echo/deeper"_s, [](const HttpRequest &, const HttpAnswer &answer) { answer({200, "text/plain", "deeper", {}}); });
        const auto address = m_listener->listen({});
        QVERIFY(address.has_value());
        m_port = address->port;
        m_requests.clear();
        m_big = QByteArray("{\"name\":\"nasi goreng\"}").repeated(1000);
        m_bigType = "application/json; charset=utf-8";
    }

    void cleanup()
    {
        m_held.clear();
        m_listener.reset();
    }

    void listensWhereItIsTold()
    {
        QVERIFY(m_port != 0);
        QCOMPARE(m_listener->address().toString(), u"127.0.0.1:%1"_s.arg(m_port));
        QVERIFY(m_listener->listen({}).error().code == ErrorCode::Conflict);
    }

    void listensOnIpv6Too()
    {
        Listener six;
        const auto address = six.listen({u"::1"_s, 0});
        if (!address)
            QSKIP("this machine has no IPv6 loopback");
        QVERIFY(address->isLoopback());
        QVERIFY(address->toString().startsWith(u"[::1]:"_s));
    }

    void saysWhatToDoWhenThePortIsInUse()
    {
        Listener second;
        const auto refused = second.listen({u"127.0.0.1"_s, m_port});
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::Busy);
        QVERIFY(refused.error().detail.contains(u"in use"_s));
        QVERIFY(refused.error().detail.contains(u"choose another port"_s));
        QCOMPARE(second.address().port, quint16(0));
        QVERIFY(second.listen({}).has_value()); // and is none the worse for it
    }

    void refusesAnAddressThatIsNotOurs()
    {
        Listener second;
        QVERIFY(second.listen({u"192.0.2.1"_s, 0}).error().code == ErrorCode::InvalidArgument);
        QVERIFY(second.listen({u"localhost"_s, 0}).error().code == ErrorCode::InvalidArgument);
        QVERIFY(second.listen({u""_s, 0}).error().code == ErrorCode::InvalidArgument);
    }

    void takesItsPortAgainAtOnceAfterARestart()
    {
        RawSocket raw(m_port);
        raw.send("GET /echo HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(raw.waitForReply().status, 200);
        m_listener->stop(); // leaves a connection in TIME_WAIT
        Listener second;
        QVERIFY(second.listen({u"127.0.0.1"_s, m_port}).has_value());
    }

    void handsTheRequestOverWhole()
    {
        RawSocket raw(m_port);
        raw.send("PUT /echo/a%20b/?x=1&y=%26 HTTP/1.1\r\nHost: x\r\nX-Twice: 1\r\nx-twice: 2\r\nCookie: a=1\r\nCookie: b=2\r\nContent-Length: 4\r\n\r\nbody");
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, QByteArray("PUT /echo/a b/ body"));
        QCOMPARE(reply.headers.value("content-type"), QByteArray("text/plain"));
        QVERIFY(reply.headers.value("date").endsWith(" GMT"));
        const auto &request = m_requests.at(0);
        QCOMPARE(request.query.queryItemValue(u"y"_s, QUrl::FullyDecoded), u"&"_s);
        QCOMPARE(request.headers.value("x-twice"), QByteArray("1, 2"));
        QCOMPARE(request.headers.value("cookie"), QByteArray("a=1; b=2"));
        QCOMPARE(request.peerAddress, u"127.0.0.1"_s);
    }

    void theLongestPrefixWins()
    {
        RawSocket raw(m_port);
        RawSocket::Reply reply;
        raw.send("GET /echo/deeper/x HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.body, QByteArray("deeper"));
        raw.send("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.status, 404);
        QCOMPARE(errorCode(reply), QByteArray("not_found"));
        QCOMPARE(reply.headers.value("content-type"), QByteArray("application/json; charset=utf-8"));
    }

    void handlersRunOnTheThreadOfTheListener()
    {
        Listener listener;
        QThread *ran = nullptr;
        listener.route(u"/"_s, [&](const HttpRequest &, const HttpAnswer &answer) {
            ran = QThread::currentThread();
            answer({});
        });
        const auto address = listener.listen({});
        QVERIFY(address.has_value());
        RawSocket raw(address->port);
        raw.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(raw.waitForReply().status, 200);
        QCOMPARE(ran, QThread::currentThread());
    }

    void answersMayComeLaterAndInAnyOrder()
    {
        RawSocket first(m_port), second(m_port);
        first.send("GET /held/1 HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(m_held.size(), 1);
        second.send("GET /held/2 HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(m_held.size(), 2);
        m_held[1]({200, "text/plain", "second", {}});
        m_held[1]({200, "text/plain", "twice", {}});
        RawSocket::Reply reply;
        QVERIFY(take(second, reply));
        QCOMPARE(reply.body, QByteArray("second"));
        QVERIFY(first.received().isEmpty());
        m_held[0]({201, "text/plain", "first", {{"X-More", "yes"}}});
        QVERIFY(take(first, reply));
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.headers.value("x-more"), QByteArray("yes"));
        second.send("GET /echo HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(take(second, reply));
        QCOMPARE(reply.body, QByteArray("GET /echo "));
    }

    void aForgottenAnswerIsAnErrorNotSilence()
    {
        RawSocket raw(m_port);
        raw.send("GET /forgotten HTTP/1.1\r\nHost: x\r\n\r\n");
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.status, 500);
        QCOMPARE(errorCode(reply), QByteArray("internal"));
    }

    void aClientThatLeavesBeforeItsAnswerHarmsNobody()
    {
        for (int i = 0; i < 20; ++i) {
            RawSocket raw(m_port);
            raw.send("GET /held HTTP/1.1\r\nHost: x\r\n\r\n");
            QTRY_COMPARE(m_held.size(), i + 1);
            raw.reset();
        }
        for (const auto &answer : m_held)
            answer({200, "text/plain", QByteArray(100'000, 'x'), {}});
        RawSocket raw(m_port);
        raw.send("GET /echo HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(raw.waitForReply().status, 200);
    }

    void anAnswerAfterTheListenerIsGoneIsHarmless()
    {
        RawSocket raw(m_port);
        raw.send("GET /held HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(m_held.size(), 1);
        m_listener.reset();
        m_held[0]({});
        QTRY_VERIFY(raw.isClosed());
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        RawSocket raw(m_port);
        QByteArray all;
        for (int i = 0; i < 50; ++i)
            all += "POST /echo/" + QByteArray::number(i) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok";
        raw.send(all);
        for (int i = 0; i < 50; ++i) {
            RawSocket::Reply reply;
            QVERIFY(take(raw, reply));
            QCOMPARE(reply.body, "POST /echo/" + QByteArray::number(i) + " ok");
        }
        QVERIFY(raw.isConnected());
    }

    void closesWhenAsked()
    {
        RawSocket raw(m_port);
        raw.send("GET /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.headers.value("connection"), QByteArray("close"));
        QTRY_VERIFY(raw.isClosed());
    }

    void speaksHttp10()
    {
        RawSocket::Reply reply;
        RawSocket plain(m_port);
        plain.send("GET /echo HTTP/1.0\r\n\r\n");
        QVERIFY(take(plain, reply));
        QCOMPARE(reply.status, 200);
        QTRY_VERIFY(plain.isClosed());
        RawSocket kept(m_port);
        kept.send("GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        QVERIFY(take(kept, reply));
        QCOMPARE(reply.headers.value("connection"), QByteArray("keep-alive"));
        kept.send("GET /echo HTTP/1.0\r\n\r\n");
        QVERIFY(take(kept, reply));
        QTRY_VERIFY(kept.isClosed());
    }

    void aClientMayFinishSendingBeforeItListens()
    {
        RawSocket raw(m_port);
        raw.send("GET /held HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(m_held.size(), 1);
        raw.finish();
        m_held[0]({200, "text/plain", "still here", {}});
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.body, QByteArray("still here"));
        QTRY_VERIFY(raw.isClosed());
    }

    void headComesAsGetAndGoesWithoutABody()
    {
        RawSocket raw(m_port);
        raw.send("HEAD /echo HTTP/1.1\r\nHost: x\r\n\r\nGET /echo/2 HTTP/1.1\r\nHost: x\r\n\r\n");
        const auto head = raw.waitForReply(true);
        QCOMPARE(head.headers.value("content-length"), QByteArray("10"));
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.body, QByteArray("GET /echo/2 "));
        QCOMPARE(m_requests.at(0).method, QByteArray("GET"));
    }

    void invitesABodyThatWaitsToBeInvited()
    {
        RawSocket raw(m_port);
        raw.send("POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
        QTRY_COMPARE(raw.received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        (void)raw.takeAll();
        raw.send("body");
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.body, QByteArray("POST /echo body"));
        raw.send("POST /echo HTTP/1.1\r\nHost: x\r\nExpect: the-unexpected\r\nContent-Length: 4\r\n\r\n");
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.status, 417);
    }

    void takesChunkedBodies()
    {
        RawSocket raw(m_port);
        raw.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4;ext=1\r\nbody\r\n");
        raw.send("6\r\n parts\r\n0\r\nTrailer: x\r\n\r\n");
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.body, QByteArray("POST /echo body parts"));
    }

    void packsLargeAnswersForThoseWhoAcceptIt()
    {
        RawSocket raw(m_port);
        RawSocket::Reply reply;
        raw.send("GET /big HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br, gzip\r\n\r\n");
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.headers.value("content-encoding"), QByteArray("gzip"));
        QCOMPARE(reply.headers.value("vary"), QByteArray("Accept-Encoding"));
        QVERIFY(reply.body.size() < m_big.size() / 5);
        QCOMPARE(gunzip(reply.body), m_big);
        raw.send("GET /big HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(take(raw, reply));
        QVERIFY(!reply.headers.contains("content-encoding"));
        QCOMPARE(reply.headers.value("vary"), QByteArray("Accept-Encoding"));
        QCOMPARE(reply.body, m_big);
        raw.send("GET /echo HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n");
        QVERIFY(take(raw, reply));
        QVERIFY(!reply.headers.contains("content-encoding")); // too small to be worth it
        m_bigType = "image/png";
        raw.send("GET /big HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n");
        QVERIFY(take(raw, reply));
        QVERIFY(!reply.headers.contains("content-encoding")); // packed already
    }

    void sendsLargeAnswersWhole()
    {
        m_big = QByteArray(10'000'000, Qt::Uninitialized);
        for (qsizetype i = 0; i < m_big.size(); ++i)
            m_big[i] = char(i * 2654435761u >> 13);
        RawSocket raw(m_port);
        raw.send("GET /big HTTP/1.1\r\nHost: x\r\n\r\n");
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QVERIFY(reply.body == m_big);
    }

    void threeHundredClientsAtOnceAreAllAnswered()
    {
        std::vector<std::unique_ptr<RawSocket>> clients;
        for (int i = 0; i < 300; ++i) {
            clients.push_back(std::make_unique<RawSocket>(m_port));
            clients.back()->send("POST /echo/" + QByteArray::number(i) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx");
        }
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 300; ++i) {
                RawSocket::Reply reply;
                QVERIFY(take(*clients[size_t(i)], reply));
                QCOMPARE(reply.body, "POST /echo/" + QByteArray::number(i) + " x");
                clients[size_t(i)]->send("POST /echo/" + QByteArray::number(i) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx");
            }
        }
    }

    void upgradesOnSyncOnly()
    {
        QSignalSpy linked(m_listener.get(), &Listener::linked);
        RawSocket::Reply reply;
        RawSocket elsewhere(m_port);
        elsewhere.send("GET /echo HTTP/1.1\r\n" + upgradeHeaders + "\r\n");
        QVERIFY(take(elsewhere, reply));
        QCOMPARE(reply.status, 200);
        RawSocket plain(m_port);
        plain.send("GET /sync HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(take(plain, reply));
        QCOMPARE(reply.status, 405);
        QCOMPARE(reply.headers.value("allow"), QByteArray("POST"));
        QCOMPARE(linked.size(), 0);
        RawSocket native(m_port);
        native.send("GET /sync?x=1 HTTP/1.1\r\n" + upgradeHeaders + "\r\n");
        QTRY_VERIFY(native.received().startsWith("HTTP/1.1 101 "));
        QVERIFY(native.received().contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
        QTRY_COMPARE(linked.size(), 1);
    }

    void refusesHandshakesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        auto headers = upgradeHeaders;
        QTest::newRow("old version") << headers.replace("Version: 13", "Version: 8") << 426;
        headers = upgradeHeaders;
        QTest::newRow("short key") << headers.replace("dGhlIHNhbXBsZSBub25jZQ==", "dGhl") << 400;
        QTest::newRow("a web page") << upgradeHeaders + "Origin: http://evil.example\r\n" << 403;
    }

    void refusesHandshakesThatAreNone()
    {
        QFETCH(QByteArray, headers);
        QFETCH(int, status);
        RawSocket raw(m_port);
        raw.send("GET /sync HTTP/1.1\r\n" + headers + "\r\n");
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.status, status);
        QTRY_VERIFY(raw.isClosed());
    }

    void aLinkThatNobodyKeepsIsClosed()
    {
        QWebSocket socket;
        QSignalSpy disconnected(&socket, &QWebSocket::disconnected);
        socket.open(QUrl(u"ws://127.0.0.1:%1/sync"_s.arg(m_port)));
        QTRY_COMPARE(disconnected.size(), 1);
        QCOMPARE(int(socket.closeCode()), 1001);
    }

    void aTextFrameIsNotOurs()
    {
        std::shared_ptr<Link> link;
        connect(m_listener.get(), &Listener::linked, this, [&](const auto &l) { link = l; });
        QWebSocket socket;
        socket.open(QUrl(u"ws://127.0.0.1:%1/sync"_s.arg(m_port)));
        QTRY_VERIFY(link);
        QSignalSpy closed(link.get(), &Link::closed);
        QSignalSpy disconnected(&socket, &QWebSocket::disconnected);
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        socket.sendTextMessage(u"hello"_s);
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(closed.at(0).at(0).value<CloseReason>().code == CloseCode::Protocol);
        QTRY_COMPARE(disconnected.size(), 1);
        QCOMPARE(int(socket.closeCode()), 4000);
    }

    void answersPings()
    {
        std::shared_ptr<Link> link;
        connect(m_listener.get(), &Listener::linked, this, [&](const auto &l) { link = l; });
        QWebSocket socket;
        QSignalSpy pong(&socket, &QWebSocket::pong);
        socket.open(QUrl(u"ws://127.0.0.1:%1/sync"_s.arg(m_port)));
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        socket.ping("are you there?");
        QTRY_COMPARE(pong.size(), 1);
        QCOMPARE(pong.at(0).at(1).toByteArray(), QByteArray("are you there?"));
    }

    void stoppingEndsEverythingAndSaysSo()
    {
        std::shared_ptr<Link> link;
        connect(m_listener.get(), &Listener::linked, this, [&](const auto &l) { link = l; });
        QWebSocket socket;
        socket.open(QUrl(u"ws://127.0.0.1:%1/sync"_s.arg(m_port)));
        RawSocket idle(m_port);
        idle.send("GET /echo HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(idle.waitForReply().status, 200);
        QTRY_VERIFY(link && socket.state() == QAbstractSocket::ConnectedState);
        QSignalSpy closed(link.get(), &Link::closed);
        QSignalSpy disconnected(&socket, &QWebSocket::disconnected);
        link->send("last words");
        QSignalSpy received(&socket, &QWebSocket::binaryMessageReceived);
        m_listener->stop();
        QCOMPARE(closed.size(), 1);
        QVERIFY(closed.at(0).at(0).value<CloseReason>().code == CloseCode::GoingAway);
        QCOMPARE(m_listener->address().port, quint16(0));
        QTRY_COMPARE(disconnected.size(), 1);
        QCOMPARE(received.size(), 1);
        QCOMPARE(int(socket.closeCode()), 1001);
        QTRY_VERIFY(idle.isClosed());
        RawSocket late(m_port);
        QTRY_VERIFY(late.isClosed());
        m_listener->stop();
        QVERIFY(m_listener->listen({}).has_value());
    }

    void stoppingLetsAGivenAnswerLeave()
    {
        RawSocket raw(m_port);
        raw.send("GET /held HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(m_held.size(), 1);
        m_held[0]({200, "text/plain", "given", {}});
        m_listener->stop();
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.body, QByteArray("given"));
    }

    void stoppingDoesNotWaitForAStuckClient()
    {
        m_big = QByteArray(50'000'000, 'x');
        RawSocket stuck(m_port);
        stuck.setStuck(true);
        stuck.send("GET /big HTTP/1.1\r\nHost: x\r\n\r\n");
        QTest::qWait(50); // until the answer has filled the socket
        QElapsedTimer elapsed;
        elapsed.start();
        m_listener->stop();
        QVERIFY(elapsed.elapsed() < 2000);
    }

    void stoppingInTheMiddleOfHandshakesIsHarmless()
    {
        for (int i = 0; i < 200; ++i) {
            Listener listener;
            const auto address = listener.listen({});
            QVERIFY(address.has_value());
            RawSocket a(address->port), b(address->port), c(address->port);
            for (auto *raw : {&a, &b, &c})
                raw->send("GET /sync HTTP/1.1\r\n" + upgradeHeaders + "\r\n");
            a.waitForMore(Milliseconds(i % 5));
        }
    }

    void mayBeStoppedFromInsideAHandler()
    {
        Listener listener;
        listener.route(u"/"_s, [&](const HttpRequest &, const HttpAnswer &answer) {
            answer({200, "text/plain", "bye", {}});
            listener.stop();
        });
        const auto address = listener.listen({});
        QVERIFY(address.has_value());
        RawSocket first(address->port), second(address->port);
        first.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        second.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(first.isClosed() && second.isClosed());
        QVERIFY(first.received().contains("bye") || second.received().contains("bye"));
    }

private:
    static bool take(RawSocket &raw, RawSocket::Reply &reply)
    {
        reply = raw.waitForReply();
        return reply.status != 0;
    }

    std::unique_ptr<Listener> m_listener;
    QList<HttpRequest> m_requests;
    QList<HttpAnswer> m_held;
    QByteArray m_big, m_bigType;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(TestListener)
#include "tst_listener.moc"
