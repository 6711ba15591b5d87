// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/backup.h>

#include "backupfolder.h"
#include "copyjob.h"
#include "databasehandle.h"
#include "logging.h"
#include "tuning.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

//! What a backup is worth another one for: facts and the menu. Notes and projections follow from them.
struct Contents
{
    qint64 lastArrival = 0;
    qint64 catalogVersion = 0;

    friend bool operator==(const Contents &, const Contents &) = default;
};

Result<Contents> contentsOf(Database::Private &database)
{
    const auto arrival = database.pragma("SELECT max(arrival) FROM events"_L1);
    if (!arrival)
        return arrival.error();
    const auto catalog = database.pragma("SELECT max(version, incoming_version) FROM catalog"_L1);
    if (!catalog)
        return catalog.error();
    return Contents{*arrival, *catalog};
}

} // namespace

class RollingBackup::Private
{
public:
    Private(RollingBackup &owner, Database::Private &handle, const Clock &time, Scheduler &scheduler, const DiskSpace &disk, const Options &how)
        : q(owner), database(handle), clock(time), space(disk), options(how), timer(scheduler), pieces(scheduler)
    {
    }

    QString folder() const { return database.folder.backupFolder(); }
    void turn();
    void begin();
    Result<void> prepare();
    void go();
    Result<void> finish();
    void end(const Error &error);
    void rotate();

    RollingBackup &q;
    Database::Private &database;
    const Clock &clock;
    const DiskSpace &space;
    const Options options;
    Timer timer;
    Timer pieces;
    std::unique_ptr<CopyJob> job;
    std::optional<Contents> kept; //!< in the newest backup
    Contents copied; //!< in the one that is being made, at least
};

void RollingBackup::Private::turn()
{
    timer.start(tuning::backupEvery, [this] { turn(); });
    if (job)
        return;
    const auto now = contentsOf(database);
    if (!now)
        end(now.error());
    else if (kept != *now)
        begin();
}

void RollingBackup::Private::begin()
{
    if (const auto ready = prepare(); !ready)
        return end(ready.error());
    job = std::make_unique<CopyJob>(database, QDir(folder()).filePath(u"saji-new.db"_s + partSuffix), options.vfs);
    pieces.start(tuning::copyPause, [this] { go(); });
}

Result<void> RollingBackup::Private::prepare()
{
    const auto now = contentsOf(database);
    if (!now)
        return now.error();
    copied = *now;
    const auto bytes = database.pragma("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"_L1);
    if (!bytes)
        return bytes.error();
    const auto usage = space.usage(database.folder.path());
    if (!usage)
        return usage.error();
    if (usage->freeBytes - *bytes < options.disk.warnMark(*usage))
        return Error{ErrorCode::DiskFull, u"no backup is made, it would need %1 MB of the last %2 MB of the disk: free some space"_s
                                              .arg(*bytes / 1'000'000 + 1)
                                              .arg(usage->freeBytes / 1'000'000)};
    return makePrivateFolder(folder());
}

void RollingBackup::Private::go()
{
    const auto isCopied = job->step();
    if (!isCopied)
        return end(isCopied.error());
    if (!*isCopied) {
        pieces.start(tuning::copyPause, [this] { go(); });
        return;
    }
    if (const auto done = finish(); !done)
        end(done.error());
}

Result<void> RollingBackup::Private::finish()
{
    BackupFile backup{{}, nextBackupSerial(database.folder.path()), clock.wallNow(), 0, 0};
    const auto events = database.pragma("SELECT max(arrival) FROM events"_L1);
    if (!events)
        return events.error();
    backup.events = *events;
    backup.path = QDir(folder()).filePath(backupName(backup));
    if (const auto named = StoreFiles({}).move(job->target(), backup.path); !named)
        return named;
    job.reset();
    kept = copied;
    rotate();
    qCDebug(lcStore).noquote() << database.folder.path() << "is kept in" << backup.path;
    emit q.made(backup);
    return {};
}

void RollingBackup::Private::end(const Error &error)
{
    job.reset();
    qCWarning(lcStore).noquote() << database.folder.path() << "backing up:" << error.detail;
    if (error.code != ErrorCode::Corrupt) {
        emit q.failed(error);
        return;
    }
    database.suspect(error);
    emit q.damaged(error);
}

void RollingBackup::Private::rotate()
{
    auto backups = listBackups(database.folder.path());
    backups.removeIf([](const BackupFile &backup) { return backup.schema > 0; });
    QList<Milliseconds> taken;
    for (const auto &backup : std::as_const(backups))
        taken.append(backup.takenAt);
    QList<BackupFile> old;
    const auto surplus = options.retention.surplus(taken, clock.wallNow());
    for (const auto place : surplus.first(qMin<qsizetype>(surplus.size(), tuning::backupsRemovedAtOnce)))
        old.append(backups.at(place));
    removeBackups(old);
}

RollingBackup::RollingBackup(Database &database, const Clock &clock, Scheduler &scheduler, const DiskSpace &space, const Options &options)
    : d(std::make_unique<Private>(*this, database.d(), clock, scheduler, space, options))
{
}

RollingBackup::RollingBackup(Database &database, const Clock &clock, Scheduler &scheduler, const DiskSpace &space)
    : RollingBackup(database, clock, scheduler, space, Options{})
{
}

RollingBackup::~RollingBackup() = default;

void RollingBackup::start()
{
    removeParts(d->folder());
    d->timer.start(tuning::firstBackupAfter, [this] { d->turn(); });
}

void RollingBackup::makeNow()
{
    if (!d->job)
        d->begin();
}

bool RollingBackup::isMaking() const
{
    return d->job != nullptr;
}

bool RollingBackup::thinOut()
{
    auto backups = listBackups(d->database.folder.path());
    backups.removeIf([](const BackupFile &backup) { return backup.schema > 0; });
    return removeBackups(backups.mid(qMin(tuning::backupsNeverRemoved, backups.size()))) > 0;
}

} // namespace saji
