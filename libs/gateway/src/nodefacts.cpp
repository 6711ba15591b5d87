// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/nodefacts.h>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

bool isServer(const NodeFacts &facts)
{
    return facts.kind == NodeKind::Server;
}

QString statusWord(const NodeFacts &facts)
{
    return facts.databaseError.isEmpty() ? u"ok"_s : u"failing"_s;
}

QString escapedLabel(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
}

void gauge(QByteArray &page, const char *name, const char *help, const QByteArray &value, const QByteArray &labels = {})
{
    page += QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + " gauge\n" + name + labels + ' ' + value + '\n';
}

QString modeWord(SyncMode mode)
{
    switch (mode) {
    case SyncMode::Connected: return u"connected"_s;
    case SyncMode::Polling: return u"polling"_s;
    case SyncMode::Disconnected: break;
    }
    return u"disconnected"_s;
}

//! There is one server and one hub of a node's own; others go by their names.
QString wayName(const PeerView &peer)
{
    if (peer.role == PeerRole::Server)
        return u"server"_s;
    return peer.role == PeerRole::Hub ? u"hub"_s : peer.name;
}

QList<PeerView> waysOf(const NodeFacts &facts)
{
    QList<PeerView> ways;
    for (const auto &peer : facts.sync.peers) {
        if (peer.direct && peer.figures)
            ways.append(peer);
    }
    return ways;
}

//! One line per way, under one name.
void wayFigures(QByteArray &page, const NodeFacts &facts, const char *name, const char *type, const char *help,
                const std::function<QByteArray(const PeerView &)> &value)
{
    const auto ways = waysOf(facts);
    if (ways.isEmpty())
        return;
    page += QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
    for (const auto &way : ways)
        page += name + QByteArray("{way=\"") + escapedLabel(wayName(way)).toUtf8() + "\"} " + value(way) + '\n';
}

QByteArray seconds(Milliseconds span)
{
    return QByteArray::number(double(span.count()) / 1000.0);
}

void addWays(QByteArray &page, const NodeFacts &facts)
{
    wayFigures(page, facts, "saji_way_connected", "gauge", "1 by a socket, 0.5 by polling, 0 not at all.", [](const PeerView &way) {
        return QByteArray(way.mode == SyncMode::Connected ? "1" : way.mode == SyncMode::Polling ? "0.5" : "0");
    });
    wayFigures(page, facts, "saji_way_connects_total", "counter", "Links that came up.",
               [](const PeerView &way) { return QByteArray::number(way.figures->connects); });
    wayFigures(page, facts, "saji_way_connect_seconds", "gauge", "From dialling to the first word, of the last link.",
               [](const PeerView &way) { return seconds(way.figures->connectTime); });
    wayFigures(page, facts, "saji_way_errors_total", "counter", "Dials that failed, and links that broke.",
               [](const PeerView &way) { return QByteArray::number(way.figures->errors); });
    wayFigures(page, facts, "saji_way_messages_total", "counter", "Frames, both ways.",
               [](const PeerView &way) { return QByteArray::number(way.figures->messages); });
    wayFigures(page, facts, "saji_way_poll_seconds", "gauge", "How often it is asked; 0 = it need not be.",
               [](const PeerView &way) { return seconds(way.figures->pollEvery); });
}

} // namespace

QJsonObject syncJson(const NodeFacts &facts)
{
    QJsonArray ways;
    for (const auto &way : waysOf(facts)) {
        const auto &figures = *way.figures;
        ways.append(QJsonObject{{u"way"_s, wayName(way)},
                                {u"mode"_s, modeWord(way.mode)},
                                {u"connects"_s, figures.connects},
                                {u"connectMs"_s, qint64(figures.connectTime.count())},
                                {u"slowestConnectMs"_s, qint64(figures.slowestConnect.count())},
                                {u"errors"_s, figures.errors},
                                {u"messages"_s, qint64(figures.messages)},
                                {u"messagesPerMinute"_s, qRound(figures.messagesPerMinute)},
                                {u"pollMs"_s, qint64(figures.pollEvery.count())}});
    }
    const auto &sync = facts.sync;
    const auto last = facts.lastConnectedWallMs
                          ? QJsonValue(QDateTime::fromMSecsSinceEpoch(*facts.lastConnectedWallMs, Qt::UTC).toString(Qt::ISODateWithMs))
                          : QJsonValue();
    return {{u"mode"_s, modeWord(sync.mode)},
            {u"centralConnected"_s, sync.centralConnected},
            {u"localConnected"_s, sync.localConnected},
            {u"isPolling"_s, sync.polling},
            {u"lastConnected"_s, last},
            {u"error"_s, sync.error ? QJsonValue(sync.error->detail) : QJsonValue()},
            {u"ways"_s, ways}};
}

QByteArray healthJson(const NodeFacts &facts)
{
    const auto seconds = double(facts.uptime.count()) / 1000.0;
    QJsonObject health{
        {u"status"_s, statusWord(facts)},
        {u"service"_s, isServer(facts) ? u"Saji server"_s : u"Saji hub"_s},
        {u"version"_s, QStringLiteral(SAJI_VERSION)},
        {u"kind"_s, QString(nodeKindWord(facts.kind))},
        {u"name"_s, facts.name},
        {u"store"_s, facts.store.isEmpty() ? QJsonValue() : QJsonValue(facts.store)},
        {u"device"_s, facts.device},
        {u"timestamp"_s, QDateTime::fromMSecsSinceEpoch(facts.wallMs, Qt::UTC).toString(Qt::ISODateWithMs)},
        {u"uptime"_s, seconds},
        {u"catalog"_s, QJsonObject{{u"epoch"_s, facts.catalogEpoch}, {u"version"_s, facts.catalogVersion}}},
        {u"orders"_s, QJsonObject{{u"total"_s, facts.orders}, {u"open"_s, facts.openOrders}}},
        {u"events"_s, facts.events},
        {u"connections"_s, facts.connected + facts.polling},
        {u"nodes"_s, QJsonObject{{u"connected"_s, facts.connected}, {u"polling"_s, facts.polling}, {u"known"_s, facts.known}}},
        {u"database"_s, QJsonObject{{u"ok"_s, facts.databaseError.isEmpty()},
                                    {u"totalOrders"_s, facts.orders},
                                    {u"dbSizeKB"_s, facts.databaseBytes / 1024},
                                    {u"walEnabled"_s, true}}},
        {u"notices"_s, QJsonArray::fromStringList(facts.notices)},
    };
    if (facts.web) {
        QJsonObject rooms;
        for (auto room = facts.web->rooms.cbegin(); room != facts.web->rooms.cend(); ++room)
            rooms.insert(room.key(), room.value());
        health.insert(u"rooms"_s, rooms);
        health.insert(u"connections"_s, facts.connected + facts.polling + facts.web->clients);
        auto database = health.value(u"database"_s).toObject();
        database.insert(u"unsyncedOrders"_s, facts.web->unsynced);
        health.insert(u"database"_s, database);
    }
    QJsonObject dependencies{{u"database"_s, facts.databaseError.isEmpty() ? u"ok"_s : facts.databaseError}};
    if (facts.serverReachable)
        dependencies.insert(u"server"_s, *facts.serverReachable ? u"ok"_s : u"not reachable: orders wait here"_s);
    health.insert(u"dependencies"_s, dependencies);
    if (!isServer(facts))
        health.insert(u"pending"_s, qint64(facts.pending));
    return QJsonDocument(health).toJson(QJsonDocument::Compact);
}

QByteArray metricsText(const NodeFacts &facts)
{
    QByteArray page;
    const auto labels = u"{version=\"%1\",kind=\"%2\",store=\"%3\",name=\"%4\"}"_s.arg(
        QLatin1StringView(SAJI_VERSION), nodeKindWord(facts.kind), escapedLabel(facts.store), escapedLabel(facts.name));
    gauge(page, "saji_info", "Which program this is.", "1", labels.toUtf8());
    gauge(page, "saji_uptime_seconds", "Since the program started.", QByteArray::number(facts.uptime.count() / 1000));
    gauge(page, "saji_database_ok", "1 when the disk keeps what it is given.", facts.databaseError.isEmpty() ? "1" : "0");
    gauge(page, "saji_database_bytes", "Size of the database with its write-ahead log.", QByteArray::number(facts.databaseBytes));
    gauge(page, "saji_events", "Facts in the log of this node.", QByteArray::number(facts.events));
    gauge(page, "saji_orders", "Orders known to this node.", QByteArray::number(facts.orders));
    gauge(page, "saji_orders_open", "Orders that a kitchen still works on.", QByteArray::number(facts.openOrders));
    gauge(page, "saji_pending_events", "Facts here that the server is not known to have.", QByteArray::number(facts.pending));
    gauge(page, "saji_catalog_version", "Number of the last change of the menu.", QByteArray::number(facts.catalogVersion));
    page += "# HELP saji_links Devices linked to this node now.\n# TYPE saji_links gauge\n";
    page += "saji_links{mode=\"connected\"} " + QByteArray::number(facts.connected) + '\n';
    page += "saji_links{mode=\"polling\"} " + QByteArray::number(facts.polling) + '\n';
    addWays(page, facts);
    if (facts.serverReachable)
        gauge(page, "saji_server_reachable", "1 when the central server is linked.", *facts.serverReachable ? "1" : "0");
    if (facts.web) {
        page += "# HELP saji_web_clients Clients of Socket.IO now.\n# TYPE saji_web_clients gauge\n";
        page += "saji_web_clients{transport=\"websocket\"} " + QByteArray::number(facts.web->clients - facts.web->polling) + '\n';
        page += "saji_web_clients{transport=\"polling\"} " + QByteArray::number(facts.web->polling) + '\n';
        gauge(page, "saji_web_rooms", "Rooms with somebody in them.", QByteArray::number(facts.web->rooms.size()));
        gauge(page, "saji_web_messages", "What web clients have said, in the log.", QByteArray::number(facts.web->messages));
        gauge(page, "saji_unsynced_orders", "Orders that no server is known to have.", QByteArray::number(facts.web->unsynced));
    }
    gauge(page, "process_resident_memory_bytes", "Resident memory.", QByteArray::number(facts.residentBytes));
    return page;
}

QByteArray welcomeText(const NodeFacts &facts)
{
    auto text = u"This is the Saji %1 \"%2\", version %3.\n\n"_s.arg(nodeKindWord(facts.kind), facts.name, QLatin1StringView(SAJI_VERSION));
    text += facts.store.isEmpty()
                ? u"It belongs to no restaurant yet.\n"_s
                : u"Store %1, %2 orders, menu version %3.\n"_s.arg(facts.store).arg(facts.orders).arg(facts.catalogVersion);
    for (const auto &notice : facts.notices)
        text += u"! "_s + notice + u'\n';
    text += u"\nKiosks, kitchens and hubs link to this address by themselves; there is nothing to do in a browser.\n"
            "  /api/health/    how it is (JSON)\n  /api/catalog/   the menu, by changes (JSON)\n  /metrics        for Prometheus\n"_s;
    return text.toUtf8();
}

} // namespace saji
