// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/catalogstore.h>

#include "catalogrows.h"
#include "catalogstate.h"
#include "databasehandle.h"
#include "transaction.h"

#include <functional>

namespace saji {

//! The rows of a catalog and what is known of them. A copy pulls them (catalogpull.cpp), the writer edits them (catalogedit.cpp).
class CatalogStore::Private
{
public:
    Private(Database::Private &handle, const Clock &time) : database(handle), rows(handle), clock(time) {}

    //! Writes the rows of a page, and makes them visible with the last one; `next.digest` is then theirs.
    Result<void> take(const Page &page, bool isNewPull, CatalogState &next);
    //! Rows where none are.
    Result<void> putFresh(const QList<CatalogRow> &changes, CatalogState &next);
    //! Rows in the place of others.
    Result<void> putVisible(const QList<CatalogRow> &changes, CatalogState &next);
    Result<void> publish(CatalogState &next);
    Result<void> sumUp(CatalogState &next);
    Result<void> keep(const CatalogState &next, Transaction::Durability durability);
    //! False: the pull does not come to the digest of its source, and nothing was written.
    Result<bool> accept(const Page &page, bool isNewPull);
    //! One change of the catalog by its writer: reads what is there, numbers what differs, writes it; all in one transaction, so that it
    //! counts on from whatever another process has written before.
    Result<int> edit(Random &random, const std::function<Result<QList<CatalogRow>>()> &wanted);
    //! Forgets a pull that has not come to its end.
    Result<void> clearIncoming(const CatalogVersion &visible, CatalogState &next);
    //! Under the next version, unless it is so already.
    Result<bool> write(const CatalogRow &row, CatalogState &next);
    //! The version of a row that is to be numbered anew although nothing in it differs.
    static constexpr qint64 rewritten = -1;

    Database::Private &database;
    CatalogRows rows;
    const Clock &clock;
    CatalogState state;
};

} // namespace saji
