// SPDX-License-Identifier: GPL-3.0-or-later
#include "websocketlink.h"

#include "closewords.h"
#include "log.h"
#include "tuning.h"

#include <QTimer>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! Lets the close frame and what was sent before it leave, without us; a peer that takes nothing gets no second chance.
void sayFarewell(LaterPtr<QWebSocket> socket, const CloseReason &reason)
{
    auto *leaving = socket.release();
    leaving->disconnect();
    QObject::connect(leaving, &QWebSocket::disconnected, leaving, &QObject::deleteLater);
    QTimer::singleShot(tuning::farewell, leaving, [leaving] {
        leaving->abort();
        leaving->deleteLater();
    });
    leaving->close(QWebSocketProtocol::CloseCode(quint16(reason.code)), closeTextForWire(reason.text));
}

} // namespace

WebSocketLink::WebSocketLink(LaterPtr<QWebSocket> socket, QString peerName)
    : m_socket(std::move(socket)), m_peerName(std::move(peerName))
{
    auto *s = m_socket.get();
    connect(s, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &frame) {
        const auto self = shared_from_this();
        emit received(frame);
    });
    connect(s, &QWebSocket::textMessageReceived, this, [this] { close({CloseCode::Protocol, u"a text frame"_s}); });
    connect(s, &QWebSocket::bytesWritten, this, [this] {
        const auto self = shared_from_this();
        emit drained();
    });
    connect(s, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, [this] { m_broken = true; });
    // QWebSocket may say `disconnected` before the error that is the cause of it.
    connect(
        s, &QWebSocket::disconnected, this,
        [this] {
            if (m_socket)
                finish(reasonOfSocket());
        },
        Qt::QueuedConnection);
}

WebSocketLink::~WebSocketLink()
{
    if (m_socket)
        sayFarewell(std::move(m_socket), {CloseCode::GoingAway, {}});
}

void WebSocketLink::send(const QByteArray &frame)
{
    if (m_socket)
        m_socket->sendBinaryMessage(frame);
}

void WebSocketLink::close(const CloseReason &reason)
{
    if (!m_socket)
        return;
    sayFarewell(std::move(m_socket), reason);
    finish(reason);
}

qint64 WebSocketLink::backlog() const
{
    return m_socket ? m_socket->bytesToWrite() : 0;
}

CloseReason WebSocketLink::reasonOfSocket() const
{
    if (m_broken)
        return {CloseCode::Abnormal, m_socket->errorString()};
    return closeReasonFromWire(quint16(m_socket->closeCode()), m_socket->closeReason());
}

void WebSocketLink::finish(const CloseReason &reason)
{
    const auto self = shared_from_this(); // a slot may drop the last reference to us
    m_socket.reset();
    qCDebug(lcTransport).noquote() << "link to" << m_peerName << "closed:" << quint16(reason.code) << reason.text;
    emit closed(reason);
}

} // namespace saji
