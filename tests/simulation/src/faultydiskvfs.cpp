// SPDX-License-Identifier: GPL-3.0-or-later
//
// The functions of the disk that SQLite calls (sqlite3_io_methods, sqlite3_vfs).

#include "faultydiskstate.h"

#include <QtGlobal>

#include <algorithm>
#include <cstring>
#include <new>

namespace saji {
namespace {

//! What SQLite holds of an open file. Plain memory of SQLite's own: construct and destroy by hand.
struct Handle
{
    sqlite3_file base{};
    FilePointer file;
    FaultyDiskState *disk = nullptr;
    quint64 life = 0;
    int sharedHeld[8] = {};
};

struct FaultyDiskVfs
{
    static FaultyDiskState &disk(sqlite3_vfs *vfs) { return *static_cast<FaultyDiskState *>(vfs->pAppData); }
    static FaultyDiskState &disk(const Handle &handle) { return *handle.disk; }
    static Handle &handle(sqlite3_file *file) { return *reinterpret_cast<Handle *>(file); }
    static bool alive(const Handle &h) { return !disk(h).dead && h.life == disk(h).currentLife; }

    static int close(sqlite3_file *file)
    {
        Handle &h = handle(file);
        shmUnmap(file, 0);
        h.~Handle();
        return SQLITE_OK;
    }

    static int read(sqlite3_file *file, void *out, int amount, sqlite3_int64 offset)
    {
        Handle &h = handle(file);
        if (!alive(h))
            return SQLITE_IOERR_READ;
        const qint64 available = std::clamp<qint64>(h.file->now.size() - offset, 0, amount);
        std::memcpy(out, h.file->now.constData() + (available > 0 ? offset : 0), size_t(available));
        if (available == amount)
            return SQLITE_OK;
        std::memset(static_cast<char *>(out) + available, 0, size_t(amount - available));
        return SQLITE_IOERR_SHORT_READ;
    }

    static int write(sqlite3_file *file, const void *in, int amount, sqlite3_int64 offset)
    {
        Handle &h = handle(file);
        FaultyDiskState &d = disk(h);
        if (!d.operate(h.life))
            return SQLITE_IOERR_WRITE;
        switch (d.fault) {
        case FaultyDisk::Fault::Full: return SQLITE_FULL;
        case FaultyDisk::Fault::ReadOnly: return SQLITE_READONLY;
        case FaultyDisk::Fault::IoError: return SQLITE_IOERR_WRITE;
        case FaultyDisk::Fault::None: break;
        }
        const PendingWrite write{offset, QByteArray(static_cast<const char *>(in), amount)};
        put(h.file->now, write, 0, amount);
        h.file->pending.append(write);
        return SQLITE_OK;
    }

    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        Handle &h = handle(file);
        if (!disk(h).operate(h.life))
            return SQLITE_IOERR_TRUNCATE;
        if (size < h.file->now.size()) {
            h.file->now.truncate(size);
            h.file->pending.append({size, QByteArray()});
        }
        return SQLITE_OK;
    }

    static int sync(sqlite3_file *file, int)
    {
        Handle &h = handle(file);
        FaultyDiskState &d = disk(h);
        if (!d.operate(h.life) || d.fault == FaultyDisk::Fault::IoError)
            return SQLITE_IOERR_FSYNC;
        settle(*h.file);
        return SQLITE_OK;
    }

    static int fileSize(sqlite3_file *file, sqlite3_int64 *size)
    {
        Handle &h = handle(file);
        if (!alive(h))
            return SQLITE_IOERR_FSTAT;
        *size = h.file->now.size();
        return SQLITE_OK;
    }

    // One process, one connection a database: file locks never conflict.
    static int lock(sqlite3_file *, int) { return SQLITE_OK; }
    static int unlock(sqlite3_file *, int) { return SQLITE_OK; }
    static int checkReserved(sqlite3_file *, int *out)
    {
        *out = 0;
        return SQLITE_OK;
    }
    static int control(sqlite3_file *, int, void *) { return SQLITE_NOTFOUND; }
    static int sectorSize(sqlite3_file *) { return sectorBytes; }
    static int characteristics(sqlite3_file *) { return 0; }

    static int shmMap(sqlite3_file *file, int region, int bytes, int extend, void volatile **out)
    {
        Handle &h = handle(file);
        auto &memory = h.file->shared[region];
        if (!memory && extend) {
            memory = std::make_unique<char[]>(size_t(bytes));
            std::memset(memory.get(), 0, size_t(bytes));
        }
        *out = memory.get();
        return SQLITE_OK;
    }

    static int shmLock(sqlite3_file *file, int offset, int count, int flags)
    {
        Handle &h = handle(file);
        for (int i = offset; i < offset + count; ++i) {
            int &lock = h.file->locks[i];
            int &held = h.sharedHeld[i];
            if (flags & SQLITE_SHM_UNLOCK) {
                if (held != 0)
                    lock = held < 0 ? 0 : lock - 1;
                held = 0;
            } else if (flags & SQLITE_SHM_SHARED) {
                if (lock < 0)
                    return SQLITE_BUSY;
                if (held == 0)
                    ++lock;
                held = 1;
            } else {
                if (lock != 0 && held == 0)
                    return SQLITE_BUSY;
                lock = -1;
                held = -1;
            }
        }
        return SQLITE_OK;
    }

    static void shmBarrier(sqlite3_file *) {}

    static int shmUnmap(sqlite3_file *file, int)
    {
        Handle &h = handle(file);
        for (int i = 0; i < 8; ++i) {
            if (h.sharedHeld[i] != 0 && h.life == disk(h).currentLife)
                h.file->locks[i] = h.sharedHeld[i] < 0 ? 0 : h.file->locks[i] - 1;
            h.sharedHeld[i] = 0;
        }
        return SQLITE_OK;
    }

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        static const sqlite3_io_methods methods = {2,       close,  read,    write,         truncate,   sync,           fileSize, lock,
                                                   unlock,  checkReserved, control, sectorSize, characteristics, shmMap,   shmLock,
                                                   shmBarrier, shmUnmap, nullptr, nullptr};
        file->pMethods = nullptr;
        FaultyDiskState &d = disk(vfs);
        if (d.dead)
            return SQLITE_CANTOPEN;
        FilePointer body;
        if (!name) {
            body = std::make_shared<FileBody>(); // a temporary file
        } else {
            auto &known = d.files[name];
            if (!known) {
                if (!(flags & SQLITE_OPEN_CREATE) || d.fault == FaultyDisk::Fault::ReadOnly) {
                    d.files.erase(name);
                    return SQLITE_CANTOPEN;
                }
                known = std::make_shared<FileBody>();
            }
            body = known;
        }
        auto *h = new (file) Handle;
        h->file = std::move(body);
        h->disk = &d;
        h->life = d.currentLife;
        h->base.pMethods = &methods;
        if (outFlags)
            *outFlags = flags;
        return SQLITE_OK;
    }

    static int remove(sqlite3_vfs *vfs, const char *name, int)
    {
        FaultyDiskState &d = disk(vfs);
        if (!d.operate(d.currentLife))
            return SQLITE_IOERR_DELETE;
        return d.files.erase(name) ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
    }

    static int access(sqlite3_vfs *vfs, const char *name, int, int *out)
    {
        FaultyDiskState &d = disk(vfs);
        const auto it = d.files.find(name);
        *out = it != d.files.end() && !(it->second->now.isEmpty());
        return SQLITE_OK;
    }

    static int fullPath(sqlite3_vfs *, const char *name, int size, char *out)
    {
        sqlite3_snprintf(size, out, "%s", name);
        return SQLITE_OK;
    }

    static int randomness(sqlite3_vfs *vfs, int size, char *out)
    {
        for (int i = 0; i < size; ++i)
            out[i] = char(disk(vfs).random.next());
        return size;
    }

    static int sleep(sqlite3_vfs *, int microseconds) { return microseconds; }
    static int currentTime(sqlite3_vfs *, double *out)
    {
        *out = 2460000.5;
        return SQLITE_OK;
    }
    static int lastError(sqlite3_vfs *, int, char *) { return 0; }
};

} // namespace

void makeVfs(FaultyDiskState &disk)
{
    disk.vfs.iVersion = 1;
    disk.vfs.szOsFile = int(sizeof(Handle));
    disk.vfs.mxPathname = 512;
    disk.vfs.zName = disk.name.constData();
    disk.vfs.pAppData = &disk;
    disk.vfs.xOpen = FaultyDiskVfs::open;
    disk.vfs.xDelete = FaultyDiskVfs::remove;
    disk.vfs.xAccess = FaultyDiskVfs::access;
    disk.vfs.xFullPathname = FaultyDiskVfs::fullPath;
    disk.vfs.xRandomness = FaultyDiskVfs::randomness;
    disk.vfs.xSleep = FaultyDiskVfs::sleep;
    disk.vfs.xCurrentTime = FaultyDiskVfs::currentTime;
    disk.vfs.xGetLastError = FaultyDiskVfs::lastError;
}

} // namespace saji
