// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventbatch.h"

namespace saji {

//! Removes the oldest events that the server has, that were born up to `bornUpTo` and that every projection has read: at most `atMost`,
//! within the caller's transaction. Returns up to where which origins are gone now; empty when there was nothing.
[[nodiscard]] Result<VersionVector> trimEvents(EventTable &table, const LogState &state, const VersionVector &atServer, Milliseconds bornUpTo,
                                               int atMost);

} // namespace saji
