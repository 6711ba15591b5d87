// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodecatalog.h"

#include "logging.h"
#include "movingclient.h"
#include "nodelinks.h"

#include <engine/firstanswer.h>
#include <engine/menupictures.h>
#include <engine/menushelf.h>
#include <engine/syncmonitor.h>
#include <sync/catalogpuller.h>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

Result<CachePolicy> policyFor(const CachePolicy &published, const QString &wanted)
{
    return wanted.isEmpty() ? Result<CachePolicy>(published) : published.with(wanted);
}

} // namespace

NodeCatalog::NodeCatalog(const Rooms &rooms, const NodeOptions &options, const QString &store, QObject *parent)
    : QObject(parent), m_rooms(rooms), m_options(options)
{
    connect(&rooms.links, &NodeLinks::catalogHeard, this, &NodeCatalog::readerKnows);
    if (!options.server.isEmpty() || !options.hub.isEmpty() || isLooking())
        addSources(store);
}

NodeCatalog::~NodeCatalog() = default;

//! Others are found whose addresses nobody has typed.
bool NodeCatalog::isLooking() const
{
    return m_options.kind != NodeKind::Server && m_rooms.world.discovery && m_options.discovery.where != DiscoveryOptions::Where::Off;
}

void NodeCatalog::addSources(const QString &store)
{
    auto &world = m_rooms.world;
    m_puller = std::make_unique<CatalogPuller>(m_rooms.catalog, world.clock, world.scheduler, world.random);
    m_puller->setStore(store);
    if (!m_options.server.isEmpty() || isLooking())
        m_puller->addSource(u"server"_s, toServer());
    if (!m_options.hub.isEmpty() || isLooking())
        m_puller->addSource(u"hub"_s, toHub());
    if (isLooking())
        m_toNeighbour = addMovingSource(u"another device"_s);
    followPuller();
}

MovingClient *NodeCatalog::addMovingSource(const QString &name)
{
    auto client = std::make_unique<MovingClient>(m_rooms.world.scheduler);
    auto *moving = client.get();
    m_puller->addSource(name, std::move(client));
    return moving;
}

std::unique_ptr<HttpClient> NodeCatalog::toServer()
{
    if (!m_options.server.isEmpty())
        return m_rooms.world.http(m_options.server);
    auto client = std::make_unique<MovingClient>(m_rooms.world.scheduler);
    m_toServer.push_back(client.get());
    return client;
}

std::unique_ptr<HttpClient> NodeCatalog::toHub()
{
    if (!m_options.hub.isEmpty())
        return m_rooms.world.http(m_options.hub);
    auto client = std::make_unique<MovingClient>(m_rooms.world.scheduler);
    m_toHub.push_back(client.get());
    return client;
}

std::unique_ptr<HttpClient> NodeCatalog::toPictures()
{
    std::vector<std::unique_ptr<HttpClient>> sources;
    if (!m_options.server.isEmpty() || isLooking())
        sources.push_back(toServer());
    if (!m_options.hub.isEmpty() || isLooking())
        sources.push_back(toHub());
    return std::make_unique<FirstAnswer>(std::move(sources));
}

void NodeCatalog::moveTo(NodeKind kind, const QUrl &url)
{
    if (kind == NodeKind::Server) {
        for (auto *client : m_toServer)
            client->moveTo(m_rooms.world.http(url));
    } else {
        for (auto *client : m_toHub)
            client->moveTo(m_rooms.world.http(url));
    }
    // The pictures follow what the puller hears.
    m_puller->refresh();
}

void NodeCatalog::offered(const HelloFrame &peer, const CatalogVersion &version, const QUrl &url)
{
    const auto own = m_rooms.catalog.version();
    const bool isNewer = version.epoch == own.epoch ? version.version > own.version : version.epoch > own.epoch;
    const bool isStar = peer.kind == NodeKind::Server || peer.kind == NodeKind::Hub;
    if (m_toNeighbour && !isStar && isNewer && !url.isEmpty())
        m_toNeighbour->moveTo(m_rooms.world.http(url));
    m_puller->hint(version, peer.kind == NodeKind::Server);
}

void NodeCatalog::followPuller()
{
    connect(&m_rooms.links, &NodeLinks::catalogOffered, this, &NodeCatalog::offered);
    connect(&m_rooms.links, &NodeLinks::found, this, &NodeCatalog::moveTo);
    connect(m_puller.get(), &CatalogPuller::changed, this, &NodeCatalog::changed);
    connect(m_puller.get(), &CatalogPuller::confirmed, &m_rooms.shelf, &MenuShelf::catalogConfirmed);
    connect(m_puller.get(), &CatalogPuller::changed, this, &NodeCatalog::settle);
    connect(m_puller.get(), &CatalogPuller::confirmed, this, &NodeCatalog::settle);
    connect(m_puller.get(), &CatalogPuller::failed, this, [this](const Error &error) {
        qCDebug(lcEngine).noquote() << "catalog:" << error.detail;
        settle();
    });
    connect(&m_rooms.shelf, &MenuShelf::refreshAsked, this, &NodeCatalog::refresh);
    connect(&m_rooms.monitor, &SyncMonitor::syncAsked, this, &NodeCatalog::refresh);
}

Result<void> NodeCatalog::openPictures()
{
    const auto lists = policyFor(CachePolicy::masterData(), m_options.listCache);
    if (!lists)
        return lists.error();
    const auto pictures = policyFor(CachePolicy::pictures(), m_options.pictureCache);
    if (!pictures)
        return pictures.error();
    // Only a guest's screen shows dishes. The server has the restaurant's own pictures of them, and a hub keeps them for its kiosks.
    if ((m_options.kind != NodeKind::Kiosk && m_options.kind != NodeKind::Hub) || !m_puller)
        return {};
    m_pictures = std::make_unique<MenuPictures>(
        MenuPictures::Rooms{m_options.dataFolder + u"/cache"_s, [this] { return toPictures(); }, m_rooms.world.clock,
                            m_rooms.world.scheduler},
        *lists, *pictures);
    const auto tell = [this] { m_rooms.shelf.setPictures(m_pictures->files(), m_pictures->figures()); };
    connect(m_pictures.get(), &MenuPictures::changed, &m_rooms.shelf, tell);
    connect(&m_rooms.shelf, &MenuShelf::clearCacheAsked, m_pictures.get(), [this, tell] {
        m_pictures->clear();
        tell();
    });
    connect(m_puller.get(), &CatalogPuller::changed, m_pictures.get(), &MenuPictures::refresh);
    connect(m_puller.get(), &CatalogPuller::confirmed, m_pictures.get(), &MenuPictures::refresh);
    return {};
}

void NodeCatalog::start()
{
    refresh();
}

void NodeCatalog::refresh()
{
    if (!m_puller)
        return;
    m_puller->refresh();
    settle();
}

void NodeCatalog::settle()
{
    m_rooms.shelf.setPulling(m_puller->isPulling());
}

void NodeCatalog::readerKnows(const CatalogVersion &version)
{
    const auto own = m_rooms.catalog.version();
    if (!m_rooms.catalog.isWriter() || version.epoch != own.epoch || version.version <= own.version)
        return;
    qCWarning(lcEngine).noquote() << m_options.name << "was restored from a backup: a device has menu version" << version.version << "and this is"
                                  << own.version << "- every device takes the menu anew";
    if (const auto done = m_rooms.catalog.renewEpoch(m_rooms.world.random); !done)
        qCWarning(lcEngine).noquote() << m_options.name << "cannot begin a new history of its menu:" << done.error().detail;
    else
        changed();
}

void NodeCatalog::changed()
{
    m_rooms.shelf.catalogChanged();
    m_rooms.links.announceCatalog();
}

} // namespace saji
