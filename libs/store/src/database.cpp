// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/database.h>

#include "applicationid.h"
#include "backupfolder.h"
#include "databasehandle.h"
#include "logging.h"
#include "migrations.h"
#include "rawconnection.h"
#include "replacement.h"
#include "sqlerror.h"
#include "tuning.h"

#include <QSqlDriver>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

QString freshConnectionName()
{
    static std::atomic<quint64> count = 0;
    return u"saji-store-%1"_s.arg(++count);
}

// A new file gets its schema under a rollback journal: so the file itself, and not a log beside it, says from its first moment whose it is.
Result<void> refuseOrMigrate(Database::Private &database)
{
    const auto &file = database.file;
    const auto id = database.pragma("PRAGMA application_id"_L1);
    if (!id)
        return id.error();
    const auto tables = database.pragma("SELECT count(*) FROM sqlite_schema"_L1);
    if (!tables)
        return tables.error();
    const bool isNew = *id == 0 && *tables == 0;
    if (!isNew && *id != applicationId)
        return foreignDatabase(file);
    const auto version = database.pragma("PRAGMA user_version"_L1);
    if (!version)
        return version.error();
    const int newest = newestSchema();
    if (*version > newest)
        return newerDatabase(file, int(*version), newest);
    if (sqlite3_db_readonly(database.sqlite(), "main") == 1)
        return errorFromErrno(EROFS, u"opening %1"_s.arg(file));
    if (!isNew && *version < 1)
        return damagedDatabase(file, u"its schema has the number %1"_s.arg(*version));
    if (*version < newest)
        qCInfo(lcStore).noquote() << database.folder.path() << "schema" << *version << "->" << newest;
    const bool isInUse = file == database.folder.databaseFile(); // and not a copy of something that is kept anyway
    if (!isNew && isInUse && *version < newest) {
        if (const auto kept = backUpBeforeMigration(database, int(*version)); !kept)
            return kept;
    }
    if (const auto migrated = migrate(database, int(*version), applicationId); !migrated)
        return migrated;
    database.schemaVersion = newest;
    return {};
}

Result<void> useWriteAheadLog(Database::Private &database)
{
    auto &mode = database.statement("PRAGMA journal_mode = WAL"_L1);
    if (const auto done = mode.run(); !done)
        return done;
    const auto answer = mode.next() ? mode.text(0) : QString();
    if (const auto done = mode.finish(); !done)
        return done;
    if (answer != "wal"_L1)
        return Error{ErrorCode::Io, u"the disk of %1 cannot keep a write-ahead log: use a local disk, not a network share"_s
                                        .arg(database.folder.path())};
    return {};
}

//! What the last process wrote to the log and was killed before it could sync: SQLite shows it to whoever opens the file, and would sync it
//! with the next commit only. Nobody may hear of it before it would outlive a power cut.
Result<void> syncWhatWasFound(Database::Private &database)
{
    sqlite3_file *log = nullptr;
    sqlite3_file_control(database.sqlite(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (!log || !log->pMethods)
        return {};
    const int result = log->pMethods->xSync(log, SQLITE_SYNC_NORMAL);
    if (result != SQLITE_OK)
        return Error{errorCodeFromSqlite(result), u"what %1-wal holds cannot be put on the disk (SQLite %2): check the disk and its cable"_s
                                                      .arg(database.file)
                                                      .arg(result)};
    return {};
}

} // namespace

Database::Private::Private(std::shared_ptr<const DataFolder> held, QString name, const Options &options)
    : m_folder(std::move(held)), folder(*m_folder), file(std::move(name)), files(options.vfs), m_name(freshConnectionName())
{
}

Database::Private::~Private()
{
    m_statements.clear();
    m_bulkStatements.clear();
    if (!m_connection.isValid())
        return;
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> Database::Private::connect()
{
    m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_connection.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1"_s.arg(tuning::busyTimeout.count()));
    m_connection.setDatabaseName(sqliteUri(file, files.vfs()));
    if (!m_connection.open())
        return errorFromSql(m_connection.lastError(), u"opening %1"_s.arg(file));
    return {};
}

Result<void> Database::Private::exec(const QString &sql)
{
    QSqlQuery query(m_connection);
    if (query.exec(sql))
        return {};
    return errorFromSql(query.lastError(), u"running \"%1\""_s.arg(sql.simplified().left(120)));
}

Result<qint64> Database::Private::pragma(QLatin1StringView sql)
{
    const auto value = Statement(m_connection, sql).number();
    if (!value)
        return value.error();
    return value->value_or(0);
}

Statement &Database::Private::statement(QLatin1StringView sql)
{
    auto &kept = m_statements[sql];
    if (!kept)
        kept = std::make_shared<Statement>(m_connection, sql);
    return *kept;
}

Result<void> Database::Private::settle()
{
    const int result = sqlite3_wal_checkpoint_v2(sqlite(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    // Somebody else is at it: then it is done.
    if (result == SQLITE_OK || result == SQLITE_BUSY || result == SQLITE_LOCKED)
        return {};
    return errorFromSqlite(sqlite(), u"copying the write-ahead log home"_s);
}

void Database::Private::useLongWriteAheadLog()
{
    checkpointPages = tuning::walBusyCheckpointPages;
    sqlite3_wal_autocheckpoint(sqlite(), checkpointPages);
}

BulkStatement &Database::Private::bulkStatement(QLatin1StringView sql)
{
    auto &kept = m_bulkStatements[sql];
    if (!kept)
        kept = std::make_shared<BulkStatement>(sqlite(), sql);
    return *kept;
}

sqlite3 *Database::Private::sqlite() const
{
    const auto handle = m_connection.driver()->handle();
    return *static_cast<sqlite3 *const *>(handle.data());
}

void Database::Private::leaveUntouched()
{
    sqlite3_db_config(sqlite(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void Database::Private::suspect(const Error &why)
{
    if (std::exchange(m_isSuspect, true))
        return;
    qCWarning(lcStore).noquote() << folder.path() << "may be damaged:" << why.detail;
    if (const auto noted = writeWhole(folder.suspicionFile(), why.detail.toUtf8() + '\n'); !noted)
        qCWarning(lcStore).noquote() << folder.path() << "this could not be noted:" << noted.error().detail;
}

Result<void> Database::Private::prepare()
{
    if (const auto connected = connect(); !connected)
        return connected;
    for (const auto &pragma : {u"foreign_keys = ON"_s, u"synchronous = EXTRA"_s, u"temp_store = MEMORY"_s,
                               u"wal_autocheckpoint = %1"_s.arg(tuning::walAutoCheckpointPages),
                               u"journal_size_limit = %1"_s.arg(tuning::walSizeLimitBytes), u"cache_size = -%1"_s.arg(tuning::pageCacheKib)}) {
        if (const auto set = exec(u"PRAGMA "_s + pragma); !set)
            return set;
    }
    if (const auto ready = refuseOrMigrate(*this); !ready) {
        leaveUntouched();
        return ready;
    }
    if (const auto done = useWriteAheadLog(*this); !done)
        return done;
    return syncWhatWasFound(*this);
}

Result<std::unique_ptr<Database>> Database::Private::open(std::shared_ptr<const DataFolder> folder, const QString &file, const Options &options)
{
    const StoreFiles files(options.vfs);
    if (const auto fit = folder->checkHeader(files, file, applicationId, newestSchema()); !fit)
        return fit.error();
    std::unique_ptr<Database> database(new Database);
    database->m_d = std::make_unique<Private>(std::move(folder), file, options);
    if (const auto ready = database->d().prepare(); !ready)
        return ready.error();
    return database;
}

Database::Database() = default;
Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const QString &path, const Options &options)
{
    auto taken = DataFolder::take(path);
    if (!taken)
        return taken.error();
    const auto folder = std::make_shared<const DataFolder>(std::move(*taken));
    if (const auto finished = finishReplacement(*folder, StoreFiles(options.vfs)); !finished)
        return finished.error();
    return Private::open(folder, folder->databaseFile(), options);
}

QString Database::folder() const
{
    return m_d->folder.path();
}

int Database::schemaVersion() const
{
    return m_d->schemaVersion;
}

} // namespace saji
