// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

namespace saji {

//! Decides when statements that wait are written together.
//!
//! At once, as a rule: what has come in by then is the group. Only right after a commit that the disk was slow with, those whom it has
//! just answered are waited for as well, as long as every millisecond brings some of them: two halves of the clients that take turns
//! would otherwise each wait for a disk of their own. Pure arithmetic; times are of one steady clock.
class CommitGroup
{
public:
    //! Asked when `waiting` statements are there, and again after the wait that it has named; zero = commit them.
    [[nodiscard]] Milliseconds gatherFor(qsizetype waiting, Milliseconds now);
    //! Whether a wait that was named is over before its time: nobody else is expected.
    bool isComplete(qsizetype waiting) const { return m_expected > 0 && waiting >= m_expected; }
    //! A commit of `count` statements has begun and ended at these times.
    void committed(qsizetype count, Milliseconds began, Milliseconds ended);

private:
    qsizetype m_lastCount = 0;
    Milliseconds m_took{0};
    Milliseconds m_ended{0};
    qsizetype m_expected = 0; //!< of the group that gathers; 0 = none does
    qsizetype m_seen = 0;     //!< of it, when we looked last
    Milliseconds m_until{0};
};

} // namespace saji
