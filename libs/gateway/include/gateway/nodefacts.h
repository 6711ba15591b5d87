// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <services/syncservice.h>
#include <store/identity.h>

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace saji {

class Node;

//! What web clients do at a hub.
struct WebFacts
{
    QMap<QString, int> rooms; //!< "outlet_5" -> who is in it
    int clients = 0;          //!< of Socket.IO
    int polling = 0;          //!< of those, by long polling
    qint64 unsynced = 0;      //!< orders that no server is known to have
    qint64 messages = 0;      //!< in the log
};

//! How one node is at this moment, for those who watch it from outside; plain numbers, gathered in one go.
struct NodeFacts
{
    NodeKind kind = NodeKind::Server;
    QString name;
    QString store; //!< empty = a server that has no menu yet
    QString device;
    Milliseconds uptime{0};
    qint64 wallMs = 0;
    QString catalogEpoch;
    qint64 catalogVersion = 0;
    qint64 events = 0;
    qint64 orders = 0;
    qint64 openOrders = 0;
    quint64 pending = 0; //!< events here that the server is not known to have; 0 on the server
    int connected = 0;   //!< devices linked by a socket now
    int polling = 0;
    int known = 0;                       //!< devices heard since the start
    std::optional<bool> serverReachable; //!< nullopt on the server itself
    qint64 databaseBytes = 0;
    QString databaseError; //!< empty = the disk keeps what it is given
    qint64 residentBytes = 0;
    SyncStatus sync; //!< its own ways and modes
    std::optional<qint64> lastConnectedWallMs; //!< of sync.lastConnected
    std::optional<WebFacts> web; //!< nullopt = this node has no web clients
    //! What somebody should look at, in words.
    QStringList notices;
};

//! The body of GET /api/health/ and /health: docs/protocol.md sections 2 and 3.
[[nodiscard]] QByteArray healthJson(const NodeFacts &facts);
//! The modes as published, `{"mode", "centralConnected", "localConnected", "isPolling", "lastConnected", "error"}`, and `ways`: what was
//! measured on each way out of this node.
[[nodiscard]] QJsonObject syncJson(const NodeFacts &facts);
//! The body of GET /metrics: Prometheus text format 0.0.4.
[[nodiscard]] QByteArray metricsText(const NodeFacts &facts);
//! The page for a person who opens the address in a browser: plain text.
[[nodiscard]] QByteArray welcomeText(const NodeFacts &facts);

} // namespace saji
