// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/facts.h>
#include <store/event.h>

namespace saji {

//! What a projection of the log is to the one who reads it aloud (FactFeed): told each fact once, in the order of arrival.
class FactReader
{
public:
    virtual ~FactReader() = default;
    //! Up to where it has read; facts after that are new to it.
    virtual qint64 cursor() const = 0;
    virtual void read(const LoggedEvent &event, const Fact &fact) = 0;
    //! A fact that is not what its kind says: kept, passed on, and nothing follows from it.
    virtual void unreadable(const LoggedEvent &event, const Error &error)
    {
        Q_UNUSED(event)
        Q_UNUSED(error)
    }
    //! Everything up to this arrival has been read, facts for others included: now is the time to tell what has changed.
    virtual void passed(qint64 arrival) = 0;
    //! Puts rows and cursor on the disk, together. What is lost with the power is read again from the log.
    [[nodiscard]] virtual Result<void> flush() = 0;
};

} // namespace saji
