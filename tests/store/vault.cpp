// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

#include <sqlite3.h>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

template<class T>
void mustBeWell(const Result<T> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
}

} // namespace

Vault::Vault(const QString &name, NodeKind kind, const QString &vfs) : random(qHash(name, 1)), m_name(name), m_kind(kind), m_vfs(vfs)
{
    mustBeWell(open());
}

Vault::~Vault()
{
    close();
}

Result<std::optional<RecoveryReport>> Vault::open()
{
    auto opened = openOrRecover(folder(), clock, random, {m_vfs});
    if (!opened)
        return opened.error();
    const auto identity = loadIdentity(*opened->database, m_kind, m_name, u"pasar-saji"_s, clock, random);
    if (!identity)
        return identity.error();
    auto log = EventLog::open(*opened->database, *identity, clock);
    if (!log)
        return log.error();
    auto catalog = CatalogStore::open(*opened->database, clock);
    if (!catalog)
        return catalog.error();
    m_database = std::move(opened->database);
    m_log = std::move(*log);
    m_catalog = std::move(*catalog);
    return opened->recovery;
}

void Vault::close()
{
    m_catalog.reset();
    m_log.reset();
    m_database.reset();
}

std::optional<RecoveryReport> Vault::reopen()
{
    close();
    const auto opened = open();
    mustBeWell(opened);
    return *opened;
}

LoggedEvent Vault::append(const QByteArray &payload)
{
    LoggedEvent written;
    mustBeWell(m_log->write([&](LogWriter &writer) -> Result<void> {
        const auto event = writer.append(u"order.placed"_s, payload);
        if (!event)
            return event.error();
        written = *event;
        return {};
    }));
    return written;
}

void Vault::appendMany(int count, qsizetype bytes)
{
    mustBeWell(m_log->write([&](LogWriter &writer) -> Result<void> {
        for (int i = 0; i < count; ++i) {
            if (const auto event = writer.append(u"order.placed"_s, QByteArray::number(i).rightJustified(bytes, ' ')); !event)
                return event.error();
        }
        return {};
    }));
}

qint64 Vault::draw(const QString &counter)
{
    qint64 drawn = 0;
    mustBeWell(m_log->write([&](LogWriter &writer) -> Result<void> {
        const auto number = writer.draw(counter);
        if (!number)
            return number.error();
        drawn = *number;
        return {};
    }));
    return drawn;
}

QByteArrayList Vault::payloads() const
{
    const auto rows = m_log->since(0, std::numeric_limits<int>::max());
    mustBeWell(rows);
    QByteArrayList all;
    for (const auto &row : *rows)
        all.append(row.event.payload);
    return all;
}

QByteArrayList Vault::sortedPayloads() const
{
    auto all = payloads();
    std::sort(all.begin(), all.end());
    return all;
}

void Vault::exchangeWith(Vault &other)
{
    const auto all = std::numeric_limits<int>::max();
    const auto news = log().lackedBy(other.log().have(), all, all);
    mustBeWell(news);
    const auto answer = other.log().lackedBy(log().have(), all, all);
    mustBeWell(answer);
    mustBeWell(other.log().merge(*news));
    mustBeWell(log().merge(*answer));
}

BackupFile Vault::backUp()
{
    RollingBackup backup(*m_database, clock, scheduler, disk);
    QSignalSpy made(&backup, &RollingBackup::made);
    QSignalSpy failed(&backup, &RollingBackup::failed);
    backup.makeNow();
    if (!scheduler.advanceUntil([&] { return !made.isEmpty() || !failed.isEmpty(); }, 10min) || made.isEmpty())
        qFatal("no backup was made");
    return made.first().first().value<BackupFile>();
}

QStringList Vault::entries() const
{
    return QDir(folder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
}

void scribbleOverEvents(const Vault &vault)
{
    const auto size = QFileInfo(vault.databaseFile()).size();
    scribble(vault.databaseFile(), size / 2 / 4096 * 4096, 4096);
}

void suspect(const Vault &vault)
{
    QFile note(vault.folder() + u"/saji.suspect"_s);
    if (!note.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(note.errorString()));
}

void deliver(Vault &device, Vault &server)
{
    device.exchangeWith(server);
    mustBeWell(device.log().rememberPeer(NodeKind::Server, server.log().have()));
}

int trimAll(Vault &vault)
{
    int sum = 0;
    while (true) {
        const auto trimmed = vault.log().trim({});
        mustBeWell(trimmed);
        if (*trimmed == 0)
            return sum;
        sum += *trimmed;
    }
}

void scribble(const QString &name, qint64 at, qint64 bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(at) || file.write(QByteArray(bytes, '\xa5')) != bytes)
        qFatal("%s could not be damaged", qPrintable(name));
}

QByteArray contentsOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 numberIn(const QString &database, const QByteArray &sql)
{
    sqlite3 *raw = nullptr;
    sqlite3_stmt *statement = nullptr;
    qint64 value = -1;
    if (sqlite3_open_v2(QFile::encodeName(database).constData(), &raw, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK
        && sqlite3_prepare_v2(raw, sql.constData(), -1, &statement, nullptr) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
        value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(raw);
    return value;
}

void executeIn(const QString &database, const QByteArray &sql)
{
    sqlite3 *raw = nullptr;
    char *error = nullptr;
    if (sqlite3_open(QFile::encodeName(database).constData(), &raw) != SQLITE_OK || sqlite3_exec(raw, sql.constData(), nullptr, nullptr, &error) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), error ? error : "cannot be opened");
    sqlite3_close(raw);
}

} // namespace saji
