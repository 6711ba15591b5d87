// SPDX-License-Identifier: GPL-3.0-or-later
#include "powercut.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace saji {
namespace {

constexpr sqlite3_int64 sectorBytes = 512;
//! SQLite's own VFS takes 128 KB in one write for a full disk.
constexpr sqlite3_int64 sectorsAtOnce = 128;
constexpr sqlite3_int64 nowhere = std::numeric_limits<sqlite3_int64>::max();

using Sector = std::array<char, size_t(sectorBytes)>;

//! What this process has written to one file and not synced. All handles of the file share it.
struct Unsynced
{
    std::mutex lock;
    std::map<sqlite3_int64, Sector> sectors; //!< by number
    sqlite3_int64 size = 0; //!< of the file, as its readers see it
    sqlite3_int64 cutAt = nowhere; //!< the real bytes from here on were cut off
    int users = 0;
};

//! Never destroyed: a program may close its last database after everything else.
std::mutex &filesLock = *new std::mutex;
auto &files = *new std::map<std::string, std::shared_ptr<Unsynced>>;

bool isDrawn()
{
    thread_local std::minstd_rand dice{std::random_device{}()};
    return (dice() >> 8) % 2 == 0;
}

//! What SQLite holds of an open file; the real one lies behind it in the same memory.
struct Handle
{
    sqlite3_file base{};
    std::shared_ptr<Unsynced> body; //!< null for a temporary file, which no power cut can hurt
    std::string name;
};

constexpr size_t alignment = 16;
constexpr size_t handleBytes = (sizeof(Handle) + alignment - 1) / alignment * alignment;

Handle &handle(sqlite3_file *file)
{
    return *reinterpret_cast<Handle *>(file);
}

sqlite3_file *real(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(file) + handleBytes);
}

const sqlite3_io_methods &realMethods(sqlite3_file *file)
{
    return *real(file)->pMethods;
}

//! The bytes of the file as its readers see them; nothing lies beyond its size.
int look(sqlite3_file *file, const Unsynced &body, char *out, sqlite3_int64 amount, sqlite3_int64 offset)
{
    const int result = realMethods(file).xRead(real(file), out, int(amount), offset);
    if (result != SQLITE_OK && result != SQLITE_IOERR_SHORT_READ)
        return result;
    const auto end = offset + amount;
    if (const auto gone = std::max(offset, body.cutAt); gone < end)
        std::memset(out + (gone - offset), 0, size_t(end - gone));
    for (auto it = body.sectors.lower_bound(offset / sectorBytes); it != body.sectors.end() && it->first * sectorBytes < end; ++it) {
        const auto from = std::max(offset, it->first * sectorBytes);
        const auto to = std::min(end, (it->first + 1) * sectorBytes);
        std::memcpy(out + (from - offset), it->second.data() + (from - it->first * sectorBytes), size_t(to - from));
    }
    return SQLITE_OK;
}

//! Everything that waits goes to the real file, neighbours together.
int settle(sqlite3_file *file, Unsynced &body)
{
    int result = SQLITE_OK;
    if (body.cutAt != nowhere)
        result = realMethods(file).xTruncate(real(file), body.cutAt);
    std::vector<char> run;
    for (auto it = body.sectors.begin(); result == SQLITE_OK && it != body.sectors.end();) {
        const auto first = it->first;
        run.clear();
        for (auto next = first; it != body.sectors.end() && it->first == next && next < first + sectorsAtOnce; ++it, ++next)
            run.insert(run.end(), it->second.begin(), it->second.end());
        const auto bytes = std::min(sqlite3_int64(run.size()), body.size - first * sectorBytes);
        if (bytes > 0)
            result = realMethods(file).xWrite(real(file), run.data(), int(bytes), first * sectorBytes);
    }
    sqlite3_int64 reached = 0;
    if (result == SQLITE_OK)
        result = realMethods(file).xFileSize(real(file), &reached);
    if (result == SQLITE_OK && reached < body.size)
        result = realMethods(file).xTruncate(real(file), body.size);
    if (result != SQLITE_OK)
        return result;
    body.sectors.clear();
    body.cutAt = nowhere;
    return SQLITE_OK;
}

int closeFile(sqlite3_file *file)
{
    Handle &h = handle(file);
    if (h.body) {
        const std::lock_guard all(filesLock);
        const std::lock_guard guard(h.body->lock);
        if (--h.body->users == 0) { // in peace
            settle(file, *h.body);
            // It may have been removed meanwhile, and another be there under its name.
            if (const auto known = files.find(h.name); known != files.end() && known->second == h.body)
                files.erase(known);
        }
    }
    const int result = realMethods(file).xClose(real(file));
    h.~Handle();
    return result;
}

int readFile(sqlite3_file *file, void *to, int amount, sqlite3_int64 offset)
{
    const auto &body = handle(file).body;
    if (!body)
        return realMethods(file).xRead(real(file), to, amount, offset);
    const std::lock_guard guard(body->lock);
    if (const int result = look(file, *body, static_cast<char *>(to), amount, offset); result != SQLITE_OK)
        return result;
    const auto there = std::clamp<sqlite3_int64>(body->size - offset, 0, amount);
    if (there == amount)
        return SQLITE_OK;
    std::memset(static_cast<char *>(to) + there, 0, size_t(amount - there));
    return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file *file, const void *from, int amount, sqlite3_int64 offset)
{
    const auto &body = handle(file).body;
    if (!body)
        return realMethods(file).xWrite(real(file), from, amount, offset);
    const std::lock_guard guard(body->lock);
    const auto end = offset + amount;
    body->size = std::max(body->size, end);
    for (auto number = offset / sectorBytes; number * sectorBytes < end; ++number) {
        const auto start = number * sectorBytes;
        if (!body->sectors.contains(number)) {
            Sector whole{}; // the neighbours in the sector stay what they are
            if (const int result = look(file, *body, whole.data(), sectorBytes, start); result != SQLITE_OK)
                return result;
            body->sectors.emplace(number, whole);
        }
        Sector &sector = body->sectors.at(number);
        const auto first = std::max(offset, start);
        const auto last = std::min(end, start + sectorBytes);
        std::memcpy(sector.data() + (first - start), static_cast<const char *>(from) + (first - offset), size_t(last - first));
        // A disk chooses its own order: this one is on the platter before anybody has asked.
        if (isDrawn())
            realMethods(file).xWrite(real(file), sector.data(), int(std::min(sectorBytes, body->size - start)), start);
    }
    return SQLITE_OK;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const auto &body = handle(file).body;
    if (!body)
        return realMethods(file).xTruncate(real(file), size);
    const std::lock_guard guard(body->lock);
    if (size < body->size) {
        body->sectors.erase(body->sectors.lower_bound((size + sectorBytes - 1) / sectorBytes), body->sectors.end());
        if (const auto last = body->sectors.find(size / sectorBytes); last != body->sectors.end())
            std::fill(last->second.begin() + size % sectorBytes, last->second.end(), char(0));
        body->cutAt = std::min(body->cutAt, size);
    }
    body->size = size;
    return SQLITE_OK;
}

int syncFile(sqlite3_file *file, int flags)
{
    const auto &body = handle(file).body;
    if (!body)
        return realMethods(file).xSync(real(file), flags);
    const std::lock_guard guard(body->lock);
    if (const int result = settle(file, *body); result != SQLITE_OK)
        return result;
    return realMethods(file).xSync(real(file), flags);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    const auto &body = handle(file).body;
    if (!body)
        return realMethods(file).xFileSize(real(file), size);
    const std::lock_guard guard(body->lock);
    *size = body->size;
    return SQLITE_OK;
}

int controlFile(sqlite3_file *file, int what, void *argument)
{
    // Room that is made ahead of the writes would look like a longer file after the crash, which it is not.
    return what == SQLITE_FCNTL_SIZE_HINT || what == SQLITE_FCNTL_CHUNK_SIZE ? SQLITE_OK
                                                                            : realMethods(file).xFileControl(real(file), what, argument);
}

int lockFile(sqlite3_file *file, int level)
{
    return realMethods(file).xLock(real(file), level);
}
int unlockFile(sqlite3_file *file, int level)
{
    return realMethods(file).xUnlock(real(file), level);
}
int checkReserved(sqlite3_file *file, int *out)
{
    return realMethods(file).xCheckReservedLock(real(file), out);
}
int sectorSize(sqlite3_file *)
{
    return int(sectorBytes);
}
int characteristics(sqlite3_file *)
{
    return 0; // SQLite may count on nothing
}
int shmMap(sqlite3_file *file, int region, int bytes, int extend, void volatile **out)
{
    return realMethods(file).xShmMap(real(file), region, bytes, extend, out);
}
int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return realMethods(file).xShmLock(real(file), offset, count, flags);
}
void shmBarrier(sqlite3_file *file)
{
    realMethods(file).xShmBarrier(real(file));
}
int shmUnmap(sqlite3_file *file, int remove)
{
    return realMethods(file).xShmUnmap(real(file), remove);
}

const sqlite3_io_methods methods{2,        closeFile,  readFile,      writeFile,   truncateFile, syncFile,        fileSize,
                                 lockFile, unlockFile, checkReserved, controlFile, sectorSize,   characteristics, shmMap,
                                 shmLock,  shmBarrier, shmUnmap,      nullptr,     nullptr};

sqlite3_vfs *realVfs(sqlite3_vfs *vfs)
{
    return static_cast<sqlite3_vfs *>(vfs->pAppData);
}

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    file->pMethods = nullptr;
    auto *h = new (file) Handle;
    real(file)->pMethods = nullptr;
    if (const int result = realVfs(vfs)->xOpen(realVfs(vfs), name, real(file), flags, outFlags); result != SQLITE_OK) {
        h->~Handle();
        return result;
    }
    constexpr int lasting = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
    if (name && (flags & lasting) && !(flags & SQLITE_OPEN_DELETEONCLOSE)) {
        const std::lock_guard all(filesLock);
        auto &known = files[name];
        if (!known) {
            known = std::make_shared<Unsynced>();
            realMethods(file).xFileSize(real(file), &known->size);
        }
        ++known->users;
        h->body = known;
        h->name = name;
    }
    h->base.pMethods = &methods;
    return SQLITE_OK;
}

int removeFile(sqlite3_vfs *vfs, const char *name, int syncFolder)
{
    {
        const std::lock_guard all(filesLock);
        files.erase(name);
    }
    return realVfs(vfs)->xDelete(realVfs(vfs), name, syncFolder);
}

int accessFile(sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
    if (flags == SQLITE_ACCESS_EXISTS) {
        const std::lock_guard all(filesLock);
        if (const auto known = files.find(name); known != files.end()) {
            const std::lock_guard guard(known->second->lock);
            *out = known->second->size > 0;
            return SQLITE_OK;
        }
    }
    return realVfs(vfs)->xAccess(realVfs(vfs), name, flags, out);
}

int fullPath(sqlite3_vfs *vfs, const char *name, int size, char *out)
{
    return realVfs(vfs)->xFullPathname(realVfs(vfs), name, size, out);
}

} // namespace

bool losePowerWhenKilled()
{
    static sqlite3_vfs vfs = [] {
        auto *base = sqlite3_vfs_find(nullptr);
        auto shim = *base;
        shim.zName = "saji-powercut";
        shim.pNext = nullptr;
        shim.pAppData = base;
        shim.szOsFile = int(handleBytes) + base->szOsFile;
        shim.xOpen = openFile;
        shim.xDelete = removeFile;
        shim.xAccess = accessFile;
        shim.xFullPathname = fullPath;
        return shim;
    }();
    return sqlite3_vfs_register(&vfs, 1) == SQLITE_OK;
}

} // namespace saji
