// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/nodewatch.h>

#include <engine/node.h>
#include <engine/orderbook.h>
#include <store/catalogstore.h>
#include <store/eventlog.h>
#include <sync/sessionhost.h>

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <unistd.h>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

qint64 residentBytes()
{
    QFile statm(u"/proc/self/statm"_s);
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

qint64 databaseBytes(const QString &folder)
{
    qint64 bytes = 0;
    for (const auto &file : {u"/saji.db"_s, u"/saji.db-wal"_s})
        bytes += QFileInfo(folder + file).size();
    return bytes;
}

qint64 eventsIn(const VersionVector &have)
{
    qint64 events = 0;
    for (const auto upTo : have.entries())
        events += qint64(upTo);
    return events;
}

} // namespace

NodeWatch::NodeWatch(Node &node, const Clock &clock, QObject *parent)
    : QObject(parent), m_node(node), m_clock(clock), m_startedAt(clock.steadyNow())
{
    connect(&node.log(), &EventLog::failed, this, [this](const Error &error) { m_databaseError = error.detail; });
    connect(&node.log(), &EventLog::grown, this, [this] { m_databaseError.clear(); });
    connect(&node.sync(), &SyncService::changed, this, [this](const SyncStatus &status) { m_sync = status; });
    connect(&node.menu(), &MenuService::changed, this, [this](const MenuState &state) { m_menuFaults = state.menu->skipped(); });
    node.sync().announce();
    node.menu().announce();
}

NodeFacts NodeWatch::facts() const
{
    const auto &log = m_node.log();
    const auto &options = m_node.options();
    const auto &identity = log.identity();
    NodeFacts facts;
    facts.kind = options.kind;
    facts.name = identity.name;
    facts.store = identity.store;
    facts.device = identity.origin.device.toString();
    facts.uptime = m_clock.steadyNow() - m_startedAt;
    facts.wallMs = m_clock.wallNow().count();
    facts.catalogEpoch = m_node.catalog().version().epoch;
    facts.catalogVersion = m_node.catalog().version().version;
    facts.events = eventsIn(log.have());
    facts.databaseBytes = databaseBytes(options.dataFolder);
    facts.residentBytes = residentBytes();
    facts.databaseError = m_databaseError;
    if (const auto newest = log.since(std::max<qint64>(0, log.lastArrival() - 1), 1); !newest)
        facts.databaseError = newest.error().detail;
    const auto orders = m_node.book().count();
    if (!orders)
        facts.databaseError = orders.error().detail;
    facts.orders = orders.value_or(0);
    facts.openOrders = m_node.book().openOrders().size();
    if (options.kind != NodeKind::Server)
        facts.pending = log.remembered(NodeKind::Server).lagBehind(log.have());
    facts.sync = m_sync;
    if (m_sync.lastConnected)
        facts.lastConnectedWallMs = (m_clock.wallNow() - (m_clock.steadyNow() - *m_sync.lastConnected)).count();
    if (m_web)
        facts.web = m_web();
    fillLinks(facts);
    fillNotices(facts);
    return facts;
}

void NodeWatch::fillLinks(NodeFacts &facts) const
{
    const auto peers = m_node.host().peers();
    facts.known = int(peers.size());
    facts.connected = int(std::ranges::count(peers, LinkMode::Connected, &PeerEntry::mode));
    facts.polling = int(std::ranges::count(peers, LinkMode::Polling, &PeerEntry::mode));
    if (facts.kind != NodeKind::Server)
        facts.serverReachable = m_sync.centralConnected;
}

void NodeWatch::fillNotices(NodeFacts &facts) const
{
    const bool hasMenu = facts.catalogVersion > 0;
    if (!facts.databaseError.isEmpty())
        facts.notices.append(u"The disk does not keep what it is given: "_s + facts.databaseError);
    if (facts.kind == NodeKind::Server && facts.store.isEmpty())
        facts.notices.append(u"There is no menu yet: run `saji-server menu import FILE.json --data %1`. Until then devices are turned away "
                             "and keep their orders."_s.arg(m_node.options().dataFolder));
    else if (!hasMenu)
        facts.notices.append(u"The menu has not arrived yet; it comes from the server by itself."_s);
    if (m_menuFaults > 0)
        facts.notices.append(u"%1 entries or references of the menu cannot be used and are left out; the log names each of them."_s.arg(m_menuFaults));
    if (facts.serverReachable && !*facts.serverReachable)
        facts.notices.append(u"The server is not reachable; orders wait here and reach it by themselves."_s);
}

} // namespace saji
