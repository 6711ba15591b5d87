// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <store/catalogstore.h>

namespace saji {

//! The catalog of a device as one JSON file: every row and tombstone with its version, so that what is restored from it goes on where
//! it was, and the next pull brings only what is newer. NotFound while there is no catalog.
[[nodiscard]] Result<QByteArray> catalogFile(const CatalogStore &catalog);

//! Makes the catalog equal to such a file, all or nothing: at a reader as if it had been pulled, at the writer as an edit under new
//! versions. Malformed, UnsupportedVersion, or WrongStore when it is not the catalog of `store` (empty = of whichever store's catalog is
//! there).
[[nodiscard]] Result<void> restoreCatalogFile(const QByteArray &file, CatalogStore &catalog, Random &random, const QString &store = {});

} // namespace saji
