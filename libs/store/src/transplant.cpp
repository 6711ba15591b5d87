// SPDX-License-Identifier: GPL-3.0-or-later
#include "transplant.h"

#include "databasehandle.h"
#include "identityrow.h"
#include "rawconnection.h"
#include "sqlerror.h"
#include "transaction.h"

#include <base/id.h>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

Result<void> copyPages(const QString &copy, const QString &target, const QString &vfs)
{
    RawConnection from;
    if (const auto opened = from.open(copy, RawConnection::Mode::Immutable); !opened)
        return opened;
    RawConnection to;
    if (const auto opened = to.open(target, RawConnection::Mode::Create, vfs); !opened)
        return opened;
    auto *backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (!backup)
        return errorFromSqlite(to.handle(), u"copying %1"_s.arg(copy));
    const int result = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (result != SQLITE_DONE)
        return errorFromSqlite(to.handle(), u"copying %1"_s.arg(copy));
    return {};
}

Result<void> goOnUnderNewEpochs(Database::Private &database, const Clock &clock, Random &random)
{
    Transaction transaction(database);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    if (const auto done = storeEpoch(database, drawEpoch(random)); !done)
        return done;
    // What the writer says from now on is another history than the one that was cut off: its readers start over.
    const auto epoch = createUuidV7(clock, random).toString(QUuid::WithoutBraces);
    if (const auto done = database.statement("UPDATE catalog SET epoch = ? WHERE is_writer = 1"_L1).run(epoch); !done)
        return done;
    return transaction.commit();
}

} // namespace

Result<std::unique_ptr<Database>> databaseFromCopy(const QString &copy, const std::shared_ptr<const DataFolder> &folder, const QString &target,
                                                   const Clock &clock, Random &random, const Database::Options &options)
{
    if (const auto copied = copyPages(copy, target, options.vfs); !copied)
        return copied.error();
    auto opened = Database::Private::open(folder, target, options);
    if (!opened)
        return opened.error();
    if (const auto done = goOnUnderNewEpochs((*opened)->d(), clock, random); !done)
        return done.error();
    return opened;
}

} // namespace saji
