// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <store/database.h>
#include <store/diskspace.h>
#include <store/retention.h>

#include <QObject>

#include <memory>

namespace saji {

//! One copy of the database in DATA/backups, complete and read through.
struct BackupFile
{
    QString path;
    quint64 serial = 0; //!< the order of making; wall clocks may be set
    Milliseconds takenAt{0}; //!< by the wall clock, for people
    qint64 events = 0; //!< recorded up to then (the arrival of the newest)
    //! Made before the schema was changed from this one; 0 = an ordinary one. Such copies are not rotated.
    int schema = 0;
};

//! Newest first; what has another name is not listed.
[[nodiscard]] QList<BackupFile> listBackups(const QString &dataFolder);

//! Copies a database that is in use again and again, so that a damaged file costs minutes: every 5 minutes while something changes.
//!
//! Works in pieces of a few milliseconds between which everything else has its turn. A copy is checked and forced to the disk under
//! another name before it counts. Failures are told, never fatal: the next turn tries again. On the thread of the database, which
//! must outlive it.
class RollingBackup : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        Retention retention;
        DiskPolicy disk; //!< no copy that would take the disk below what warns
        QString vfs; //!< for the copies, in tests of failing disks; empty = the default one
    };

    RollingBackup(Database &database, const Clock &clock, Scheduler &scheduler, const DiskSpace &space, const Options &options);
    RollingBackup(Database &database, const Clock &clock, Scheduler &scheduler, const DiskSpace &space);
    ~RollingBackup() override;

    //! The first copy is made soon, whatever has changed, because it reads everything once.
    void start();
    //! Makes one now; does nothing while one is being made.
    void makeNow();
    bool isMaking() const;
    //! Removes all but the newest two, to make room on a full disk; says whether that removed anything.
    bool thinOut();

signals:
    void made(const saji::BackupFile &backup);
    void failed(const saji::Error &error);
    //! The copy, and so the database, holds something that cannot be read; the next openOrRecover() will look at everything.
    void damaged(const saji::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji

Q_DECLARE_METATYPE(saji::BackupFile)
