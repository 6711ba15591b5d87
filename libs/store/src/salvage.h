// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtable.h"
#include "rawconnection.h"

#include <base/origin.h>

#include <optional>

namespace saji {

//! Takes from a damaged database what the one that replaces it lacks: every event that can still be read, the counters, and the time.
//!
//! Events keep their place (origin, seq). Where that has a hole before it, an event of this device goes on under its new epoch, with the
//! stamp it had, because there may be no other copy of it; one of another device is left, its own device has it.
class Salvage
{
public:
    //! `own`: this device and its new epoch, when that is known.
    Salvage(const QString &damagedFile, const QString &vfs, Database::Private &into, const std::optional<Origin> &own);

    //! How many events were taken. What cannot be read is passed over; only the new database can make this fail.
    [[nodiscard]] Result<qint64> run();

private:
    [[nodiscard]] Result<void> takeEvents();
    [[nodiscard]] Result<void> takeCounters();
    [[nodiscard]] Result<void> takeTimeline();
    [[nodiscard]] Result<void> take(const LoggedEvent &event);
    [[nodiscard]] Result<void> insert(Event event);
    [[nodiscard]] QHash<qint64, Origin> readOrigins();

    RawConnection m_damaged;
    QString m_file;
    QString m_vfs;
    Database::Private &m_database;
    EventTable m_table;
    std::optional<Origin> m_own;
    VersionVector m_have;
    QHash<qint64, Origin> m_origins; //!< by their numbers in the damaged file
    Milliseconds m_newestBorn{0};
    qint64 m_lastArrival = 0;
    qint64 m_taken = 0;
};

} // namespace saji
