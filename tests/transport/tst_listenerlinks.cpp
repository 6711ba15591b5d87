// SPDX-License-Identifier: GPL-3.0-or-later
#include "limitscase.h"

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

namespace {

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
        const auto whole = maskedFrame(Link::maxFrameBytes, Link::maxFrameBytes);
        auto left = upgradeToSync;
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

//! What a peer may not do with its link.
class TestListenerLinks : public LimitsCase
{
    Q_OBJECT

private slots:
    void framesAreLimited_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::newRow("oversize") << maskedFrame(Link::maxFrameBytes + 1, 300'000) << 1009;
        QTest::newRow("100 MB announced") << maskedFrame(100'000'000, 100) << 1009;
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
        raw.send(upgradeToSync + bytes);
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
        raw.send(upgradeToSync);
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
        raw.send(upgradeToSync);
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
        raw.send(upgradeToSync);
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
        raw.send(upgradeToSync);
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
};

QTEST_GUILESS_MAIN(TestListenerLinks)
#include "tst_listenerlinks.moc"
