// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QSqlDatabase>
#include <QSqlQuery>

#include <optional>

namespace saji {

//! One statement, prepared once and kept.
//!
//! Rows are read by `next()`; afterwards `finish()` says whether the reading ended well, and lets go of the snapshot that a reader
//! holds (one that is left open keeps the write-ahead log from being copied home).
class Statement
{
public:
    Statement(const QSqlDatabase &database, QLatin1StringView sql);

    template<class... Values>
    [[nodiscard]] Result<void> run(const Values &...values)
    {
        if (const auto ready = prepare(); !ready)
            return ready;
        int position = 0;
        (bind(position++, values), ...);
        return execute();
    }
    //! Runs a statement that reads at most one number; nullopt when there is no row or it is NULL.
    template<class... Values>
    [[nodiscard]] Result<std::optional<qint64>> number(const Values &...values)
    {
        if (const auto done = run(values...); !done)
            return done.error();
        std::optional<qint64> value;
        if (next() && !m_query.isNull(0))
            value = integer(0);
        if (const auto done = finish(); !done)
            return done.error();
        return value;
    }

    bool next() { return m_query.next(); }
    [[nodiscard]] Result<void> finish();
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    int affected() const { return m_query.numRowsAffected(); }

private:
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> execute();
    void bind(int position, qint64 value) { m_query.bindValue(position, QVariant::fromValue(value)); }
    void bind(int position, int value) { bind(position, qint64(value)); }
    void bind(int position, quint64 value) { bind(position, qint64(value)); }
    void bind(int position, bool value) { bind(position, qint64(value)); }
    void bind(int position, const QByteArray &value);
    void bind(int position, const QString &value);

    QLatin1StringView m_sql;
    QSqlQuery m_query;
    bool m_prepared = false;
};

} // namespace saji
