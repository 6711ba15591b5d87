// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/hubclient.h>

namespace saji {
namespace {

//! Of the numbers that this device gives to orders it hears of first: WC to YZ, by device, so that two kitchens rarely give the same one
//! to two orders. The hub has WB.
QString codeOf(const Origin &origin)
{
    constexpr uint first = 3; // after the hub's
    constexpr uint letters = 26;
    const auto drawn = first + uint(quint8(origin.toBytes().at(15))) % (3 * letters - first);
    return QString(QChar(u'W' + char16_t(drawn / letters))) + QChar(u'A' + char16_t(drawn % letters));
}

} // namespace

HubClient::HubClient(Node &node, World &world, const QUrl &hub)
    : m_book(node.log(), node.book(), world.clock),
      m_desk({node, m_book, world.clock, world.scheduler, world.random}, codeOf(node.log().identity().origin)),
      m_bridge({node, m_desk, m_book, world.clock, world.scheduler, world.random},
               makeTextClient(HubBridge::endpoint(hub), world.scheduler),
               {hub.toString(), HubBridge::Passes::Own, node.options().outlet})
{
}

Result<std::unique_ptr<QObject>> HubClient::open(Node &node, World &world, const QUrl &hub)
{
    std::unique_ptr<HubClient> client(new HubClient(node, world, hub));
    if (const auto done = client->m_book.load(); !done)
        return done.error();
    client->m_bridge.start();
    return std::unique_ptr<QObject>(std::move(client));
}

EngineThread::Companion standAtHub(const QUrl &hub)
{
    return [hub](Node &node, World &world) { return HubClient::open(node, world, hub); };
}

} // namespace saji
