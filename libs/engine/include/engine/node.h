// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <base/result.h>
#include <base/scheduler.h>
#include <services/menuservice.h>
#include <services/orderservice.h>
#include <services/syncservice.h>
#include <services/ticketservice.h>
#include <store/identity.h>
#include <sync/linkkeeper.h>
#include <transport/dialers.h>

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace saji {

class CatalogPuller;
class CatalogStore;
class EventLog;
class OrderBook;
class SessionHost;

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
};

//! The world as it is: the machine's clock, the thread's event loop, real sockets. Make it on the engine thread.
class RealWorld
{
public:
    RealWorld();
    ~RealWorld();
    World &world() { return *m_world; }

private:
    SystemClock m_clock;
    QtScheduler m_scheduler;
    SystemRandom m_random;
    std::unique_ptr<World> m_world;
};

//! One whole node: database, log, catalog, projections, links, services. Lives on the engine thread.
class Node : public QObject
{
    Q_OBJECT

public:
    //! Opens the data folder; nothing dials before start().
    [[nodiscard]] static Result<std::unique_ptr<Node>> open(const NodeOptions &options, World &world);
    ~Node() override;
    void start();

    OrderService &orders();
    TicketService &tickets();
    MenuService &menu();
    SyncService &sync();

    EventLog &log();
    CatalogStore &catalog();
    OrderBook &book();
    //! For nodes that listen: give it what Listener::linked brings.
    SessionHost &host();
    const NodeOptions &options() const;
    //! The catalog was written here (server's import): screens, neighbours and readers hear of it.
    void catalogWritten();

private:
    Node();
    class Private;
    std::unique_ptr<Private> d;
};

//! Runs a Node on a thread of its own for programs with a screen. The screen builds itself meanwhile.
class EngineThread : public QObject
{
    Q_OBJECT

public:
    explicit EngineThread(NodeOptions options, QObject *parent = nullptr);
    ~EngineThread() override; //!< stops the node, then the thread

    void start();
    const Clock &clock() const; //!< the same clock, safe from any thread

signals:
    //! On the thread of this object. The services live as long as this object; call and connect them from the screen.
    void opened(saji::OrderService *orders, saji::TicketService *tickets, saji::MenuService *menu, saji::SyncService *sync);
    void failed(const saji::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
