// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/eventlog.h>
#include <sync/frames.h>

#include <optional>

namespace saji {

//! Decides what the next exchange carries: what the peer lacks and has not been sent, and what it has not been told that we have.
//!
//! A link keeps order and loses nothing until it ends, so what has been sent counts as known; the next session starts from hello.
class ExchangePump
{
public:
    //! `told` is what our hello said.
    ExchangePump(const EventLog &log, const VersionVector &told) : m_log(log), m_told(told) {}

    //! Who it is. A server is never told to do without something, and nobody without what he wrote himself.
    void setPeer(const Origin &origin, NodeKind kind);
    //! The peer says, or shows by sending them, that it has these.
    void peerHas(const VersionVector &has) { m_assumed.merge(has); }

    //! Nullopt when the peer lacks nothing and knows everything.
    [[nodiscard]] Result<std::optional<ExchangeFrame>> next();
    //! Only what we have; nullopt when the peer knows it.
    [[nodiscard]] std::optional<ExchangeFrame> nextHave();
    //! True when an event of our own waits to be sent.
    bool hasOwnNews() const;

private:
    VersionVector takeNews();
    VersionVector passTrimmed();

    const EventLog &m_log;
    DeviceId m_peer;
    bool m_mayPass = false;
    VersionVector m_assumed; //!< what the peer has, or will have when everything sent has arrived
    VersionVector m_told;    //!< what the peer knows that we have
};

} // namespace saji
