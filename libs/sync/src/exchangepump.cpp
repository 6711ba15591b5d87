// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchangepump.h"

namespace saji {
namespace {

//! Entries of a vector in one frame: with full events beside them it still fits; the rest follows.
constexpr int maxHaveEntries = 1000;

} // namespace

VersionVector ExchangePump::takeNews()
{
    VersionVector news;
    const auto &entries = m_log.have().entries();
    for (auto it = entries.cbegin(); it != entries.cend() && news.size() < maxHaveEntries; ++it) {
        if (it.value() > m_told.upTo(it.key()))
            news.raise(it.key(), it.value());
    }
    m_told.merge(news);
    return news;
}

void ExchangePump::setPeer(const Origin &origin, NodeKind kind)
{
    m_peer = origin.device;
    m_mayPass = kind != NodeKind::Server;
}

// Trimming may happen while a peer catches up, so this is asked before each frame; mostly there is nothing to compare.
VersionVector ExchangePump::passTrimmed()
{
    VersionVector passed;
    if (!m_mayPass)
        return passed;
    const auto &floor = m_log.floor().entries();
    for (auto it = floor.cbegin(); it != floor.cend() && passed.size() < maxHaveEntries; ++it) {
        if (it.value() > m_assumed.upTo(it.key()) && it.key().device != m_peer)
            passed.raise(it.key(), it.value());
    }
    m_assumed.merge(passed);
    return passed;
}

Result<std::optional<ExchangeFrame>> ExchangePump::next()
{
    const auto floor = passTrimmed();
    const auto events = m_log.lackedBy(m_assumed, maxExchangeEvents, maxExchangeBytes);
    if (!events)
        return events.error();
    ExchangeFrame frame;
    frame.floor = floor;
    const auto now = m_log.now();
    for (const auto &event : *events) {
        m_assumed.raise(event.stamp.origin, event.stamp.seq);
        // Who gets an event knows that we have it, and all before it.
        m_told.raise(event.stamp.origin, event.stamp.seq);
        frame.events.append({event, now - event.bornAt});
    }
    frame.have = takeNews();
    if (frame.events.isEmpty() && frame.have.isEmpty() && frame.floor.isEmpty())
        return std::optional<ExchangeFrame>();
    return std::optional(frame);
}

std::optional<ExchangeFrame> ExchangePump::nextHave()
{
    const auto news = takeNews();
    if (news.isEmpty())
        return std::nullopt;
    return ExchangeFrame{news, {}, {}, {}};
}

bool ExchangePump::hasOwnNews() const
{
    const auto own = m_log.identity().origin;
    return m_log.have().upTo(own) > m_assumed.upTo(own);
}

} // namespace saji
