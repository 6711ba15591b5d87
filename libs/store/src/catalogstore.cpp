// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/catalogstore.h>

#include "catalogdigest.h"
#include "catalogstoreprivate.h"

#include <algorithm>

namespace saji {

Result<void> CatalogStore::Private::keep(const CatalogState &next, Transaction::Durability durability)
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

Result<void> CatalogStore::Private::clearIncoming(const CatalogVersion &visible, CatalogState &next)
{
    if (visible.epoch.isEmpty()) {
        next.digest = 0;
        if (const auto done = rows.clear(CatalogRows::Table::Visible); !done)
            return done;
    }
    return rows.clear(CatalogRows::Table::Incoming);
}

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
