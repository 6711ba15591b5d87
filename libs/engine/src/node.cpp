// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/node.h>

#include "logging.h"
#include "metatypes.h"
#include "nodecatalog.h"
#include "nodelinks.h"
#include "tuning.h"
#include <engine/factfeed.h>

#include <engine/boardwatch.h>
#include <engine/daybook.h>
#include <engine/kitchendesk.h>
#include <engine/menushelf.h>
#include <engine/orderbook.h>
#include <engine/orderdesk.h>
#include <engine/outboxdesk.h>
#include <engine/quarantinebook.h>
#include <engine/promotionbook.h>
#include <engine/registrar.h>
#include <engine/soldoutbook.h>
#include <engine/storagekeeper.h>
#include <engine/syncmonitor.h>
#include <engine/trustkeeper.h>
#include <store/diskspace.h>
#include <store/recovery.h>
#include <trust/trust.h>

#include "peerviews.h"

#include <limits>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! For worlds without disks of their own.
class EndlessDisk final : public DiskSpace
{
public:
    Result<DiskUsage> usage(const QString &) const override
    {
        constexpr qint64 much = std::numeric_limits<qint64>::max() / 1000;
        return DiskUsage{much, much};
    }
};

void mergeNeeds(QHash<Origin, quint64> &all, const QHash<Origin, quint64> &more)
{
    for (auto it = more.cbegin(); it != more.cend(); ++it)
        all.insert(it.key(), std::min(it.value(), all.value(it.key(), it.value())));
}

} // namespace

//! The furniture, in the order in which it is carried in; it leaves in the opposite order.
class Node::Private
{
public:
    Private(const NodeOptions &as, World &in) : options(as), world(in) {}

    Result<void> openAll();
    Result<void> openStore();
    Result<void> openBooks();
    Result<void> openOrderBooks();
    QHash<Origin, quint64> firstNeeded();
    void openStorage();
    void openPast();
    void watchStorage();
    void openDesks();
    std::optional<Removal> removalOf(const DeviceId &device) const;
    void cutRevoked();
    void openOutbox();
    void openLinks();
    void openTrust();
    void peerProgressed(const HelloFrame &peer, const VersionVector &has);
    void remember(NodeKind kind, const VersionVector &has);
    QDate today() const { return businessDay(world.clock.wallNow(), shelf->state().menu->store()); }

    NodeOptions options;
    World &world;
    EndlessDisk endlessDisk;
    std::optional<RecoveryReport> recovery;
    PeerCopies copies;
    QHash<Origin, quint64> needed; //!< by newcomers, as of
    std::optional<Milliseconds> neededAsOf;
    std::unique_ptr<Database> database;
    std::unique_ptr<EventLog> log;
    std::unique_ptr<CatalogStore> catalog;
    std::unique_ptr<OrderBook> orderBook;
    std::unique_ptr<DayBook> dayBook;
    std::unique_ptr<SoldOutBook> soldOutBook;
    std::unique_ptr<QuarantineBook> quarantine;
    std::unique_ptr<PromotionBook> promotionBook;
    std::unique_ptr<MenuShelf> shelf;
    std::unique_ptr<Registrar> registrar;
    std::unique_ptr<FactFeed> feed;
    std::unique_ptr<StorageKeeper> storage;
    std::unique_ptr<OrderDesk> orderDesk;
    std::unique_ptr<KitchenDesk> kitchenDesk;
    std::unique_ptr<BoardWatch> boards;
    std::unique_ptr<SyncMonitor> monitor;
    std::unique_ptr<OutboxDesk> outboxDesk;
    std::unique_ptr<NodeLinks> links;
    std::unique_ptr<NodeCatalog> pulling;
    bool isStarted = false;
    std::unique_ptr<TrustKeeper> trust;
    QUrl authorityUrl; //!< where certificates are renewed
    Timer farewell{world.scheduler}; //!< until the links of revoked devices are cut
};

Result<void> Node::Private::openStore()
{
    auto opened = openOrRecover(options.dataFolder, world.clock, world.random, {.vfs = options.vfs});
    if (!opened)
        return opened.error();
    database = std::move(opened->database);
    if (opened->recovery)
        recovery = opened->recovery;
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
    // What was written after the backup is in no catalog of ours, but in those of the readers.
    if (recovery && catalog->isWriter())
        return catalog->renewEpoch(world.random);
    return {};
}

Result<void> Node::Private::openAll()
{
    if (const auto done = openStore(); !done)
        return done;
    if (const auto done = openBooks(); !done)
        return done;
    openStorage();
    openPast();
    openDesks();
    openLinks();
    openOutbox();
    return pulling->openPictures();
}

Result<void> Node::Private::openOrderBooks()
{
    auto orders = OrderBook::open(*database);
    if (!orders)
        return orders.error();
    orderBook = std::move(*orders);
    auto flagged = QuarantineBook::open(*database);
    if (!flagged)
        return flagged.error();
    quarantine = std::move(*flagged);
    return {};
}

Result<void> Node::Private::openBooks()
{
    if (const auto done = openOrderBooks(); !done)
        return done;
    auto days = DayBook::open(*database);
    if (!days)
        return days.error();
    dayBook = std::move(*days);
    auto soldOut = SoldOutBook::open(*database);
    if (!soldOut)
        return soldOut.error();
    soldOutBook = std::move(*soldOut);
    auto promotions = PromotionBook::open(*database);
    if (!promotions)
        return promotions.error();
    promotionBook = std::move(*promotions);
    shelf = std::make_unique<MenuShelf>(*log, *catalog, *soldOutBook, *promotionBook, world.clock, world.scheduler);
    if (const auto loaded = shelf->load(); !loaded)
        return loaded;
    if (options.kind == NodeKind::Server) {
        const auto menu = [this] { return shelf->state().menu; };
        auto opened = Registrar::open(
            *database, {*log, *catalog, *orderBook, *dayBook, *promotionBook, world.clock, world.scheduler, menu, world.random});
        if (!opened)
            return opened.error();
        registrar = std::move(*opened);
    }
    feed = std::make_unique<FactFeed>(*log, world.scheduler);
    // Numbers and sold-out before orders: whoever is told of an order finds the rest as new as that.
    feed->add(*dayBook);
    feed->add(*soldOutBook);
    feed->add(*promotionBook);
    feed->add(*orderBook);
    feed->add(*quarantine);
    if (registrar)
        feed->add(*registrar);
    return feed->catchUp();
}

QHash<Origin, quint64> Node::Private::firstNeeded()
{
    // Trimming comes in many small steps. What was ordered since the first of them is younger than anything that may go.
    const auto now = world.clock.steadyNow();
    if (neededAsOf && now - *neededAsOf < tuning::neededAnewAfter)
        return needed;
    neededAsOf = now;
    needed = orderBook->firstNeeded(log->now() - tuning::openHeldFor);
    mergeNeeds(needed, soldOutBook->firstNeeded());
    return needed;
}

void Node::Private::openStorage()
{
    TrimPolicy trimming;
    trimming.keepFor = options.keepEventsFor;
    trimming.firstNeeded = [this] { return firstNeeded(); };
    const auto &disk = world.disk ? *world.disk : endlessDisk;
    storage = std::make_unique<StorageKeeper>(
        StorageKeeper::Rooms{*database, *log, world.clock, world.scheduler, disk, trimming}, recovery);
}

//! What could not be written waits for growing pauses, which may be long by the time the disk is well again.
//!
//! Each by a connection of its own: while this node is taken apart its links still write, and only whoever is still there may hear of it.
void Node::Private::watchStorage()
{
    if (registrar) {
        connect(storage.get(), &StorageKeeper::changed, registrar.get(), [this] {
            if (!storage->status().error)
                registrar->tryNow();
        });
    }
    connect(storage.get(), &StorageKeeper::changed, pulling.get(), [this] {
        if (!storage->status().error && isStarted)
            pulling->refresh();
    });
}

//! After a boot the disk may be an old one. Who asks nobody begins anew at once, and not in the middle of somebody's order.
void Node::Private::openPast()
{
    if (NodeLinks::isPastAskedFor(options, log->identity().kind))
        return;
    if (const auto begun = log->leavePastBehind(); !begun)
        qCWarning(lcEngine).noquote() << options.name << "begins no new epoch yet:" << begun.error().detail;
}

void Node::Private::openDesks()
{
    const OrderDesk::Rooms rooms{*log,
                                 *orderBook,
                                 *dayBook,
                                 world.clock,
                                 [this] { return shelf->state(); },
                                 world.scheduler,
                                 copies,
                                 [this] { return links->hasCompany(); },
                                 [this] { return storage->refusal(); }};
    orderDesk = std::make_unique<OrderDesk>(rooms, options.deviceCode);
    boards = std::make_unique<BoardWatch>(BoardWatch::Rooms{*log, *orderBook, world.clock});
    kitchenDesk = std::make_unique<KitchenDesk>(*log, *orderBook, world.clock, world.scheduler, options.outlet);
    monitor = std::make_unique<SyncMonitor>(
        SyncMonitor::Rooms{*log, *catalog, *dayBook, world.clock, world.scheduler, [this] { return today(); },
                           [this] { return storage->status(); }, world.hasNetwork,
                           [this](const DeviceId &device) { return boards->differs(device); },
                           [this](const DeviceId &device) { return removalOf(device); },
                           [this] { return soldOutDigest(soldOutBook->products()); }},
        options);
    connect(storage.get(), &StorageKeeper::changed, monitor.get(), &SyncMonitor::storageChanged);
    connect(boards.get(), &BoardWatch::changed, monitor.get(), &SyncMonitor::boardsChanged);
}

std::optional<Removal> Node::Private::removalOf(const DeviceId &device) const
{
    const auto revocation = world.trust ? world.trust->revocation(device) : std::nullopt;
    if (!revocation)
        return std::nullopt;
    return Removal{revocation->at > 0 ? std::optional<Milliseconds>(std::chrono::seconds(revocation->at)) : std::nullopt, revocation->by};
}

void Node::Private::openOutbox()
{
    outboxDesk = std::make_unique<OutboxDesk>(OutboxDesk::Rooms{*log, *orderBook, *quarantine, copies, world.clock, world.scheduler,
                                                                [this] { return monitor->serverHas(); }, [this] { return links->dialling(); },
                                                                options.dataFolder});
    connect(monitor.get(), &SyncMonitor::changed, outboxDesk.get(), &OutboxDesk::waysChanged);
    connect(outboxDesk.get(), &OutboxDesk::syncAsked, monitor.get(), &SyncMonitor::syncNow);
}

void Node::Private::openLinks()
{
    links = std::make_unique<NodeLinks>(NodeLinks::Rooms{*log, *catalog, *monitor, *boards, world}, options);
    connect(monitor.get(), &SyncMonitor::boardHeard, boards.get(), &BoardWatch::heard);
    connect(links.get(), &NodeLinks::progressed, orderDesk.get(),
            [this](const HelloFrame &peer, const VersionVector &has) { peerProgressed(peer, has); });
    connect(monitor.get(), &SyncMonitor::serverHasHeard, orderDesk.get(),
            [this](const VersionVector &has) { remember(NodeKind::Server, has); });
    pulling = std::make_unique<NodeCatalog>(NodeCatalog::Rooms{*catalog, *shelf, *monitor, *links, world}, options, log->identity().store);
    watchStorage();
    openTrust();
}

void Node::Private::openTrust()
{
    if (!world.trust)
        return;
    authorityUrl = options.server;
    connect(links.get(), &NodeLinks::found, links.get(), [this](NodeKind kind, const QUrl &url) {
        if (kind == NodeKind::Server && options.server.isEmpty())
            authorityUrl = url;
    });
    std::function<std::unique_ptr<HttpPoster>()> authority;
    if (options.kind != NodeKind::Server)
        authority = [this] { return authorityUrl.isEmpty() ? nullptr : world.post(authorityUrl); };
    trust = std::make_unique<TrustKeeper>(TrustKeeper::Rooms{*log, world.clock, world.scheduler, world.trust, options.dataFolder, authority});
    connect(trust.get(), &TrustKeeper::revoked, links.get(), [this] {
        if (!farewell.isActive())
            farewell.start(tuning::revokedIsToldWithin, [this] { cutRevoked(); });
    });
}

void Node::Private::cutRevoked()
{
    links->cut([this](const DeviceId &device) { return world.trust->isRevoked(device); },
               {CloseCode::Unauthorized, u"this device was revoked by the restaurant"_s});
}

void Node::Private::peerProgressed(const HelloFrame &peer, const VersionVector &has)
{
    copies.heard(peer.origin.device, roleOf(peer.kind), peer.name, has);
    remember(peer.kind, has);
}

void Node::Private::remember(NodeKind kind, const VersionVector &has)
{
    // Only these two count as a place where an order is safe: kitchens and kiosks come and go.
    if (kind == NodeKind::Hub || kind == NodeKind::Server) {
        if (const auto done = log->rememberPeer(kind, has); !done)
            qCWarning(lcEngine).noquote() << options.name << "remembering the" << nodeKindWord(kind) << done.error().detail;
    }
    orderDesk->peersProgressed();
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
    auto opened = node->d->openAll();
    if (!opened && opened.error().code == ErrorCode::Corrupt) {
        // What looked sound from outside was not; the next look is at everything, and heals it.
        qCWarning(lcEngine).noquote() << options.name << "opens its data once more:" << opened.error().detail;
        node->d = std::make_unique<Private>(options, world);
        opened = node->d->openAll();
    }
    if (!opened)
        return opened.error();
    if (node->d->recovery)
        qCWarning(lcEngine).noquote() << options.name << "was healed." << node->d->recovery->inWords();
    connect(node->d->storage.get(), &StorageKeeper::damaged, node.get(), &Node::damaged);
    return node;
}

void Node::setDoor(quint16 port, bool isTls)
{
    d->links->setDoor(port, isTls);
}

void Node::start()
{
    const auto &identity = d->log->identity();
    qCInfo(lcEngine).noquote() << identity.name << "starts as" << nodeKindWord(identity.kind) << "of" << identity.store << "with"
                               << d->log->lastArrival() << "events, menu version" << d->catalog->version().version;
    d->links->start();
    d->isStarted = true;
    d->pulling->start();
    d->monitor->start();
    d->storage->start();
    if (d->trust)
        d->trust->start();
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

OutboxService &Node::outbox()
{
    return *d->outboxDesk;
}

Database &Node::database()
{
    return *d->database;
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

FactFeed &Node::feed()
{
    return *d->feed;
}

const DayBook &Node::days() const
{
    return *d->dayBook;
}

SessionHost &Node::host()
{
    return d->links->host();
}

TrustKeeper *Node::trust()
{
    return d->trust.get();
}

const NodeOptions &Node::options() const
{
    return d->options;
}

void Node::catalogWritten()
{
    d->pulling->changed();
}

} // namespace saji
