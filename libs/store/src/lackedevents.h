// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventbatch.h"

namespace saji {

//! Reads what a peer lacks in the order of arrival, without looking at what it has.
//!
//! Within one origin arrival grows with seq, so each origin is read from the first lacked seq on through the unique index, a stride
//! at a time, and the strides are merged by arrival: the cost follows what is lacked, not the length of the log. An origin of which the
//! peer lacks what was trimmed here is passed over.
class LackedEvents
{
public:
    LackedEvents(const EventTable &table, const LogState &state, const VersionVector &peer, int maxEvents);

    [[nodiscard]] Result<QList<Event>> take(int maxEvents, qsizetype maxBytes);

private:
    struct Stream
    {
        Origin origin;
        quint64 next = 0; //!< the seq before the next stride
        quint64 end = 0;
        QList<LoggedEvent> stride;
        qsizetype at = 0;
    };

    [[nodiscard]] Result<void> refill(Stream &stream);

    const EventTable &m_table;
    QList<Stream> m_streams;
    int m_strideLength = 0;
};

} // namespace saji
