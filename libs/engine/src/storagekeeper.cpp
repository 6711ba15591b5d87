// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/storagekeeper.h>

#include "logging.h"
#include "tuning.h"

namespace saji {
using namespace Qt::StringLiterals;
namespace {

StorageRecovery valuesOf(const RecoveryReport &report, Milliseconds now)
{
    StorageRecovery recovery;
    recovery.damage = report.damage;
    recovery.setAside = report.setAside;
    recovery.fromBackup = !report.backup.isEmpty();
    recovery.backupTakenAt = report.backupTakenAt;
    recovery.eventsRestored = quint64(report.eventsRestored);
    recovery.eventsSalvaged = quint64(report.eventsSalvaged);
    recovery.badBackups = int(report.badBackups.size());
    recovery.isSameDevice = report.isSameDevice;
    recovery.healedAt = now;
    recovery.words = report.inWords();
    return recovery;
}

StorageState stateOf(DiskState disk, const std::optional<Error> &error)
{
    if (disk == DiskState::Full)
        return StorageState::Full;
    if (error)
        return error->code == ErrorCode::DiskFull ? StorageState::Full
            : error->code == ErrorCode::ReadOnly  ? StorageState::ReadOnly
                                                  : StorageState::Failing;
    return disk == DiskState::Low ? StorageState::Low : StorageState::Fine;
}

} // namespace

StorageKeeper::StorageKeeper(const Rooms &rooms, const std::optional<RecoveryReport> &recovery, QObject *parent)
    : QObject(parent), m_rooms(rooms), m_probe(rooms.scheduler), m_tellDamage(rooms.scheduler)
{
    if (recovery)
        m_status.recovery = valuesOf(*recovery, rooms.clock.steadyNow());
    m_backup = std::make_unique<RollingBackup>(rooms.database, rooms.clock, rooms.scheduler, rooms.space);
    m_watch = std::make_unique<DiskWatch>(rooms.database.folder(), rooms.space, rooms.scheduler, [this] { return m_backup->thinOut(); });
    m_trimmer = std::make_unique<LogTrimmer>(rooms.log, rooms.scheduler, rooms.trimming);
    connect(&rooms.log, &EventLog::failed, this, &StorageKeeper::noteFailure);
    connect(&rooms.log, &EventLog::grown, this, &StorageKeeper::noteSuccess);
    connect(m_backup.get(), &RollingBackup::damaged, this, &StorageKeeper::noteDamage);
    connect(m_watch.get(), &DiskWatch::changed, this, [this](DiskState, const DiskUsage &usage) {
        qCWarning(lcEngine).noquote() << m_rooms.log.identity().name << "has" << usage.freeBytes / 1'000'000 << "MB of disk left";
        settle();
    });
}

StorageKeeper::~StorageKeeper() = default;

void StorageKeeper::start()
{
    m_watch->start();
    m_backup->start();
    m_trimmer->start();
    settle();
}

StorageStatus StorageKeeper::status() const
{
    auto now = m_status;
    now.freeBytes = m_watch->usage().freeBytes;
    now.totalBytes = m_watch->usage().totalBytes;
    return now;
}

std::optional<Error> StorageKeeper::refusal() const
{
    if (m_watch->state() != DiskState::Full)
        return std::nullopt;
    // A quota, or a disk that counts in its own way: it says that there is room, and takes nothing.
    if (m_watch->usage().freeBytes >= DiskPolicy().refuseBelowBytes + DiskPolicy().hysteresisBytes)
        return Error{ErrorCode::DiskFull, u"the disk takes no more data: free some space, or order at another kiosk or the counter"_s};
    return Error{ErrorCode::DiskFull, u"the disk has only %1 MB left, and those are kept for the orders that were taken already: free some space, "
                                      "or order at another kiosk or the counter"_s.arg(m_watch->usage().freeBytes / 1'000'000)};
}

void StorageKeeper::noteFailure(const Error &error)
{
    m_error = error;
    m_watch->writeFailed(error);
    settle();
    if (error.code == ErrorCode::Corrupt)
        noteDamage(error);
    else
        probeLater();
}

void StorageKeeper::noteSuccess()
{
    m_probe.stop();
    m_error.reset();
    // What was just written speaks against a full disk; guests are not sent away until the next look, a minute from now.
    if (m_watch->state() == DiskState::Full)
        m_watch->look();
    settle();
}

void StorageKeeper::noteDamage(const Error &error)
{
    qCCritical(lcEngine).noquote() << m_rooms.log.identity().name << "has damaged data:" << error.detail;
    // Whoever is told closes this node, and its log is in the middle of something.
    m_tellDamage.start(Milliseconds(0), [this, error] { emit damaged(error); });
}

void StorageKeeper::probeLater()
{
    m_probe.start(tuning::diskProbeEvery, [this] {
        // Its failure comes back as EventLog::failed, and asks for the next one.
        if (m_rooms.log.probe())
            noteSuccess();
    });
}

void StorageKeeper::settle()
{
    auto now = m_status;
    now.state = stateOf(m_watch->state(), m_error);
    now.freeBytes = m_watch->usage().freeBytes;
    now.totalBytes = m_watch->usage().totalBytes;
    now.error = m_error ? m_error : refusal();
    const bool isNews = now.state != m_status.state || now.error.has_value() != m_status.error.has_value();
    m_status = now;
    if (isNews)
        emit changed();
}

} // namespace saji
