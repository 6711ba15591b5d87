// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyvfs.h"

#include <sqlite3.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

constexpr auto vfsName = "saji-faulty";

FaultyVfs::Fault s_fault = FaultyVfs::Fault::None;
int s_spared = 0;
int s_syncs = 0;

//! The default VFS's file lies behind ours in the same memory.
sqlite3_file *real(sqlite3_file *file)
{
    return file + 1;
}

int writeFault(int broken)
{
    if (s_fault == FaultyVfs::Fault::None || s_spared-- > 0)
        return SQLITE_OK;
    switch (s_fault) {
    case FaultyVfs::Fault::DiskFull: return SQLITE_FULL;
    case FaultyVfs::Fault::ReadOnly: return SQLITE_READONLY;
    default: return broken;
    }
}

int closeFile(sqlite3_file *f)
{
    return real(f)->pMethods ? real(f)->pMethods->xClose(real(f)) : SQLITE_OK;
}
int readFile(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
    return real(f)->pMethods->xRead(real(f), to, n, at);
}
int writeFile(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
    const int fault = writeFault(SQLITE_IOERR_WRITE);
    return fault ? fault : real(f)->pMethods->xWrite(real(f), from, n, at);
}
int truncateFile(sqlite3_file *f, sqlite3_int64 size)
{
    return real(f)->pMethods->xTruncate(real(f), size);
}
int syncFile(sqlite3_file *f, int flags)
{
    const int fault = writeFault(SQLITE_IOERR_FSYNC);
    ++s_syncs;
    return fault ? fault : real(f)->pMethods->xSync(real(f), flags);
}
int fileSize(sqlite3_file *f, sqlite3_int64 *size)
{
    return real(f)->pMethods->xFileSize(real(f), size);
}
int lockFile(sqlite3_file *f, int level)
{
    return real(f)->pMethods->xLock(real(f), level);
}
int unlockFile(sqlite3_file *f, int level)
{
    return real(f)->pMethods->xUnlock(real(f), level);
}
int checkReserved(sqlite3_file *f, int *result)
{
    return real(f)->pMethods->xCheckReservedLock(real(f), result);
}
int fileControl(sqlite3_file *f, int op, void *arg)
{
    return real(f)->pMethods->xFileControl(real(f), op, arg);
}
int sectorSize(sqlite3_file *f)
{
    return real(f)->pMethods->xSectorSize(real(f));
}
int characteristics(sqlite3_file *f)
{
    return real(f)->pMethods->xDeviceCharacteristics(real(f));
}
int shmMap(sqlite3_file *f, int page, int size, int extend, void volatile **at)
{
    return real(f)->pMethods->xShmMap(real(f), page, size, extend, at);
}
int shmLock(sqlite3_file *f, int offset, int n, int flags)
{
    return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}
void shmBarrier(sqlite3_file *f)
{
    real(f)->pMethods->xShmBarrier(real(f));
}
int shmUnmap(sqlite3_file *f, int remove)
{
    return real(f)->pMethods->xShmUnmap(real(f), remove);
}

const sqlite3_io_methods methods{2,        closeFile,  readFile,      writeFile,   truncateFile, syncFile,        fileSize,
                                 lockFile, unlockFile, checkReserved, fileControl, sectorSize,   characteristics, shmMap,
                                 shmLock,  shmBarrier, shmUnmap,      nullptr,     nullptr};

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *base = static_cast<sqlite3_vfs *>(vfs->pAppData);
    real(file)->pMethods = nullptr;
    const int result = base->xOpen(base, name, real(file), flags, outFlags);
    file->pMethods = result == SQLITE_OK ? &methods : nullptr;
    return result;
}

} // namespace

QString FaultyVfs::name()
{
    static sqlite3_vfs vfs = [] {
        auto *base = sqlite3_vfs_find(nullptr);
        auto shim = *base;
        shim.zName = vfsName;
        shim.pAppData = base;
        shim.szOsFile = int(sizeof(sqlite3_file)) + base->szOsFile;
        shim.xOpen = openFile;
        shim.xDelete = [](sqlite3_vfs *v, const char *n, int sync) {
            auto *b = static_cast<sqlite3_vfs *>(v->pAppData);
            return b->xDelete(b, n, sync);
        };
        shim.xAccess = [](sqlite3_vfs *v, const char *n, int f, int *r) {
            auto *b = static_cast<sqlite3_vfs *>(v->pAppData);
            return b->xAccess(b, n, f, r);
        };
        shim.xFullPathname = [](sqlite3_vfs *v, const char *n, int size, char *out) {
            auto *b = static_cast<sqlite3_vfs *>(v->pAppData);
            return b->xFullPathname(b, n, size, out);
        };
        return shim;
    }();
    static const int registered = sqlite3_vfs_register(&vfs, 0);
    Q_ASSERT(registered == SQLITE_OK);
    return QString::fromLatin1(vfsName);
}

void FaultyVfs::fail(Fault fault, int spared)
{
    s_fault = fault;
    s_spared = spared;
}

int FaultyVfs::takeSyncs()
{
    return std::exchange(s_syncs, 0);
}

} // namespace saji
