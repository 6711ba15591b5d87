// SPDX-License-Identifier: GPL-3.0-or-later
#include "pollingcase.h"
#include "replies.h"

#include <QSignalSpy>
#include <QTest>

using namespace saji;

namespace {

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

//! What one request of a polled link may say, and what a session of them is worth: byte for byte, as no well-behaved peer would say it.
class TestPollingExchange : public PollingCase
{
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(TestPollingExchange)
#include "tst_pollingexchange.moc"
