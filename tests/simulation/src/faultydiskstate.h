// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simulation/faultydisk.h>

#include <QByteArray>
#include <QList>

#include <map>
#include <memory>
#include <sqlite3.h>

namespace saji {

//! A write reaches the platter sector by sector.
constexpr int sectorBytes = 512;

//! What was written and may not have reached the platter.
struct PendingWrite
{
    qint64 offset = 0;
    QByteArray bytes; //!< null = a truncation to `offset`
};

//! One file.
struct FileBody
{
    QByteArray now; //!< what readers see
    QByteArray synced; //!< what survives a power cut for certain
    QList<PendingWrite> pending; //!< since the last sync, in order
    std::map<int, std::unique_ptr<char[]>> shared; //!< the WAL index
    int sharedUsers = 0;
    int locks[8] = {}; //!< WAL index locks: -1 exclusive, n shared
};

using FilePointer = std::shared_ptr<FileBody>;

//! A part of a write, into what a body will then be.
void put(QByteArray &body, const PendingWrite &write, qint64 from, qint64 length);
//! Everything written is on the platter.
void settle(FileBody &file);

//! All that a faulty disk remembers; SQLite finds it through the VFS.
struct FaultyDiskState
{
    explicit FaultyDiskState(Random &r) : random(r) {}

    //! Counts one operation; false when the process has died, here or before.
    bool operate(quint64 life)
    {
        if (dead || life != currentLife)
            return false;
        ++operations;
        if (dieAt != 0 && --dieAt == 0) {
            if (dieByPower)
                losePower();
            dead = true;
            return false;
        }
        return true;
    }

    void losePower();

    Random &random;
    std::map<QByteArray, FilePointer> files;
    quint64 currentLife = 1;
    quint64 operations = 0;
    quint64 dieAt = 0;
    bool dieByPower = false;
    bool dead = false;
    bool hasLostPower = false; //!< with this death
    FaultyDisk::Fault fault = FaultyDisk::Fault::None;
    QByteArray name;
    sqlite3_vfs vfs{};
};

//! Fills in disk.vfs: the functions that SQLite calls.
void makeVfs(FaultyDiskState &disk);

} // namespace saji
