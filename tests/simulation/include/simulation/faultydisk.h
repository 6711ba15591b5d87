// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>

#include <QByteArray>
#include <QHash>

#include <memory>

namespace saji {

struct FaultyDiskState;

//! A disk of one simulated device, for SQLite to write on: keeps its files in memory, remembers what was synced, and fails on demand.
//!
//! Registered as a SQLite VFS under `vfsName()` (Database::Options::vfs). A power cut throws away a random part of what was
//! not synced, torn at 512-byte sectors; a killed process leaves every write in place. After either, handles still open answer
//! SQLITE_IOERR until the device "boots". One thread.
class FaultyDisk
{
public:
    explicit FaultyDisk(Random &random);
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk &) = delete;
    FaultyDisk &operator=(const FaultyDisk &) = delete;

    const QByteArray &vfsName() const;

    //! Unplugs the device: what was not synced may be gone, in any combination of sectors.
    void cutPower();
    //! kill -9: nothing written is lost, but nobody is there any more.
    void killProcess();
    //! The process dies by itself at the n-th write or sync from now (1 = the very next), as if killed or unplugged there.
    void dieAtOperation(quint64 n, bool powerCut);
    bool isDead() const;
    //! Dead, and not by killProcess: the whole machine is off.
    bool hasLostPower() const;
    //! A new process: files may be opened again. Handles from before stay dead.
    void boot();

    enum class Fault { None, Full, ReadOnly, IoError };
    //! From now on writes (Full, ReadOnly) or writes and syncs (IoError) fail, until None.
    void setFault(Fault fault);
    //! One page of a file that ends with `suffix` becomes rubbish, as a bad sector does; false when there is none.
    bool corruptPage(const QByteArray &suffix);

    //! An image of all files as they are, for "restored from an old backup".
    using Image = QHash<QByteArray, QByteArray>;
    Image image() const;
    //! Of every byte of every file, synced or not: equal runs leave equal disks.
    QByteArray digest() const;
    void restore(const Image &image);
    void wipe();

    quint64 operations() const; //!< writes and syncs so far
    qint64 bytes() const; //!< in all files

private:
    std::unique_ptr<FaultyDiskState> d;
};

//! SQLite draws numbers of its own (WAL salts) from one generator per process: call this at the start of each run, so that the same
//! seed writes the same bytes.
void seedSqlite(quint32 seed);

} // namespace saji
