// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

#include <QList>

namespace saji {

//! Which backups are worth their room: close together for the last hour, then one an hour, then one a day.
struct Retention
{
    int newest = 10; //!< at one every 5 minutes: the last 50 minutes
    Milliseconds hourlyFor = std::chrono::hours(24);
    Milliseconds dailyFor = std::chrono::hours(24 * 30);

    //! The places of those that may go, oldest first. `takenNewestFirst`: wall times, in the order of making, the newest first; that
    //! order counts, because the clock may have been set in between: none is taken to be younger than one that was made after it.
    [[nodiscard]] QList<qsizetype> surplus(const QList<Milliseconds> &takenNewestFirst, Milliseconds now) const;
};

} // namespace saji
