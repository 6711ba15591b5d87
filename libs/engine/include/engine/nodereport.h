// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <services/syncservice.h>
#include <store/versionvector.h>

namespace saji {

//! What a node tells its neighbours with its pings: about itself, and about the devices it hears itself. So a panel that is connected
//! to one node sees all of them.
//!
//! It changes only when there is news: a session sends it again when its bytes differ.
struct NodeReport
{
    struct Device
    {
        PeerRole role = PeerRole::Kiosk;
        QString id;
        QString name;
        QString station;
        QString appVersion;
        qint64 catalogVersion = 0;
        std::optional<quint64> pending;
        std::optional<Milliseconds> oldestPendingAge;
        std::optional<quint64> ordersToday;
        std::optional<StorageState> storage{};
        std::optional<qint64> freeBytes{}; //!< in steps, or every ping would carry a new report
        bool healed = false;
        std::optional<quint64> soldOut = {}; //!< soldOutDigest() of what it has stopped selling
    };
    struct Neighbour
    {
        Device device;
        SyncMode mode = SyncMode::Disconnected;
        SyncCause cause = SyncCause::None;
        //! nullopt = live: heard as its link is meant to be. Otherwise how long ago, when the report was made.
        std::optional<Milliseconds> silentFor;
        std::optional<Milliseconds> disconnectedFor;
        Milliseconds pingEvery{1000}; //!< how often a sign of life of it is due there
        bool boardDiffers = false; //!< it knows what this node knows, and shows another board
    };

    Device self;
    QList<Neighbour> neighbours;
    VersionVector serverHas; //!< as far as this node knows: the server's acknowledgement for those who cannot hear it

    //! At most as large as a ping may carry; neighbours that do not fit are left out, the last first.
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static Result<NodeReport> fromBytes(const QByteArray &bytes);
};

} // namespace saji
