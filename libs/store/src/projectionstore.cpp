// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/projectionstore.h>

#include "databasehandle.h"
#include "transaction.h"

using namespace Qt::StringLiterals;

namespace saji {

class ProjectionStore::Private
{
public:
    explicit Private(Database::Private &handle) : database(handle) {}

    Result<QList<ProjectionRow>> rows(Statement &select) const
    {
        QList<ProjectionRow> found;
        while (select.next())
            found.append({select.bytes(0), select.bytes(1), select.integer(2) != 0});
        if (const auto done = select.finish(); !done)
            return done.error();
        return found;
    }

    Database::Private &database;
    qint64 id = 0;
    qint64 cursor = 0;
    qint64 lastChange = 0;
};

namespace {

struct Header
{
    qint64 id = 0;
    int format = 0;
    qint64 readTo = 0;
};

Result<std::optional<Header>> readHeader(Database::Private &database, const QString &name)
{
    auto &select = database.statement("SELECT id, format, read_to FROM projections WHERE name = ?"_L1);
    if (const auto done = select.run(name); !done)
        return done.error();
    std::optional<Header> found;
    if (select.next())
        found = Header{select.integer(0), int(select.integer(1)), select.integer(2)};
    if (const auto done = select.finish(); !done)
        return done.error();
    return found;
}

// Rows of another format are of no use to anybody: they go in the transaction that makes room for the new ones.
Result<Header> startOver(Database::Private &database, const QString &name, int format, const std::optional<Header> &old)
{
    Transaction transaction(database, Transaction::Durability::Lazy);
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    Header header{0, format, 0};
    if (old) {
        header.id = old->id;
        if (const auto done = database.statement("DELETE FROM projection_rows WHERE projection = ?"_L1).run(old->id); !done)
            return done.error();
    } else {
        const auto last = database.statement("SELECT max(id) FROM projections"_L1).number();
        if (!last)
            return last.error();
        header.id = last->value_or(0) + 1;
    }
    const auto written = database
                             .statement("INSERT INTO projections (id, name, format, read_to) VALUES (?, ?, ?, 0) "
                                        "ON CONFLICT (id) DO UPDATE SET format = excluded.format, read_to = 0"_L1)
                             .run(header.id, name, format);
    if (!written)
        return written.error();
    if (const auto done = transaction.commit(); !done)
        return done.error();
    return header;
}

} // namespace

ProjectionStore::ProjectionStore() = default;
ProjectionStore::~ProjectionStore() = default;

Result<std::unique_ptr<ProjectionStore>> ProjectionStore::open(Database &database, const QString &name, int formatVersion)
{
    auto &handle = database.d();
    const auto found = readHeader(handle, name);
    if (!found)
        return found.error();
    const bool isReadable = *found && (*found)->format == formatVersion;
    const auto header = isReadable ? Result<Header>(**found) : startOver(handle, name, formatVersion, *found);
    if (!header)
        return header.error();
    std::unique_ptr<ProjectionStore> store(new ProjectionStore);
    store->d = std::make_unique<Private>(handle);
    store->d->id = header->id;
    store->d->cursor = header->readTo;
    const auto last = handle.statement("SELECT max(changed) FROM projection_rows WHERE projection = ?"_L1).number(header->id);
    if (!last)
        return last.error();
    store->d->lastChange = last->value_or(0);
    return store;
}

qint64 ProjectionStore::cursor() const
{
    return d->cursor;
}

Result<void> ProjectionStore::commit(qint64 cursor, const QList<ProjectionRow> &changed)
{
    Transaction transaction(d->database, Transaction::Durability::Lazy);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    auto &upsert = d->database.bulkStatement("INSERT INTO projection_rows (projection, key, body, is_open, changed) VALUES (?, ?, ?, ?, ?) "
                                         "ON CONFLICT (projection, key) DO UPDATE SET body = excluded.body, is_open = excluded.is_open, "
                                         "changed = excluded.changed"_L1);
    auto change = d->lastChange;
    for (const auto &row : changed) {
        if (const auto done = upsert.run(d->id, row.key, row.body, row.open, ++change); !done)
            return done;
    }
    const auto moved = d->database.statement("UPDATE projections SET read_to = ? WHERE id = ?"_L1).run(cursor, d->id);
    if (!moved)
        return moved;
    if (const auto done = transaction.commit(); !done)
        return done;
    d->cursor = cursor;
    d->lastChange = change;
    return {};
}

Result<std::optional<QByteArray>> ProjectionStore::body(const QByteArray &key) const
{
    auto &select = d->database.bulkStatement("SELECT body FROM projection_rows WHERE projection = ? AND key = ?"_L1);
    if (const auto done = select.begin(d->id, key); !done)
        return done.error();
    std::optional<QByteArray> found;
    if (select.next())
        found = select.bytes(0).toByteArray();
    if (const auto done = select.finish(); !done)
        return done.error();
    return found;
}

Result<QList<ProjectionRow>> ProjectionStore::openRows() const
{
    auto &select = d->database.statement("SELECT key, body, is_open FROM projection_rows WHERE projection = ? AND is_open = 1 "
                                         "ORDER BY changed"_L1);
    if (const auto done = select.run(d->id); !done)
        return done.error();
    return d->rows(select);
}

Result<QList<ProjectionRow>> ProjectionStore::latest(int limit) const
{
    auto &select = d->database.statement("SELECT key, body, is_open FROM projection_rows WHERE projection = ? "
                                         "ORDER BY changed DESC LIMIT ?"_L1);
    if (const auto done = select.run(d->id, limit); !done)
        return done.error();
    return d->rows(select);
}

Result<qint64> ProjectionStore::count() const
{
    const auto number = d->database.statement("SELECT count(*) FROM projection_rows WHERE projection = ?"_L1).number(d->id);
    if (!number)
        return number.error();
    return number->value_or(0);
}

Result<qint64> ProjectionStore::openCount() const
{
    const auto number =
        d->database.statement("SELECT count(*) FROM projection_rows WHERE projection = ? AND is_open = 1"_L1).number(d->id);
    if (!number)
        return number.error();
    return number->value_or(0);
}

} // namespace saji
