// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <base/random.h>
#include <store/database.h>

#include <QStringList>

#include <optional>

namespace saji {

//! What was done about a damaged store, for the log, the panel and the person who is called.
struct RecoveryReport
{
    QString damage; //!< what was found
    QString setAside; //!< the folder that has the damaged files now; why.txt in it says what happened
    QString backup; //!< the one that was restored; empty = there was no good one, the store began anew
    Milliseconds backupTakenAt{0}; //!< by the wall clock
    qint64 eventsRestored = 0; //!< from the backup
    qint64 eventsSalvaged = 0; //!< read from the damaged file
    QStringList badBackups; //!< newer ones that were no good either; in `setAside` too
    bool isSameDevice = true; //!< false: nobody knows any more which device this was

    QString inWords() const; //!< for the log and for engineers
};

struct OpenedDatabase
{
    std::unique_ptr<Database> database;
    std::optional<RecoveryReport> recovery; //!< nothing when all was well
};

//! Opens the store of a device and, if it is damaged or gone, restores it. Everything that runs unattended opens its store with this.
//!
//! A damaged store is set aside in DATA/damaged-<time>, never deleted. The newest good backup takes its place, or a fresh store of the
//! same device, together with every event that can still be read from the damaged file. The device goes on under a new epoch, so that
//! its old one is an origin like any other: peers give back what is missing. A catalog that was written here gets a new epoch as well.
//!
//! Looking costs little: each start touches every table and the ends of the log. After damage was met at work (EventLog::failed with
//! Corrupt, RollingBackup::damaged) the next call reads everything; reopen then. All else is left to the rolling backup, which reads
//! everything within seconds of a start without keeping anybody waiting (60 ms per 100 MB at a stretch would, and a kiosk starts in 300).
//! Errors are those of Database::open without Corrupt; nothing has been changed then.
[[nodiscard]] Result<OpenedDatabase> openOrRecover(const QString &folder, const Clock &clock, Random &random, const Database::Options &options);
[[nodiscard]] Result<OpenedDatabase> openOrRecover(const QString &folder, const Clock &clock, Random &random);

} // namespace saji
