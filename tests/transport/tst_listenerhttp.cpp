// SPDX-License-Identifier: GPL-3.0-or-later
#include "listenercase.h"

#include <QTest>

#include <zlib.h>

using namespace saji;

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

} // namespace

//! The words of HTTP that clients may use.
class TestListenerHttp : public ListenerCase
{
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(TestListenerHttp)
#include "tst_listenerhttp.moc"
