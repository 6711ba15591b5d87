// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <engine/nodereport.h>

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
//! One that a neighbour hears. `reportedAt`: when it said so; `neighbourHeard`: until when that still holds for a live one, because
//! silence would have been reported.
[[nodiscard]] PeerView reportedView(const NodeReport::Neighbour &neighbour, Milliseconds reportedAt, Milliseconds neighbourHeard);

[[nodiscard]] NodeReport::Neighbour neighbourOf(PeerRole role, const LinkStatus &status, const NodeReport::Device *ownWord,
                                                Milliseconds now);
[[nodiscard]] NodeReport::Neighbour neighbourOf(const PeerEntry &entry, const NodeReport::Device *ownWord, Milliseconds now);

//! Mode and lamps of the whole node from its direct peers.
void foldModes(SyncStatus &status, NodeKind self);

} // namespace saji
