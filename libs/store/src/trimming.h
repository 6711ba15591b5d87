// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventbatch.h"

#include <store/eventlog.h>

namespace saji {

//! Removes the oldest events that `policy` lets go: that the server has, that are old enough by `now`, that every projection has read
//! and that nobody needs; at most policy.atOnce, within the caller's transaction. Returns up to where which origins are gone now; empty
//! when there was nothing.
[[nodiscard]] Result<VersionVector> trimEvents(EventTable &table, const LogState &state, const VersionVector &atServer, Milliseconds now,
                                               const TrimPolicy &policy);

} // namespace saji
