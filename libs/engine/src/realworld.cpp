// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/node.h>

#include <store/diskspace.h>

namespace saji {

RealWorld::RealWorld()
    : m_disk(std::make_unique<SystemDiskSpace>()), m_world(std::make_unique<World>(
          World{m_clock, m_scheduler, m_random, [this](const QUrl &url) { return makeWebSocketDialer(url, m_scheduler); },
                [this](const QUrl &url, const PollPace &pace) { return makePollingDialer(url, m_scheduler, pace); },
                [](const QUrl &url) { return makeHttpClient(url); }, m_disk.get(),
                [this](const DiscoveryOptions &options) { return makeDiscovery(options, m_clock, m_scheduler, m_random); }}))
{
}

RealWorld::~RealWorld() = default;

} // namespace saji
