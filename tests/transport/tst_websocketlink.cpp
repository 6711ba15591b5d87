// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkcase.h"

#include <testkit/tcpproxy.h>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace saji;
using namespace Qt::StringLiterals;

//! A link that is one socket.
class TestWebSocketLink : public LinkCase
{
    Q_OBJECT

private slots:
    void init()
    {
        listen({});
        m_dialer = makeWebSocketDialer(urlOf(m_port), *m_scheduler);
    }

    void cleanup() { letGo(); }

    void opensALinkAndNamesThePeers()
    {
        const auto here = dial();
        QVERIFY(here);
        QTRY_VERIFY(m_there);
        QVERIFY(here->kind() == LinkKind::WebSocket && m_there->kind() == LinkKind::WebSocket);
        QCOMPARE(here->peerName(), u"127.0.0.1:%1"_s.arg(m_port));
        QVERIFY(m_there->peerName().startsWith(u"127.0.0.1:"_s));
        QVERIFY(here->isOpen() && m_there->isOpen());
    }

    void framesOfEverySizeTravelBothWaysInOrder()
    {
        const auto here = dialBoth();
        QByteArrayList heardHere, heardThere;
        connect(here.get(), &Link::received, this, [&](const QByteArray &frame) { heardHere.append(frame); });
        connect(m_there.get(), &Link::received, this, [&](const QByteArray &frame) { heardThere.append(frame); });
        QByteArrayList said{"", "a"};
        for (const int size : {125, 126, 65535, 65536, int(Link::maxFrameBytes)})
            said.append(QByteArray(size, char('a' + said.size())));
        for (int i = 0; i < 500; ++i)
            said.append(QByteArray::number(i));
        for (const auto &frame : said) {
            here->send(frame);
            m_there->send(frame);
        }
        QTRY_COMPARE(heardThere.size(), said.size());
        QTRY_COMPARE(heardHere.size(), said.size());
        QCOMPARE(heardThere, said);
        QCOMPARE(heardHere, said);
        QTRY_COMPARE(here->backlog(), 0);
        QTRY_COMPARE(m_there->backlog(), 0);
    }

    void answersFromInsideReceived()
    {
        const auto here = dialBoth();
        connect(m_there.get(), &Link::received, this, [this](const QByteArray &frame) { m_there->send("re: " + frame); });
        QSignalSpy received(here.get(), &Link::received);
        here->send("hello");
        QTRY_COMPARE(received.size(), 1);
        QCOMPARE(received.at(0).at(0).toByteArray(), QByteArray("re: hello"));
    }

    void whatIsSaidRightAfterLinkingIsHeard()
    {
        // Each end speaks in the very moment it gets its link; neither may miss the other's first frame.
        QByteArrayList heardThere, heardHere;
        connect(m_listener.get(), &Listener::linked, this, [&](const std::shared_ptr<Link> &link) {
            connect(link.get(), &Link::received, this, [&](const QByteArray &frame) { heardThere.append(frame); });
            link->send("hello from the hub");
        });
        std::shared_ptr<Link> here;
        m_dialer->dial([&](const auto &result) {
            here = *result;
            connect(here.get(), &Link::received, this, [&](const QByteArray &frame) { heardHere.append(frame); });
            here->send("hello from the kiosk");
        });
        QTRY_COMPARE(heardThere, QByteArrayList{"hello from the kiosk"});
        QTRY_COMPARE(heardHere, QByteArrayList{"hello from the hub"});
    }

    void smallFramesDoNotStall_data()
    {
        QTest::addColumn<bool>("dialerSpeaks");
        QTest::newRow("dialer speaks") << true;
        QTest::newRow("listener speaks") << false;
    }

    void smallFramesDoNotStall()
    {
        // One end says two small frames, a moment apart; the other answers after the second only. Without TCP_NODELAY the second
        // waits for the delayed acknowledgement of the first, 40 ms a round.
        QFETCH(bool, dialerSpeaks);
        constexpr int rounds = 40;
        const auto here = dialBoth();
        auto *speaker = dialerSpeaks ? here.get() : m_there.get();
        auto *hearer = dialerSpeaks ? m_there.get() : here.get();
        QEventLoop loop; // QTRY_... sleeps between its looks
        const auto speak = [&] {
            speaker->send("x");
            QTimer::singleShot(1, speaker, [speaker] { speaker->send("y"); });
        };
        connect(hearer, &Link::received, this, [&](const QByteArray &frame) {
            if (frame == "y")
                hearer->send("heard");
        });
        int done = 0;
        connect(speaker, &Link::received, this, [&] {
            if (++done == rounds)
                loop.quit();
            else
                speak();
        });
        QElapsedTimer elapsed;
        elapsed.start();
        speak();
        QTimer::singleShot(5000, &loop, &QEventLoop::quit);
        loop.exec();
        QCOMPARE(done, rounds);
        QVERIFY2(elapsed.elapsed() < rounds * 20, qPrintable(QString::number(elapsed.elapsed())));
    }

    void theCloseCodeAndItsWordsReachTheOtherSide_data()
    {
        QTest::addColumn<bool>("dialerCloses");
        QTest::newRow("dialer closes") << true;
        QTest::newRow("listener closes") << false;
    }

    void theCloseCodeAndItsWordsReachTheOtherSide()
    {
        QFETCH(bool, dialerCloses);
        const auto here = dialBoth();
        const auto &closing = dialerCloses ? here : m_there;
        const auto &other = dialerCloses ? m_there : here;
        QSignalSpy received(other.get(), &Link::received);
        QSignalSpy closedOther(other.get(), &Link::closed);
        QSignalSpy closedClosing(closing.get(), &Link::closed);
        closing->send(QByteArray(200'000, 'x'));
        closing->send("last words");
        closing->close({CloseCode::WrongStore, u"this is Warung Bu Sri"_s});
        QVERIFY(!closing->isOpen());
        closing->send("ignored");
        QTRY_COMPARE(closedOther.size(), 1);
        QCOMPARE(received.size(), 2);
        QVERIFY(closeReason(closedOther).code == CloseCode::WrongStore);
        QCOMPARE(closeReason(closedOther).text, u"this is Warung Bu Sri"_s);
        QTRY_COMPARE(closedClosing.size(), 1);
        QVERIFY(!other->isOpen());
    }

    void aLinkThatIsDroppedGoesAwayPolitely()
    {
        auto here = dialBoth();
        QSignalSpy closedThere(m_there.get(), &Link::closed);
        here.reset();
        m_answer.reset();
        QTRY_COMPARE(closedThere.size(), 1);
        QVERIFY(closeReason(closedThere).code == CloseCode::GoingAway);

        here = dialBoth();
        QSignalSpy closedHere(here.get(), &Link::closed);
        m_there.reset();
        QTRY_COMPARE(closedHere.size(), 1);
        QVERIFY(closeReason(closedHere).code == CloseCode::GoingAway);
    }

    void aBrokenConnectionIsAbnormalOnBothEnds()
    {
        TcpProxy proxy(m_port);
        m_dialer = makeWebSocketDialer(urlOf(proxy.port()), *m_scheduler);
        const auto here = dialBoth();
        QSignalSpy closedHere(here.get(), &Link::closed);
        QSignalSpy closedThere(m_there.get(), &Link::closed);
        proxy.cut();
        QTRY_COMPARE(closedHere.size(), 1);
        QTRY_COMPARE(closedThere.size(), 1);
        QVERIFY(closeReason(closedHere).code == CloseCode::Abnormal);
        QVERIFY(closeReason(closedThere).code == CloseCode::Abnormal);
    }

    void aFrameThatIsTooLargeClosesTheLink()
    {
        const auto here = dialBoth();
        QSignalSpy closedHere(here.get(), &Link::closed);
        QSignalSpy closedThere(m_there.get(), &Link::closed);
        QSignalSpy received(m_there.get(), &Link::received);
        here->send(QByteArray(Link::maxFrameBytes + 1, 'x'));
        QTRY_COMPARE(closedThere.size(), 1);
        QTRY_COMPARE(closedHere.size(), 1);
        QCOMPARE(received.size(), 0);
        QVERIFY(closeReason(closedThere).code == CloseCode::TooLarge);
        QVERIFY(closeReason(closedHere).code == CloseCode::TooLarge);
    }

    void aListenerThatSendsTooMuchInOneFrameIsClosedToo()
    {
        const auto here = dialBoth();
        QSignalSpy closedHere(here.get(), &Link::closed);
        QSignalSpy closedThere(m_there.get(), &Link::closed);
        m_there->send(QByteArray(Link::maxFrameBytes + 1, 'x'));
        QTRY_COMPARE(closedHere.size(), 1);
        QTRY_COMPARE(closedThere.size(), 1);
        QVERIFY(closeReason(closedHere).code == CloseCode::TooLarge);
    }

    void backlogGrowsWhileThePeerIsFrozenAndDrainsAfterwards()
    {
        TcpProxy proxy(m_port);
        m_dialer = makeWebSocketDialer(urlOf(proxy.port()), *m_scheduler);
        const auto here = dialBoth();
        QSignalSpy drained(m_there.get(), &Link::drained);
        qsizetype heard = 0;
        connect(here.get(), &Link::received, this, [&](const QByteArray &frame) { heard += frame.size(); });
        proxy.setFrozen(true);
        const QByteArray frame(100'000, 'x');
        for (int i = 0; i < 30; ++i)
            m_there->send(frame);
        QVERIFY(m_there->backlog() > 0);
        proxy.setFrozen(false);
        QTRY_COMPARE(heard, 30 * frame.size());
        QTRY_COMPARE(m_there->backlog(), 0);
        QVERIFY(drained.size() > 0);
    }

    void aHostWhereNothingListensIsNotTheSameAsNobody()
    {
        m_listener->stop();
        QVERIFY(dialError() == ErrorCode::NotFound);
    }

    void anUnknownHostIsUnreachable()
    {
        m_dialer = makeWebSocketDialer(QUrl(u"http://no-such-host.invalid:1"_s), *m_scheduler);
        QVERIFY(dialError() == ErrorCode::Unreachable);
    }

    void anotherWebServerIsRefused_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("200") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") << ErrorCode::Refused;
        QTest::newRow("404") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n") << ErrorCode::Refused;
        QTest::newRow("400") << QByteArray("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n") << ErrorCode::Refused;
        QTest::newRow("301") << QByteArray("HTTP/1.1 301 Moved\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n") << ErrorCode::Refused;
        QTest::newRow("503") << QByteArray("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n") << ErrorCode::Refused;
        QTest::newRow("401") << QByteArray("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n") << ErrorCode::Unauthorized;
        QTest::newRow("403") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n") << ErrorCode::Unauthorized;
        QTest::newRow("101 for somebody else") << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                                             "Sec-WebSocket-Accept: bm90IHlvdXJzISBub3QgeW91cnM=\r\n\r\n")
                                              << ErrorCode::Refused;
        QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << ErrorCode::Refused;
        QTest::newRow("hangs up") << QByteArray() << ErrorCode::Refused;
    }

    void anotherWebServerIsRefused()
    {
        QFETCH(QByteArray, answer);
        QFETCH(ErrorCode, code);
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        connect(&other, &QTcpServer::newConnection, this, [&] {
            auto *socket = other.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                socket->readAll();
                socket->write(answer);
                if (!answer.startsWith("HTTP"))
                    socket->disconnectFromHost();
            });
        });
        m_dialer = makeWebSocketDialer(urlOf(other.serverPort()), *m_scheduler);
        QVERIFY(dialError() == code);
    }

    void aSilentHostTimesOut()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        m_dialer = makeWebSocketDialer(urlOf(silent.serverPort()), *m_scheduler);
        QElapsedTimer elapsed;
        elapsed.start();
        m_dialer->dial([this](auto result) { m_answer = std::move(result); });
        QTRY_VERIFY_WITH_TIMEOUT(m_answer, 8000);
        QVERIFY(!*m_answer);
        QVERIFY(m_answer->error().code == ErrorCode::TimedOut);
        QVERIFY(elapsed.elapsed() >= 4900);
    }

    void anAbortedDialDoesNotAnswer()
    {
        m_dialer->dial([this](auto result) { m_answer = std::move(result); });
        m_dialer->abort();
        auto second = makeWebSocketDialer(urlOf(m_port), *m_scheduler);
        bool other = false;
        second->dial([&](const auto &result) { other = result.has_value(); });
        QTRY_VERIFY(other);
        QVERIFY(!m_answer);
        m_dialer->dial([this](auto result) { m_answer = std::move(result); });
        m_dialer.reset();
        other = false;
        second->dial([&](const auto &result) { other = result.has_value(); });
        QTRY_VERIFY(other);
        QVERIFY(!m_answer);
    }

    void theAnswerMayDestroyTheDialer()
    {
        m_dialer->dial([this](auto result) {
            m_dialer.reset();
            m_answer = std::move(result);
        });
        QTRY_VERIFY(m_answer);
        QVERIFY(*m_answer);
        QVERIFY((**m_answer)->isOpen());
        m_dialer = makeWebSocketDialer(urlOf(1), *m_scheduler);
        m_answer.reset();
        m_dialer->dial([this](auto result) {
            m_dialer.reset();
            m_answer = std::move(result);
        });
        QTRY_VERIFY(m_answer);
        QVERIFY(!*m_answer);
    }

    void aSlotMayDropTheLastReference()
    {
        auto here = dialBoth();
        m_answer.reset();
        connect(here.get(), &Link::received, this, [&] { here.reset(); });
        connect(m_there.get(), &Link::closed, this, [this] { m_there.reset(); });
        m_there->send("a");
        m_there->send("b");
        QTRY_VERIFY(!here);
        QTRY_VERIFY(!m_there);
    }

    void dialsAgainAfterEverything()
    {
        for (int i = 0; i < 5; ++i) {
            const auto here = dialBoth();
            QVERIFY(here && m_there);
            here->close({CloseCode::Normal, {}});
        }
    }
};

QTEST_GUILESS_MAIN(TestWebSocketLink)
#include "tst_websocketlink.moc"
