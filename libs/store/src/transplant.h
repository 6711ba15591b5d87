// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datafolder.h"
#include "readthrough.h"

#include <base/clock.h>
#include <base/random.h>
#include <store/database.h>

#include <memory>

namespace saji {

//! Makes a database of a copy that was checked: of the present schema, and of a device that goes on under a new epoch.
//!
//! Nothing has been written under that epoch before, so whatever peers know of the old one is news, not a contradiction.
[[nodiscard]] Result<std::unique_ptr<Database>> databaseFromCopy(const QString &copy, const std::shared_ptr<const DataFolder> &folder,
                                                                 const QString &target, const Clock &clock, Random &random,
                                                                 const Database::Options &options);

} // namespace saji
