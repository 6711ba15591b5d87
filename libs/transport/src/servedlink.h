// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "iothread.h"

#include <transport/link.h>

#include <functional>

namespace saji {

//! The answering end of a native WebSocket link, on the owner's thread; its socket lives on the I/O thread.
class ServedLink final : public Link, public std::enable_shared_from_this<ServedLink>
{
public:
    ServedLink(const std::shared_ptr<IoThread> &io, ConnectionId id, QString peerName, qint64 backlogLimit);
    ~ServedLink() override;

    LinkKind kind() const override { return LinkKind::WebSocket; }
    QString peerName() const override { return m_peerName; }
    bool isOpen() const override { return m_open; }
    void send(const QByteArray &frame) override;
    void close(const CloseReason &reason) override;
    qint64 backlog() const override { return m_open ? m_backlog : 0; }

    // What the I/O thread has to say.
    void deliver(const QByteArrayList &frames);
    void written(qint64 bytes);
    void finish(const CloseReason &reason);

private:
    std::weak_ptr<IoThread> m_io;
    ConnectionId m_id;
    QString m_peerName;
    qint64 m_backlogLimit;
    qint64 m_backlog = 0;
    bool m_open = true;
};

} // namespace saji
