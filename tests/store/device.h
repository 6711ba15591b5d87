// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <store/eventlog.h>
#include <testkit/manualclock.h>

#include <QTemporaryDir>

#include <memory>

namespace saji {

//! One device's store in a folder of its own: opens, closes, is copied and restored.
class Device
{
public:
    explicit Device(const QString &name, NodeKind kind = NodeKind::Kiosk, ManualClock clock = ManualClock(),
                    const QString &store = QStringLiteral("pasar-saji"));

    [[nodiscard]] Result<void> open();
    void close();
    void reopen();

    //! Writes one event; a failed write fails the test that asked.
    LoggedEvent append(const QByteArray &payload, const QString &kind = QStringLiteral("order.placed"));
    //! Everything this device's log holds, in order of arrival.
    QList<Event> all() const;
    //! The files of a closed store, as a backup would keep them.
    void backUpTo(const QString &folder) const;
    void restoreFrom(const QString &folder);

    QString folder() const { return m_folder.filePath(QStringLiteral("store")); }
    EventLog &log() { return *m_log; }
    const EventLog &log() const { return *m_log; }
    Database &database() { return *m_database; }

    ManualClock clock;
    SeededRandom random;

private:
    QTemporaryDir m_folder;
    QString m_name;
    QString m_store;
    NodeKind m_kind;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<EventLog> m_log;
};

//! Of each event, in this order.
[[nodiscard]] QByteArrayList payloads(const QList<Event> &events);

} // namespace saji
