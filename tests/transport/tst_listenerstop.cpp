// SPDX-License-Identifier: GPL-3.0-or-later
#include "listenercase.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

const QByteArray upgradeHeaders = "Host: x\r\nConnection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n"
                                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";

} // namespace

//! A listener that ends, whatever is under way.
class TestListenerStop : public ListenerCase
{
    Q_OBJECT

private slots:
    void anAnswerAfterTheListenerIsGoneIsHarmless()
    {
        RawSocket raw(m_port);
        raw.send("GET /held HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(m_held.size(), 1);
        m_listener.reset();
        m_held[0]({});
        QTRY_VERIFY(raw.isClosed());
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
};

QTEST_GUILESS_MAIN(TestListenerStop)
#include "tst_listenerstop.moc"
