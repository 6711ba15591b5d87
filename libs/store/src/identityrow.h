// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <store/database.h>

namespace saji {

//! A fresh epoch: never 0, and within what a signed 64-bit column holds.
[[nodiscard]] quint64 drawEpoch(Random &random);

//! This device goes on under another epoch; within the caller's transaction.
[[nodiscard]] Result<void> storeEpoch(Database::Private &database, quint64 epoch);

} // namespace saji
