// SPDX-License-Identifier: GPL-3.0-or-later
#include "pollingcase.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace saji;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! A link that is many requests: for who holds it, it behaves as a socket does, only slower.
class TestPollingLink : public PollingCase
{
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(TestPollingLink)
#include "tst_pollinglink.moc"
