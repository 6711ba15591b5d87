// SPDX-License-Identifier: GPL-3.0-or-later
#include <testkit/rawsocket.h>
#include <testkit/tcpproxy.h>
#include <transport/dialers.h>
#include <transport/listener.h>

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace saji;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QUrl urlOf(quint16 port)
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(port));
}

CloseReason closeReason(const QSignalSpy &spy)
{
    return spy.at(0).at(0).value<CloseReason>();
}

//! A pace for tests: the same shape, a hundredth of the time.
PollPace quickPace()
{
    return {.busy = 10ms, .idle = 100ms, .onError = {20ms, 40ms, 60ms}, .requestTimeout = 1000ms, .failuresUntilClosed = 3};
}

const QByteArray session = "0123456789abcdef0123456789abcdef";

QByteArray post(const QByteArray &headers, const QByteArray &body = {})
{
    return "POST /sync HTTP/1.1\r\nHost: x\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray exchange(int sequence, const QByteArray &body = {}, const QByteArray &more = {})
{
    return post("Saji-Session: " + session + "\r\nSaji-Sequence: " + QByteArray::number(sequence) + "\r\n" + more, body);
}

QByteArray framed(const QByteArray &frame)
{
    QByteArray length(4, '\0');
    length[2] = char(frame.size() >> 8);
    length[3] = char(frame.size());
    return length + frame;
}

} // namespace

class TestPollingLink : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        ListenOptions options;
        options.pollForget = 1500ms;
        options.linkBacklogBytes = 1'000'000;
        m_listener = std::make_unique<Listener>(options);
        connect(m_listener.get(), &Listener::linked, this, [this](const auto &link) {
            m_there = link;
            ++m_linked;
        });
        const auto address = m_listener->listen({});
        QVERIFY(address.has_value());
        m_port = address->port;
        m_proxy = std::make_unique<TcpProxy>(m_port);
        m_scheduler = std::make_unique<QtScheduler>();
        m_dialer = makePollingDialer(urlOf(m_proxy->port()), *m_scheduler, quickPace());
        m_answer.reset();
        m_linked = 0;
    }

    void cleanup()
    {
        m_answer.reset();
        m_there.reset();
        m_dialer.reset();
        m_proxy.reset();
        m_listener.reset();
    }

    void opensALink()
    {
        const auto here = dialBoth();
        QVERIFY(here && m_there);
        QVERIFY(here->kind() == LinkKind::Polling && m_there->kind() == LinkKind::Polling);
        QVERIFY(here->isOpen() && m_there->isOpen());
        QCOMPARE(m_linked, 1);
    }

    void framesOfEverySizeTravelBothWaysInOrder()
    {
        const auto here = dialBoth();
        QByteArrayList heardHere, heardThere;
        connect(here.get(), &Link::received, this, [&](const QByteArray &frame) { heardHere.append(frame); });
        connect(m_there.get(), &Link::received, this, [&](const QByteArray &frame) { heardThere.append(frame); });
        QByteArrayList said{"", "a", QByteArray(Link::maxFrameBytes, 'm'), QByteArray(Link::maxFrameBytes, 'n'), QByteArray(Link::maxFrameBytes, 'o')};
        for (int i = 0; i < 200; ++i)
            said.append(QByteArray::number(i));
        for (const auto &frame : said) {
            here->send(frame);
            m_there->send(frame);
        }
        QVERIFY(here->backlog() > 3 * Link::maxFrameBytes);
        QTRY_COMPARE(heardThere.size(), said.size());
        QTRY_COMPARE(heardHere.size(), said.size());
        QCOMPARE(heardThere, said);
        QCOMPARE(heardHere, said);
        QTRY_COMPARE(here->backlog(), 0);
        QTRY_COMPARE(m_there->backlog(), 0);
    }

    void aFrameGoesOutAtOnceWhateverThePace()
    {
        m_dialer = makePollingDialer(urlOf(m_port), *m_scheduler, {.busy = 1h, .idle = 1h});
        const auto here = dialBoth();
        QByteArrayList heardHere;
        connect(here.get(), &Link::received, this, [&](const QByteArray &frame) { heardHere.append(frame); });
        connect(m_there.get(), &Link::received, this, [this](const QByteArray &frame) { m_there->send("re: " + frame); });
        here->send("order 1");
        QTRY_COMPARE(heardHere, QByteArrayList{"re: order 1"}); // the answer comes back with the same exchange
        here->send("order 2");
        QTRY_COMPARE(heardHere.size(), 2);
    }

    void anAnswerThatTakesTheNodeAMomentStillComesWithTheExchange()
    {
        m_dialer = makePollingDialer(urlOf(m_port), *m_scheduler, {.busy = 1h, .idle = 1h});
        const auto here = dialBoth();
        QSignalSpy received(here.get(), &Link::received);
        connect(m_there.get(), &Link::received, this,
                [this] { (void)m_scheduler->after(5ms, [this] { m_there->send("after the commit"); }); });
        here->send("order");
        QTRY_COMPARE(received.size(), 1);
    }

    void framesOfTheNodeAreFetchedAtThePace()
    {
        const auto here = dialBoth();
        QSignalSpy received(here.get(), &Link::received);
        m_there->send("ready: A-042");
        QTRY_COMPARE(received.size(), 1);
    }

    void lostAnswersNeitherLoseNorDoubleFrames()
    {
        const auto here = dialBoth();
        QByteArrayList heardHere, heardThere, said;
        connect(here.get(), &Link::received, this, [&](const QByteArray &frame) { heardHere.append(frame); });
        connect(m_there.get(), &Link::received, this, [&](const QByteArray &frame) { heardThere.append(frame); });
        for (int i = 0; i < 40; ++i) {
            const auto frame = QByteArray::number(i);
            said.append(frame);
            if (i % 2 == 0)
                m_proxy->swallowAnswers(2);
            here->send(frame);
            m_there->send(frame);
            QTRY_COMPARE(heardThere.size(), said.size());
            QTRY_COMPARE(heardHere.size(), said.size());
        }
        QCOMPARE(heardThere, said);
        QCOMPARE(heardHere, said);
        QVERIFY2(m_proxy->swallowed() >= 20, qPrintable(QString::number(m_proxy->swallowed())));
        QCOMPARE(m_linked, 1);
    }

    void cutsInTheMiddleNeitherLoseNorDoubleFrames()
    {
        const auto here = dialBoth();
        QByteArrayList heardHere, heardThere, said;
        connect(here.get(), &Link::received, this, [&](const QByteArray &frame) { heardHere.append(frame); });
        connect(m_there.get(), &Link::received, this, [&](const QByteArray &frame) { heardThere.append(frame); });
        for (int i = 0; i < 30; ++i) {
            said.append(QByteArray(20'000, char('a' + i % 26)));
            here->send(said.last());
            m_there->send(said.last());
            (void)m_scheduler->after(Milliseconds(i % 5), [this] { m_proxy->cut(); });
            QTRY_COMPARE(heardThere.size(), said.size());
            QTRY_COMPARE(heardHere.size(), said.size());
        }
        QCOMPARE(heardThere, said);
        QCOMPARE(heardHere, said);
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
        closing->send("last words");
        closing->close({CloseCode::WrongStore, u"this is Warung Bu Sri"_s});
        QVERIFY(!closing->isOpen());
        QTRY_COMPARE(closedOther.size(), 1);
        QCOMPARE(received.size(), 1);
        QVERIFY(closeReason(closedOther).code == CloseCode::WrongStore);
        QCOMPARE(closeReason(closedOther).text, u"this is Warung Bu Sri"_s);
        QCOMPARE(closedClosing.size(), 1);
    }

    void aLinkThatIsDroppedGoesAwayPolitely()
    {
        auto here = dialBoth();
        m_answer.reset();
        QSignalSpy closedThere(m_there.get(), &Link::closed);
        here.reset();
        QTRY_COMPARE(closedThere.size(), 1);
        QVERIFY(closeReason(closedThere).code == CloseCode::GoingAway);
        here = dialBoth();
        QSignalSpy closedHere(here.get(), &Link::closed);
        m_there.reset();
        QTRY_COMPARE(closedHere.size(), 1);
        QVERIFY(closeReason(closedHere).code == CloseCode::GoingAway);
    }

    void aNodeThatIsGoneClosesTheLinkAfterItsFailures()
    {
        const auto here = dialBoth();
        QSignalSpy closedHere(here.get(), &Link::closed);
        QSignalSpy closedThere(m_there.get(), &Link::closed);
        m_listener->stop();
        QCOMPARE(closedThere.size(), 1);
        QVERIFY(closeReason(closedThere).code == CloseCode::GoingAway);
        QTRY_COMPARE(closedHere.size(), 1);
        QVERIFY(closeReason(closedHere).code == CloseCode::Abnormal);
    }

    void aShortOutageIsNoEnd()
    {
        const auto here = dialBoth();
        QSignalSpy closedHere(here.get(), &Link::closed);
        QSignalSpy received(m_there.get(), &Link::received);
        m_proxy->swallowAnswers(2); // one failure less than the link bears
        here->send("through");
        QTRY_COMPARE(received.size(), 1);
        QTRY_COMPARE(m_proxy->swallowed(), 2);
        here->send("after");
        QTRY_COMPARE(received.size(), 2);
        QCOMPARE(closedHere.size(), 0);
    }

    void aPeerThatIsNotHeardIsForgotten()
    {
        const auto here = dialBoth();
        QSignalSpy closedThere(m_there.get(), &Link::closed);
        QSignalSpy closedHere(here.get(), &Link::closed);
        m_proxy->setFrozen(true);
        QTRY_COMPARE(closedThere.size(), 1);
        QVERIFY(closeReason(closedThere).code == CloseCode::Abnormal);
        m_proxy->setFrozen(false);
        QTRY_COMPARE(closedHere.size(), 1); // 410: the node knows nothing of it any more
    }

    void aRestartedNodeDoesNotKnowTheSession()
    {
        const auto here = dialBoth();
        QSignalSpy closedHere(here.get(), &Link::closed);
        Listener second;
        const auto address = second.listen({});
        QVERIFY(address.has_value());
        m_proxy->setTarget(address->port);
        m_proxy->cut();
        QTRY_COMPARE(closedHere.size(), 1);
        QVERIFY(closeReason(closedHere).code == CloseCode::GoingAway);
    }

    void aPeerThatFetchesTooSlowlyIsCut()
    {
        const auto here = dialBoth();
        m_proxy->setFrozen(true);
        QSignalSpy closedThere(m_there.get(), &Link::closed);
        for (int i = 0; i < 20 && m_there->isOpen(); ++i)
            m_there->send(QByteArray(100'000, 'x'));
        QCOMPARE(closedThere.size(), 1);
        QVERIFY(closeReason(closedThere).code == CloseCode::Abnormal);
    }

    void aFrameThatIsTooLargeEndsTheLink()
    {
        const auto here = dialBoth();
        QSignalSpy closedThere(m_there.get(), &Link::closed);
        QSignalSpy closedHere(here.get(), &Link::closed);
        here->send(QByteArray(Link::maxFrameBytes + 1, 'x'));
        QTRY_COMPARE(closedThere.size(), 1);
        QTRY_COMPARE(closedHere.size(), 1);
        QVERIFY(closeReason(closedThere).code == CloseCode::TooLarge);
        QVERIFY(closeReason(closedHere).code == CloseCode::TooLarge);
    }

    void refusesByTheWordsOfItsDialer()
    {
        m_listener->stop();
        m_proxy.reset();
        m_dialer = makePollingDialer(urlOf(m_port), *m_scheduler, quickPace());
        QVERIFY(dialError() == ErrorCode::NotFound);
        m_dialer = makePollingDialer(QUrl(u"http://no-such-host.invalid:1"_s), *m_scheduler, quickPace());
        QVERIFY(dialError() == ErrorCode::Unreachable);
    }

    void anotherWebServerIsRefused_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("200") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi") << ErrorCode::Refused;
        QTest::newRow("404") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n") << ErrorCode::Refused;
        QTest::newRow("302") << QByteArray("HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n") << ErrorCode::Refused;
        QTest::newRow("403") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n") << ErrorCode::Unauthorized;
        QTest::newRow("410 of another service") << QByteArray("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n") << ErrorCode::Refused;
        QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n") << ErrorCode::Refused;
        QTest::newRow("silence") << QByteArray() << ErrorCode::TimedOut;
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
                if (answer.isEmpty())
                    return;
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
        m_dialer = makePollingDialer(urlOf(other.serverPort()), *m_scheduler, quickPace());
        QVERIFY(dialError() == code);
    }

    void anAbortedDialDoesNotAnswer()
    {
        m_dialer->dial([this](auto result) { m_answer = std::move(result); });
        m_dialer->abort();
        m_dialer->dial([this](auto result) { m_answer = std::move(result); });
        m_dialer.reset();
        m_dialer = makePollingDialer(urlOf(m_port), *m_scheduler, quickPace());
        bool other = false;
        m_dialer->dial([&](const auto &result) { other = result.has_value(); });
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
        QVERIFY(*m_answer && (**m_answer)->isOpen());
    }

    // The wire, as a foreign implementation may speak it.

    void answersTheKeptBatchAgainAndTakesFramesOnce()
    {
        RawSocket raw(m_port);
        raw.send(exchange(1, framed("hello")));
        QTRY_VERIFY(m_there);
        QSignalSpy received(m_there.get(), &Link::received);
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("saji-sequence"), QByteArray("1"));
        m_there->send("kept");
        raw.send(exchange(2, framed("once")));
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.body, framed("kept"));
        for (int i = 0; i < 3; ++i) {
            raw.send(exchange(2, framed("once")));
            QVERIFY(take(raw, reply));
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.body, framed("kept"));
        }
        QCOMPARE(received.size(), 1);
        QVERIFY(m_there->backlog() > 0);
        raw.send(exchange(3));
        QVERIFY(take(raw, reply));
        QVERIFY(reply.body.isEmpty());
        QCOMPARE(m_there->backlog(), 0);
        raw.send(exchange(2, framed("once"))); // late, from a forgotten corner of the network
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.status, 409);
        QCOMPARE(received.size(), 1);
        QVERIFY(m_there->isOpen());
    }

    void refusesWhatIsNoExchange_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("no headers") << post({}) << 400;
        QTest::newRow("no sequence") << post("Saji-Session: " + session + "\r\n") << 400;
        QTest::newRow("sequence zero") << exchange(0) << 400;
        QTest::newRow("short name") << post("Saji-Session: abc\r\nSaji-Sequence: 1\r\n") << 400;
        QTest::newRow("not hex") << post("Saji-Session: " + QByteArray(32, 'z') + "\r\nSaji-Sequence: 1\r\n") << 400;
        QTest::newRow("unknown session") << exchange(7) << 410;
        QTest::newRow("a web page") << exchange(1, {}, "Origin: http://evil.example\r\n") << 403;
        QTest::newRow("GET") << QByteArray("GET /sync HTTP/1.1\r\nHost: x\r\n\r\n") << 405;
        QTest::newRow("below") << QByteArray("POST /sync/x HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n") << 404;
    }

    void refusesWhatIsNoExchange()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        RawSocket raw(m_port);
        raw.send(request);
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.status, status);
        QVERIFY(reply.body.startsWith("{\"error\":{"));
        QCOMPARE(m_linked, 0);
    }

    void aBodyThatIsNotFramesEndsTheSession()
    {
        RawSocket raw(m_port);
        raw.send(exchange(1));
        QTRY_VERIFY(m_there);
        QSignalSpy closed(m_there.get(), &Link::closed);
        raw.send(exchange(2, "these are no frames"));
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.status, 410);
        QCOMPARE(closed.size(), 1);
        QVERIFY(closeReason(closed).code == CloseCode::TooLarge || closeReason(closed).code == CloseCode::Protocol);
    }

    void anExchangeThatWasLeftOutEndsTheSession()
    {
        RawSocket raw(m_port);
        raw.send(exchange(1));
        QTRY_VERIFY(m_there);
        QSignalSpy closed(m_there.get(), &Link::closed);
        raw.send(exchange(3));
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(closeReason(closed).code == CloseCode::Protocol);
    }

private:
    static bool take(RawSocket &raw, RawSocket::Reply &reply)
    {
        reply = raw.waitForReply();
        return reply.status != 0;
    }

    std::shared_ptr<Link> dial()
    {
        m_answer.reset();
        m_dialer->dial([this](auto result) { m_answer = std::move(result); });
        if (!QTest::qWaitFor([this] { return m_answer.has_value(); }))
            return nullptr;
        return *m_answer ? **m_answer : nullptr;
    }

    std::shared_ptr<Link> dialBoth()
    {
        m_there.reset();
        auto here = dial();
        return QTest::qWaitFor([this] { return m_there != nullptr; }) ? here : nullptr;
    }

    ErrorCode dialError()
    {
        const auto link = dial();
        return m_answer && !*m_answer ? m_answer->error().code : ErrorCode::Internal;
    }

    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<TcpProxy> m_proxy;
    std::unique_ptr<QtScheduler> m_scheduler;
    std::unique_ptr<Dialer> m_dialer;
    std::shared_ptr<Link> m_there;
    std::optional<Result<std::shared_ptr<Link>>> m_answer;
    quint16 m_port = 0;
    int m_linked = 0;
};

QTEST_GUILESS_MAIN(TestPollingLink)
#include "tst_pollinglink.moc"
