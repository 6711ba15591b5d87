// SPDX-License-Identifier: GPL-3.0-or-later
#include "limitscase.h"

#include <QElapsedTimer>
#include <QTest>

using namespace saji;
using namespace std::chrono_literals;

//! How long a client may take, and that who is merely slow is served.
class TestListenerPatience : public LimitsCase
{
    Q_OBJECT

private slots:
    void aSlowSenderIsCut()
    {
        ListenOptions options;
        options.slowSender = 300ms;
        listen(options);
        RawSocket half(m_port), drip(m_port), body(m_port);
        half.send("GET / HTTP/1.1\r\nHost:");
        drip.send("GET / HTTP/1.1\r\n");
        body.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nxx");
        QElapsedTimer elapsed;
        elapsed.start();
        while (!drip.isClosed() && elapsed.elapsed() < 3000) {
            drip.send("X: y\r\n"); // each line in good time, the whole never
            QTest::qWait(30);
        }
        QVERIFY(drip.isClosed());
        QVERIFY(elapsed.elapsed() >= 250 && elapsed.elapsed() < 1500);
        QTRY_VERIFY(half.isClosed() && body.isClosed());
        QCOMPARE(m_requests, 0);
        QVERIFY(stillServes());
    }

    void aLargeBodyMayTakeTheTimeItNeeds()
    {
        ListenOptions options;
        options.slowSender = 200ms;
        listen(options);
        RawSocket raw(m_port);
        raw.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 131072\r\n\r\n"); // 2 s at the slowest rate
        for (int i = 0; i < 8; ++i) {
            raw.send(QByteArray(16384, 'x'));
            QTest::qWait(100);
        }
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.status, 200);
    }

    void anIdleConnectionIsCutButNotABusyOne()
    {
        ListenOptions options;
        options.idle = 300ms;
        listen(options);
        RawSocket silent(m_port), once(m_port), busy(m_port);
        once.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(once.waitForReply().status, 200);
        QElapsedTimer elapsed;
        elapsed.start();
        RawSocket::Reply reply;
        while (elapsed.elapsed() < 900) {
            busy.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            QVERIFY(take(busy, reply));
            QTest::qWait(50);
        }
        QVERIFY(silent.isClosed());
        QVERIFY(once.isClosed());
        QVERIFY(busy.isConnected());
    }

    void aHandlerThatNeverAnswersDoesNotKeepItsClient()
    {
        ListenOptions options;
        options.answerWithin = 200ms;
        listen(options);
        RawSocket raw(m_port);
        raw.send("GET /held HTTP/1.1\r\nHost: x\r\n\r\n");
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.status, 503);
        QTRY_VERIFY(raw.isClosed());
        QCOMPARE(m_held.size(), 1);
        m_held[0]({}); // too late, and harmless
        QVERIFY(stillServes());
    }

    void aReaderThatTakesNothingIsCut()
    {
        ListenOptions options;
        options.stalledReader = 300ms;
        listen(options);
        RawSocket stuck(m_port);
        stuck.setStuck(true);
        stuck.send("GET /huge HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(m_requests, 1);
        QTest::qWait(1000);
        stuck.setStuck(false);
        QTRY_VERIFY(stuck.isClosed());
        QVERIFY(stuck.received().size() < m_huge.size());
        QVERIFY(stillServes());
    }

    void aSlowButSteadyReaderIsServed()
    {
        ListenOptions options;
        options.stalledReader = 1500ms;
        listen(options);
        RawSocket slow(m_port);
        slow.setStuck(true);
        slow.send("GET /huge HTTP/1.1\r\nHost: x\r\n\r\n");
        std::optional<RawSocket::Reply> reply;
        for (int i = 0; i < 600 && !reply; ++i) {
            QTest::qWait(100);
            slow.setStuck(false);
            QTest::qWait(1);
            slow.setStuck(true);
            reply = slow.takeReply();
        }
        QVERIFY(reply);
        QCOMPARE(reply->body.size(), m_huge.size());
    }
};

QTEST_GUILESS_MAIN(TestListenerPatience)
#include "tst_listenerpatience.moc"
