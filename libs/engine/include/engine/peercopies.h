// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <services/orderservice.h>
#include <store/versionvector.h>

#include <QHash>

namespace saji {

//! Which other devices have said that they have which events on their disks. A peer's vector is its acknowledgement: it is told only
//! after the commit. Of this run of the program; what hub and server had before is in EventLog::remembered().
class PeerCopies
{
public:
    struct Peer
    {
        PeerRole role = PeerRole::Kiosk;
        QString name;
        VersionVector has;
    };

    void heard(const DeviceId &device, PeerRole role, const QString &name, const VersionVector &has);
    //! Hub and server first, then by name.
    [[nodiscard]] QList<Peer> holding(const EventStamp &stamp) const;

private:
    QHash<DeviceId, Peer> m_peers;
};

} // namespace saji
