// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/catalogstore.h>

#include "catalogdigest.h"
#include "catalogrows.h"
#include "catalogstate.h"
#include "databasehandle.h"
#include "transaction.h"

#include <base/id.h>

#include <QHash>
#include <QSet>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

using RowKey = std::pair<QString, QString>;

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

Result<void> checkRow(const CatalogRow &row)
{
    if (row.kind.isEmpty() || row.id.isEmpty() || (!row.deleted && row.doc.isEmpty()))
        return Error{ErrorCode::InvalidArgument, u"a catalog row needs a kind, an id and a document: \"%1\" \"%2\""_s.arg(row.kind, row.id)};
    return {};
}

//! The rows that are wanted, and a withdrawal for each live one that is not among them.
Result<QList<CatalogRow>> everyRow(const QList<CatalogRow> &old, const QList<CatalogRow> &fresh)
{
    QSet<RowKey> seen;
    for (const auto &row : fresh) {
        if (row.deleted)
            return Error{ErrorCode::InvalidArgument, u"%1 %2 is withdrawn by leaving it out"_s.arg(row.kind, row.id)};
        if (seen.contains({row.kind, row.id}))
            return Error{ErrorCode::InvalidArgument, u"%1 %2 is there twice"_s.arg(row.kind, row.id)};
        seen.insert({row.kind, row.id});
    }
    auto all = fresh;
    for (const auto &row : old) {
        if (!row.deleted && !seen.contains({row.kind, row.id}))
            all.append({row.kind, row.id, 0, true, {}});
    }
    return all;
}

} // namespace

class CatalogStore::Private
{
public:
    Private(Database::Private &handle, const Clock &time) : database(handle), rows(handle), clock(time) {}

    //! Writes the rows of a page, and makes them visible with the last one; `next.digest` is then theirs.
    Result<void> take(const Page &page, bool isNewPull, CatalogState &next)
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

    //! Rows where none are.
    Result<void> putFresh(const QList<CatalogRow> &changes, CatalogState &next)
    {
        for (const auto &row : changes) {
            if (const auto done = rows.put(CatalogRows::Table::Visible, row); !done)
                return done;
            next.digest += digestOf(row);
        }
        return {};
    }

    //! Rows in the place of others.
    Result<void> putVisible(const QList<CatalogRow> &changes, CatalogState &next)
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

    Result<void> publish(CatalogState &next)
    {
        if (const auto done = rows.publish(); !done)
            return done;
        return sumUp(next);
    }

    Result<void> sumUp(CatalogState &next)
    {
        const auto digest = rows.digest();
        if (!digest)
            return digest.error();
        next.digest = *digest;
        return {};
    }

    Result<void> keep(const CatalogState &next, Transaction::Durability durability)
    {
        Transaction transaction(database, durability);
        if (const auto begun = transaction.begin(); !begun)
            return begun;
        if (const auto done = writeCatalogState(database, next); !done)
            return done;
        if (const auto done = transaction.commit(); !done)
            return done;
        state = next;
        return {};
    }

    //! False: the pull does not come to the digest of its source, and nothing was written.
    Result<bool> accept(const Page &page, bool isNewPull)
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

    //! One change of the catalog by its writer: reads what is there, numbers what differs, writes it; all in one transaction, so that it
    //! counts on from whatever another process has written before.
    Result<int> edit(Random &random, const std::function<Result<QList<CatalogRow>>()> &wanted)
    {
        Transaction transaction(database);
        if (const auto begun = transaction.begin(); !begun)
            return begun.error();
        const auto known = readCatalogState(database);
        if (!known)
            return known.error();
        auto next = *known;
        // A copy that becomes the writer starts a history of its own: its readers start over.
        if (!next.isWriter)
            next.visible.epoch = createUuidV7(clock, random).toString(QUuid::WithoutBraces);
        next.isWriter = true;
        next.incoming = {};
        next.replaces = false;
        next.checkedMs = clock.wallNow().count();
        if (const auto done = clearIncoming(known->visible, next); !done)
            return done.error();
        const auto asked = wanted();
        if (!asked)
            return asked.error();
        int changes = 0;
        for (const auto &row : *asked) {
            const auto done = write(row, next);
            if (!done)
                return done.error();
            changes += *done ? 1 : 0;
        }
        if (const auto done = writeCatalogState(database, next); !done)
            return done.error();
        if (const auto done = transaction.commit(); !done)
            return done.error();
        state = next;
        return changes;
    }

    //! Forgets a pull that has not come to its end.
    Result<void> clearIncoming(const CatalogVersion &visible, CatalogState &next)
    {
        if (visible.epoch.isEmpty()) {
            next.digest = 0;
            if (const auto done = rows.clear(CatalogRows::Table::Visible); !done)
                return done;
        }
        return rows.clear(CatalogRows::Table::Incoming);
    }

    //! Under the next version, unless it is so already.
    Result<bool> write(const CatalogRow &row, CatalogState &next)
    {
        if (const auto good = checkRow(row); !good)
            return good.error();
        const auto before = rows.row(row.kind, row.id);
        if (!before)
            return before.error();
        const bool same = *before ? (*before)->deleted == row.deleted && (row.deleted || (*before)->doc == row.doc) : row.deleted;
        if (same && row.version != rewritten)
            return false;
        const CatalogRow numbered{row.kind, row.id, ++next.visible.version, row.deleted, row.deleted ? QByteArray() : row.doc, next.checkedMs};
        if (*before)
            next.digest -= digestOf(**before);
        next.digest += digestOf(numbered);
        if (const auto done = rows.put(CatalogRows::Table::Visible, numbered); !done)
            return done.error();
        return true;
    }

    //! The version of a row that is to be numbered anew although nothing in it differs.
    static constexpr qint64 rewritten = -1;

    Database::Private &database;
    CatalogRows rows;
    const Clock &clock;
    CatalogState state;
};

CatalogStore::CatalogStore() = default;
CatalogStore::~CatalogStore() = default;

Result<std::unique_ptr<CatalogStore>> CatalogStore::open(Database &database, const Clock &clock)
{
    if (const auto added = addCatalogDigest(database.d().sqlite()); !added)
        return added.error();
    const auto state = readCatalogState(database.d());
    if (!state)
        return state.error();
    std::unique_ptr<CatalogStore> store(new CatalogStore);
    store->d = std::make_unique<Private>(database.d(), clock);
    store->d->state = *state;
    return store;
}

CatalogVersion CatalogStore::version() const
{
    return d->state.visible;
}

Result<void> CatalogStore::settle()
{
    return d->database.settle();
}

CatalogVersion CatalogStore::pulled() const
{
    return d->state.incoming.epoch.isEmpty() ? d->state.visible : d->state.incoming;
}

qint64 CatalogStore::checkedAtMs() const
{
    return d->state.checkedMs;
}

std::optional<Milliseconds> CatalogStore::checkedAgo() const
{
    if (isWriter())
        return Milliseconds(0);
    if (d->state.checkedMs == 0)
        return std::nullopt;
    return std::max(Milliseconds(0), d->clock.wallNow() - Milliseconds(d->state.checkedMs));
}

bool CatalogStore::isWriter() const
{
    return d->state.isWriter;
}

Result<void> CatalogStore::markChecked(Milliseconds ago)
{
    auto next = d->state;
    next.checkedMs = qMax<qint64>(next.checkedMs, (d->clock.wallNow() - ago).count());
    if (next.checkedMs == d->state.checkedMs)
        return {};
    return d->keep(next, Transaction::Durability::Lazy);
}

quint64 CatalogStore::digest() const
{
    return d->state.visible.epoch.isEmpty() ? 0 : d->state.digest;
}

Result<int> CatalogStore::replaceAll(const QList<CatalogRow> &fresh, Random &random)
{
    return d->edit(random, [&]() -> Result<QList<CatalogRow>> {
        const auto old = d->rows.all();
        if (!old)
            return old.error();
        return everyRow(*old, fresh);
    });
}

Result<int> CatalogStore::change(const QList<CatalogRow> &rows, Random &random)
{
    return d->edit(random, [&] { return Result<QList<CatalogRow>>(rows); });
}

Result<int> CatalogStore::invalidate(const QString &kind, Random &random)
{
    if (!isWriter())
        return Error{ErrorCode::Conflict, u"only the server that writes the catalog can number it anew"_s};
    return d->edit(random, [&]() -> Result<QList<CatalogRow>> {
        auto live = d->rows.all();
        if (!live)
            return live.error();
        live->removeIf([&](const CatalogRow &row) { return row.deleted || (!kind.isEmpty() && row.kind != kind); });
        for (auto &row : *live)
            row.version = Private::rewritten;
        return *live;
    });
}

Result<void> CatalogStore::renewEpoch(Random &random)
{
    if (!isWriter())
        return Error{ErrorCode::Conflict, u"only the server that writes the catalog can begin a new history"_s};
    auto next = d->state;
    next.visible.epoch = createUuidV7(d->clock, random).toString(QUuid::WithoutBraces);
    return d->keep(next, Transaction::Durability::Full);
}

Result<CatalogStore::Page> CatalogStore::changesSince(qint64 version, int limit) const
{
    if (d->state.visible.epoch.isEmpty())
        return Page{};
    auto rows = d->rows.since(version, limit + 1);
    if (!rows)
        return rows.error();
    const bool hasMore = rows->size() > limit;
    if (hasMore)
        rows->removeLast();
    return Page{d->state.visible, std::move(*rows), hasMore, checkedAgo().value_or(Milliseconds(0)), d->state.digest};
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

Result<QList<CatalogRow>> CatalogStore::changesOf(const QString &kind, qint64 version, int limit) const
{
    if (d->state.visible.epoch.isEmpty())
        return QList<CatalogRow>();
    return d->rows.ofKindSince(kind, version, limit);
}

Result<void> CatalogStore::forEach(const QString &kind, const std::function<void(const QString &id, const QByteArray &doc)> &visit) const
{
    return d->state.visible.epoch.isEmpty() ? Result<void>() : d->rows.forEachLive(kind, visit);
}

Result<void> CatalogStore::forEach(const Visit &visit) const
{
    return d->state.visible.epoch.isEmpty() ? Result<void>() : d->rows.forEachLive(visit);
}

Result<qsizetype> CatalogStore::size() const
{
    return d->rows.count();
}

} // namespace saji
