// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtable.h"

#include <store/eventlog.h>

#include <QHash>

namespace saji {

//! What a log remembers of its own disk; changed only after a commit.
struct LogState
{
    VersionVector have;
    VersionVector floor; //!< trimmed up to here
    qint64 lastArrival = 0;
    HlcClock hlc;
    QHash<QString, qint64> counters;
};

//! The changes of one transaction, beside the state until they are committed: a failed one leaves no trace.
class EventBatch final : public LogWriter
{
public:
    enum class Taken { Added, Known, Deferred };

    EventBatch(Database::Private &database, EventTable &table, const LogState &state, const Origin &own, Milliseconds now);

    Result<LoggedEvent> append(const QString &kind, const QByteArray &payload) override;
    Result<qint64> draw(const QString &counter) override;
    //! Takes one event of another node, which has passed checkEvent(). `floor`: what the sender has trimmed and we may do without.
    [[nodiscard]] Result<Taken> take(const Event &event, const VersionVector &floor);

    bool isEmpty() const { return m_added == 0 && m_counters.isEmpty(); }
    int added() const { return m_added; }
    //! Writes what all changes of the transaction share; call before the commit.
    [[nodiscard]] Result<void> writeCounters();
    //! The transaction is committed.
    void settle(LogState &state) const;

private:
    [[nodiscard]] Result<LoggedEvent> insert(const Event &event);
    [[nodiscard]] Result<qint64> originId(const Origin &origin);
    quint64 upTo(const Origin &origin) const;
    //! Goes on above a hole; false when what we have below is not folded yet.
    [[nodiscard]] Result<bool> giveUpBelow(const Origin &origin);

    Database::Private &m_database;
    EventTable &m_table;
    const LogState &m_state;
    Origin m_own;
    Milliseconds m_now;
    HlcClock m_hlc;
    VersionVector m_raised;
    VersionVector m_floor;
    QHash<Origin, qint64> m_newOrigins;
    QHash<QString, qint64> m_counters;
    int m_added = 0;
};

//! Malformed or TooLarge when this is nothing that a node may write.
[[nodiscard]] Result<void> checkEvent(const Event &event);

} // namespace saji
