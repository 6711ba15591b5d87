// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/node.h>

#include "devicedoor.h"
#include "logging.h"
#include "metatypes.h"
#include "servicerelays.h"

#include <trust/trust.h>

#include <QThread>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! What lives on the engine's thread: born and buried there.
struct Engine : QObject
{
    std::unique_ptr<RealWorld> world;
    std::unique_ptr<ServiceRelays> relays;
    std::unique_ptr<Node> node;
    std::unique_ptr<DeviceDoor> door; //!< none = nobody could find it
    std::unique_ptr<QObject> companion;

    Result<void> open(const NodeOptions &options)
    {
        auto opened = Node::open(options, world->world());
        if (!opened)
            return opened.error();
        node = std::move(*opened);
        return {};
    }

    //! A device that nobody can dial still sells, and is still served by hub and server.
    void openDoor(NodeOptions &options)
    {
        if (options.discovery.where == DiscoveryOptions::Where::Off)
            return;
        door = std::make_unique<DeviceDoor>(*node, world->world().trust);
        const auto opened = door->open(options.listen);
        // After the data were healed it opens where others know it to be.
        if (opened)
            options.listen = *opened;
        else
            qCWarning(lcEngine).noquote() << options.name << "cannot be reached by other devices:" << opened.error().detail;
    }

    void openCompanion(const EngineThread::Companion &make)
    {
        if (!make)
            return;
        auto made = make(*node, world->world());
        if (made)
            companion = std::move(*made);
        else
            qCWarning(lcEngine).noquote() << "what should stand beside the node cannot:" << made.error().detail;
    }

    void close()
    {
        companion.reset();
        door.reset();
        node.reset();
    }
};

} // namespace

class EngineThread::Private
{
public:
    explicit Private(NodeOptions as) : options(std::move(as)) {}

    //! On the engine's thread: opens the node and says so, now and whenever it was damaged.
    void run(EngineThread &q);
    void goOn(EngineThread &q);

    NodeOptions options;
    Companion companion;
    SystemClock clock;
    QThread thread;
    Engine *engine = nullptr;
};

void EngineThread::Private::run(EngineThread &q)
{
    auto trust = Trust::open(options.dataFolder);
    if (!trust) {
        QMetaObject::invokeMethod(&q, [&q, error = trust.error()] { emit q.failed(error); });
        return;
    }
    engine->world = std::make_unique<RealWorld>(*trust);
    engine->relays = std::make_unique<ServiceRelays>();
    if (const auto done = engine->open(options); !done) {
        QMetaObject::invokeMethod(&q, [&q, error = done.error()] { emit q.failed(error); });
        return;
    }
    QMetaObject::invokeMethod(&q, [&q, relays = engine->relays.get()] {
        emit q.opened(&relays->orders, &relays->tickets, &relays->menu, &relays->sync, &relays->outbox);
    });
    goOn(q);
}

void EngineThread::Private::goOn(EngineThread &q)
{
    connect(engine->node.get(), &Node::damaged, engine, [this, &q](const Error &error) {
        qCWarning(lcEngine).noquote() << options.name << "closes its data to heal it:" << error.detail;
        engine->close();
        if (const auto done = engine->open(options); !done) {
            QMetaObject::invokeMethod(&q, [&q, failure = done.error()] { emit q.failed(failure); });
            return;
        }
        goOn(q);
    }, Qt::QueuedConnection);
    engine->openDoor(options);
    engine->node->start();
    engine->relays->attach(*engine->node);
    engine->openCompanion(companion);
}

EngineThread::EngineThread(NodeOptions options, QObject *parent) : QObject(parent), d(std::make_unique<Private>(std::move(options)))
{
    registerMetaTypes();
    d->thread.setObjectName(u"engine"_s);
    d->engine = new Engine;
    d->engine->moveToThread(&d->thread);
    // In the thread itself, as its last act: a database and its sockets belong to the thread that opened them.
    connect(
        &d->thread, &QThread::finished, d->engine,
        [engine = d->engine] {
            engine->close();
            engine->relays.reset();
            engine->world.reset();
        },
        Qt::DirectConnection);
}

EngineThread::~EngineThread()
{
    d->thread.quit();
    d->thread.wait();
    delete d->engine;
}

void EngineThread::setCompanion(Companion make)
{
    d->companion = std::move(make);
}

void EngineThread::start()
{
    d->thread.start();
    QMetaObject::invokeMethod(d->engine, [this] { d->run(*this); });
}

const Clock &EngineThread::clock() const
{
    return d->clock;
}

} // namespace saji
