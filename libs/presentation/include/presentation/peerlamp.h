// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <services/syncservice.h>

namespace saji {

//! How a source is, worst last.
enum class PeerLampKind { Ok, Polling, Offline, Silent };

//! One source as a lamp: shape and colour from the kind, and words.
struct PeerLamp
{
    QString id = {}; //!< of the device; the role for one never identified
    PeerRole role = PeerRole::Server;
    QString name = {};
    PeerLampKind kind = PeerLampKind::Offline;
    std::optional<Milliseconds> heardAgo = {};
    QString words = {}; //!< behind the name: "0,4 d", "offline", "diam 14 d"
    QString brief = {}; //!< alone: "0,4 detik lalu", "offline sejak 11.52"
    QString sentence = {}; //!< the same with its cause: "offline sejak 11.52, tidak menjawab"
};

//! What a lamp shows at `now` (Clock::steadyNow()), without words.
//!
//! A source that is connected must be heard: of one that pings every second two pings and a half may be missing, so that an alarm comes
//! within three seconds (G11). A server beyond the internet pings slowly and a polled one is asked slowly, so the link itself says when
//! they are gone; and of a device that is only reported, the neighbour says after one and a half pings that it has fallen silent.
[[nodiscard]] PeerLampKind peerLampKind(const PeerView &peer, Milliseconds now);
//! For how long nothing may be heard of it before it is silent.
[[nodiscard]] Milliseconds peerPatience(const PeerView &peer);

//! Whether a device is still one of the restaurant's: one that nobody has heard for half a day is switched off or gone, not silent.
[[nodiscard]] bool isPeerPresent(const PeerView &peer, Milliseconds now);

} // namespace saji
