// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulkstatement.h"
#include "datafolder.h"
#include "statement.h"
#include "storefiles.h"
#include "tuning.h"

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
    //! `file` is the folder's database, or one that is being built to take its place.
    Private(std::shared_ptr<const DataFolder> folder, QString file, const Options &options);
    ~Private();
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    //! Opens `file` in a folder that is held already.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(std::shared_ptr<const DataFolder> folder, const QString &file, const Options &options);
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
    //! Copies the write-ahead log home as far as nobody reads from it: after much was written, when nobody waits.
    [[nodiscard]] Result<void> settle();
    //! For who writes for others: the write-ahead log grows longer before it is copied home.
    void useLongWriteAheadLog();
    //! From now on closing leaves the file exactly as it is.
    void leaveUntouched();
    //! Something that was read is damaged: the next openOrRecover() looks at everything. Written beside the database, once.
    void suspect(const Error &why);

private:
    std::shared_ptr<const DataFolder> m_folder;

public:
    const DataFolder &folder;
    const QString file;
    const StoreFiles files;
    int schemaVersion = 0;
    int checkpointPages = tuning::walAutoCheckpointPages; //!< by useLongWriteAheadLog()
    bool inTransaction = false;

private:
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<void> prepare();

    const QString m_name;
    bool m_isSuspect = false;
    QSqlDatabase m_connection;
    QHash<QLatin1StringView, std::shared_ptr<Statement>> m_statements;
    QHash<QLatin1StringView, std::shared_ptr<BulkStatement>> m_bulkStatements;
};

} // namespace saji
