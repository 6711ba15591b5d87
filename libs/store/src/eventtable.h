// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/database.h>
#include <store/event.h>
#include <store/versionvector.h>

#include <QHash>
#include <QList>

#include <optional>

namespace saji {

//! The events as rows: reads and writes them, decides nothing.
class EventTable
{
public:
    //! The newest event of one origin.
    struct Tip
    {
        Origin origin;
        quint64 seq = 0;
        Hlc hlc;
    };

    explicit EventTable(Database::Private &database) : m_database(database) {}

    [[nodiscard]] Result<QList<Tip>> load();
    [[nodiscard]] Result<qint64> lastArrival() const;
    [[nodiscard]] Result<Milliseconds> newestBorn() const;

    //! The row number of an origin; 0 = it has none.
    qint64 idOf(const Origin &origin) const { return m_ids.value(origin, 0); }
    //! A number for `count` origins from now that has not been given out.
    qint64 nextId(qsizetype count) const { return m_largestId + 1 + qint64(count); }
    [[nodiscard]] Result<void> insertOrigin(qint64 id, const Origin &origin);
    //! The row is committed.
    void noteOrigin(qint64 id, const Origin &origin);

    [[nodiscard]] Result<void> insert(qint64 arrival, qint64 originId, const Event &event);
    //! Hands the events of one origin above `after` to another, numbered from 1.
    [[nodiscard]] Result<void> move(qint64 from, quint64 after, qint64 to);

    [[nodiscard]] Result<QList<LoggedEvent>> since(qint64 arrival, int limit) const;
    [[nodiscard]] Result<QList<LoggedEvent>> ofOrigin(const Origin &origin, quint64 after, int limit) const;
    [[nodiscard]] Result<std::optional<Hlc>> stampOf(const Origin &origin, quint64 seq) const;
    [[nodiscard]] Result<std::optional<Milliseconds>> bornOf(const Origin &origin, quint64 seq) const;

private:
    [[nodiscard]] Result<QList<LoggedEvent>> rowsOf(class Statement &select) const;

    Database::Private &m_database;
    QHash<Origin, qint64> m_ids;
    QHash<qint64, Origin> m_origins;
    qint64 m_largestId = 0;
};

} // namespace saji
