// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefiles.h"

#include "sqlerror.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

constexpr int chunkBytes = 64 * 1024;

Error vfsError(int code, const QString &doing)
{
    return {errorCodeFromSqlite(code), u"%1 (SQLite %2)"_s.arg(doing).arg(code)};
}

//! A file as a VFS sees it.
class VfsFile
{
public:
    VfsFile(sqlite3_vfs *vfs, const QString &name) : m_vfs(vfs), m_name(name), m_memory(new char[size_t(vfs->szOsFile)]()) {}
    ~VfsFile()
    {
        if (file()->pMethods)
            file()->pMethods->xClose(file());
        sqlite3_free_filename(m_path);
    }
    VfsFile(const VfsFile &) = delete;
    VfsFile &operator=(const VfsFile &) = delete;

    Result<void> open(int flags)
    {
        // SQLite's own way to write a name: a VFS may look for parameters behind it.
        m_path = sqlite3_create_filename(QFile::encodeName(m_name).constData(), "", "", 0, nullptr);
        const int result = m_vfs->xOpen(m_vfs, m_path, file(), flags | SQLITE_OPEN_MAIN_DB, nullptr);
        if (result != SQLITE_OK)
            return vfsError(result, u"opening %1"_s.arg(m_name));
        return {};
    }
    Result<qint64> size()
    {
        sqlite3_int64 bytes = 0;
        if (const int result = file()->pMethods->xFileSize(file(), &bytes); result != SQLITE_OK)
            return vfsError(result, u"looking at %1"_s.arg(m_name));
        return qint64(bytes);
    }
    Result<QByteArray> read(qint64 at, int bytes)
    {
        QByteArray chunk(bytes, '\0');
        if (const int result = file()->pMethods->xRead(file(), chunk.data(), bytes, at); result != SQLITE_OK)
            return vfsError(result, u"reading %1"_s.arg(m_name));
        return chunk;
    }
    Result<void> write(qint64 at, const QByteArray &chunk)
    {
        if (const int result = file()->pMethods->xWrite(file(), chunk.constData(), int(chunk.size()), at); result != SQLITE_OK)
            return vfsError(result, u"writing %1"_s.arg(m_name));
        return {};
    }
    Result<void> finish(qint64 size)
    {
        int result = file()->pMethods->xTruncate(file(), size);
        if (result == SQLITE_OK)
            result = file()->pMethods->xSync(file(), SQLITE_SYNC_NORMAL);
        if (result != SQLITE_OK)
            return vfsError(result, u"writing %1"_s.arg(m_name));
        return {};
    }

private:
    sqlite3_file *file() { return reinterpret_cast<sqlite3_file *>(m_memory.get()); }

    sqlite3_vfs *m_vfs;
    QString m_name;
    std::unique_ptr<char[]> m_memory;
    const char *m_path = nullptr;
};

Result<void> copy(sqlite3_vfs *vfs, const QString &from, const QString &to)
{
    VfsFile source(vfs, from);
    VfsFile target(vfs, to);
    if (const auto opened = source.open(SQLITE_OPEN_READONLY); !opened)
        return opened;
    if (const auto opened = target.open(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE); !opened)
        return opened;
    const auto size = source.size();
    if (!size)
        return size.error();
    for (qint64 at = 0; at < *size; at += chunkBytes) {
        const auto chunk = source.read(at, int(qMin<qint64>(chunkBytes, *size - at)));
        if (!chunk)
            return chunk.error();
        if (const auto written = target.write(at, *chunk); !written)
            return written;
    }
    return target.finish(*size);
}

Result<void> syncPath(const QString &path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    const bool isSynced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int number = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!isSynced)
        return errorFromErrno(number, u"putting %1 on the disk"_s.arg(path));
    return {};
}

} // namespace

StoreFiles::StoreFiles(const QString &vfs) : m_name(vfs), m_vfs(vfs.isEmpty() ? nullptr : sqlite3_vfs_find(vfs.toUtf8().constData())) {}

bool StoreFiles::exists(const QString &file) const
{
    if (!m_vfs)
        return QFile::exists(file);
    int isThere = 0;
    m_vfs->xAccess(m_vfs, QFile::encodeName(file).constData(), SQLITE_ACCESS_EXISTS, &isThere);
    return isThere != 0;
}

Result<QByteArray> StoreFiles::head(const QString &name, int bytes) const
{
    if (!exists(name))
        return QByteArray();
    if (m_vfs) {
        VfsFile file(m_vfs, name);
        if (const auto opened = file.open(SQLITE_OPEN_READONLY); !opened)
            return opened.error();
        const auto size = file.size();
        return size ? file.read(0, int(qMin<qint64>(bytes, *size))) : size.error();
    }
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return errorFromErrno(errno, u"reading %1"_s.arg(name));
    return file.read(bytes);
}

Result<void> StoreFiles::move(const QString &from, const QString &to) const
{
    if (m_vfs) {
        if (const auto copied = copy(m_vfs, from, to); !copied)
            return copied;
        return remove(from);
    }
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return errorFromErrno(errno, u"moving %1 to %2"_s.arg(from, to));
    if (const auto done = syncFolder(QFileInfo(to).absolutePath()); !done)
        return done;
    return syncFolder(QFileInfo(from).absolutePath());
}

Result<void> StoreFiles::remove(const QString &file) const
{
    if (!exists(file))
        return {};
    if (m_vfs) {
        const int result = m_vfs->xDelete(m_vfs, QFile::encodeName(file).constData(), 1);
        return result == SQLITE_OK || result == SQLITE_IOERR_DELETE_NOENT ? Result<void>() : vfsError(result, u"removing %1"_s.arg(file));
    }
    if (::unlink(QFile::encodeName(file).constData()) != 0 && errno != ENOENT)
        return errorFromErrno(errno, u"removing %1"_s.arg(file));
    return {};
}

Result<void> syncFolder(const QString &folder)
{
    return syncPath(folder, O_RDONLY | O_DIRECTORY);
}

Result<void> syncFile(const QString &file)
{
    return syncPath(file, O_RDONLY);
}

Result<void> makePrivateFolder(const QString &folder)
{
    if (::mkdir(QFile::encodeName(folder).constData(), 0700) == 0)
        return syncFolder(QFileInfo(folder).absolutePath());
    if (errno == EEXIST)
        return {};
    return errorFromErrno(errno, u"making the folder %1"_s.arg(folder));
}

Result<void> writeWhole(const QString &name, const QByteArray &contents)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return errorFromErrno(errno, u"writing %1"_s.arg(name));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(contents);
    if (!file.commit())
        return errorFromErrno(errno, u"writing %1"_s.arg(name));
    return syncFolder(QFileInfo(name).absolutePath());
}

} // namespace saji
