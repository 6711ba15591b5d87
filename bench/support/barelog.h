// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace saji::bench {

//! The floor under every log: SQLite's C API, one prepared insert, the pragmas of ours (WAL, synchronous=FULL).
class BareLog
{
public:
    enum class Table {
        Payloads, //!< arrival and payload, nothing else
        Events,   //!< the columns and the unique index of our own events table
    };

    BareLog(const QString &file, Table table);
    ~BareLog();
    BareLog(const BareLog &) = delete;
    BareLog &operator=(const BareLog &) = delete;

    //! One transaction.
    void append(const QByteArray &payload) { append(QList<QByteArray>{payload}); }
    void append(const QList<QByteArray> &payloads);

private:
    void check(int code);

    Table m_table;
    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    qint64 m_count = 0;
};

} // namespace saji::bench
