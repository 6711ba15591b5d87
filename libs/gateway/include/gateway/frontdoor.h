// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gateway/nodewatch.h>
#include <gateway/router.h>
#include <transport/listener.h>

#include <QObject>

#include <memory>

namespace saji {

//! What every listening node answers by plain HTTP: a word for people on `/`, health, the catalog, metrics.
void addNodeRoutes(Router &router, Node &node, const NodeWatch &watch);

//! The door of a node that others dial: one port for native links, health, catalog and metrics.
//!
//! Lives on the node's thread. Destroying it tells every linked device that this node is going away.
class FrontDoor : public QObject
{
    Q_OBJECT

public:
    FrontDoor(Node &node, const Clock &clock, QObject *parent = nullptr);
    ~FrontDoor() override;

    //! For further contracts; add before open().
    Router &router() { return m_router; }
    Listener &listener() { return m_listener; }
    //! Of a paired node, as Listener::setTrust. Before open().
    void setTrust(const std::shared_ptr<const Trust> &trust, bool plainHttp);
    NodeWatch &watch() { return m_watch; }
    //! Busy = the port is in use. The answer has the real port, and the node announces it when it starts.
    [[nodiscard]] Result<ListenAddress> open(const ListenAddress &address);
    void close();
    const NodeWatch &watch() const { return m_watch; }

private:
    Node &m_node;
    NodeWatch m_watch;
    Router m_router;
    Listener m_listener;
    bool m_isTls = false;
};

} // namespace saji
