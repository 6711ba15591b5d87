// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <base/result.h>
#include <base/scheduler.h>
#include <services/menuservice.h>
#include <services/orderservice.h>
#include <services/outboxservice.h>
#include <services/syncservice.h>
#include <services/ticketservice.h>
#include <store/identity.h>
#include <sync/linkkeeper.h>
#include <transport/dialers.h>
#include <transport/discovery.h>
#include <transport/listener.h>

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace saji {

class CatalogPuller;
class CatalogStore;
class Database;
class DiskSpace;
class DayBook;
class EventLog;
class FactFeed;
class OrderBook;
class SessionHost;
class Trust;
class TrustKeeper;

//! How one node is furnished; the same for all five programs.
struct NodeOptions
{
    QString dataFolder{};
    NodeKind kind = NodeKind::Kiosk;
    QString name{}; //!< "Kios A"
    QString store{}; //!< "pasar-saji"; may be empty on a server before its first menu
    QString deviceCode{}; //!< a kiosk's letter(s), A-Z, 1..2
    OutletId outlet{}; //!< a kitchen's
    QUrl server{}; //!< empty = this is the server, or it has none
    QUrl hub{}; //!< empty = none
    QString vfs{}; //!< a SQLite VFS by name, for disks that fail in tests; empty = the real disk
    QString listCache{}; //!< the same for the lists of master data that are asked for beside the menu, "1h/200"
    QString pictureCache{}; //!< how long and how many pictures a kiosk keeps, "30d/500"; empty = as published
    Milliseconds keepEventsFor = std::chrono::hours(24 * 7); //!< what the server has stays on a device for this long
    ListenAddress listen{}; //!< where EngineThread opens the door for other devices; other programs open their own
    DiscoveryOptions discovery{}; //!< how it finds server, hub and other devices whose address nobody has typed
};

//! What a node needs from the world, handed in: production gives sockets, tests and the simulator give loopback.
struct World
{
    Clock &clock;
    Scheduler &scheduler;
    Random &random;
    std::function<std::unique_ptr<Dialer>(const QUrl &)> webSocket;
    std::function<std::unique_ptr<Dialer>(const QUrl &, const PollPace &)> polling;
    std::function<std::unique_ptr<HttpClient>(const QUrl &)> http;
    const DiskSpace *disk = nullptr; //!< how full disks are; null = never full
    //! Finds other devices; none = only typed addresses.
    std::function<std::unique_ptr<Discovery>(const DiscoveryOptions &)> discovery = {};
    std::shared_ptr<Trust> trust = nullptr; //!< of a paired node: its links are encrypted and authenticated; null = not paired
    std::function<std::unique_ptr<HttpPoster>(const QUrl &)> post = {}; //!< for a paired node
    std::function<bool()> hasNetwork = {}; //!< whether this device is in any network; none = it always is
};

//! The world as it is: the machine's clock, the thread's event loop, real sockets. Make it on the engine thread.
class RealWorld
{
public:
    //! Links and requests of a paired node go by TLS, with its certificate.
    explicit RealWorld(std::shared_ptr<Trust> trust = nullptr);
    ~RealWorld();
    World &world() { return *m_world; }

private:
    SystemClock m_clock;
    QtScheduler m_scheduler;
    SystemRandom m_random;
    std::unique_ptr<DiskSpace> m_disk;
    std::unique_ptr<World> m_world;
};

//! One whole node: database, log, catalog, projections, links, services. Lives on the engine thread.
//!
//! Opening heals a damaged store (store/recovery.h). When damage is met at work, `damaged` says so once: destroy the node and open
//! another one on the same folder. Everything that was confirmed comes back from the backup, the damaged file and the other devices.
class Node : public QObject
{
    Q_OBJECT

public:
    //! Opens the data folder; nothing dials before start().
    [[nodiscard]] static Result<std::unique_ptr<Node>> open(const NodeOptions &options, World &world);
    ~Node() override;
    //! Where others reach this node; say so before start(). Without it nobody is told that it is there, and it looks for nobody.
    void setDoor(quint16 port, bool isTls = false);
    void start();

    OrderService &orders();
    TicketService &tickets();
    MenuService &menu();
    SyncService &sync();
    OutboxService &outbox();

    Database &database();
    EventLog &log();
    CatalogStore &catalog();
    OrderBook &book();
    const DayBook &days() const;
    //! For who writes facts itself.
    FactFeed &feed();
    //! For nodes that listen: give it what Listener::linked brings.
    SessionHost &host();
    //! Of a paired node; else null.
    TrustKeeper *trust();
    const NodeOptions &options() const;
    //! The catalog was written here (server's import): screens, neighbours and readers hear of it.
    void catalogWritten();

signals:
    //! Not from within a call of this node; destroying it in answer is right.
    void damaged(const saji::Error &error);

private:
    Node();
    class Private;
    std::unique_ptr<Private> d;
};

//! Runs a Node on a thread of its own for programs with a screen. The screen builds itself meanwhile.
//!
//! When the store is damaged at work, the node is closed, healed and opened again behind the same services: a screen notices a pause, and
//! a basket on its way is answered by the new one.
class EngineThread : public QObject
{
    Q_OBJECT

public:
    explicit EngineThread(NodeOptions options, QObject *parent = nullptr);
    ~EngineThread() override; //!< stops the node, then the thread

    //! Makes what else lives beside the node, on its thread: after the node has started, and anew whenever it was opened again. It is let
    //! go before its node. A device without it still sells, so a failure is only told to the log.
    using Companion = std::function<Result<std::unique_ptr<QObject>>(Node &, World &)>;
    //! Before start().
    void setCompanion(Companion make);

    void start();
    const Clock &clock() const; //!< the same clock, safe from any thread

signals:
    //! On the thread of this object. The services live as long as this object; call and connect them from the screen.
    void opened(saji::OrderService *orders, saji::TicketService *tickets, saji::MenuService *menu, saji::SyncService *sync,
                saji::OutboxService *outbox);
    void failed(const saji::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
