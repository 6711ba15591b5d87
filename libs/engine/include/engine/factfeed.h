// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <engine/factreader.h>

#include <QHash>
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
    //! Who writes a fact may leave it here: when the log tells of these very bytes, they need not be decoded. What is never told of is
    //! forgotten some time.
    void expect(const EncodedFact &encoded, const Fact &fact);

private:
    void readSome();
    [[nodiscard]] Result<bool> readBatch(); //!< whether there may be more
    void readAloud(const LoggedEvent &event);
    [[nodiscard]] Result<Fact> factOf(const Event &event);
    qint64 lowestCursor() const;

    EventLog &m_log;
    Timer m_goOn;
    Timer m_flush;
    QList<FactReader *> m_readers;
    QHash<QByteArray, std::pair<QString, Fact>> m_expected; //!< by its bytes; with its kind
    bool m_reading = false;
};

} // namespace saji
