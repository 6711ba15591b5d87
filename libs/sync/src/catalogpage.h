// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/catalogstore.h>

namespace saji {

//! GET /api/catalog/ as bytes: {"epoch", "current_version", "digest", "has_more", "changes":
//! [{"kind", "id", "version", "deleted", "changed_ms", "doc"}]}.
[[nodiscard]] QByteArray encodeCatalogPage(const CatalogStore::Page &page);
//! Malformed with the place.
[[nodiscard]] Result<CatalogStore::Page> decodeCatalogPage(const QByteArray &json);

//! Beside the page, because they change without it: when the source was last known to be current (ms), and that it is the writer.
inline constexpr QByteArrayView checkedAgoHeader = "saji-catalog-checked-ago";
inline constexpr QByteArrayView writerHeader = "saji-catalog-writer";

//! The entity tag of a catalog: with its digest, because after a restored backup one version can have two histories.
[[nodiscard]] QByteArray catalogTag(const CatalogVersion &version, quint64 digest);

} // namespace saji
