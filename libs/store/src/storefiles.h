// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QByteArray>
#include <QString>

struct sqlite3_vfs;

namespace saji {

//! Moves a store's files about where SQLite keeps them: the ordinary disk, or whatever the named VFS makes of it.
class StoreFiles
{
public:
    explicit StoreFiles(const QString &vfs);
    //! Its name; empty = the ordinary disk.
    const QString &vfs() const { return m_name; }

    bool exists(const QString &file) const;
    //! The first bytes; fewer when the file is shorter, none when there is no file.
    [[nodiscard]] Result<QByteArray> head(const QString &file, int bytes) const;
    //! On the disk when it returns; what `to` was is gone. On the ordinary disk it happens at once or not at all.
    [[nodiscard]] Result<void> move(const QString &from, const QString &to) const;
    //! Fine when there is none.
    [[nodiscard]] Result<void> remove(const QString &file) const;

private:
    QString m_name;
    sqlite3_vfs *m_vfs = nullptr;
};

//! Puts the names in a folder on the disk: what was made, renamed or removed there stays so.
[[nodiscard]] Result<void> syncFolder(const QString &folder);
[[nodiscard]] Result<void> syncFile(const QString &file);
//! Makes a folder that only its owner may read, in one that exists; fine when it is there.
[[nodiscard]] Result<void> makePrivateFolder(const QString &folder);
//! A small file of text, whole and on the disk or as it was.
[[nodiscard]] Result<void> writeWhole(const QString &file, const QByteArray &contents);

} // namespace saji
