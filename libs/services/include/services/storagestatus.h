// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <base/error.h>

#include <QString>

#include <optional>

namespace saji {

//! What the disk of a device can still do, from well to worse.
enum class StorageState {
    Fine,
    Low,      //!< somebody should look; everything goes on
    Full,     //!< no new orders; cooks go on, what was taken is kept and arrives
    ReadOnly, //!< no new orders: nothing can be written
    Failing,  //!< no new orders: the disk gives errors
};

//! What was done about a damaged store when this program started, or while it ran.
struct StorageRecovery
{
    QString damage;   //!< what was found, for engineers
    QString setAside; //!< the folder that has the damaged files now
    bool fromBackup = false; //!< false: there was no good backup, the store began anew
    Milliseconds backupTakenAt{0}; //!< by the wall clock
    quint64 eventsRestored = 0;
    quint64 eventsSalvaged = 0; //!< read from the damaged file
    int badBackups = 0;         //!< newer ones that were no good either
    bool isSameDevice = true;   //!< false: nobody knows any more which device this was
    Milliseconds healedAt{0};   //!< Clock::steadyNow()
    QString words; //!< all of it in one paragraph, for engineers
};

//! Whether this device can keep what it is told. What was confirmed is never removed to make room.
struct StorageStatus
{
    StorageState state = StorageState::Fine;
    qint64 freeBytes = 0; //!< as of the last look; 0 with totalBytes 0 = not looked yet
    qint64 totalBytes = 0;
    std::optional<Error> error; //!< why nothing can be written; cleared by the next write that succeeds
    std::optional<StorageRecovery> recovery; //!< this store was damaged and has been healed

    //! False: new orders are refused, with the same error on every screen.
    bool takesOrders() const { return state == StorageState::Fine || state == StorageState::Low; }
};

} // namespace saji
