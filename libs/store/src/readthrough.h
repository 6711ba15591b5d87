// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rawconnection.h"

#include <QList>

struct sqlite3_stmt;

namespace saji {

//! Reads a copy of a database from end to end, a piece at a time: every row of every table, every entry of every index.
//!
//! A damaged page shows when it is read, so this finds what PRAGMA quick_check finds in the pages that hold anything, but a check of
//! 100 MB takes SQLite 60 ms at a stretch on a fast machine, and a guest would wait for it.
class ReadThrough
{
public:
    explicit ReadThrough(const QString &file) : m_file(file) {}
    ~ReadThrough() { finishPart(); }
    ReadThrough(const ReadThrough &) = delete;
    ReadThrough &operator=(const ReadThrough &) = delete;

    //! True: everything could be read. Corrupt: something is damaged.
    [[nodiscard]] Result<bool> step();

private:
    //! A table, or an index of it.
    struct Part
    {
        QString table;
        QString index;
    };

    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> startPart();
    [[nodiscard]] Result<bool> readSome();
    [[nodiscard]] Result<void> countPart();
    void finishPart();
    Error damaged(const QString &why) const;

    QString m_file;
    RawConnection m_connection;
    bool m_isOpen = false;
    QList<Part> m_parts;
    sqlite3_stmt *m_rows = nullptr;
    qint64 m_count = 0;
    qint64 m_lastRow = 0;
    qint64 m_rowsOfTable = 0;
};

//! What a copy holds.
struct CopyFacts
{
    int schema = 0;
    qint64 events = 0;
    qint64 lastArrival = 0;
};

//! Checks a whole copy at a stretch. Malformed: not one of ours. UnsupportedVersion: of a newer Saji. Corrupt: damaged.
[[nodiscard]] Result<CopyFacts> inspectCopy(const QString &file);

} // namespace saji
