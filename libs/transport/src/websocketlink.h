// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deletelater.h"

#include <transport/link.h>

#include <QWebSocket>

namespace saji {

//! The dialing end of a native link over an open QWebSocket.
class WebSocketLink final : public Link, public std::enable_shared_from_this<WebSocketLink>
{
public:
    WebSocketLink(LaterPtr<QWebSocket> socket, QString peerName);
    ~WebSocketLink() override;

    LinkKind kind() const override { return LinkKind::WebSocket; }
    QString peerName() const override { return m_peerName; }
    bool isOpen() const override { return m_socket != nullptr; }
    void send(const QByteArray &frame) override;
    void close(const CloseReason &reason) override;
    qint64 backlog() const override;

private:
    void finish(const CloseReason &reason);
    CloseReason reasonOfSocket() const;

    LaterPtr<QWebSocket> m_socket;
    QString m_peerName;
    bool m_broken = false; //!< the socket has failed, so what it says of a close code is not the peer's word
};

} // namespace saji
