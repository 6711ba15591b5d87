// SPDX-License-Identifier: GPL-3.0-or-later
#include "salvage.h"

#include "databasehandle.h"
#include "eventbatch.h"
#include "logging.h"
#include "transaction.h"
#include "tuning.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

QByteArray bytesOf(sqlite3_stmt *row, int column)
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(row, column));
    return {bytes, sqlite3_column_bytes(row, column)};
}

QString textOf(sqlite3_stmt *row, int column)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(row, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(row, column));
}

//! A statement on the damaged file: every answer but a row means that there is nothing more to be had this way.
class Reading
{
public:
    Reading(sqlite3 *connection, const char *sql) { sqlite3_prepare_v2(connection, sql, -1, &m_statement, nullptr); }
    ~Reading() { sqlite3_finalize(m_statement); }
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;

    bool isPossible() const { return m_statement; }
    int step() { return m_statement ? sqlite3_step(m_statement) : SQLITE_ERROR; }
    void startAfter(qint64 key)
    {
        sqlite3_reset(m_statement);
        sqlite3_bind_int64(m_statement, 1, key);
    }
    sqlite3_stmt *row() const { return m_statement; }

private:
    sqlite3_stmt *m_statement = nullptr;
};

LoggedEvent eventFrom(sqlite3_stmt *row, const Origin &origin)
{
    LoggedEvent logged;
    logged.arrival = sqlite3_column_int64(row, 0);
    logged.event.stamp = {Hlc{quint64(sqlite3_column_int64(row, 3))}, origin, quint64(sqlite3_column_int64(row, 2))};
    logged.event.kind = textOf(row, 4);
    logged.event.bornAt = Milliseconds(sqlite3_column_int64(row, 5));
    logged.event.payload = bytesOf(row, 6);
    return logged;
}

} // namespace

Salvage::Salvage(const QString &damagedFile, const QString &vfs, Database::Private &into, const std::optional<Origin> &own)
    : m_file(damagedFile), m_vfs(vfs), m_database(into), m_table(into), m_own(own)
{
}

Result<qint64> Salvage::run()
{
    if (const auto opened = m_damaged.open(m_file, RawConnection::Mode::Damaged, m_vfs); !opened)
        return 0;
    const auto tips = m_table.load();
    if (!tips)
        return tips.error();
    for (const auto &tip : *tips)
        m_have.raise(tip.origin, tip.seq);
    const auto last = m_table.lastArrival();
    if (!last)
        return last.error();
    m_lastArrival = *last;
    const auto born = m_table.newestBorn();
    if (!born)
        return born.error();
    m_newestBorn = *born;
    Transaction transaction(m_database);
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    if (const auto done = takeEvents(); !done)
        return done.error();
    if (const auto done = takeCounters(); !done)
        return done.error();
    if (const auto done = takeTimeline(); !done)
        return done.error();
    if (const auto done = transaction.commit(); !done)
        return done.error();
    return m_taken;
}

QHash<qint64, Origin> Salvage::readOrigins()
{
    QHash<qint64, Origin> origins;
    Reading rows(m_damaged.handle(), "SELECT id, device, epoch FROM origins");
    while (rows.step() == SQLITE_ROW) {
        if (const auto device = DeviceId::fromBytes(bytesOf(rows.row(), 1)))
            origins.insert(sqlite3_column_int64(rows.row(), 0), {*device, quint64(sqlite3_column_int64(rows.row(), 2))});
    }
    return origins;
}

Result<void> Salvage::takeEvents()
{
    m_origins = readOrigins();
    Reading rows(m_damaged.handle(), "SELECT arrival, origin, seq, hlc, kind, born_ms, payload FROM events WHERE arrival > ? ORDER BY arrival");
    if (!rows.isPossible())
        return {};
    // Before that the new database has everything: both come from the same log.
    qint64 from = m_lastArrival;
    int failures = 0;
    rows.startAfter(from);
    // Ends at the end of the table, or after some thirty ever wider steps into nothing.
    while (failures < tuning::salvageSingleSteps + 40) {
        const int result = rows.step();
        if (result == SQLITE_DONE)
            return {};
        if (result != SQLITE_ROW) {
            ++failures;
            from += failures <= tuning::salvageSingleSteps ? 1 : qint64(1) << (failures - tuning::salvageSingleSteps);
            rows.startAfter(from);
            continue;
        }
        failures = 0;
        const auto origin = m_origins.constFind(sqlite3_column_int64(rows.row(), 1));
        from = sqlite3_column_int64(rows.row(), 0);
        if (origin == m_origins.cend())
            continue;
        if (const auto done = take(eventFrom(rows.row(), *origin)); !done)
            return done;
    }
    return {};
}

Result<void> Salvage::take(const LoggedEvent &logged)
{
    auto event = logged.event;
    const auto known = m_have.upTo(event.stamp.origin);
    if (event.stamp.seq <= known || !checkEvent(event))
        return {};
    // A birth far in the future is damage, too, and would take the whole timeline with it.
    if (m_newestBorn.count() > 0)
        event.bornAt = qMin(event.bornAt, m_newestBorn + tuning::longestSleep);
    if (event.stamp.seq > known + 1) {
        if (!m_own || event.stamp.origin.device != m_own->device)
            return {};
        event.stamp.origin = *m_own;
        event.stamp.seq = m_have.upTo(*m_own) + 1;
    }
    return insert(event);
}

Result<void> Salvage::insert(Event event)
{
    const auto &origin = event.stamp.origin;
    auto id = m_table.idOf(origin);
    if (id == 0) {
        id = m_table.nextId(0);
        if (const auto done = m_table.insertOrigin(id, origin); !done)
            return done;
        m_table.noteOrigin(id, origin);
    }
    if (const auto done = m_table.insert(m_lastArrival + 1, id, event); !done)
        return done;
    ++m_lastArrival;
    ++m_taken;
    m_have.raise(origin, event.stamp.seq);
    m_newestBorn = qMax(m_newestBorn, event.bornAt);
    return {};
}

// A number that was given to a guest must not be given to another one.
Result<void> Salvage::takeCounters()
{
    auto &raise = m_database.statement("INSERT INTO counters (name, value) VALUES (?, ?) "
                                       "ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)"_L1);
    Reading rows(m_damaged.handle(), "SELECT name, value FROM counters");
    while (rows.step() == SQLITE_ROW) {
        if (const auto done = raise.run(textOf(rows.row(), 0), qint64(sqlite3_column_int64(rows.row(), 1))); !done)
            return done;
    }
    return {};
}

// Without it the time since the newest event would be forgotten, and every ticket would look that much younger.
Result<void> Salvage::takeTimeline()
{
    Reading rows(m_damaged.handle(), "SELECT boot, offset_ms, last_ms, last_wall_ms FROM timeline WHERE id = 1");
    if (rows.step() != SQLITE_ROW)
        return {};
    const Milliseconds offset(sqlite3_column_int64(rows.row(), 1));
    const Milliseconds last(sqlite3_column_int64(rows.row(), 2));
    const auto nearly = tuning::longestSleep;
    // Bits that have tipped over must not move the whole timeline: it lies by the births, and a boot is no longer than that either.
    if (last < m_newestBorn - nearly || last > m_newestBorn + nearly || offset > last || offset < last - nearly)
        return {};
    return m_database
        .statement("INSERT INTO timeline (id, boot, offset_ms, last_ms, last_wall_ms) VALUES (1, ?, ?, ?, ?) "
                   "ON CONFLICT (id) DO UPDATE SET boot = excluded.boot, offset_ms = excluded.offset_ms, last_ms = excluded.last_ms, "
                   "last_wall_ms = excluded.last_wall_ms WHERE excluded.last_ms > last_ms"_L1)
        .run(textOf(rows.row(), 0), qint64(offset.count()), qint64(last.count()), qint64(sqlite3_column_int64(rows.row(), 3)));
}

} // namespace saji
