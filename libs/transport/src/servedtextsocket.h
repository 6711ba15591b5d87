// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "iothread.h"

#include <transport/textsocket.h>

namespace saji {

//! A text WebSocket on the owner's thread; its socket lives on the I/O thread, which also counts what waits.
class ServedTextSocket final : public TextSocket, public std::enable_shared_from_this<ServedTextSocket>
{
public:
    ServedTextSocket(const std::shared_ptr<IoThread> &io, ConnectionId id, QString peerName)
        : m_io(io), m_id(id), m_peerName(std::move(peerName))
    {
    }
    ~ServedTextSocket() override;

    QString peerName() const override { return m_peerName; }
    bool isOpen() const override { return m_open; }
    void send(const QByteArrayList &messages) override;
    void close(const CloseReason &reason) override;

    ConnectionId id() const { return m_id; }
    std::shared_ptr<IoThread> io() const { return m_io.lock(); }

    // What the I/O thread has to say.
    void deliver(const QByteArrayList &messages, int binaries);
    void finish(const CloseReason &reason);

private:
    std::weak_ptr<IoThread> m_io;
    ConnectionId m_id;
    QString m_peerName;
    bool m_open = true;
};

} // namespace saji
