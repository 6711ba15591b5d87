// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <store/database.h>
#include <store/identity.h>

#include <optional>

namespace saji {

//! A fresh epoch: never 0, and within what a signed 64-bit column holds.
[[nodiscard]] quint64 drawEpoch(Random &random);

//! Nothing in a new file. Corrupt: what is there makes no sense.
[[nodiscard]] Result<std::optional<Identity>> readIdentity(Database::Private &database);
//! The first identity of a file, or another name or store for the one that it has; within the caller's transaction.
[[nodiscard]] Result<void> storeIdentity(Database::Private &database, const Identity &identity);

//! This device goes on under another epoch; within the caller's transaction.
[[nodiscard]] Result<void> storeEpoch(Database::Private &database, quint64 epoch);

} // namespace saji
