// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/diskspace.h>

#include "logging.h"
#include "sqlerror.h"
#include "tuning.h"

#include <QFile>

#include <sys/statvfs.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace saji {

Result<DiskUsage> SystemDiskSpace::usage(const QString &folder) const
{
    struct statvfs disk = {};
    if (::statvfs(QFile::encodeName(folder).constData(), &disk) != 0)
        return errorFromErrno(errno, u"asking how full the disk of %1 is"_s.arg(folder));
    return DiskUsage{qint64(disk.f_blocks) * qint64(disk.f_frsize), qint64(disk.f_bavail) * qint64(disk.f_frsize)};
}

qint64 DiskPolicy::warnMark(const DiskUsage &usage) const
{
    return qMax(warnBelowBytes, qMin(usage.totalBytes / 100 * warnBelowPercent, warnBelowAtMost));
}

DiskState DiskPolicy::next(DiskState now, const DiskUsage &usage) const
{
    const auto warn = warnMark(usage);
    const auto refuse = refuseBelowBytes;
    if (usage.freeBytes < refuse + (now == DiskState::Full ? hysteresisBytes : 0))
        return DiskState::Full;
    if (usage.freeBytes < warn + (now == DiskState::Ample ? 0 : hysteresisBytes))
        return DiskState::Low;
    return DiskState::Ample;
}

DiskWatch::DiskWatch(const QString &folder, const DiskSpace &space, Scheduler &scheduler, std::function<bool()> makeRoom, const DiskPolicy &policy)
    : m_folder(folder), m_space(space), m_timer(scheduler), m_makeRoom(std::move(makeRoom)), m_policy(policy)
{
}

void DiskWatch::start()
{
    look();
    m_timer.start(tuning::diskLookEvery, [this] { start(); });
}

void DiskWatch::look()
{
    auto usage = m_space.usage(m_folder);
    // Room is made before anybody is alarmed; at the end of it the disk may be ample again.
    if (usage && m_policy.next(m_state, *usage) > m_state && m_makeRoom && m_makeRoom())
        usage = m_space.usage(m_folder);
    if (!usage) {
        qCWarning(lcStore).noquote() << usage.error().detail;
        return;
    }
    m_usage = *usage;
    setState(m_policy.next(m_state, m_usage));
}

void DiskWatch::writeFailed(const Error &error)
{
    look();
    if (error.code != ErrorCode::DiskFull || m_state == DiskState::Full)
        return;
    if (m_makeRoom)
        m_makeRoom();
    setState(DiskState::Full);
}

void DiskWatch::setState(DiskState state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit changed(m_state, m_usage);
}

} // namespace saji
