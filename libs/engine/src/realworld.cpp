// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/node.h>

#include <store/diskspace.h>
#include <transport/nearby.h>

namespace saji {

// What a node proves itself with may be known only after its folder was opened: it is asked for at each dial.
RealWorld::RealWorld(std::shared_ptr<Trust> trust)
    : m_disk(std::make_unique<SystemDiskSpace>()),
      m_world(std::make_unique<World>(World{
          m_clock, m_scheduler, m_random, [this](const QUrl &url) { return makeWebSocketDialer(url, m_scheduler, m_world->trust); },
          [this](const QUrl &url, const PollPace &pace) { return makePollingDialer(url, m_scheduler, pace, m_world->trust); },
          [this](const QUrl &url) { return makeHttpClient(url, Milliseconds(5000), m_world->trust); }, m_disk.get(),
          [this](const DiscoveryOptions &options) { return makeDiscovery(options, m_clock, m_scheduler, m_random); }, std::move(trust),
          [this](const QUrl &url) { return makeHttpPoster(url, m_world->trust); }, [] { return hasNetwork(); }}))
{
}

RealWorld::~RealWorld() = default;

} // namespace saji
