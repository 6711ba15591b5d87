// SPDX-License-Identifier: GPL-3.0-or-later
#include "device.h"

#include "faultyvfs.h"

#include <QDir>
#include <QFile>

#include <limits>

using namespace Qt::StringLiterals;

namespace saji {

Device::Device(const QString &name, NodeKind kind, ManualClock time, const QString &store)
    : clock(time), random(qHash(name, 1)), m_name(name), m_store(store), m_kind(kind)
{
    if (const auto opened = open(); !opened)
        qFatal("%s", qPrintable(opened.error().detail));
}

Result<void> Device::open()
{
    auto database = Database::open(folder(), {FaultyVfs::name()});
    if (!database)
        return database.error();
    const auto identity = loadIdentity(**database, m_kind, m_name, m_store, clock, random);
    if (!identity)
        return identity.error();
    auto log = EventLog::open(**database, *identity, clock);
    if (!log)
        return log.error();
    m_database = std::move(*database);
    m_log = std::move(*log);
    return {};
}

void Device::close()
{
    m_log.reset();
    m_database.reset();
}

void Device::reopen()
{
    close();
    if (const auto opened = open(); !opened)
        qFatal("%s", qPrintable(opened.error().detail));
}

LoggedEvent Device::append(const QByteArray &payload, const QString &kind)
{
    LoggedEvent written;
    const auto done = m_log->write([&](LogWriter &writer) -> Result<void> {
        const auto event = writer.append(kind, payload);
        if (!event)
            return event.error();
        written = *event;
        return {};
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
    return written;
}

QList<Event> Device::all() const
{
    const auto events = m_log->lackedBy({}, std::numeric_limits<int>::max(), std::numeric_limits<qsizetype>::max());
    if (!events)
        qFatal("%s", qPrintable(events.error().detail));
    return *events;
}

void Device::backUpTo(const QString &target) const
{
    Q_ASSERT(!m_database);
    QDir().mkpath(target);
    if (!QFile::copy(QDir(folder()).filePath(u"saji.db"_s), QDir(target).filePath(u"saji.db"_s)))
        qFatal("no backup");
}

void Device::restoreFrom(const QString &source)
{
    Q_ASSERT(!m_database);
    const auto file = QDir(folder()).filePath(u"saji.db"_s);
    QFile::remove(file);
    if (!QFile::copy(QDir(source).filePath(u"saji.db"_s), file))
        qFatal("no restore");
}

QByteArrayList payloads(const QList<Event> &events)
{
    QByteArrayList list;
    for (const auto &event : events)
        list.append(event.payload);
    return list;
}

} // namespace saji
