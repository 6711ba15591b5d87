// SPDX-License-Identifier: GPL-3.0-or-later
#include "copyjob.h"

#include "databasehandle.h"
#include "sqlerror.h"
#include "tuning.h"

#include <QFile>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

// Hands what has been written to the disk without waiting for it; so the sync at the end finds little to do.
void startWriting(const QString &file)
{
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
    ::close(descriptor);
}

} // namespace

CopyJob::CopyJob(Database::Private &source, const QString &target, const QString &vfs) : m_source(source), m_target(target), m_vfs(vfs) {}

CopyJob::~CopyJob()
{
    close();
    if (m_stage != Stage::Done)
        QFile::remove(m_target);
}

void CopyJob::close()
{
    if (m_backup)
        sqlite3_backup_finish(m_backup);
    m_backup = nullptr;
    m_copy.close();
}

Result<void> CopyJob::open()
{
    QFile::remove(m_target);
    if (const auto opened = m_copy.open(m_target, RawConnection::Mode::Create, m_vfs); !opened)
        return opened;
    // Guests' names and telephone numbers are in it.
    QFile::setPermissions(m_target, QFile::ReadOwner | QFile::WriteOwner);
    m_backup = sqlite3_backup_init(m_copy.handle(), "main", m_source.sqlite(), "main");
    if (!m_backup)
        return errorFromSqlite(m_copy.handle(), u"copying the database to %1"_s.arg(m_target));
    m_stage = Stage::Copy;
    return {};
}

Result<void> CopyJob::copySome()
{
    const int result = sqlite3_backup_step(m_backup, tuning::copyPages);
    if (result == SQLITE_OK) {
        startWriting(m_target);
        return {};
    }
    if ((result == SQLITE_BUSY || result == SQLITE_LOCKED) && ++m_waited < tuning::copyPatience)
        return {};
    if (result != SQLITE_DONE)
        return Error{errorCodeFromSqlite(result), u"copying the database to %1: %2"_s.arg(m_target, QString::fromUtf8(sqlite3_errstr(result)))};
    close();
    startWriting(m_target);
    m_check = std::make_unique<ReadThrough>(m_target);
    m_stage = Stage::Check;
    return {};
}

Result<void> CopyJob::checkSome()
{
    const auto isRead = m_check->step();
    if (!isRead)
        return isRead.error();
    if (!*isRead)
        return {};
    m_check.reset();
    if (const auto synced = syncFile(m_target); !synced)
        return synced;
    m_stage = Stage::Done;
    return {};
}

Result<bool> CopyJob::step()
{
    // Not in the middle of a transaction, of which nobody knows yet whether it will be.
    if (m_source.inTransaction)
        return false;
    const auto done = m_stage == Stage::Open ? open() : m_stage == Stage::Copy ? copySome() : m_stage == Stage::Check ? checkSome() : Result<void>();
    if (!done)
        return done.error();
    return m_stage == Stage::Done;
}

Result<void> CopyJob::run()
{
    while (true) {
        const auto isDone = step();
        if (!isDone)
            return isDone.error();
        if (*isDone)
            return {};
    }
}

} // namespace saji
