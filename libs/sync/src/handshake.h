// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sync/syncsession.h>

namespace saji {

//! The pace of pings that this end would like.
[[nodiscard]] Milliseconds wishedPing(LinkKind kind, Reach reach);

//! What this node says first.
[[nodiscard]] HelloFrame ownHello(const SyncContext &context, Milliseconds ping);

//! Why a peer may not come in, in words for both ends; nullopt when it may. `proven` is what its certificate says, on links that have them.
[[nodiscard]] std::optional<CloseReason> refusal(const HelloFrame &own, const HelloFrame &peer, const std::optional<Subject> &proven);

} // namespace saji
