// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <engine/node.h>
#include <gateway/hubbridge.h>

namespace saji {

//! Lets a device without web clients of its own, a kiosk or a kitchen, stand at a Socket.IO hub that was there before.
//!
//! It says there what is placed and cooked on this device alone, because the other devices of the restaurant may stand there as well. A
//! kitchen hears there the orders and steps of its outlet; a kiosk the steps of its own orders. Lives on the node's thread; let it go
//! before the node.
class HubClient : public QObject
{
    Q_OBJECT

public:
    //! Reads the log once, and dials. Io, Corrupt: the log.
    [[nodiscard]] static Result<std::unique_ptr<QObject>> open(Node &node, World &world, const QUrl &hub);

private:
    HubClient(Node &node, World &world, const QUrl &hub);

    WebBook m_book;
    WebDesk m_desk;
    HubBridge m_bridge;
};

//! For EngineThread: the device stands at that hub as long as its node lives.
[[nodiscard]] EngineThread::Companion standAtHub(const QUrl &hub);

} // namespace saji
