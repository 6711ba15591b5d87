// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/peerlamp.h>

#include "tuning.h"

namespace saji {

namespace {

bool isWay(const PeerView &peer)
{
    return peer.role == PeerRole::Server || peer.role == PeerRole::Hub;
}

} // namespace

Milliseconds peerPatience(const PeerView &peer)
{
    if (peer.pingEvery <= tuning::lanPing)
        return tuning::lanSilence;
    if (peer.mode == SyncMode::Polling)
        return tuning::pollSilence;
    return peer.pingEvery * 7 / 2;
}

PeerLampKind peerLampKind(const PeerView &peer, Milliseconds now)
{
    const bool fresh = peer.lastHeard && now - *peer.lastHeard <= peerPatience(peer);
    switch (peer.mode) {
    case SyncMode::Connected: return fresh ? PeerLampKind::Ok : PeerLampKind::Silent;
    case SyncMode::Polling: return fresh ? PeerLampKind::Polling : PeerLampKind::Silent;
    case SyncMode::Disconnected: break;
    }
    // Nobody waits for one that was sent away.
    if (peer.cause == SyncCause::Revoked)
        return PeerLampKind::Offline;
    // A closed way to hub or server is known to be closed; a kiosk that says nothing may be taking orders that nobody sees.
    return isWay(peer) ? PeerLampKind::Offline : PeerLampKind::Silent;
}

bool isPeerPresent(const PeerView &peer, Milliseconds now)
{
    return isWay(peer) || (peer.lastHeard && now - *peer.lastHeard < tuning::peerGoneAfter);
}

} // namespace saji
