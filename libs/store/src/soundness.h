// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/database.h>

namespace saji {

//! Touches every table and the ends of the log, whatever their length. Corrupt when something is missing or makes no sense.
[[nodiscard]] Result<void> lookOver(Database::Private &database);

//! Reads everything and compares it: SQLite's integrity check, and that no origin has a hole. Corrupt when something is wrong.
[[nodiscard]] Result<void> checkWhole(Database::Private &database);

} // namespace saji
