// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction.h"

#include "databasehandle.h"
#include "logging.h"
#include "tuning.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace saji {

Transaction::Transaction(Database::Private &database, Durability durability) : m_database(database), m_durability(durability) {}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    // SQLite rolls back by itself after some errors (disk full, I/O): a second ROLLBACK would only complain.
    if (!sqlite3_get_autocommit(m_database.sqlite())) {
        if (const auto done = m_database.statement("ROLLBACK"_L1).run(); !done)
            qCWarning(lcStore).noquote() << "rolling back:" << done.error().detail;
    }
    end();
}

Result<void> Transaction::begin()
{
    if (m_database.inTransaction)
        return Error{ErrorCode::Internal, u"a transaction within a transaction"_s};
    if (m_durability != Durability::Full) {
        if (const auto set = m_database.exec(u"PRAGMA synchronous = NORMAL"_s); !set)
            return set;
    }
    if (m_durability == Durability::Bulk)
        sqlite3_wal_autocheckpoint(m_database.sqlite(), tuning::walBulkCheckpointPages);
    m_open = true;
    m_database.inTransaction = true;
    return m_database.statement("BEGIN IMMEDIATE"_L1).run();
}

Result<void> Transaction::commit()
{
    if (const auto done = m_database.statement("COMMIT"_L1).run(); !done)
        return done;
    end();
    return {};
}

void Transaction::end()
{
    m_open = false;
    m_database.inTransaction = false;
    if (m_durability == Durability::Bulk)
        sqlite3_wal_autocheckpoint(m_database.sqlite(), m_database.checkpointPages);
    if (m_durability != Durability::Full) {
        if (const auto set = m_database.exec(u"PRAGMA synchronous = EXTRA"_s); !set)
            qCWarning(lcStore).noquote() << "going back to durable commits:" << set.error().detail;
    }
}

} // namespace saji
