// SPDX-License-Identifier: GPL-3.0-or-later
#include "listenercase.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QThread>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

QByteArray errorCode(const RawSocket::Reply &reply)
{
    return QJsonDocument::fromJson(reply.body).object()[u"error"_s].toObject()[u"code"_s].toString().toLatin1();
}

} // namespace

//! Where it listens, and who answers what it hears.
class TestListener : public ListenerCase
{
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(TestListener)
#include "tst_listener.moc"
