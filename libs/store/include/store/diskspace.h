// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <base/scheduler.h>

#include <QObject>

#include <functional>

namespace saji {

struct DiskUsage
{
    qint64 totalBytes = 0;
    qint64 freeBytes = 0; //!< for this user
};

//! How full a disk is; handed in, so that tests can fill one.
class DiskSpace
{
public:
    virtual ~DiskSpace() = default;
    //! Of the disk that `folder` is on.
    [[nodiscard]] virtual Result<DiskUsage> usage(const QString &folder) const = 0;
};

//! The machine's own disks (statvfs).
class SystemDiskSpace final : public DiskSpace
{
public:
    [[nodiscard]] Result<DiskUsage> usage(const QString &folder) const override;
};

enum class DiskState {
    Ample,
    Low, //!< somebody should look; everything goes on
    //! No *new* orders, so that there is room for what follows from the old ones: cooks go on, what is on its way arrives. Nothing
    //! that was confirmed is ever deleted to make room.
    Full,
};

//! When a disk is called low, and when full.
//!
//! There is no ballast file to throw off: these last 100 MB are the ballast, room for 100,000 facts. What another program eats, it would
//! eat of a ballast, too.
struct DiskPolicy
{
    //! A week of a busy kiosk with its backups is some 200 MB: time to react, over a weekend as well.
    qint64 warnBelowBytes = 500'000'000;
    int warnBelowPercent = 5;
    //! ... but on a large disk 5 % is no reason to alarm anybody.
    qint64 warnBelowAtMost = 5'000'000'000;
    qint64 refuseBelowBytes = 100'000'000;
    //! So much above a mark before a state is left again: a disk at the mark must not open and close the shop every minute.
    qint64 hysteresisBytes = 50'000'000;

    qint64 warnMark(const DiskUsage &usage) const;
    [[nodiscard]] DiskState next(DiskState now, const DiskUsage &usage) const;
};

//! Watches the disk of one folder: looks every minute, and whenever a write has failed.
class DiskWatch : public QObject
{
    Q_OBJECT

public:
    //! `makeRoom` is asked before a worse state is told, and says whether it removed anything (RollingBackup::thinOut).
    DiskWatch(const QString &folder, const DiskSpace &space, Scheduler &scheduler, std::function<bool()> makeRoom = {}, const DiskPolicy &policy = {});

    //! Looks at once, and then every minute.
    void start();
    void look();
    //! A write has failed. DiskFull counts even if the disk says otherwise (a quota): the state is Full until the next look.
    void writeFailed(const Error &error);
    DiskState state() const { return m_state; }
    //! As of the last look that succeeded.
    DiskUsage usage() const { return m_usage; }

signals:
    void changed(saji::DiskState state, const saji::DiskUsage &usage);

private:
    void setState(DiskState state);

    QString m_folder;
    const DiskSpace &m_space;
    Timer m_timer;
    std::function<bool()> m_makeRoom;
    DiskPolicy m_policy;
    DiskState m_state = DiskState::Ample;
    DiskUsage m_usage;
};

} // namespace saji

Q_DECLARE_METATYPE(saji::DiskUsage)
