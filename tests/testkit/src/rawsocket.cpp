// SPDX-License-Identifier: GPL-3.0-or-later
#include <testkit/rawsocket.h>

#include <QEventLoop>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

namespace saji {

RawSocket::RawSocket(quint16 port) : m_socket(std::make_unique<QTcpSocket>())
{
    m_socket->setProxy(QNetworkProxy::NoProxy);
    QObject::connect(m_socket.get(), &QTcpSocket::readyRead, m_socket.get(), [this] { read(); });
    m_socket->connectToHost(QStringLiteral("127.0.0.1"), port);
}

RawSocket::~RawSocket()
{
    m_socket->disconnect();
}

void RawSocket::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
}

void RawSocket::finish()
{
    m_socket->flush();
    ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
}

void RawSocket::reset()
{
    const linger atOnce{1, 0};
    ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    m_socket->abort();
}

void RawSocket::setStuck(bool stuck)
{
    m_isStuck = stuck;
    // The kernel's buffer fills as well when Qt stops reading.
    m_socket->setReadBufferSize(stuck ? 1 : 0);
    read();
}

bool RawSocket::isConnected() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

bool RawSocket::isClosed() const
{
    return m_socket->state() == QAbstractSocket::UnconnectedState;
}

void RawSocket::read()
{
    if (!m_isStuck)
        m_received += m_socket->readAll();
}

std::optional<RawSocket::Reply> RawSocket::takeReply(bool isBodiless)
{
    const auto headEnd = m_received.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return {};
    Reply reply;
    auto lines = m_received.first(headEnd).split('\n');
    reply.status = lines.takeFirst().split(' ').value(1).toInt();
    for (const auto &line : lines) {
        const auto colon = line.indexOf(':');
        reply.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const auto length = isBodiless ? 0 : reply.headers.value("content-length").toLongLong();
    if (m_received.size() < headEnd + 4 + length)
        return {};
    reply.body = m_received.mid(headEnd + 4, length);
    m_received.remove(0, headEnd + 4 + length);
    return reply;
}

bool RawSocket::waitForMore(Milliseconds limit)
{
    // Not QTest's waiting, which sleeps 10 ms between its looks.
    const auto before = m_received.size();
    QEventLoop loop;
    QObject::connect(m_socket.get(), &QTcpSocket::readyRead, &loop, &QEventLoop::quit);
    QObject::connect(m_socket.get(), &QTcpSocket::disconnected, &loop, &QEventLoop::quit);
    QObject::connect(m_socket.get(), &QTcpSocket::errorOccurred, &loop, &QEventLoop::quit);
    QTimer::singleShot(limit, &loop, &QEventLoop::quit);
    loop.exec();
    return m_received.size() > before;
}

RawSocket::Reply RawSocket::waitForReply(bool isBodiless)
{
    for (;;) {
        if (auto reply = takeReply(isBodiless))
            return *reply;
        if (isClosed() || !waitForMore())
            return takeReply(isBodiless).value_or(Reply{});
    }
}

} // namespace saji
