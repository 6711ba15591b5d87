// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a copy of the catalog takes over the pages of another.

#include "catalogdigest.h"
#include "catalogstoreprivate.h"

namespace saji {
using namespace Qt::StringLiterals;
namespace {

Error malformed(const QString &what)
{
    return {ErrorCode::Malformed, u"catalog page: %1"_s.arg(what)};
}

Result<void> checkPage(const CatalogStore::Page &page, qint64 from)
{
    if (page.current.epoch.isEmpty() || page.current.version < 0)
        return malformed(u"no epoch or version"_s);
    if (page.hasMore && page.changes.isEmpty())
        return malformed(u"more to come, but nothing in it"_s);
    auto last = from;
    for (const auto &row : page.changes) {
        if (row.kind.isEmpty() || row.id.isEmpty())
            return malformed(u"a row without kind or id"_s);
        if (row.version <= last || row.version > page.current.version)
            return malformed(
                u"%1 %2 has version %3 after %4 of %5"_s.arg(row.kind, row.id).arg(row.version).arg(last).arg(page.current.version));
        if (!row.deleted && row.doc.isEmpty())
            return malformed(u"%1 %2 is empty"_s.arg(row.kind, row.id));
        last = row.version;
    }
    return {};
}

} // namespace

Result<void> CatalogStore::Private::take(const Page &page, bool isNewPull, CatalogState &next)
{
    const bool isOnePage = isNewPull && !page.hasMore;
    // Where there is no catalog yet nobody reads its rows: they are written once, and count with the last page.
    const bool isFirst = state.visible.epoch.isEmpty();
    if (isNewPull) {
        if (const auto done = rows.clear(CatalogRows::Table::Incoming); !done)
            return done;
    }
    if (isFirst ? isNewPull : !page.hasMore && next.replaces) {
        if (const auto done = rows.clear(CatalogRows::Table::Visible); !done)
            return done;
        next.digest = 0;
    }
    if (isOnePage)
        return next.replaces ? putFresh(page.changes, next) : putVisible(page.changes, next);
    if (isFirst) {
        if (const auto done = putFresh(page.changes, next); !done || page.hasMore)
            return done;
        // A row that changed while the pages came was counted twice; nobody but a source without a digest leaves us in doubt.
        return page.digest && *page.digest == next.digest ? Result<void>() : sumUp(next);
    }
    for (const auto &row : page.changes) {
        if (const auto done = rows.put(CatalogRows::Table::Incoming, row); !done)
            return done;
    }
    return page.hasMore ? Result<void>() : publish(next);
}

Result<void> CatalogStore::Private::putFresh(const QList<CatalogRow> &changes, CatalogState &next)
{
    for (const auto &row : changes) {
        if (const auto done = rows.put(CatalogRows::Table::Visible, row); !done)
            return done;
        next.digest += digestOf(row);
    }
    return {};
}

Result<void> CatalogStore::Private::putVisible(const QList<CatalogRow> &changes, CatalogState &next)
{
    for (const auto &row : changes) {
        const auto before = rows.row(row.kind, row.id);
        if (!before)
            return before.error();
        if (*before)
            next.digest -= digestOf(**before);
    }
    return putFresh(changes, next);
}

Result<void> CatalogStore::Private::publish(CatalogState &next)
{
    if (const auto done = rows.publish(); !done)
        return done;
    return sumUp(next);
}

Result<void> CatalogStore::Private::sumUp(CatalogState &next)
{
    const auto digest = rows.digest();
    if (!digest)
        return digest.error();
    next.digest = *digest;
    return {};
}

Result<bool> CatalogStore::Private::accept(const Page &page, bool isNewPull)
{
    auto next = state;
    if (isNewPull)
        next.replaces = page.current.epoch != state.visible.epoch;
    Transaction transaction(database, Transaction::Durability::Bulk);
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    if (const auto done = take(page, isNewPull, next); !done)
        return done.error();
    if (page.hasMore) {
        next.incoming = {page.current.epoch, page.changes.last().version};
    } else if (page.digest && *page.digest != next.digest) {
        return false;
    } else {
        next.visible = page.current;
        next.incoming = {};
        next.replaces = false;
        next.checkedMs = qMax<qint64>(next.checkedMs, (clock.wallNow() - page.checkedAgo).count());
    }
    if (const auto done = writeCatalogState(database, next); !done)
        return done.error();
    if (const auto done = transaction.commit(); !done)
        return done.error();
    state = next;
    return true;
}

Result<void> CatalogStore::applyPage(const Page &page)
{
    if (isWriter())
        return Error{ErrorCode::Conflict, u"this node writes the catalog, it does not pull it"_s};
    const auto from = pulled();
    const bool startsOver = page.current.epoch != from.epoch;
    if (!startsOver && page.current.version < from.version)
        return Error{ErrorCode::Conflict, u"the source has version %1, we have %2"_s.arg(page.current.version).arg(from.version)};
    if (const auto fits = checkPage(page, startsOver ? 0 : from.version); !fits)
        return fits;
    const auto accepted = d->accept(page, startsOver || d->state.incoming.epoch.isEmpty());
    if (!accepted)
        return accepted.error();
    if (*accepted)
        return {};
    const bool wasFromZero = d->state.replaces || startsOver;
    if (const auto done = startOver(page.current.epoch); !done)
        return done;
    if (wasFromZero)
        return malformed(u"version %1 is not what its digest says"_s.arg(page.current.version));
    return {};
}

Result<void> CatalogStore::startOver(const QString &epoch)
{
    if (isWriter())
        return Error{ErrorCode::Conflict, u"this node writes the catalog, it does not pull it"_s};
    auto next = d->state;
    next.incoming = {epoch, 0};
    next.replaces = true;
    Transaction transaction(d->database, Transaction::Durability::Lazy);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    if (const auto done = d->clearIncoming(next.visible, next); !done)
        return done;
    if (const auto done = writeCatalogState(d->database, next); !done)
        return done;
    if (const auto done = transaction.commit(); !done)
        return done;
    d->state = next;
    return {};
}

} // namespace saji
