// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transport/listener.h>

namespace saji {

class Node;

//! The door of a kiosk, a kitchen or a panel: other devices link with it when there is no hub, and take its menu.
//!
//! Lives on the node's thread, and must go before the node. Destroying it tells every linked device that this one is going away.
class DeviceDoor : public QObject
{
    Q_OBJECT

public:
    //! `trust` null = the device is not paired.
    DeviceDoor(Node &node, const std::shared_ptr<const Trust> &trust, QObject *parent = nullptr);
    ~DeviceDoor() override;

    //! The answer has the real port; the node then knows it too.
    [[nodiscard]] Result<ListenAddress> open(const ListenAddress &address);

private:
    Node &m_node;
    Listener m_listener;
    bool m_isTls;
};

} // namespace saji
