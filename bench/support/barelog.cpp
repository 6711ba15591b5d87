// SPDX-License-Identifier: GPL-3.0-or-later
#include "barelog.h"

#include <QtGlobal>

#include <sqlite3.h>

namespace saji::bench {

BareLog::BareLog(const QString &file, Table table) : m_table(table)
{
    check(sqlite3_open(file.toUtf8().constData(), &m_db));
    check(sqlite3_exec(m_db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", nullptr, nullptr, nullptr));
    const bool isWhole = table == Table::Events;
    check(sqlite3_exec(m_db,
                       isWhole ? "CREATE TABLE events(arrival INTEGER PRIMARY KEY, origin BIGINT NOT NULL, seq BIGINT NOT NULL, hlc BIGINT NOT NULL,"
                                 "kind TEXT NOT NULL, born_ms BIGINT NOT NULL, payload BLOB NOT NULL, UNIQUE(origin, seq))"
                               : "CREATE TABLE events(arrival INTEGER PRIMARY KEY, payload BLOB NOT NULL)",
                       nullptr, nullptr, nullptr));
    check(sqlite3_prepare_v2(m_db,
                             isWhole ? "INSERT INTO events(payload, arrival, origin, seq, hlc, kind, born_ms) VALUES(?, ?2, 1, ?2, ?2, 'order.placed', ?2)"
                                     : "INSERT INTO events(payload) VALUES(?)",
                             -1, &m_insert, nullptr));
}

BareLog::~BareLog()
{
    sqlite3_finalize(m_insert);
    sqlite3_close(m_db);
}

void BareLog::append(const QList<QByteArray> &payloads)
{
    check(sqlite3_exec(m_db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr));
    for (const auto &payload : payloads) {
        sqlite3_bind_blob(m_insert, 1, payload.constData(), int(payload.size()), SQLITE_STATIC);
        if (m_table == Table::Events)
            sqlite3_bind_int64(m_insert, 2, ++m_count);
        if (sqlite3_step(m_insert) != SQLITE_DONE)
            check(SQLITE_ERROR);
        sqlite3_reset(m_insert);
    }
    check(sqlite3_exec(m_db, "COMMIT", nullptr, nullptr, nullptr));
}

void BareLog::check(int code)
{
    if (code != SQLITE_OK)
        qFatal("bare SQLite failed: %s", sqlite3_errmsg(m_db));
}

} // namespace saji::bench
