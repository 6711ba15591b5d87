// SPDX-License-Identifier: GPL-3.0-or-later
#include "limitscase.h"

#include <base/random.h>

#include <QTest>

using namespace saji;

//! What a request may not be, how many there may be, and that who breaks a limit harms nobody else.
class TestListenerLimits : public LimitsCase
{
    Q_OBJECT

private slots:
    void bodiesAreLimited_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("announced") << QByteArray("Content-Length: 2097152\r\n\r\n");
        QTest::newRow("announced and waiting") << QByteArray("Expect: 100-continue\r\nContent-Length: 2097152\r\n\r\n");
        QTest::newRow("huge") << QByteArray("Content-Length: 18446744073709551615\r\n\r\n");
        QTest::newRow("one chunk") << QByteArray("Transfer-Encoding: chunked\r\n\r\n200000\r\n");
    }

    void bodiesAreLimited()
    {
        QFETCH(QByteArray, head);
        listen({});
        RawSocket raw(m_port);
        raw.send("POST / HTTP/1.1\r\nHost: x\r\n" + head);
        if (!head.contains("Expect"))
            raw.send(QByteArray(2 * 1024 * 1024, 'x'));
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply)); // although it was still sending
        QCOMPARE(reply.status, 413);
        QVERIFY(reply.body.contains("\"code\":\"body_too_large\""));
        QCOMPARE(reply.headers.value("connection"), QByteArray("close"));
        QTRY_VERIFY(raw.isClosed());
        QCOMPARE(m_requests, 0);
        QVERIFY(stillServes());
    }

    void manySmallChunksAreLimitedToo()
    {
        listen({});
        RawSocket raw(m_port);
        raw.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        raw.send(QByteArray("8\r\nxxxxxxxx\r\n").repeated(150'000));
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.status, 413);
    }

    void aBodyOfExactlyTheLimitPasses()
    {
        listen({});
        RawSocket raw(m_port);
        raw.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1048576\r\n\r\n" + QByteArray(1024 * 1024, 'x'));
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, QByteArray("1048576"));
    }

    void headersAreLimited_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("one long header") << "GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + QByteArray(20'000, 'x') + "\r\n\r\n";
        QTest::newRow("many headers") << "GET / HTTP/1.1\r\nHost: x\r\n" + QByteArray("X-More: y\r\n").repeated(2'000) + "\r\n";
        QTest::newRow("long target") << "GET /" + QByteArray(20'000, 'x') + " HTTP/1.1\r\nHost: x\r\n\r\n";
        QTest::newRow("a header that never ends") << "GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + QByteArray(200'000, 'x');
        QTest::newRow("a method that never ends") << QByteArray(200'000, 'G');
    }

    void headersAreLimited()
    {
        QFETCH(QByteArray, bytes);
        listen({});
        RawSocket raw(m_port);
        raw.send(bytes);
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.status, 431);
        QVERIFY(reply.body.contains("\"code\":\"headers_too_large\""));
        QTRY_VERIFY(raw.isClosed());
        QVERIFY(stillServes());
    }

    void whatIsNotHttpIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("words") << QByteArray("hello there\r\n\r\n");
        QTest::newRow("no version") << QByteArray("GET /\r\n\r\n");
        QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        QTest::newRow("TLS hello") << QByteArray::fromHex("16030100b8010000b40303") + QByteArray(200, '\x7f') + "\r\n\r\n";
        QTest::newRow("header without a colon") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n");
        QTest::newRow("space before the colon") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nX : y\r\n\r\n");
        QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QTest::newRow("two hosts") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        QTest::newRow("negative length") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n");
        QTest::newRow("length beyond 64 bits") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n");
        QTest::newRow("two lengths") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx");
        QTest::newRow("length and chunks") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        QTest::newRow("chunks and length") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
        QTest::newRow("chunk length that is none") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n");
        QTest::newRow("chunk length beyond 64 bits") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nx\r\n");
        QTest::newRow("target that is none") << QByteArray("GET mailto:x HTTP/1.1\r\nHost: x\r\n\r\n");
        QTest::newRow("bare line feeds") << QByteArray("GET / HTTP/1.1\nHost: x\n\n\r\n\r\n");
    }

    void whatIsNotHttpIsRefused()
    {
        QFETCH(QByteArray, bytes);
        listen({});
        RawSocket raw(m_port);
        raw.send(bytes);
        RawSocket::Reply reply;
        QVERIFY(take(raw, reply));
        QCOMPARE(reply.status, 400);
        QVERIFY(reply.body.startsWith("{\"error\":{\"code\":\"malformed\""));
        QTRY_VERIFY(raw.isClosed());
        QCOMPARE(m_requests, 0);
        QVERIFY(stillServes());
    }

    void noRequestCanHideInsideAnother()
    {
        // The second request is the body of the first, whatever its length says to a careless reader.
        listen({});
        const QByteArray hidden = "GET /hidden HTTP/1.1\r\nHost: x\r\n\r\n";
        RawSocket raw(m_port);
        raw.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9223372036854775808\r\n\r\n" + hidden);
        raw.send(hidden);
        QTRY_VERIFY(raw.isClosed());
        QCOMPARE(raw.received().count("HTTP/1.1 "), 1);
        QCOMPARE(m_requests, 0);
    }

    void randomBytesHarmNobody()
    {
        listen({});
        SeededRandom random(7);
        for (int i = 0; i < 200; ++i) {
            QByteArray bytes;
            for (quint64 n = random.below(3000); n > 0; --n)
                bytes.append(char(random.next()));
            if (i % 3 == 0)
                bytes.prepend("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            if (i % 3 == 1)
                bytes.prepend(upgradeToSync);
            RawSocket raw(m_port);
            raw.send(bytes);
            if (i % 20 == 0)
                QVERIFY(stillServes());
            else
                QTest::qWait(0);
            if (i % 2 == 0)
                raw.reset();
        }
        QVERIFY(stillServes());
    }

    void connectionsAreLimited_data()
    {
        QTest::addColumn<bool>("perAddress");
        QTest::newRow("in all") << false;
        QTest::newRow("per address") << true;
    }

    void connectionsAreLimited()
    {
        QFETCH(bool, perAddress);
        ListenOptions options;
        (perAddress ? options.maxConnectionsPerAddress : options.maxConnections) = 10;
        listen(options);
        std::vector<std::unique_ptr<RawSocket>> clients;
        for (int i = 0; i < 10; ++i) {
            clients.push_back(std::make_unique<RawSocket>(m_port));
            clients.back()->send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            QCOMPARE(clients.back()->waitForReply().status, 200);
        }
        RawSocket extra(m_port);
        RawSocket::Reply reply;
        QVERIFY(take(extra, reply));
        QCOMPARE(reply.status, 503);
        QVERIFY(reply.headers.contains("retry-after"));
        QVERIFY(reply.body.contains("\"code\":\"busy\""));
        QTRY_VERIFY(extra.isClosed());
        clients.front().reset();
        QVERIFY(QTest::qWaitFor([this] { return stillServes(); })); // each look makes a connection of its own
        clients.back()->send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(take(*clients.back(), reply));
        QCOMPARE(reply.status, 200);
    }

    void whatIsBeingReceivedTogetherIsLimited()
    {
        ListenOptions options;
        options.maxBufferedBytes = 3'000'000;
        listen(options);
        std::vector<std::unique_ptr<RawSocket>> senders;
        for (int i = 0; i < 5; ++i) {
            senders.push_back(std::make_unique<RawSocket>(m_port));
            senders.back()->send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
        }
        const auto refused = [&] {
            return std::ranges::count_if(senders, [](const auto &s) { return s->received().startsWith("HTTP/1.1 503 "); });
        };
        QTRY_COMPARE(refused(), 2);
        QVERIFY(stillServes()); // small requests need no room
        for (const auto &sender : senders)
            sender->send(QByteArray(1'000'000, 'x'));
        const auto served = [&] {
            return std::ranges::count_if(senders, [](const auto &s) { return s->received().startsWith("HTTP/1.1 200 "); });
        };
        QTRY_COMPARE(served(), 3);
        RawSocket after(m_port); // what was held has been given back
        after.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n" + QByteArray(1'000'000, 'x'));
        RawSocket::Reply reply;
        QVERIFY(take(after, reply));
        QCOMPARE(reply.status, 200);
    }

    void hundredsOfConnectionsThatComeAndGoLeaveNothingBehind()
    {
        ListenOptions options;
        options.maxConnections = 20;
        listen(options);
        for (int i = 0; i < 400; ++i) {
            RawSocket raw(m_port);
            raw.send(i % 2 ? upgradeToSync : QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
            QVERIFY(raw.waitForMore());
            QVERIFY2(!raw.received().startsWith("HTTP/1.1 503 "), qPrintable(QString::number(i)));
            m_links.clear();
            raw.reset();
            if (i % 8 == 0)
                QTest::qWait(5); // the listener hears of the resets
        }
    }
};

QTEST_GUILESS_MAIN(TestListenerLimits)
#include "tst_listenerlimits.moc"
