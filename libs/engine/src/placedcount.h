// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/eventlog.h>

namespace saji {

//! Counts the orders between two places of a log, and follows both as they move on: what has changed since is counted, not all anew.
//!
//! Lives on the thread of the log, and no longer than it.
class PlacedCount
{
public:
    explicit PlacedCount(const EventLog &log) : m_log(log) {}

    //! Orders above `from` and up to `upTo`, of the origins in `upTo`; `from` names places that `upTo` covers. When the log cannot be read,
    //! the last count that could.
    quint64 between(const VersionVector &from, const VersionVector &upTo);

private:
    bool canFollow(const VersionVector &from, const VersionVector &upTo) const;

    const EventLog &m_log;
    quint64 m_count = 0;
    VersionVector m_from;
    VersionVector m_upTo;
};

} // namespace saji
