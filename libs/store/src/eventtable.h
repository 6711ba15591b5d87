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
    //! The ends of one origin: what is below the first has been trimmed.
    struct Tip
    {
        Origin origin;
        quint64 first = 0;
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

    //! The first event of an origin above `after` and up to `last` that was born after `born`, or arrived after `arrival`.
    [[nodiscard]] Result<std::optional<quint64>> firstBornOrArrivedAfter(const Origin &origin, quint64 after, quint64 last, Milliseconds born,
                                                                         qint64 arrival) const;
    //! Removes the events of an origin up to `last`.
    [[nodiscard]] Result<void> removeUpTo(const Origin &origin, quint64 last);
    //! Up to which arrival every projection on the disk has read.
    [[nodiscard]] Result<qint64> foldedUpTo() const;

    [[nodiscard]] Result<QList<LoggedEvent>> since(qint64 arrival, int limit) const;
    [[nodiscard]] Result<QList<LoggedEvent>> ofOrigin(const Origin &origin, quint64 after, int limit) const;
    [[nodiscard]] Result<std::optional<Hlc>> stampOf(const Origin &origin, quint64 seq) const;
    //! How many events of one kind an origin has above `after` and up to `last`.
    [[nodiscard]] Result<quint64> countOf(const QString &kind, const Origin &origin, quint64 after, quint64 last) const;
    //! Of the first event of an origin above `after`.
    [[nodiscard]] Result<std::optional<Milliseconds>> bornAfter(const Origin &origin, quint64 after) const;

private:
    [[nodiscard]] Result<QList<LoggedEvent>> rowsOf(class BulkStatement &select) const;

    Database::Private &m_database;
    QHash<Origin, qint64> m_ids;
    QHash<qint64, Origin> m_origins;
    qint64 m_largestId = 0;
};

} // namespace saji
