// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/node.h>

#include "logging.h"
#include "metatypes.h"
#include <engine/factfeed.h>

#include <engine/daybook.h>
#include <engine/kitchendesk.h>
#include <engine/menushelf.h>
#include <engine/orderbook.h>
#include <engine/orderdesk.h>
#include <engine/registrar.h>
#include <engine/soldoutbook.h>
#include <engine/syncmonitor.h>
#include <sync/catalogpuller.h>

#include <vector>

namespace saji {
using namespace Qt::StringLiterals;

//! The furniture, in the order in which it is carried in; it leaves in the opposite order.
class Node::Private
{
public:
    Private(const NodeOptions &as, World &in) : options(as), world(in) {}

    Result<void> openStore();
    Result<void> openBooks();
    void openDesks();
    void openLinks();
    void addWay(PeerRole role, const QUrl &url, Reach reach);
    void connectSession(SyncSession *session);
    void peerProgressed(NodeKind kind, const VersionVector &has);
    void connectCatalog();
    void catalogIsNew();
    QDate today() const { return businessDay(world.clock.wallNow(), shelf->state().menu->store()); }

    NodeOptions options;
    World &world;
    std::unique_ptr<Database> database;
    std::unique_ptr<EventLog> log;
    std::unique_ptr<CatalogStore> catalog;
    std::unique_ptr<OrderBook> orderBook;
    std::unique_ptr<DayBook> dayBook;
    std::unique_ptr<SoldOutBook> soldOutBook;
    std::unique_ptr<MenuShelf> shelf;
    std::unique_ptr<Registrar> registrar;
    std::unique_ptr<FactFeed> feed;
    std::unique_ptr<OrderDesk> orderDesk;
    std::unique_ptr<KitchenDesk> kitchenDesk;
    std::unique_ptr<SyncMonitor> monitor;
    std::unique_ptr<SyncContext> context;
    std::unique_ptr<SessionHost> host;
    std::unique_ptr<CatalogPuller> puller;
    std::vector<std::unique_ptr<LinkKeeper>> keepers;
};

Result<void> Node::Private::openStore()
{
    auto opened = Database::open(options.dataFolder, {.vfs = options.vfs});
    if (!opened)
        return opened.error();
    database = std::move(*opened);
    const auto identity = loadIdentity(*database, options.kind, options.name, options.store, world.clock, world.random);
    if (!identity)
        return identity.error();
    auto events = EventLog::open(*database, *identity, world.clock);
    if (!events)
        return events.error();
    log = std::move(*events);
    auto rows = CatalogStore::open(*database, world.clock);
    if (!rows)
        return rows.error();
    catalog = std::move(*rows);
    return {};
}

Result<void> Node::Private::openBooks()
{
    auto orders = OrderBook::open(*database);
    if (!orders)
        return orders.error();
    orderBook = std::move(*orders);
    auto days = DayBook::open(*database);
    if (!days)
        return days.error();
    dayBook = std::move(*days);
    auto soldOut = SoldOutBook::open(*database);
    if (!soldOut)
        return soldOut.error();
    soldOutBook = std::move(*soldOut);
    shelf = std::make_unique<MenuShelf>(*log, *catalog, *soldOutBook, world.clock, world.scheduler);
    if (const auto loaded = shelf->load(); !loaded)
        return loaded;
    if (options.kind == NodeKind::Server) {
        const auto menu = [this] { return shelf->state().menu; };
        auto opened = Registrar::open(*database, {*log, *catalog, *orderBook, *dayBook, world.scheduler, menu});
        if (!opened)
            return opened.error();
        registrar = std::move(*opened);
    }
    feed = std::make_unique<FactFeed>(*log, world.scheduler);
    // Numbers and sold-out before orders: whoever is told of an order finds the rest as new as that.
    feed->add(*dayBook);
    feed->add(*soldOutBook);
    feed->add(*orderBook);
    if (registrar)
        feed->add(*registrar);
    return feed->catchUp();
}

void Node::Private::openDesks()
{
    const OrderDesk::Rooms rooms{*log, *orderBook, *dayBook, world.clock, [this] { return shelf->state(); }};
    orderDesk = std::make_unique<OrderDesk>(rooms, options.deviceCode);
    kitchenDesk = std::make_unique<KitchenDesk>(*log, *orderBook, world.clock, world.scheduler, options.outlet);
    monitor = std::make_unique<SyncMonitor>(
        SyncMonitor::Rooms{*log, *catalog, *dayBook, world.clock, world.scheduler, [this] { return today(); }}, options);
}

void Node::Private::openLinks()
{
    context = std::make_unique<SyncContext>(
        SyncContext{*log, *catalog, world.clock, world.scheduler, world.random, world.random.next(), [this] { return monitor->report(); }});
    host = std::make_unique<SessionHost>(*context);
    monitor->setHost(*host);
    connect(host.get(), &SessionHost::peerProgressed, orderDesk.get(), [this](const Origin &peer, const VersionVector &has) {
        if (const auto entry = host->peer(peer.device))
            peerProgressed(entry->hello.kind, has);
    });
    connect(monitor.get(), &SyncMonitor::serverHasHeard, orderDesk.get(),
            [this](const VersionVector &has) { peerProgressed(NodeKind::Server, has); });
    if (!options.server.isEmpty() || !options.hub.isEmpty())
        puller = std::make_unique<CatalogPuller>(*catalog, world.clock, world.scheduler, world.random);
    if (puller)
        puller->setStore(log->identity().store);
    if (!options.server.isEmpty())
        addWay(PeerRole::Server, options.server, Reach::Internet);
    if (!options.hub.isEmpty())
        addWay(PeerRole::Hub, options.hub, Reach::Lan);
    connectCatalog();
}

void Node::Private::addWay(PeerRole role, const QUrl &url, Reach reach)
{
    const FallbackPolicy policy(reach, [this] { return world.random.unit(); });
    auto polling = world.polling(url, policy.pollPace());
    keepers.push_back(std::make_unique<LinkKeeper>(*context, reach, world.webSocket(url), std::move(polling), world.random));
    auto *keeper = keepers.back().get();
    monitor->addWay(role, *keeper);
    connect(keeper, &LinkKeeper::sessionOpened, puller.get(), [this](SyncSession *session) { connectSession(session); });
    puller->addSource(role == PeerRole::Server ? u"server"_s : u"hub"_s, world.http(url));
}

void Node::Private::connectSession(SyncSession *session)
{
    connect(session, &SyncSession::peerProgressed, orderDesk.get(),
            [this, session](const VersionVector &has) { peerProgressed(session->peer()->kind, has); });
    connect(session, &SyncSession::peerCatalogChanged, puller.get(), &CatalogPuller::hint);
    // Its hello is already in: that is what opened the session.
    puller->hint(session->peerCatalog());
}

void Node::Private::peerProgressed(NodeKind kind, const VersionVector &has)
{
    // Only these two count as a place where an order is safe: kitchens and kiosks come and go.
    if (kind == NodeKind::Hub || kind == NodeKind::Server) {
        if (const auto done = log->rememberPeer(kind, has); !done)
            qCWarning(lcEngine).noquote() << options.name << "remembering the" << nodeKindWord(kind) << done.error().detail;
    }
    orderDesk->peersProgressed();
}

void Node::Private::connectCatalog()
{
    if (!puller)
        return;
    const auto settle = [this] { shelf->setPulling(puller->isPulling()); };
    connect(puller.get(), &CatalogPuller::changed, shelf.get(), [this] { catalogIsNew(); });
    connect(puller.get(), &CatalogPuller::confirmed, shelf.get(), &MenuShelf::catalogConfirmed);
    connect(puller.get(), &CatalogPuller::changed, shelf.get(), settle);
    connect(puller.get(), &CatalogPuller::confirmed, shelf.get(), settle);
    connect(puller.get(), &CatalogPuller::failed, shelf.get(), [settle](const Error &error) {
        qCDebug(lcEngine).noquote() << "catalog:" << error.detail;
        settle();
    });
    const auto refresh = [this, settle] {
        puller->refresh();
        settle();
    };
    connect(shelf.get(), &MenuShelf::refreshAsked, puller.get(), refresh);
    connect(monitor.get(), &SyncMonitor::syncAsked, puller.get(), refresh);
}

void Node::Private::catalogIsNew()
{
    shelf->catalogChanged();
    host->announceCatalog();
    for (const auto &keeper : keepers) {
        if (auto *session = keeper->session())
            session->announceCatalog();
    }
}

Node::Node() = default;
Node::~Node() = default;

Result<std::unique_ptr<Node>> Node::open(const NodeOptions &options, World &world)
{
    registerMetaTypes();
    if (!options.deviceCode.isEmpty() && !OrderNumber::isValidCode(options.deviceCode))
        return Error{ErrorCode::InvalidArgument, u"'%1' is no device code: one or two letters from A to Z"_s.arg(options.deviceCode)};
    std::unique_ptr<Node> node(new Node);
    node->d = std::make_unique<Private>(options, world);
    if (const auto done = node->d->openStore(); !done)
        return done.error();
    if (const auto done = node->d->openBooks(); !done)
        return done.error();
    node->d->openDesks();
    node->d->openLinks();
    return node;
}

void Node::start()
{
    const auto &identity = d->log->identity();
    qCInfo(lcEngine).noquote() << identity.name << "starts as" << nodeKindWord(identity.kind) << "of" << identity.store << "with"
                               << d->log->lastArrival() << "events, menu version" << d->catalog->version().version;
    for (const auto &keeper : d->keepers)
        keeper->start();
    if (d->puller) {
        d->puller->refresh();
        d->shelf->setPulling(d->puller->isPulling());
    }
    d->monitor->start();
}

OrderService &Node::orders()
{
    return *d->orderDesk;
}

TicketService &Node::tickets()
{
    return *d->kitchenDesk;
}

MenuService &Node::menu()
{
    return *d->shelf;
}

SyncService &Node::sync()
{
    return *d->monitor;
}

EventLog &Node::log()
{
    return *d->log;
}

CatalogStore &Node::catalog()
{
    return *d->catalog;
}

OrderBook &Node::book()
{
    return *d->orderBook;
}

SessionHost &Node::host()
{
    return *d->host;
}

const NodeOptions &Node::options() const
{
    return d->options;
}

void Node::catalogWritten()
{
    d->catalogIsNew();
}

} // namespace saji
