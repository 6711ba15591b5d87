// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <services/storagestatus.h>
#include <store/backup.h>
#include <store/diskspace.h>
#include <store/eventlog.h>
#include <store/logtrimmer.h>
#include <store/recovery.h>

#include <QObject>

#include <memory>

namespace saji {

//! Looks after the disk of one node: watches how full it is, makes the rolling backups, trims the log, and knows what was done about
//! a damaged store. Says whether orders can be taken now.
//!
//! On the thread of the database, which must outlive it.
class StorageKeeper : public QObject
{
    Q_OBJECT

public:
    struct Rooms
    {
        Database &database;
        EventLog &log;
        const Clock &clock;
        Scheduler &scheduler;
        const DiskSpace &space;
        TrimPolicy trimming = {};
    };

    StorageKeeper(const Rooms &rooms, const std::optional<RecoveryReport> &recovery, QObject *parent = nullptr);
    ~StorageKeeper() override;

    void start();
    StorageStatus status() const;
    //! Why no order may be taken now, with what to do; nullopt while orders can be kept. A disk that failed once is not refused here:
    //! the next order is the test, and says the same.
    std::optional<Error> refusal() const;
    RollingBackup &backup() { return *m_backup; }

signals:
    void changed();
    //! The store holds something that cannot be read. Close the node and open it again: opening heals it.
    void damaged(const saji::Error &error);

private:
    void noteFailure(const Error &error);
    void noteSuccess();
    void noteDamage(const Error &error);
    void probeLater();
    void settle();

    Rooms m_rooms;
    StorageStatus m_status;
    std::optional<Error> m_error; //!< of the last write
    std::unique_ptr<RollingBackup> m_backup;
    std::unique_ptr<DiskWatch> m_watch;
    std::unique_ptr<LogTrimmer> m_trimmer;
    Timer m_probe;
    Timer m_tellDamage;
};

} // namespace saji
