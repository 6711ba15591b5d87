// SPDX-License-Identifier: GPL-3.0-or-later
#include "centralserver.h"

#include "trustoffice.h"

#include <appkit/logging.h>
#include <engine/menudocs.h>
#include <engine/menuimport.h>
#include <engine/trustkeeper.h>
#include <gateway/webguard.h>
#include <store/catalogstore.h>
#include <store/eventlog.h>
#include <sync/catalogfile.h>
#include <trust/authority.h>
#include <trust/trust.h>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! A certificate has a quarter of a year for it; once a day is often, and costs nothing.
constexpr Milliseconds renewalEvery = std::chrono::hours(24);

} // namespace

QString kindOfModel(const QString &model)
{
    static const QHash<QString, QLatin1StringView> kinds{
        {u"products"_s, catalogkind::product},     {u"categories"_s, catalogkind::category}, {u"promotions"_s, catalogkind::promotion},
        {u"outlets"_s, catalogkind::outlet},       {u"stations"_s, catalogkind::station},    {u"stores"_s, catalogkind::store},
        {u"settings"_s, catalogkind::settings},    {u"modifier_groups"_s, catalogkind::modifierGroup},
    };
    return kinds.value(model);
}

CentralServer::CentralServer(NodeOptions options, World &world, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_world(world), m_renewal(world.scheduler),
      m_pictures(m_options.dataFolder + u"/pictures"_s), m_control([this](const ControlRequest &request) { return answer(request); })
{}

CentralServer::~CentralServer() = default;

Result<void> CentralServer::openFolder()
{
    auto trust = Trust::open(m_options.dataFolder);
    if (!trust)
        return trust.error();
    m_world.trust = *trust;
    if (const auto opened = openNode(); !opened || !Authority::exists(m_options.dataFolder))
        return opened;
    return openAuthority();
}

Result<void> CentralServer::openAuthority()
{
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(m_world.clock.wallNow()).count();
    const auto self = m_node->log().identity();
    auto authority = Authority::openOrCreate(m_options.dataFolder, self.store, m_world.random, now);
    if (!authority)
        return authority.error();
    const auto own = (*authority)->ownCredentials(self.origin.device, now);
    if (!own)
        return own.error();
    m_authority = std::move(*authority);
    m_renewal.start(renewalEvery, [this] { renewOwnCertificate(); });
    if (m_world.trust && m_world.trust->credentials().certificate == own->certificate)
        return announceRevocations();
    auto trust = Trust::make(*own);
    if (!trust)
        return trust.error();
    m_world.trust = *trust;
    // What a node proves itself with stands at its birth.
    m_node.reset();
    if (const auto opened = openNode(); !opened)
        return opened;
    return announceRevocations();
}

void CentralServer::renewOwnCertificate()
{
    m_renewal.start(renewalEvery, [this] { renewOwnCertificate(); });
    if (!m_authority || !m_world.trust)
        return;
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(m_world.clock.wallNow()).count();
    const auto own = m_authority->ownCredentials(m_world.trust->self().device, now);
    if (!own) {
        qCWarning(logApp).noquote() << "the server's own certificate was not renewed:" << own.error().detail;
    } else if (own->certificate != m_world.trust->credentials().certificate) {
        m_world.trust->renew(own->certificate);
        qCInfo(logApp) << "the server's own certificate was renewed";
    }
}

Result<void> CentralServer::announceRevocations()
{
    const auto list = m_authority->revocations();
    if (!list)
        return list.error();
    return list->isEmpty() || !m_node->trust() ? Result<void>() : m_node->trust()->announce(*list);
}

Result<ControlReply> CentralServer::askAuthority(const ControlRequest &request)
{
    if (!m_authority) {
        const auto now = std::chrono::duration_cast<std::chrono::seconds>(m_world.clock.wallNow()).count();
        auto authority = Authority::openOrCreate(m_options.dataFolder, m_node->log().identity().store, m_world.random, now);
        if (!authority)
            return authority.error();
        m_authority = std::move(*authority);
        // From now on links have to prove themselves: the door is opened anew, when this call has been answered.
        QMetaObject::invokeMethod(this, [this] {
            if (const auto opened = reopen(); !opened)
                emit lost(opened.error());
        }, Qt::QueuedConnection);
    }
    auto reply = TrustOffice(*m_authority, m_world.clock).answer(request);
    if (const auto told = reply ? announceRevocations() : Result<void>(); !told)
        return told.error();
    return reply;
}

Result<void> CentralServer::openNode()
{
    auto node = Node::open(m_options, m_world);
    if (!node)
        return node.error();
    m_node = std::move(*node);
    // Opening it again heals it; links are dialled again by those who had them.
    connect(m_node.get(), &Node::damaged, this, [this] {
        if (const auto healed = reopen(); !healed)
            emit lost(healed.error());
    }, Qt::QueuedConnection);
    return {};
}

Result<ListenAddress> CentralServer::openDoor(const ListenAddress &address)
{
    if (!address.isLoopback() && !m_authority && !m_access.unpaired) {
        if (const auto made = openAuthority(); !made)
            return made.error();
    }
    m_door = std::make_unique<FrontDoor>(*m_node, m_world.clock);
    if (m_authority) {
        m_door->setTrust(m_world.trust, m_access.plainHttp);
        m_pairing = std::make_unique<PairingDesk>(*m_authority, m_world.clock);
        m_pairing->addRoutes(m_door->router(), m_door->listener());
    }
    const bool needsToken = m_access.web == u"token"_s || (m_access.web == u"auto"_s && m_authority && !address.isLoopback());
    const WebGuard guard(needsToken ? WebAccess::Token : WebAccess::Open, m_world.trust, m_world.clock);
    m_door->router().addFilter(guard.filter(m_door->listener()));
    m_masterData = std::make_unique<MasterData>(*m_node);
    m_masterData->addRoutes(m_door->router());
    m_pictures.addRoutes(m_door->router());
    const auto opened = m_door->open(address);
    if (!opened)
        return opened;
    m_address = *opened;
    m_node->start();
    // A server without its back door still serves; only `menu import` has to wait until it is stopped.
    if (const auto control = m_control.open(m_options.dataFolder); !control)
        qCWarning(logApp).noquote() << "menus cannot be imported while this server runs:" << control.error().detail;
    return opened;
}

Result<ControlReply> CentralServer::importMenu(const QByteArray &file)
{
    const auto menu = rowsFromMenuFile(file);
    if (!menu)
        return menu.error();
    const auto &store = m_node->log().identity().store;
    if (store.isEmpty()) {
        if (const auto became = becomeStore(menu->store); !became) {
            emit lost(became.error());
            return became.error();
        }
    } else if (store != menu->store) {
        return Error{ErrorCode::WrongStore, u"store.code: the file is the menu of \"%1\", but this server keeps \"%2\"; nothing was changed"_s
                                                .arg(menu->store, store)};
    }
    const auto changes = m_node->catalog().replaceAll(menu->rows, m_world.random);
    if (!changes)
        return changes.error();
    if (*changes > 0)
        m_node->catalogWritten();
    const auto version = m_node->catalog().version().version;
    qCInfo(logApp).noquote() << "menu imported:" << *changes << "changes, version" << version;
    return ControlReply{*changes == 0 ? u"The menu was already so; version %1."_s.arg(version)
                                      : u"Menu of %1 imported: %2 changes, version %3."_s.arg(menu->store).arg(*changes).arg(version),
                        {}};
}

Result<ControlReply> CentralServer::exportMenu() const
{
    const auto file = menuFileFromCatalog(m_node->catalog());
    if (!file)
        return file.error();
    return ControlReply{u"Menu version %1 exported."_s.arg(m_node->catalog().version().version), *file};
}

Result<ControlReply> CentralServer::backUpCatalog() const
{
    const auto file = catalogFile(m_node->catalog());
    if (!file)
        return file.error();
    return ControlReply{u"Catalog version %1 written."_s.arg(m_node->catalog().version().version), *file};
}

Result<ControlReply> CentralServer::restoreCatalog(const QByteArray &file)
{
    const auto before = m_node->catalog().version();
    if (const auto done = restoreCatalogFile(file, m_node->catalog(), m_world.random); !done)
        return done.error();
    const auto now = m_node->catalog().version();
    if (now != before)
        m_node->catalogWritten();
    return ControlReply{u"Catalog restored, version %1."_s.arg(now.version), {}};
}

Result<ControlReply> CentralServer::invalidateCache(const QString &model)
{
    const auto kind = kindOfModel(model);
    if (kind.isEmpty() && model != u"all"_s)
        return Error{ErrorCode::InvalidArgument, u"there is no model \"%1\""_s.arg(model)};
    const auto changes = m_node->catalog().invalidate(kind, m_world.random);
    if (!changes)
        return changes.error();
    if (*changes > 0)
        m_node->catalogWritten();
    return ControlReply{u"%1 rows have a new version; every device pulls them again (version %2)."_s.arg(*changes).arg(
                            m_node->catalog().version().version),
                        {}};
}

Result<ControlReply> CentralServer::answer(const ControlRequest &request)
{
    if (!m_node)
        return Error{ErrorCode::Cancelled, u"this server is about to end"_s};
    if (TrustOffice::answers(request.verb))
        return askAuthority(request);
    if (request.verb == u"menu.import"_s)
        return importMenu(request.body);
    if (request.verb == u"menu.export"_s)
        return exportMenu();
    if (request.verb == u"catalog.backup"_s)
        return backUpCatalog();
    if (request.verb == u"catalog.restore"_s)
        return restoreCatalog(request.body);
    if (request.verb == u"cache.invalidate"_s)
        return invalidateCache(QString::fromUtf8(request.body));
    return Error{ErrorCode::InvalidArgument, u"this server does not know \"%1\"; it may be of another version"_s.arg(request.verb.left(64))};
}

QStringList CentralServer::notices() const
{
    return m_door ? m_door->watch().facts().notices : QStringList();
}

Result<void> CentralServer::becomeStore(const QString &store)
{
    // Who a node is stands at its birth, in every hello it says. So the node is made anew; this happens once in a server's life.
    m_options.store = store;
    return reopen();
}

Result<void> CentralServer::reopen()
{
    m_door.reset();
    m_masterData.reset();
    m_pairing.reset();
    m_node.reset();
    m_authority.reset();
    if (const auto opened = openFolder(); !opened)
        return opened;
    if (!m_address)
        return {};
    const auto door = openDoor(*m_address);
    if (!door)
        return door.error();
    return {};
}

} // namespace saji
