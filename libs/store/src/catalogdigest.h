// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/catalogstore.h>

struct sqlite3;

namespace saji {

//! What one row adds to the digest of a catalog: 64 bits of all of it. The digest is the sum over the rows, so the order in which they
//! came makes no difference, and a row is taken out by subtraction.
[[nodiscard]] quint64 digestOf(const CatalogRow &row);
//! Teaches a connection the SQL function `catalog_digest(kind, id, version, deleted, doc)` that sums it up over a selection.
[[nodiscard]] Result<void> addCatalogDigest(sqlite3 *connection);

} // namespace saji
