// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readthrough.h"

#include <store/database.h>

#include <memory>

struct sqlite3_backup;

namespace saji {

//! Copies a database that is in use to one new file, a piece at a time; what is written meanwhile gets into the copy as well.
//!
//! The copy is read through from end to end and forced to the disk before it counts. One that is not finished is removed.
class CopyJob
{
public:
    //! `target` is written anew. Must not outlive the database.
    CopyJob(Database::Private &source, const QString &target, const QString &vfs = {});
    ~CopyJob();
    CopyJob(const CopyJob &) = delete;
    CopyJob &operator=(const CopyJob &) = delete;

    //! One bounded piece of work. True: the copy is complete. Corrupt: what was read is damaged, so the source is as well.
    [[nodiscard]] Result<bool> step();
    //! All of them.
    [[nodiscard]] Result<void> run();
    const QString &target() const { return m_target; }

private:
    enum class Stage { Open, Copy, Check, Done };

    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> copySome();
    [[nodiscard]] Result<void> checkSome();
    void close();

    Database::Private &m_source;
    QString m_target;
    QString m_vfs;
    Stage m_stage = Stage::Open;
    int m_waited = 0;
    RawConnection m_copy;
    sqlite3_backup *m_backup = nullptr;
    std::unique_ptr<ReadThrough> m_check;
};

} // namespace saji
