// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/factfeed.h>

#include "logging.h"
#include "tuning.h"

#include <store/eventlog.h>

#include <algorithm>

namespace saji {

FactFeed::FactFeed(EventLog &log, Scheduler &scheduler, QObject *parent)
    : QObject(parent), m_log(log), m_goOn(scheduler), m_flush(scheduler)
{
    connect(&log, &EventLog::grown, this, &FactFeed::readSome);
}

FactFeed::~FactFeed()
{
    flush();
}

void FactFeed::add(FactReader &reader)
{
    m_readers.append(&reader);
}

qint64 FactFeed::lowestCursor() const
{
    qint64 lowest = m_log.lastArrival();
    for (const auto *reader : m_readers)
        lowest = std::min(lowest, reader->cursor());
    return lowest;
}

Result<void> FactFeed::catchUp()
{
    while (lowestCursor() < m_log.lastArrival()) {
        if (const auto more = readBatch(); !more)
            return more.error();
    }
    return {};
}

void FactFeed::readSome()
{
    // A reader may write a fact of its own while it is told of one: the outer call goes on with that.
    if (m_reading)
        return;
    const auto more = readBatch();
    if (!more) {
        qCWarning(lcEngine).noquote() << "reading the log:" << more.error().detail;
        m_goOn.start(tuning::diskRetryAfter, [this] { readSome(); });
    } else if (*more) {
        m_goOn.start(Milliseconds(0), [this] { readSome(); });
    }
}

Result<bool> FactFeed::readBatch()
{
    const auto newest = m_log.lastArrival();
    const auto from = lowestCursor();
    const auto events = m_log.since(from, tuning::feedBatch);
    if (!events)
        return events.error();
    m_reading = true;
    for (const auto &event : *events)
        readAloud(event);
    const auto upTo = events->size() < tuning::feedBatch ? newest : events->last().arrival;
    for (auto *reader : std::as_const(m_readers)) {
        if (reader->cursor() < upTo)
            reader->passed(upTo);
    }
    m_reading = false;
    if (!m_flush.isActive() && upTo > from)
        m_flush.start(tuning::flushAfter, [this] { flush(); });
    return lowestCursor() < m_log.lastArrival();
}

void FactFeed::readAloud(const LoggedEvent &event)
{
    const auto fact = factOf(event.event);
    if (!fact) {
        if (fact.error().code != ErrorCode::NotFound) {
            qCWarning(lcEngine).noquote() << "event" << event.event.stamp.origin.toString() << event.event.stamp.seq
                                          << "is passed over:" << fact.error().detail;
            for (auto *reader : std::as_const(m_readers)) {
                if (reader->cursor() < event.arrival)
                    reader->unreadable(event, fact.error());
            }
        }
        return;
    }
    for (auto *reader : std::as_const(m_readers)) {
        if (reader->cursor() < event.arrival)
            reader->read(event, *fact);
    }
}

void FactFeed::expect(const EncodedFact &encoded, const Fact &fact)
{
    if (m_expected.size() >= tuning::factsExpected)
        m_expected.clear();
    m_expected.insert(encoded.payload, {encoded.kind, fact});
}

Result<Fact> FactFeed::factOf(const Event &event)
{
    const auto expected = m_expected.isEmpty() ? std::pair<QString, Fact>() : m_expected.take(event.payload);
    if (expected.first.isEmpty() || expected.first != event.kind)
        return decodeFact(event.kind, event.payload);
    Q_ASSERT(*decodeFact(event.kind, event.payload) == expected.second); // another device reads the bytes
    return expected.second;
}

void FactFeed::flush()
{
    m_flush.stop();
    bool failed = false;
    for (auto *reader : std::as_const(m_readers)) {
        if (const auto done = reader->flush(); !done) {
            qCWarning(lcEngine).noquote() << "keeping a projection:" << done.error().detail;
            failed = true;
        }
    }
    if (failed)
        m_flush.start(tuning::diskRetryAfter, [this] { flush(); });
}

} // namespace saji
