// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <store/database.h>

namespace saji {

//! This device's own count of milliseconds, from the birth of its store file: continues through restarts (the boot's steady clock)
//! and reboots (the last known value, plus what the wall clock says has passed, if that is sane). Never goes back.
class Timeline
{
public:
    //! `newestBorn` is the birth of the newest event that is known: it may be later than the last checkpoint.
    [[nodiscard]] static Result<Timeline> load(Database::Private &database, const Clock &clock, Milliseconds newestBorn);

    Milliseconds now() const { return m_clock->steadyNow() + m_offset; }
    //! The file was last written in this boot of the machine, or is new.
    bool isSameBoot() const { return m_isSameBoot; }
    bool isDue() const;
    //! Writes where it stands, within the caller's transaction. Call `settle` when that is committed.
    [[nodiscard]] Result<void> checkpoint();
    void settle() { m_checkpoint = m_written; }

private:
    Timeline(Database::Private &database, const Clock &clock) : m_database(&database), m_clock(&clock) {}

    Database::Private *m_database;
    const Clock *m_clock;
    Milliseconds m_offset{0};
    Milliseconds m_checkpoint{0};
    Milliseconds m_written{0};
    bool m_isSameBoot = true;
};

} // namespace saji
