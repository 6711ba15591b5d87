// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peerplan.h"
#include "redialpace.h"

#include <engine/node.h>
#include <sync/sessionhost.h>

#include <functional>
#include <map>

namespace saji {

class SyncMonitor;

//! Finds server, hub and the other devices of the store, and keeps the links to them that are needed (PeerPlan).
//!
//! While this device hears a hub it keeps to the star. When the hub is gone or silent it links directly with everybody who is there,
//! within 3 s and without asking anybody; when a hub is back for a while, what is not needed any more ends (CloseCode::NotNeeded).
//! Lives on the thread of the log.
class PeerLinks : public QObject
{
    Q_OBJECT

public:
    struct Rooms
    {
        const SyncContext &context;
        SessionHost &host;
        SyncMonitor &monitor;
        World &world;
        std::function<QList<SyncSession *>()> typedSessions; //!< those of ways whose addresses were typed
    };

    PeerLinks(const Rooms &rooms, const NodeOptions &options, QObject *parent = nullptr);
    ~PeerLinks() override;

    //! Announces that others can dial us there, and looks for them.
    void start(quint16 port, bool isTls);

    //! Live ones to nodes that were found.
    QList<SyncSession *> sessions() const;
    //! The found server's, else the found hub's; null = none was found.
    const LinkKeeper *wayUp() const;
    //! Where a device was last seen; empty = it was not.
    QUrl urlOf(const DeviceId &device) const;

signals:
    void sessionOpened(saji::SyncSession *session);
    //! It is known where a device is.
    void located(const saji::DeviceId &device);
    //! A server or a hub is there, or has moved.
    void found(saji::NodeKind kind, const QUrl &url);

private:
    struct Seen
    {
        explicit Seen(Random &random) : pace(random) {}

        QUrl url;
        PeerPlan::Peer peer;
        std::optional<Milliseconds> lostAt; //!< nullopt = it is there
        std::optional<Milliseconds> leftToThemSince; //!< it should dial us
        RedialPace pace;
    };
    struct Way
    {
        QUrl url;
        NodeKind kind;
        std::unique_ptr<LinkKeeper> keeper;
    };

    void onSeen(const Sighting &device);
    void onLost(const DeviceId &device);
    void lookSoon();
    void look();
    void lookForHub();
    bool isFresh(const SyncSession &session) const;
    bool isHubSteady() const;
    bool mayMesh() const;
    void announce();
    void followPlan(const QHash<DeviceId, PeerPlan::Want> &plan);
    void follow(const DeviceId &device, Seen &seen, PeerPlan::Want want);
    bool settlePair(const DeviceId &device);
    void open(const DeviceId &device, const Seen &seen);
    void drop(const DeviceId &device, const CloseReason &reason);
    void dropUnneeded(const QHash<DeviceId, PeerPlan::Want> &plan);
    void forgetLost();
    Milliseconds now() const { return m_rooms.world.clock.steadyNow(); }

    Rooms m_rooms;
    const NodeOptions m_options;
    const Identity m_identity;
    Announcement m_self;
    std::unique_ptr<Discovery> m_discovery;
    QHash<DeviceId, Seen> m_seen;
    std::map<DeviceId, Way> m_ways;
    Timer m_tick;
    Timer m_soon;
    Milliseconds m_startedAt{0};
    Milliseconds m_hubChangedAt{0};
    Milliseconds m_calmFor; //!< how long a hub must be back before the mesh goes
    bool m_isHubLinked = false; //!< a link to one is open, heard or not
};

} // namespace saji
