// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <memory>

namespace saji {

//! One SQLite file: WAL, synchronous=FULL, migrated by number, locked against a second program.
//!
//! Belongs to the thread that opened it. Opening fails with a detail that says what to do: ReadOnly, Corrupt, UnsupportedVersion
//! (written by a newer Saji; not touched), Malformed (a foreign file or folder), Busy (another program has it), DiskFull, Io.
class Database
{
public:
    struct Options
    {
        QString vfs; //!< a SQLite VFS by name, for power-cut tests; empty = the default one
    };

    ~Database();
    //! Opens `folder`/saji.db, makes folder (0700) and file when there are none, and runs the migrations of resources/sql.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &folder, const Options &options);
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &folder) { return open(folder, Options{}); }

    QString folder() const;
    int schemaVersion() const;

    class Private;
    Private &d() { return *m_d; } //!< for the store's own classes only; its type is in src/

private:
    Database();
    std::unique_ptr<Private> m_d;
};

} // namespace saji
