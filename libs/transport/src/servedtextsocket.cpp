// SPDX-License-Identifier: GPL-3.0-or-later
#include "servedtextsocket.h"

#include "websocketframes.h"

namespace saji {
namespace {

//! The messages as they go over the wire, one frame after the other.
QByteArray framed(const QByteArrayList &messages)
{
    QByteArray frames;
    for (const auto &message : messages)
        frames += webSocketHeader(WebSocketOpcode::Text, message.size()) + message;
    return frames;
}

} // namespace

void TextSocket::sendToAll(const QList<std::shared_ptr<TextSocket>> &sockets, const QByteArrayList &messages)
{
    std::shared_ptr<IoThread> io;
    std::vector<ConnectionId> ids;
    ids.reserve(size_t(sockets.size()));
    for (const auto &socket : sockets) {
        const auto *served = dynamic_cast<const ServedTextSocket *>(socket.get());
        const auto itsIo = served && served->isOpen() ? served->io() : nullptr;
        if (itsIo && (!io || itsIo == io)) {
            io = itsIo;
            ids.push_back(served->id());
        } else {
            socket->send(messages);
        }
    }
    if (io)
        io->sendToAll(std::move(ids), framed(messages));
}

ServedTextSocket::~ServedTextSocket()
{
    const auto io = m_io.lock();
    if (m_open && io)
        io->close(m_id, {CloseCode::GoingAway, {}});
}

void ServedTextSocket::send(const QByteArrayList &messages)
{
    const auto io = m_io.lock();
    if (m_open && io && !messages.isEmpty())
        io->sendToAll({m_id}, framed(messages));
}

void ServedTextSocket::close(const CloseReason &reason)
{
    if (!m_open)
        return;
    if (const auto io = m_io.lock())
        io->close(m_id, reason);
    finish(reason);
}

void ServedTextSocket::deliver(const QByteArrayList &messages, int binaries)
{
    const auto self = shared_from_this(); // a slot may drop the last reference to us
    for (const auto &message : messages) {
        if (!m_open)
            return;
        emit received(message);
    }
    for (int i = 0; i < binaries && m_open; ++i)
        emit receivedBinary();
    if (const auto io = m_io.lock(); io && m_open)
        io->readOn(m_id);
}

void ServedTextSocket::finish(const CloseReason &reason)
{
    const auto self = shared_from_this();
    if (std::exchange(m_open, false))
        emit closed(reason);
}

} // namespace saji
