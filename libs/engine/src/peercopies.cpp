// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/peercopies.h>

#include <algorithm>

namespace saji {

void PeerCopies::heard(const DeviceId &device, PeerRole role, const QString &name, const VersionVector &has)
{
    auto &peer = m_peers[device];
    peer.role = role;
    peer.name = name;
    // Not merged: a device that was re-imaged has what it says now, and no more.
    peer.has = has;
}

QList<PeerCopies::Peer> PeerCopies::holding(const EventStamp &stamp) const
{
    QList<Peer> found;
    for (const auto &peer : m_peers) {
        if (peer.has.covers(stamp))
            found.append(peer);
    }
    std::ranges::sort(found, [](const Peer &a, const Peer &b) { return std::tie(a.role, a.name) < std::tie(b.role, b.name); });
    return found;
}

} // namespace saji
