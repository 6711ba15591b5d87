// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/faultydisk.h>

#include <QCryptographicHash>
#include <QHash>
#include <QList>

#include <algorithm>
#include <cstring>
#include <map>
#include <sqlite3.h>

namespace saji {
namespace {

constexpr int sectorBytes = 512;
constexpr int pageBytes = 4096;

struct PendingWrite
{
    qint64 offset = 0;
    QByteArray bytes; //!< null = a truncation to `offset`
};

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

void put(QByteArray &body, const PendingWrite &write, qint64 from, qint64 length)
{
    if (body.size() < write.offset + from + length)
        body.append(write.offset + from + length - body.size(), '\0');
    std::memcpy(body.data() + write.offset + from, write.bytes.constData() + from, size_t(length));
}

//! Everything written is on the platter. Write by write: copying the whole file would cost more than the rest of a commit.
void settle(FileBody &file)
{
    for (const PendingWrite &write : std::as_const(file.pending)) {
        if (write.bytes.isNull())
            file.synced.truncate(write.offset);
        else
            put(file.synced, write, 0, write.bytes.size());
    }
    file.pending.clear();
}

} // namespace

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

    void losePower()
    {
        hasLostPower = true;
        for (auto &[path, file] : files) {
            QByteArray left = file->synced;
            for (const PendingWrite &write : std::as_const(file->pending)) {
                const quint64 fate = random.below(4);
                if (fate == 0)
                    continue; // never reached the platter
                if (write.bytes.isNull()) {
                    left.truncate(write.offset);
                    continue;
                }
                // Sectors reach the platter one by one and in any order: a write may be torn.
                for (qint64 at = 0; at < write.bytes.size(); at += sectorBytes) {
                    if (fate == 1 && random.below(2) == 0)
                        continue;
                    put(left, write, at, std::min<qint64>(sectorBytes, write.bytes.size() - at));
                }
            }
            file->now = left;
            file->synced = left;
            file->pending.clear();
        }
        // A file whose creation was never followed by any sync may not be there at all; SQLite treats an empty one alike.
    }

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

} // namespace

//! The functions that SQLite calls (sqlite3_io_methods, sqlite3_vfs).
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

FaultyDisk::FaultyDisk(Random &random) : d(std::make_unique<FaultyDiskState>(random))
{
    static quint64 disks = 0;
    d->name = "saji-disk-" + QByteArray::number(++disks);
    d->vfs.iVersion = 1;
    d->vfs.szOsFile = int(sizeof(Handle));
    d->vfs.mxPathname = 512;
    d->vfs.zName = d->name.constData();
    d->vfs.pAppData = d.get();
    d->vfs.xOpen = FaultyDiskVfs::open;
    d->vfs.xDelete = FaultyDiskVfs::remove;
    d->vfs.xAccess = FaultyDiskVfs::access;
    d->vfs.xFullPathname = FaultyDiskVfs::fullPath;
    d->vfs.xRandomness = FaultyDiskVfs::randomness;
    d->vfs.xSleep = FaultyDiskVfs::sleep;
    d->vfs.xCurrentTime = FaultyDiskVfs::currentTime;
    d->vfs.xGetLastError = FaultyDiskVfs::lastError;
    sqlite3_vfs_register(&d->vfs, 0);
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_unregister(&d->vfs);
}

const QByteArray &FaultyDisk::vfsName() const
{
    return d->name;
}

void FaultyDisk::cutPower()
{
    if (!d->dead)
        d->losePower();
    d->dead = true;
}

void FaultyDisk::killProcess()
{
    d->dead = true;
}

void FaultyDisk::dieAtOperation(quint64 n, bool powerCut)
{
    d->dieAt = n;
    d->dieByPower = powerCut;
}

bool FaultyDisk::isDead() const
{
    return d->dead;
}

bool FaultyDisk::hasLostPower() const
{
    return d->hasLostPower;
}

void FaultyDisk::boot()
{
    d->dead = d->hasLostPower = false;
    d->dieAt = 0;
    ++d->currentLife;
    for (auto &[name, file] : d->files) {
        file->shared.clear();
        std::fill(std::begin(file->locks), std::end(file->locks), 0);
    }
}

void FaultyDisk::setFault(Fault fault)
{
    d->fault = fault;
}

bool FaultyDisk::corruptPage(const QByteArray &suffix)
{
    for (auto &[name, file] : d->files) {
        if (!name.endsWith(suffix) || file->now.size() < pageBytes)
            continue;
        const qint64 page = qint64(d->random.below(quint64(file->now.size() / pageBytes)));
        for (qint64 i = 0; i < pageBytes; ++i)
            file->now[page * pageBytes + i] = char(d->random.next());
        file->synced = file->now;
        file->pending.clear();
        return true;
    }
    return false;
}

FaultyDisk::Image FaultyDisk::image() const
{
    Image image;
    for (const auto &[name, file] : d->files)
        image.insert(name, file->now);
    return image;
}

QByteArray FaultyDisk::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const auto &[name, file] : d->files) {
        // Where the folder lies is not what the disk says.
        hash.addData(name.mid(name.lastIndexOf('/') + 1));
        hash.addData(file->now);
        hash.addData(file->synced);
    }
    return hash.result();
}

void FaultyDisk::restore(const Image &image)
{
    wipe();
    for (auto it = image.begin(); it != image.end(); ++it) {
        auto file = std::make_shared<FileBody>();
        file->now = it.value();
        file->synced = it.value();
        d->files[it.key()] = std::move(file);
    }
}

void FaultyDisk::wipe()
{
    d->files.clear();
    ++d->currentLife;
}

quint64 FaultyDisk::operations() const
{
    return d->operations;
}

qint64 FaultyDisk::bytes() const
{
    qint64 sum = 0;
    for (const auto &[name, file] : d->files)
        sum += file->now.size();
    return sum;
}

void seedSqlite(quint32 seed)
{
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, int(seed | 1), nullptr);
    sqlite3_randomness(0, nullptr); // forgets what is left of the old sequence
}

} // namespace saji
