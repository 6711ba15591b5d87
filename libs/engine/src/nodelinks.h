// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <engine/node.h>
#include <engine/outboxdesk.h>
#include <sync/sessionhost.h>

#include <QSet>

#include <functional>
#include <vector>

namespace saji {

class BoardWatch;
class PeerLinks;
class SyncMonitor;

//! The ways of one node to all others: those whose addresses were typed, those that were found (PeerLinks), and the sessions of those who
//! have dialled it.
//!
//! Nothing dials before start(). Lives on the thread of the log.
class NodeLinks : public QObject
{
    Q_OBJECT

public:
    struct Rooms
    {
        EventLog &log;
        CatalogStore &catalog;
        SyncMonitor &monitor;
        const BoardWatch &boards;
        World &world;
    };

    NodeLinks(const Rooms &rooms, const NodeOptions &options, QObject *parent = nullptr);
    ~NodeLinks() override;

    //! Whether there is a server or a hub that would know more of this node's past than it does, if its disk is an old one.
    static bool isPastAskedFor(const NodeOptions &options, NodeKind kind);

    //! Where others reach this node. Who cannot be reached does not look for others either.
    void setDoor(quint16 port, bool isTls) { m_door = {port, isTls}; }
    void start();
    SessionHost &host() { return *m_host; }
    //! Somebody is linked who could hold a second copy of an order.
    bool hasCompany() const;
    //! How the tries to reach the server stand; without a way to one, those to the hub.
    OutboxDesk::Dialling dialling() const;
    //! Tells every peer of our new catalog version.
    void announceCatalog();
    //! Ends every session with these devices, whoever has dialled.
    void cut(const std::function<bool(const DeviceId &device)> &whom, const CloseReason &reason);

signals:
    //! A peer has said what it has on its disk.
    void progressed(const saji::HelloFrame &peer, const saji::VersionVector &has);
    //! A peer that we could pull from has this catalog. `url` is where, when its address was found and not typed.
    void catalogOffered(const saji::HelloFrame &peer, const saji::CatalogVersion &version, const QUrl &url);
    //! A device that has dialled us says that it has this catalog.
    void catalogHeard(const saji::CatalogVersion &version);
    //! A server or a hub was found on the network, or has moved.
    void found(saji::NodeKind kind, const QUrl &url);

private:
    struct Door
    {
        quint16 port = 0; //!< 0 = it has none
        bool isTls = false;
    };

    void followHost();
    void addWay(PeerRole role, const QUrl &url, Reach reach);
    void openPeers();
    void welcome(SyncSession *session);
    void pastConfirmedBy(NodeKind kind);
    void offerOf(const DeviceId &device);
    QUrl urlOf(const HelloFrame &peer) const;
    //! Of everybody whom we have dialled.
    QList<SyncSession *> sessions() const;
    QList<SyncSession *> typedSessions() const;

    Rooms m_rooms;
    NodeOptions m_options;
    SyncContext m_context;
    Door m_door;
    std::unique_ptr<SessionHost> m_host;
    std::vector<std::unique_ptr<LinkKeeper>> m_keepers; //!< typed ones, the server's first
    std::unique_ptr<PeerLinks> m_peers; //!< null = nobody is looked for
    QSet<NodeKind> m_pastConfirmedBy;
    bool m_isHubFound = false;
};

} // namespace saji
