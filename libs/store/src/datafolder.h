// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QString>

namespace saji {

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

    //! Looks at the first bytes of the database without opening it: a foreign or newer file is refused before SQLite could touch it.
    [[nodiscard]] Result<void> checkHeader(quint32 applicationId, int newestSchema) const;

private:
    DataFolder(QString path, int lock) : m_path(std::move(path)), m_lock(lock) {}

    QString m_path;
    int m_lock = -1;
};

[[nodiscard]] Error foreignDatabase(const QString &file);
[[nodiscard]] Error newerDatabase(const QString &file, int found, int newest);

} // namespace saji
