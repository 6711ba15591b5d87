// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/catalogstore.h>

#include "catalogrows.h"
#include "databasehandle.h"
#include "transaction.h"

#include <base/id.h>

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

struct State
{
    CatalogVersion visible;
    qint64 checkedMs = 0;
    bool isWriter = false;
    CatalogVersion incoming; //!< a pull in progress; without an epoch = none
};

using RowKey = std::pair<QString, QString>;

Result<State> readState(Database::Private &database)
{
    auto &select =
        database.statement("SELECT epoch, version, checked_ms, is_writer, incoming_epoch, incoming_version FROM catalog WHERE id = 1"_L1);
    if (const auto done = select.run(); !done)
        return done.error();
    State state;
    if (select.next()) {
        state.visible = {select.text(0), select.integer(1)};
        state.checkedMs = select.integer(2);
        state.isWriter = select.integer(3) != 0;
        state.incoming = {select.text(4), select.integer(5)};
    }
    if (const auto done = select.finish(); !done)
        return done.error();
    return state;
}

Result<void> writeState(Database::Private &database, const State &state)
{
    return database
        .statement("INSERT INTO catalog (id, epoch, version, checked_ms, is_writer, incoming_epoch, incoming_version) "
                   "VALUES (1, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch, version = excluded.version, "
                   "checked_ms = excluded.checked_ms, is_writer = excluded.is_writer, incoming_epoch = excluded.incoming_epoch, "
                   "incoming_version = excluded.incoming_version"_L1)
        .run(state.visible.epoch, state.visible.version, state.checkedMs, state.isWriter, state.incoming.epoch, state.incoming.version);
}

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

//! What must be written to make the old rows equal to the new ones; versions are given out from `version` on.
Result<QList<CatalogRow>> differences(const QList<CatalogRow> &old, const QList<CatalogRow> &fresh, qint64 version)
{
    QHash<RowKey, CatalogRow> before;
    for (const auto &row : old)
        before.insert({row.kind, row.id}, row);
    QList<CatalogRow> changes;
    QSet<RowKey> seen;
    for (const auto &row : fresh) {
        const RowKey key{row.kind, row.id};
        if (row.kind.isEmpty() || row.id.isEmpty() || row.doc.isEmpty())
            return Error{ErrorCode::InvalidArgument,
                         u"a catalog row needs a kind, an id and a document: \"%1\" \"%2\""_s.arg(row.kind, row.id)};
        if (seen.contains(key))
            return Error{ErrorCode::InvalidArgument, u"%1 %2 is there twice"_s.arg(row.kind, row.id)};
        seen.insert(key);
        const auto known = before.constFind(key);
        if (known == before.cend() || known->deleted || known->doc != row.doc)
            changes.append({row.kind, row.id, ++version, false, row.doc});
    }
    for (const auto &row : old) {
        if (!row.deleted && !seen.contains({row.kind, row.id}))
            changes.append({row.kind, row.id, ++version, true, {}});
    }
    return changes;
}

} // namespace

class CatalogStore::Private
{
public:
    Private(Database::Private &handle, const Clock &time) : database(handle), rows(handle), clock(time) {}

    //! Writes the rows of a page, and makes them visible with the last one.
    Result<void> take(const Page &page, bool isNewPull, const State &next)
    {
        const bool isOnePage = isNewPull && !page.hasMore;
        const bool isNewEpoch = page.current.epoch != state.visible.epoch;
        if (isNewPull) {
            if (const auto done = rows.clear(CatalogRows::Table::Incoming); !done)
                return done;
        }
        if (!page.hasMore && isNewEpoch) {
            if (const auto done = rows.clear(CatalogRows::Table::Visible); !done)
                return done;
        }
        for (const auto &row : page.changes) {
            if (const auto done = rows.put(isOnePage ? CatalogRows::Table::Visible : CatalogRows::Table::Incoming, row); !done)
                return done;
        }
        if (!page.hasMore && !isOnePage) {
            if (const auto done = rows.publish(); !done)
                return done;
        }
        return writeState(database, next);
    }

    Database::Private &database;
    CatalogRows rows;
    const Clock &clock;
    State state;
};

CatalogStore::CatalogStore() = default;
CatalogStore::~CatalogStore() = default;

Result<std::unique_ptr<CatalogStore>> CatalogStore::open(Database &database, const Clock &clock)
{
    const auto state = readState(database.d());
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
    Transaction transaction(d->database, Transaction::Durability::Lazy);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    if (const auto done = writeState(d->database, next); !done)
        return done;
    if (const auto done = transaction.commit(); !done)
        return done;
    d->state = next;
    return {};
}

Result<int> CatalogStore::replaceAll(const QList<CatalogRow> &rows, Random &random)
{
    auto next = d->state;
    // A copy that becomes the writer starts a history of its own: its readers start over.
    if (!next.isWriter)
        next.visible.epoch = createUuidV7(d->clock, random).toString(QUuid::WithoutBraces);
    next.isWriter = true;
    next.incoming = {};
    next.checkedMs = d->clock.wallNow().count();
    const auto old = d->rows.all();
    if (!old)
        return old.error();
    const auto changes = differences(*old, rows, next.visible.version);
    if (!changes)
        return changes.error();
    next.visible.version += changes->size();
    Transaction transaction(d->database);
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    if (const auto done = d->rows.clear(CatalogRows::Table::Incoming); !done)
        return done.error();
    for (const auto &row : *changes) {
        if (const auto done = d->rows.put(CatalogRows::Table::Visible, row); !done)
            return done.error();
    }
    if (const auto done = writeState(d->database, next); !done)
        return done.error();
    if (const auto done = transaction.commit(); !done)
        return done.error();
    d->state = next;
    return int(changes->size());
}

Result<CatalogStore::Page> CatalogStore::changesSince(qint64 version, int limit) const
{
    auto rows = d->rows.since(version, limit + 1);
    if (!rows)
        return rows.error();
    const bool hasMore = rows->size() > limit;
    if (hasMore)
        rows->removeLast();
    return Page{d->state.visible, std::move(*rows), hasMore, checkedAgo().value_or(Milliseconds(0))};
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
    auto next = d->state;
    if (page.hasMore) {
        next.incoming = {page.current.epoch, page.changes.last().version};
    } else {
        next.visible = page.current;
        next.incoming = {};
        next.checkedMs = qMax<qint64>(next.checkedMs, (d->clock.wallNow() - page.checkedAgo).count());
    }
    Transaction transaction(d->database, Transaction::Durability::Lazy);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    if (const auto done = d->take(page, startsOver || d->state.incoming.epoch.isEmpty(), next); !done)
        return done;
    if (const auto done = transaction.commit(); !done)
        return done;
    d->state = next;
    return {};
}

Result<void> CatalogStore::forEach(const QString &kind, const std::function<void(const QString &id, const QByteArray &doc)> &visit) const
{
    return d->rows.forEachLive(kind, visit);
}

} // namespace saji
