// SPDX-License-Identifier: GPL-3.0-or-later
#include "listenercase.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

const QByteArray upgradeHeaders = "Host: x\r\nConnection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n"
                                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";

} // namespace

//! How a request becomes a link.
class TestListenerUpgrade : public ListenerCase
{
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(TestListenerUpgrade)
#include "tst_listenerupgrade.moc"
