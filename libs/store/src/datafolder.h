// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QString>

namespace saji {

class StoreFiles;

//! The folder of one node, held by one program: made when it is not there (0700), refused when it is somebody else's.
//!
//! The lock is the kernel's (flock), so it goes with the process, however that ends.
class DataFolder
{
public:
    //! Malformed: a folder or file of something else, left alone. Busy: another program has it. ReadOnly, DiskFull, Io.
    [[nodiscard]] static Result<DataFolder> take(const QString &path);
    ~DataFolder();
    DataFolder(DataFolder &&other) noexcept;
    DataFolder(const DataFolder &) = delete;
    DataFolder &operator=(const DataFolder &) = delete;

    const QString &path() const { return m_path; }
    QString databaseFile() const;
    QString backupFolder() const;
    //! A note that the database may be damaged.
    QString suspicionFile() const;
    //! A note of who this device is, beside the database that says so as well.
    QString deviceCard() const;

    //! Looks at the first bytes of a database without opening it: a foreign or newer file is refused before SQLite could touch it. In a
    //! folder that has a device card a foreign file is called Corrupt: it was ours once.
    [[nodiscard]] Result<void> checkHeader(const StoreFiles &files, const QString &file, quint32 applicationId, int newestSchema) const;

private:
    DataFolder(QString path, int lock) : m_path(std::move(path)), m_lock(lock) {}

    QString m_path;
    int m_lock = -1;
};

[[nodiscard]] Error foreignDatabase(const QString &file);
[[nodiscard]] Error damagedDatabase(const QString &file, const QString &why);
[[nodiscard]] Error newerDatabase(const QString &file, int found, int newest);

} // namespace saji
