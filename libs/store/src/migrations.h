// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/database.h>

namespace saji {

//! The number of the newest file in resources/sql.
[[nodiscard]] int newestSchema();

//! Runs the schema files above `from`, each in a transaction of its own together with its number (and, for a new file, with
//! `applicationId`, so that there is never a file of ours that does not say so).
[[nodiscard]] Result<void> migrate(Database::Private &database, int from, quint32 applicationId);

} // namespace saji
