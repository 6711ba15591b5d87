// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulkstatement.h"
#include "datafolder.h"
#include "statement.h"

#include <store/database.h>

#include <QHash>
#include <QSqlDatabase>

#include <memory>

struct sqlite3;

namespace saji {

//! The connection itself, and the statements kept for it; known to the store's own classes only.
class Database::Private
{
public:
    explicit Private(DataFolder folder);
    ~Private();
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    [[nodiscard]] Result<void> connect(const QString &vfs);
    //! Text as it is, for schema and pragmas; statements with values are `statement`s.
    [[nodiscard]] Result<void> exec(const QString &sql);
    [[nodiscard]] Result<qint64> pragma(QLatin1StringView name);
    //! The kept statement for this text, which must outlive the connection (a literal).
    Statement &statement(QLatin1StringView sql);
    //! The same for writing many rows.
    BulkStatement &bulkStatement(QLatin1StringView sql);
    //! One that is not kept, for readings that may be nested.
    Statement statementForOnce(QLatin1StringView sql) const { return {m_connection, sql}; }
    sqlite3 *sqlite() const;
    //! From now on closing leaves the file exactly as it is.
    void leaveUntouched();

    DataFolder folder;
    int schemaVersion = 0;
    bool inTransaction = false;

private:
    QString m_name;
    QSqlDatabase m_connection;
    QHash<QLatin1StringView, std::shared_ptr<Statement>> m_statements;
    QHash<QLatin1StringView, std::shared_ptr<BulkStatement>> m_bulkStatements;
};

} // namespace saji
