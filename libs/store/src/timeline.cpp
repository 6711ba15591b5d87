// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline.h"

#include "databasehandle.h"
#include "transaction.h"
#include "tuning.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

struct Checkpoint
{
    QString boot;
    Milliseconds offset{0};
    Milliseconds last{0};
    Milliseconds lastWall{0};
};

Result<std::optional<Checkpoint>> read(Database::Private &database)
{
    auto &select = database.statement("SELECT boot, offset_ms, last_ms, last_wall_ms FROM timeline WHERE id = 1"_L1);
    if (const auto done = select.run(); !done)
        return done.error();
    std::optional<Checkpoint> found;
    if (select.next())
        found =
            Checkpoint{select.text(0), Milliseconds(select.integer(1)), Milliseconds(select.integer(2)), Milliseconds(select.integer(3))};
    if (const auto done = select.finish(); !done)
        return done.error();
    return found;
}

// Events carry the time as well: whoever was born after the checkpoint moves it on, the wall clock with it.
void advance(Checkpoint &checkpoint, Milliseconds newestBorn)
{
    if (newestBorn <= checkpoint.last)
        return;
    checkpoint.lastWall += newestBorn - checkpoint.last;
    checkpoint.last = newestBorn;
}

} // namespace

Result<Timeline> Timeline::load(Database::Private &database, const Clock &clock, Milliseconds newestBorn)
{
    Timeline timeline(database, clock);
    auto found = read(database);
    if (!found)
        return found.error();
    const auto boot = QString::fromLatin1(clock.bootId());
    const bool isSameBoot = *found && !boot.isEmpty() && (*found)->boot == boot;
    timeline.m_isSameBoot = isSameBoot || !*found;
    if (isSameBoot) {
        timeline.m_offset = (*found)->offset;
        timeline.m_checkpoint = (*found)->last;
        // A store file that was copied from elsewhere within one boot must not make the births of its events lie in the future.
        timeline.m_offset += std::max(Milliseconds(0), newestBorn - timeline.now());
        if (timeline.m_offset == (*found)->offset)
            return timeline;
    } else if (*found) {
        advance(**found, newestBorn);
        const auto slept = std::clamp(clock.wallNow() - (*found)->lastWall, Milliseconds(0), tuning::longestSleep);
        timeline.m_offset = (*found)->last + slept - clock.steadyNow();
    } else {
        // A store that began anew may have been given what could still be read of the old one: nothing of it is born in the future.
        timeline.m_offset = newestBorn - clock.steadyNow();
    }
    Transaction transaction(database);
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    if (const auto written = timeline.checkpoint(); !written)
        return written.error();
    if (const auto done = transaction.commit(); !done)
        return done.error();
    timeline.settle();
    return timeline;
}

bool Timeline::isDue() const
{
    return now() - m_checkpoint >= tuning::timelineCheckpointEvery;
}

Result<void> Timeline::checkpoint()
{
    m_written = now();
    return m_database
        ->statement("INSERT INTO timeline (id, boot, offset_ms, last_ms, last_wall_ms) VALUES (1, ?, ?, ?, ?) "
                    "ON CONFLICT (id) DO UPDATE SET boot = excluded.boot, offset_ms = excluded.offset_ms, "
                    "last_ms = excluded.last_ms, last_wall_ms = excluded.last_wall_ms"_L1)
        .run(QString::fromLatin1(m_clock->bootId()), qint64(m_offset.count()), qint64(m_written.count()),
             qint64(m_clock->wallNow().count()));
}

} // namespace saji
