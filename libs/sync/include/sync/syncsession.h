// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <base/scheduler.h>
#include <store/eventlog.h>
#include <sync/fallbackpolicy.h>
#include <sync/frames.h>
#include <transport/link.h>

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace saji {

//! What every session of one node shares.
struct SyncContext
{
    EventLog &log;
    CatalogStore &catalog;
    const Clock &clock;
    Scheduler &scheduler;
    Random &random;
    quint64 instance = 0;               //!< random per process start
    //! This node's status for a neighbour of that kind, at most 16 KiB (may be empty); sent when it has changed.
    std::function<QByteArray(NodeKind audience)> report;
    std::function<std::optional<BoardDigest>()> board = {}; //!< goes with every ping; nothing while this node has not folded all it has
};

//! Keeps one log and one peer's log equal for the life of one link.
//!
//! Never restarted: when the link closes, its owner drops the session and makes another. So there is no state to reset, and none
//! to forget. A frame that is not ours closes the link with a reason in words; nothing else is touched.
//!
//! Events go to the peer at once when they are our own, or when this node is a hub or a server. Any other node waits a moment before
//! it forwards events of others, and then sends only what the peer's own vector still lacks. Nothing goes back to where it came from.
//!
//! Lives on the thread of the log. A store that is empty on either side (a server without a menu) is refused with WrongStore and words; the peer tries again.
class SyncSession : public QObject
{
    Q_OBJECT

public:
    //! Says hello at once. `reach` sets the pace of the pings; both ends use the slower pace of the two.
    SyncSession(const SyncContext &context, std::shared_ptr<Link> link, QObject *parent = nullptr, Reach reach = Reach::Lan);
    ~SyncSession() override;

    //! Nothing until the peer has said hello.
    const std::optional<HelloFrame> &peer() const;
    //! What the peer is known to have: its acknowledgement.
    const VersionVector &peerHas() const;
    LinkKind linkKind() const;
    //! On Clock::steadyNow(); when the last frame came in.
    Milliseconds lastHeard() const;
    //! When one of our pings was last answered (at first, when they began): the peer hears us.
    Milliseconds lastAnswered() const;
    Milliseconds roundTrip() const; //!< of the last ping; 0 = none yet
    CatalogVersion peerCatalog() const;
    Milliseconds pingEvery() const; //!< as both have agreed; 0 before the peer has said hello
    Milliseconds pollEvery() const; //!< 0 = its link need not ask
    quint64 framesIn() const;
    quint64 framesOut() const;
    void close(const CloseReason &reason);
    //! Tells the peer of our new catalog version.
    void announceCatalog();

signals:
    void identified(const saji::HelloFrame &peer);
    void peerProgressed(const saji::VersionVector &has);
    void peerCatalogChanged(const saji::CatalogVersion &catalog);
    void reported(const QByteArray &report);
    void boardHeard(const saji::BoardDigest &digest);
    void heard();
    //! The peer knows more of our own origin than we do: this device was restored from a backup. The log has gone on under a new
    //! epoch (EventLog::adoptOwnPast), every session of this node ends, and the lost events come back with the next ones.
    void ownPastMissing(quint64 peerKnowsUpTo);
    //! Once: the peer has no more of our own origin than we have, and the same.
    void ownPastConfirmed();
    //! Once, as the last signal.
    void ended(const saji::CloseReason &reason);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
