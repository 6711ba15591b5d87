// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/catalogstore.h>

namespace saji {

//! What a node keeps of its catalog beside the rows: the one row of the table `catalog`.
struct CatalogState
{
    CatalogVersion visible;
    qint64 checkedMs = 0;
    bool isWriter = false;
    CatalogVersion incoming; //!< a pull in progress; without an epoch = none
    quint64 digest = 0; //!< of the visible rows
    bool replaces = false; //!< the pull in progress started from 0; forgotten by a restart, after which the digest finds out
};

[[nodiscard]] Result<CatalogState> readCatalogState(Database::Private &database);
[[nodiscard]] Result<void> writeCatalogState(Database::Private &database, const CatalogState &state);

} // namespace saji
