// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogstate.h"

#include "databasehandle.h"

using namespace Qt::StringLiterals;

namespace saji {

Result<CatalogState> readCatalogState(Database::Private &database)
{
    auto &select =
        database.statement("SELECT epoch, version, checked_ms, is_writer, incoming_epoch, incoming_version, digest FROM catalog WHERE id = 1"_L1);
    if (const auto done = select.run(); !done)
        return done.error();
    CatalogState state;
    if (select.next()) {
        state.visible = {select.text(0), select.integer(1)};
        state.checkedMs = select.integer(2);
        state.isWriter = select.integer(3) != 0;
        state.incoming = {select.text(4), select.integer(5)};
        state.digest = quint64(select.integer(6));
        state.replaces = !state.incoming.epoch.isEmpty() && state.incoming.epoch != state.visible.epoch;
    }
    if (const auto done = select.finish(); !done)
        return done.error();
    return state;
}

Result<void> writeCatalogState(Database::Private &database, const CatalogState &state)
{
    return database
        .statement("INSERT INTO catalog (id, epoch, version, checked_ms, is_writer, incoming_epoch, incoming_version, digest) "
                   "VALUES (1, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch, version = excluded.version, "
                   "checked_ms = excluded.checked_ms, is_writer = excluded.is_writer, incoming_epoch = excluded.incoming_epoch, "
                   "incoming_version = excluded.incoming_version, digest = excluded.digest"_L1)
        .run(state.visible.epoch, state.visible.version, state.checkedMs, state.isWriter, state.incoming.epoch, state.incoming.version,
             state.digest);
}

} // namespace saji
