// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the one writer of the catalog changes it.

#include "catalogdigest.h"
#include "catalogstoreprivate.h"

#include <base/id.h>

#include <QSet>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

using RowKey = std::pair<QString, QString>;

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

Result<int> CatalogStore::Private::edit(Random &random, const std::function<Result<QList<CatalogRow>>()> &wanted)
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

Result<bool> CatalogStore::Private::write(const CatalogRow &row, CatalogState &next)
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

} // namespace saji
