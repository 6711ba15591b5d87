// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <engine/node.h>
#include <services/syncservice.h>
#include <sync/linkkeeper.h>
#include <sync/sessionhost.h>

#include <memory>

namespace saji {

class DayBook;

//! Where a way leads, for words about why it is closed.
struct WayPlace
{
    Reach reach = Reach::Lan;
    bool isHere = false; //!< on this very machine
};

//! How this node stands with all others: its own ways out, who has dialled it, and whom its neighbours hear. No telemetry of its own:
//! lag is the difference of two version vectors, and the rest rides on pings.
class SyncMonitor final : public SyncService
{
    Q_OBJECT

public:
    struct Rooms
    {
        EventLog &log;
        const CatalogStore &catalog;
        const DayBook &days;
        const Clock &clock;
        Scheduler &scheduler;
        std::function<QDate()> today; //!< the business day now
        std::function<StorageStatus()> storage; //!< of this device's disk
        std::function<bool()> hasNetwork = {}; //!< World::hasNetwork
        std::function<bool(const DeviceId &)> boardDiffers = {}; //!< BoardWatch::differs
        std::function<std::optional<Removal>(const DeviceId &)> removal = {}; //!< Trust::revocation; none = nobody is revoked
        std::function<quint64()> soldOut = {}; //!< soldOutDigest() of what this device does not sell; none = it does not say
    };

    SyncMonitor(const Rooms &rooms, const NodeOptions &options, QObject *parent = nullptr);
    ~SyncMonitor() override;

    //! Ways and host are watched from now on; they must live as long as this, or be removed.
    void addWay(PeerRole role, LinkKeeper &keeper, const WayPlace &place = {});
    void removeWay(LinkKeeper &keeper);
    void setHost(SessionHost &host);
    //! Begins to tell the time-dependent part every second.
    void start();

    void syncNow() override;
    void announce() override;

    [[nodiscard]] SyncStatus status() const;
    //! What the server has, as far as anybody has told this node.
    [[nodiscard]] VersionVector serverHas() const;
    //! The disk has something to say.
    void storageChanged() { tellSoon(); }
    void boardsChanged() { tellSoon(); }
    //! This node's status for a neighbour (SyncContext::report): everything for hub, server and panel; between two devices what the other one
    //! acts upon.
    [[nodiscard]] QByteArray report(NodeKind audience) const;

signals:
    //! "Sync now": what else can be asked should be.
    void syncAsked();
    //! A neighbour knows more of what the server has.
    void serverHasHeard(const saji::VersionVector &has);
    //! What a neighbour's ping says of its board.
    void boardHeard(const saji::DeviceId &peer, const QString &name, const saji::BoardDigest &digest);

private:
    void tellSoon();
    void tell();
    void tick();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
