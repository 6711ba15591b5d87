// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sync/linkmode.h>
#include <sync/syncsession.h>

#include <QList>
#include <QObject>

#include <memory>
#include <optional>

namespace saji {

//! What a listening node knows of one device that has dialled it; a value for status panels. Steady times are Clock::steadyNow().
//! It stays after the link has gone: a device that is away is what a panel must show.
struct PeerEntry
{
    HelloFrame hello; //!< the last one
    LinkMode mode = LinkMode::Disconnected;
    std::optional<Milliseconds> connectedSince;
    std::optional<Milliseconds> disconnectedSince;
    Milliseconds lastHeard{0};
    Milliseconds roundTrip{0}; //!< 0 = none measured yet
    VersionVector has;
    CatalogVersion catalog;
    QByteArray report; //!< the last one; empty = none yet
    Milliseconds reportedAt{0};
    std::optional<CloseReason> lastClose; //!< why the last link ended
};

//! Answers the door of a listening node: owns the session of every link that others have opened, one per device.
//!
//! A newer link of a device supersedes its older one once it has said hello (CloseCode::Superseded), so a half-open link never keeps
//! a device out, and a device that comes back by WebSocket drops its polling link. A device whose last link ended because another one
//! does (Superseded, NotNeeded) is forgotten: it is not away. Lives on the thread of the log.
class SessionHost : public QObject
{
    Q_OBJECT

public:
    explicit SessionHost(const SyncContext &context, QObject *parent = nullptr);
    ~SessionHost() override;

    //! Takes a link over (connect Listener::linked to it). Beyond the limit of sessions it is closed at once, with words.
    void accept(const std::shared_ptr<saji::Link> &link);
    //! Tells every peer of our new catalog version.
    void announceCatalog();
    //! Ends all sessions; links that come later are served again.
    void closeAll(const CloseReason &reason);

    //! Forgets a device that has no session here, because it is linked in another way: by the link that we had dialled,
    //! and do not need any more.
    void forget(const DeviceId &device);

    //! Every device that has said hello since the start, by name; the values are as of now.
    QList<PeerEntry> peers() const;
    std::optional<PeerEntry> peer(const DeviceId &device) const;
    //! The live session of a device, or null.
    SyncSession *session(const DeviceId &device) const;
    int liveCount() const; //!< identified sessions

signals:
    //! Somebody came, went, or changed its mode. (Times and round trips tick without a signal.)
    void peersChanged();
    void identified(const saji::HelloFrame &peer);
    void peerProgressed(const saji::Origin &peer, const saji::VersionVector &has);
    void peerCatalogChanged(const saji::Origin &peer, const saji::CatalogVersion &catalog);
    void reported(const saji::Origin &peer, const QByteArray &report);
    void boardHeard(const saji::Origin &peer, const saji::BoardDigest &digest);
    //! A link ended before its peer was let in, or broke the rules: who, and why, for logs and panels.
    void turnedAway(const QString &peerName, const saji::CloseReason &reason);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
