// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/database.h>

#include "databasehandle.h"
#include "logging.h"
#include "migrations.h"
#include "sqlerror.h"
#include "tuning.h"

#include <QSqlDriver>
#include <QUrl>
#include <QUrlQuery>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

constexpr quint32 applicationId = 0x53616a69; // "Saji"

QString freshConnectionName()
{
    static std::atomic<quint64> count = 0;
    return u"saji-store-%1"_s.arg(++count);
}

// By URI, because that is the only way to name a VFS through Qt's driver.
QString fileUri(const QString &file, const QString &vfs)
{
    auto uri = QUrl::fromLocalFile(file);
    if (!vfs.isEmpty()) {
        QUrlQuery query;
        query.addQueryItem(u"vfs"_s, vfs);
        uri.setQuery(query);
    }
    return QString::fromLatin1(uri.toEncoded());
}

// A new file gets its schema under a rollback journal: so the file itself, and not a log beside it, says from its first moment whose it is.
Result<void> refuseOrMigrate(Database::Private &database)
{
    const auto file = database.folder.databaseFile();
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
    if (*version < newest)
        qCInfo(lcStore).noquote() << database.folder.path() << "schema" << *version << "->" << newest;
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

} // namespace

Database::Private::Private(DataFolder taken) : folder(std::move(taken)), m_name(freshConnectionName()) {}

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

Result<void> Database::Private::connect(const QString &vfs)
{
    m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_connection.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1"_s.arg(tuning::busyTimeout.count()));
    m_connection.setDatabaseName(fileUri(folder.databaseFile(), vfs));
    if (!m_connection.open())
        return errorFromSql(m_connection.lastError(), u"opening %1"_s.arg(folder.databaseFile()));
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

Database::Database() = default;
Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const QString &folder, const Options &options)
{
    auto taken = DataFolder::take(folder);
    if (!taken)
        return taken.error();
    if (const auto fit = taken->checkHeader(applicationId, newestSchema()); !fit)
        return fit.error();
    std::unique_ptr<Database> database(new Database);
    database->m_d = std::make_unique<Private>(std::move(*taken));
    auto &d = database->d();
    if (const auto connected = d.connect(options.vfs); !connected)
        return connected.error();
    for (const auto &pragma : {u"foreign_keys = ON"_s, u"synchronous = FULL"_s, u"temp_store = MEMORY"_s,
                               u"wal_autocheckpoint = %1"_s.arg(tuning::walAutoCheckpointPages),
                               u"journal_size_limit = %1"_s.arg(tuning::walSizeLimitBytes), u"cache_size = -%1"_s.arg(tuning::pageCacheKib)}) {
        if (const auto set = d.exec(u"PRAGMA "_s + pragma); !set)
            return set.error();
    }
    if (const auto ready = refuseOrMigrate(d); !ready) {
        d.leaveUntouched();
        return ready.error();
    }
    if (const auto ready = useWriteAheadLog(d); !ready)
        return ready.error();
    return database;
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
