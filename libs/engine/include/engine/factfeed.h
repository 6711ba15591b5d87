// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <engine/factreader.h>

#include <QObject>

namespace saji {

class EventLog;

//! Reads the log aloud to every projection: each event is fetched and decoded once, whoever listens.
//!
//! Each reader has its own cursor, so one that was rebuilt hears everything again while the others hear only news. A fact that is not
//! what its kind says is reported once and passed over: one bad record never blocks the rest (G5).
class FactFeed : public QObject
{
    Q_OBJECT

public:
    FactFeed(EventLog &log, Scheduler &scheduler, QObject *parent = nullptr);
    ~FactFeed() override; //!< flushes

    //! Readers are told in the order in which they were added.
    void add(FactReader &reader);
    //! Reads everything that is new, at once.
    [[nodiscard]] Result<void> catchUp();
    void flush();

private:
    void readSome();
    [[nodiscard]] Result<bool> readBatch(); //!< whether there may be more
    void readAloud(const LoggedEvent &event);
    qint64 lowestCursor() const;

    EventLog &m_log;
    Timer m_goOn;
    Timer m_flush;
    QList<FactReader *> m_readers;
    bool m_reading = false;
};

} // namespace saji
