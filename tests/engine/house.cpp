// SPDX-License-Identifier: GPL-3.0-or-later
#include "house.h"

#include <engine/menudocs.h>
#include <engine/menuimport.h>
#include <sync/catalogpuller.h>
#include <sync/sessionhost.h>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QUrl urlOf(const QString &name)
{
    return name.isEmpty() ? QUrl() : QUrl(u"http://"_s + name);
}

template<class Things, class Id>
void addRows(QList<CatalogRow> &rows, QLatin1StringView kind, const Things &things, Id id)
{
    for (const auto &thing : things)
        rows.append({QString(kind), id(thing), 0, false, docOf(thing)});
}

} // namespace

Resident::Resident(House &house, const QString &name, NodeOptions options)
    : clock(house.clock),
      m_house(house),
      m_name(name),
      m_options(std::move(options)),
      m_random(qHash(name, 7)),
      m_world{clock,
              house.scheduler,
              m_random,
              [this](const QUrl &url) { return m_house.network.dialer(m_name, url.host(), LinkKind::WebSocket); },
              [this](const QUrl &url, const PollPace &) { return m_house.network.dialer(m_name, url.host(), LinkKind::Polling); },
              [this](const QUrl &url) { return m_house.network.httpClient(m_name, url.host()); }}
{
}

Resident::~Resident()
{
    stop();
}

void Resident::start()
{
    auto opened = Node::open(m_options, m_world);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    m_node = std::move(*opened);
    QObject::connect(&m_node->sync(), &SyncService::changed, m_node.get(), [this](const SyncStatus &now) { sync = now; });
    QObject::connect(&m_node->menu(), &MenuService::changed, m_node.get(), [this](const MenuState &now) { menu = now; });
    QObject::connect(&m_node->orders(), &OrderService::placed, m_node.get(), [this](const PlacedOrder &order) { placed.append(order); });
    QObject::connect(&m_node->orders(), &OrderService::progressed, m_node.get(),
                     [this](const OrderProgress &now) { progress.insert(now.order, now); });
    QObject::connect(&m_node->tickets(), &TicketService::changed, m_node.get(),
                     [this](const TicketView &ticket) { tickets.insert(ticket.order, ticket); });
    m_house.network.plugIn(m_name, [this](const std::shared_ptr<Link> &link) { m_node->host().accept(link); });
    m_house.network.serve(
        m_name, [this](const HttpRequest &request, const HttpAnswer &answer) { answer(serveCatalog(m_node->catalog(), request)); });
    m_node->start();
    m_node->menu().announce();
}

void Resident::stop()
{
    m_house.network.unplug(m_name);
    m_node.reset();
}

PeerView Resident::peer(const QString &name) const
{
    for (const auto &view : sync.peers) {
        if (view.name == name)
            return view;
    }
    return {};
}

House::House() = default;

Resident &House::add(const QString &name, NodeKind kind, const QString &server, const QString &hub)
{
    NodeOptions options;
    options.dataFolder = folder.filePath(name);
    options.kind = kind;
    options.name = name;
    options.store = u"pasar-saji"_s;
    options.deviceCode = kind == NodeKind::Kiosk ? u"A"_s : QString();
    options.outlet = kind == NodeKind::Kitchen ? foodcourt::soto : OutletId();
    options.server = urlOf(server);
    options.hub = urlOf(hub);
    auto &made = m_residents[name] = std::make_unique<Resident>(*this, name, options);
    made->start();
    return *made;
}

void House::furnish()
{
    setMenu(add(u"server"_s, NodeKind::Server), foodcourt::parts());
    add(u"hub"_s, NodeKind::Hub, u"server"_s);
    add(u"kiosk"_s, NodeKind::Kiosk, u"server"_s, u"hub"_s);
    add(u"kitchen"_s, NodeKind::Kitchen, u"server"_s, u"hub"_s);
    const auto allReady = [this] {
        return std::ranges::all_of(m_residents, [](const auto &entry) {
            const auto &resident = *entry.second;
            return resident.menu.menu && !resident.menu.menu->isEmpty() && resident.sync.centralConnected;
        });
    };
    if (!passUntil(allReady))
        qFatal("the house is not furnished");
}

void House::setMenu(Resident &server, const Menu::Parts &parts)
{
    const auto number = [](const auto &thing) { return QString::number(thing.id.value()); };
    const auto code = [](const auto &thing) { return thing.code; };
    QList<CatalogRow> rows;
    addRows(rows, catalogkind::store, QList{parts.store}, code);
    addRows(rows, catalogkind::outlet, parts.outlets, number);
    addRows(rows, catalogkind::station, parts.stations, code);
    addRows(rows, catalogkind::category, parts.categories, number);
    addRows(rows, catalogkind::modifierGroup, parts.groups, number);
    addRows(rows, catalogkind::product, parts.products, number);
    addRows(rows, catalogkind::promotion, parts.promotions, number);
    SeededRandom random(1);
    if (const auto written = server.node().catalog().replaceAll(rows, random); !written)
        qFatal("%s", qPrintable(written.error().detail));
    server.node().catalogWritten();
}

} // namespace saji
