// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <engine/nodereport.h>
#include <engine/syncmonitor.h>

#include <sync/linkkeeper.h>
#include <sync/sessionhost.h>

namespace saji {

// What links know of a peer, in the words of a panel.

[[nodiscard]] PeerRole roleOf(NodeKind kind);
[[nodiscard]] SyncMode modeOf(LinkMode mode);
//! Why a way is closed (or why it polls); None while nothing is wrong.
[[nodiscard]] SyncCause causeOf(const LinkStatus &status);
[[nodiscard]] SyncCause causeOf(const PeerEntry &entry);

[[nodiscard]] PeerView viewOf(PeerRole role, const LinkStatus &status);
[[nodiscard]] PeerView viewOf(const PeerEntry &entry);
//! What the device says of itself.
void addOwnWord(PeerView &view, const NodeReport::Device &device);
//! A way that nobody answers on, in better words: this device is in no network, or the internet is away.
void explain(PeerView &view, const WayPlace &place, bool hasNetwork);
//! One that a neighbour hears. `reportedAt`: when it said so; `neighbourHeard`: until when that still holds for a live one, because
//! silence would have been reported.
[[nodiscard]] PeerView reportedView(const NodeReport::Neighbour &neighbour, Milliseconds reportedAt, Milliseconds neighbourHeard);

//! What one neighbour says of a device.
struct ReportedPeer
{
    PeerView view;
    bool holds = false; //!< the neighbour itself is heard
};
//! Of two neighbours' words about one device: the one of who is heard, and then of who would notice sooner that it has gone. That a
//! neighbour still counts it as connected says nothing against one who has lost it since that one may last have heard it.
[[nodiscard]] bool isBetterWord(const ReportedPeer &one, const ReportedPeer &other);

//! What is said of it to other neighbours; `hello` is its last one.
[[nodiscard]] NodeReport::Neighbour neighbourOf(const PeerView &view, const HelloFrame &hello, const NodeReport::Device *ownWord,
                                                Milliseconds now);

//! Mode and lamps of the whole node from its direct peers.
void foldModes(SyncStatus &status, NodeKind self);

} // namespace saji
