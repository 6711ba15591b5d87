// SPDX-License-Identifier: GPL-3.0-or-later
#include "soundness.h"

#include "databasehandle.h"
#include "eventtable.h"
#include "identityrow.h"

using namespace Qt::StringLiterals;

namespace saji {
namespace {

constexpr std::array touches{
    "SELECT 1 FROM timeline LIMIT 1"_L1,   "SELECT 1 FROM counters LIMIT 1"_L1,         "SELECT 1 FROM remembered LIMIT 1"_L1,
    "SELECT 1 FROM catalog LIMIT 1"_L1,    "SELECT 1 FROM catalog_rows LIMIT 1"_L1,     "SELECT 1 FROM catalog_incoming LIMIT 1"_L1,
    "SELECT 1 FROM projections LIMIT 1"_L1, "SELECT 1 FROM projection_rows LIMIT 1"_L1,
};

} // namespace

Result<void> lookOver(Database::Private &database)
{
    for (const auto touch : touches) {
        const auto answer = database.statementForOnce(touch).number();
        // A table that is not there is damage in a file that has a schema number.
        if (!answer && answer.error().code == ErrorCode::Internal)
            return damagedDatabase(database.file, answer.error().detail);
        if (!answer)
            return answer.error();
    }
    if (const auto identity = readIdentity(database); !identity)
        return identity.error();
    EventTable events(database);
    if (const auto tips = events.load(); !tips)
        return tips.error();
    const auto born = events.newestBorn();
    return born ? Result<void>() : born.error();
}

Result<void> checkWhole(Database::Private &database)
{
    auto check = database.statementForOnce("PRAGMA integrity_check(1)"_L1);
    if (const auto done = check.run(); !done)
        return done;
    const auto verdict = check.next() ? check.text(0) : QString();
    if (const auto done = check.finish(); !done)
        return done;
    if (verdict != "ok"_L1)
        return damagedDatabase(database.file, verdict);
    const auto hole = database.pragma("SELECT count(*) FROM (SELECT 1 FROM events GROUP BY origin HAVING max(seq) - min(seq) + 1 <> count(*))"_L1);
    if (!hole)
        return hole.error();
    if (*hole > 0)
        return damagedDatabase(database.file, u"events are missing in the middle of the log"_s);
    return {};
}

} // namespace saji
