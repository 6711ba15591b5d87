// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultydiskstate.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstring>

namespace saji {
namespace {

constexpr int pageBytes = 4096;

} // namespace

void put(QByteArray &body, const PendingWrite &write, qint64 from, qint64 length)
{
    if (body.size() < write.offset + from + length)
        body.append(write.offset + from + length - body.size(), '\0');
    std::memcpy(body.data() + write.offset + from, write.bytes.constData() + from, size_t(length));
}

// Write by write: copying the whole file would cost more than the rest of a commit.
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

void FaultyDiskState::losePower()
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

FaultyDisk::FaultyDisk(Random &random) : d(std::make_unique<FaultyDiskState>(random))
{
    static quint64 disks = 0;
    d->name = "saji-disk-" + QByteArray::number(++disks);
    makeVfs(*d);
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
