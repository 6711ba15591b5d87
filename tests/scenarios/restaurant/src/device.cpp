// SPDX-License-Identifier: GPL-3.0-or-later
#include <restaurant/device.h>

#include <sync/sessionhost.h>

namespace saji {
using namespace Qt::StringLiterals;

Device::Device(const QString &address, NodeOptions options, ManualScheduler &scheduler, const ManualClock &itsClock, Switchboard &network,
               quint64 seed)
    : clock(itsClock), m_address(address), m_options(std::move(options)), m_network(network), m_scheduler(scheduler), m_random(seed),
      m_world{clock, m_scheduler, m_random,
              [this](const QUrl &url) { return m_network.dialer(m_address, url.host(), LinkKind::WebSocket); },
              [this](const QUrl &url, const PollPace &) { return m_network.dialer(m_address, url.host(), LinkKind::Polling); },
              [this](const QUrl &url) { return m_network.httpClient(m_address, url.host()); }, &disk,
              [this](const DiscoveryOptions &) { return m_network.discovery(m_address); }}
{
    m_network.useScheduler(m_address, m_scheduler);
}

Device::~Device()
{
    switchOff();
}

bool Device::switchOn()
{
    auto opened = Node::open(m_options, m_world);
    openError = opened ? std::nullopt : std::optional(opened.error());
    if (!opened)
        return false;
    m_node = std::move(*opened);
    watchScreens();
    plugIn();
    m_node->start();
    m_node->menu().announce();
    m_node->tickets().announce();
    m_node->sync().announce();
    m_node->outbox().announce();
    emit started();
    return true;
}

void Device::switchOff()
{
    if (!m_node)
        return;
    m_network.unplug(m_address);
    m_network.cut(m_address);
    m_network.serve(m_address, {});
    m_router.reset();
    m_watch.reset();
    m_node.reset();
    menu = {};
    tickets.clear();
    setStopped(false);
}

void Device::setStopped(bool stopped)
{
    m_scheduler.setStopped(stopped);
    m_network.setStopped(m_address, stopped);
}

void Device::watchScreens()
{
    connect(&m_node->menu(), &MenuService::changed, this, [this](const MenuState &state) { menu = state; });
    connect(&m_node->sync(), &SyncService::changed, this, [this](const SyncStatus &status) { sync = status; });
    const auto show = [this](const TicketView &ticket) {
        tickets.insert(u"%1/%2"_s.arg(ticket.number.toString()).arg(ticket.outlet.value()), ticket);
    };
    connect(&m_node->tickets(), &TicketService::changed, this, show);
    connect(&m_node->tickets(), &TicketService::reset, this, [this, show](const QList<TicketView> &all) {
        tickets.clear();
        for (const auto &ticket : all)
            show(ticket);
    });
    connect(&m_node->tickets(), &TicketService::refused, this,
            [this](const OrderId &order, const Error &error) { ticketsRefused.append({order, error}); });
    connect(&m_node->orders(), &OrderService::placed, this, [this](const PlacedOrder &order, const OrderCopies &held) {
        placed.append(order);
        copies.append(held);
    });
    connect(&m_node->orders(), &OrderService::refused, this,
            [this](const BasketId &basket, const Error &error) { refused.append({basket, error}); });
    connect(&m_node->outbox(), &OutboxService::changed, this, [this](const OutboxState &state) { outbox = state; });
    connect(&m_node->outbox(), &OutboxService::exported, this, [this](const OrderId &, const QString &file) { exported.append(file); });
    connect(&m_node->outbox(), &OutboxService::refused, this,
            [this](const OrderId &order, const Error &error) { outboxRefused.append({order, error}); });
    connect(m_node.get(), &Node::damaged, this, [this] {
        ++healings;
        switchOff();
        switchOn();
    });
    connect(&m_node->orders(), &OrderService::progressed, this, [this](const OrderProgress &now) { progress.insert(now.order, now); });
}

void Device::plugIn()
{
    const bool isDoor = m_options.kind == NodeKind::Hub || m_options.kind == NodeKind::Server;
    if (!isDoor && m_options.discovery.where == DiscoveryOptions::Where::Off)
        return;
    m_node->setDoor(1);
    m_watch = std::make_unique<NodeWatch>(*m_node, clock);
    m_router = std::make_unique<Router>();
    addNodeRoutes(*m_router, *m_node, *m_watch);
    m_network.plugIn(m_address, [this](const std::shared_ptr<Link> &link) { m_node->host().accept(link); });
    m_network.serve(m_address, [this](const HttpRequest &request, const HttpAnswer &answer) { m_router->route(request, answer); });
}

std::optional<TicketView> Device::ticket(const QString &number, int outlet) const
{
    const auto found = tickets.constFind(u"%1/%2"_s.arg(number).arg(outlet));
    return found == tickets.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace saji
