// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QByteArray>
#include <QHash>
#include <QString>

namespace saji {

//! One thing that is kept: which content, since when, and when it was last asked for.
struct CacheEntry
{
    QByteArray hash; //!< SHA-256 of the content, in hexadecimal
    QByteArray contentType;
    QByteArray tag; //!< ETag of the source; empty = none
    qint64 bytes = 0;
    qint64 fetchedMs = 0; //!< wall time
    qint64 usedAt = 0; //!< grows with each use
};

//! The files of a FetchCache: contents by their hash, and an index of names. Knows no network and no policy.
class CacheShelf
{
public:
    explicit CacheShelf(const QString &folder);

    const QHash<QString, CacheEntry> &entries() const { return m_entries; }
    const CacheEntry *find(const QString &path) const;
    void touch(const QString &path);
    //! The content of an entry; Corrupt when the file is not what its name says (the entry is then gone).
    [[nodiscard]] Result<QByteArray> read(const QString &path);
    //! True when the content is another one than before.
    [[nodiscard]] Result<bool> put(const QString &path, const QByteArray &body, CacheEntry entry);
    void renew(const QString &path, qint64 fetchedMs);
    void remove(const QString &path);
    //! Removes the least recently used until there are at most so many.
    void trim(int maxEntries);
    void clear();
    QString fileOf(const CacheEntry &entry) const;
    qint64 bytes() const;
    [[nodiscard]] Result<void> save() const;

private:
    void load();
    void removeFile(const CacheEntry &entry);
    QString indexFile() const;

    QString m_folder;
    QHash<QString, CacheEntry> m_entries;
    qint64 m_uses = 0;
};

} // namespace saji
