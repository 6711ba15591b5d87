// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/random.h>
#include <testkit/rawsocket.h>
#include <transport/listener.h>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QtEndian>

#include <thread>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace saji;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QByteArray upgrade = "GET /sync HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

//! A binary frame with a mask of zeros, of which only `present` bytes follow.
QByteArray frame(quint64 length, qsizetype present)
{
    const auto big = qToBigEndian(length);
    return QByteArray::fromHex("82ff") + QByteArray(reinterpret_cast<const char *>(&big), sizeof big) + QByteArray(4, '\0') + QByteArray(present, 'x');
}

//! Opens a link with a socket of its own and sends frames until none has been taken for 300 ms; says how many bytes went.
qint64 sendUntilNobodyTakes(quint16 port, qint64 offered)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    qint64 taken = -1;
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) {
        const auto whole = frame(Link::maxFrameBytes, Link::maxFrameBytes);
        auto left = upgrade;
        taken = 0;
        pollfd ready{fd, POLLOUT, 0};
        while (taken < offered && ::poll(&ready, 1, 300) > 0) {
            const auto count = ::send(fd, left.constData(), size_t(left.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
            if (count <= 0)
                break;
            taken += count;
            left = count == left.size() ? whole : left.mid(count);
        }
    }
    ::close(fd);
    return taken;
}

} // namespace

//! What a client may not do, and that it harms nobody else.
class TestListenerLimits : public QObject
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        m_links.clear();
        m_held.clear();
        m_listener.reset();
    }

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
                bytes.prepend(upgrade);
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

    void framesAreLimited_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::newRow("oversize") << frame(Link::maxFrameBytes + 1, 300'000) << 1009;
        QTest::newRow("100 MB announced") << frame(100'000'000, 100) << 1009;
        QTest::newRow("not masked") << QByteArray::fromHex("8201") + "x" << 1002;
        QTest::newRow("text") << QByteArray::fromHex("818100000000") + "x" << 4000;
        QTest::newRow("nonsense") << QByteArray(1000, '\xff') << 1002;
    }

    void framesAreLimited()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        listen({});
        RawSocket raw(m_port);
        raw.send(upgrade + bytes);
        QTRY_VERIFY(raw.isClosed());
        const auto reply = raw.received();
        const auto closeFrame = reply.mid(reply.indexOf("\r\n\r\n") + 4);
        QCOMPARE(uchar(closeFrame[0]), uchar(0x88));
        QCOMPARE(qFromBigEndian<quint16>(closeFrame.constData() + 2), quint16(code));
        QTRY_COMPARE(m_closes.size(), 1);
        QVERIFY(m_closes[0].code == (code == 1009 ? CloseCode::TooLarge : CloseCode::Protocol));
        QCOMPARE(m_frames, 0);
        QVERIFY(stillServes());
    }

    void aFloodOfPingsQueuesNothing()
    {
        ListenOptions options;
        options.stalledReader = 500ms;
        listen(options);
        RawSocket raw(m_port);
        raw.setStuck(true);
        raw.send(upgrade);
        QTRY_COMPARE(m_links.size(), 1);
        const auto ping = QByteArray::fromHex("89fd00000000") + QByteArray(125, 'p');
        for (int i = 0; i < 100; ++i)
            raw.send(ping.repeated(1000));
        QVERIFY(stillServes());
        QVERIFY(m_links[0]->isOpen());
    }

    void aPeerThatTakesNoFramesIsCut()
    {
        ListenOptions options;
        options.linkBacklogBytes = 1'000'000;
        listen(options);
        RawSocket raw(m_port);
        raw.setStuck(true);
        raw.send(upgrade);
        QTRY_COMPARE(m_links.size(), 1);
        QSignalSpy closed(m_links[0].get(), &Link::closed);
        for (int i = 0; i < 1000 && m_links[0]->isOpen(); ++i) {
            m_links[0]->send(QByteArray(100'000, 'x'));
            QTest::qWait(1);
        }
        QCOMPARE(closed.size(), 1);
        QVERIFY(closed.at(0).at(0).value<CloseReason>().code == CloseCode::Abnormal);
        QVERIFY(m_links[0]->backlog() == 0);
        raw.setStuck(false);
        QTRY_VERIFY(raw.isClosed());
    }

    void aPeerThatIsStuckIsCutEvenWithASmallBacklog()
    {
        ListenOptions options;
        options.stalledReader = 300ms;
        options.linkBacklogBytes = 100'000'000;
        listen(options);
        RawSocket raw(m_port);
        raw.setStuck(true);
        raw.send(upgrade);
        QTRY_COMPARE(m_links.size(), 1);
        QSignalSpy closed(m_links[0].get(), &Link::closed);
        for (int i = 0; i < 200; ++i)
            m_links[0]->send(QByteArray(100'000, 'x'));
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(closed.at(0).at(0).value<CloseReason>().code == CloseCode::Abnormal);
    }

    void aSilentLinkIsPingedAndThenCut()
    {
        ListenOptions options;
        options.idle = 400ms;
        listen(options);
        RawSocket raw(m_port);
        raw.send(upgrade);
        QTRY_COMPARE(m_links.size(), 1);
        QSignalSpy closed(m_links[0].get(), &Link::closed);
        QTRY_VERIFY(raw.received().endsWith(QByteArray::fromHex("8900")));
        raw.send(QByteArray::fromHex("8a8000000000")); // alive
        (void)raw.takeAll();
        QTRY_VERIFY(raw.received().endsWith(QByteArray::fromHex("8900")));
        QCOMPARE(closed.size(), 0);
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(closed.at(0).at(0).value<CloseReason>().code == CloseCode::Abnormal);
        QTRY_VERIFY(raw.isClosed());
    }

    void aReceiverThatIsBusyIsNotFlooded()
    {
        // While the node is busy, frames wait at their sender, not in the node's memory: what it takes is what the kernel's buffers take.
        constexpr qint64 offered = 100'000'000;
        listen({});
        qint64 taken = 0;
        std::thread sender([this, &taken] { taken = sendUntilNobodyTakes(m_port, offered); });
        QTRY_COMPARE(m_links.size(), 1);
        sender.join(); // the event loop stands still meanwhile: this is the busy node
        QVERIFY2(taken > 0 && taken < offered / 3, qPrintable(QString::number(taken)));
        QTRY_VERIFY(m_frames > 0);
        QVERIFY(stillServes());
    }

    void hundredsOfConnectionsThatComeAndGoLeaveNothingBehind()
    {
        ListenOptions options;
        options.maxConnections = 20;
        listen(options);
        for (int i = 0; i < 400; ++i) {
            RawSocket raw(m_port);
            raw.send(i % 2 ? upgrade : QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
            QVERIFY(raw.waitForMore());
            QVERIFY2(!raw.received().startsWith("HTTP/1.1 503 "), qPrintable(QString::number(i)));
            m_links.clear();
            raw.reset();
            if (i % 8 == 0)
                QTest::qWait(5); // the listener hears of the resets
        }
    }

private:
    void listen(const ListenOptions &options)
    {
        m_requests = 0;
        m_frames = 0;
        m_closes.clear();
        m_huge = QByteArray(50'000'000, 'x');
        m_listener = std::make_unique<Listener>(options);
        m_listener->route(u"/"_s, [this](const HttpRequest &request, const HttpAnswer &answer) {
            if (request.path == "/alive"_L1) {
                answer({});
                return;
            }
            ++m_requests;
            if (request.path == "/held"_L1)
                m_held.append(answer);
            else if (request.path == "/huge"_L1)
                answer({200, "image/png", m_huge, {}});
            else
                answer({200, "text/plain", QByteArray::number(request.body.size()), {}});
        });
        connect(m_listener.get(), &Listener::linked, this, [this](const std::shared_ptr<Link> &link) {
            m_links.append(link);
            connect(link.get(), &Link::received, this, [this] { ++m_frames; });
            connect(link.get(), &Link::closed, this, [this](const CloseReason &reason) { m_closes.append(reason); });
        });
        const auto address = m_listener->listen({});
        QVERIFY(address.has_value());
        m_port = address->port;
    }

    bool stillServes() const
    {
        RawSocket raw(m_port);
        raw.send("GET /alive HTTP/1.1\r\nHost: x\r\n\r\n");
        RawSocket::Reply reply;
        return take(raw, reply) && reply.status == 200;
    }

    static bool take(RawSocket &raw, RawSocket::Reply &reply)
    {
        reply = raw.waitForReply();
        return reply.status != 0;
    }

    std::unique_ptr<Listener> m_listener;
    QList<std::shared_ptr<Link>> m_links;
    QList<HttpAnswer> m_held;
    QByteArray m_huge;
    QList<CloseReason> m_closes;
    int m_frames = 0;
    int m_requests = 0;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(TestListenerLimits)
#include "tst_listenerlimits.moc"
