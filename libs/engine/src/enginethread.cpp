// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/node.h>

#include "metatypes.h"

#include <QThread>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! What lives on the engine's thread: born and buried there.
struct Engine : QObject
{
    std::unique_ptr<RealWorld> world;
    std::unique_ptr<Node> node;
};

} // namespace

class EngineThread::Private
{
public:
    explicit Private(NodeOptions as) : options(std::move(as)) {}

    NodeOptions options;
    SystemClock clock;
    QThread thread;
    Engine *engine = nullptr;
};

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
            engine->node.reset();
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

void EngineThread::start()
{
    d->thread.start();
    QMetaObject::invokeMethod(d->engine, [this, engine = d->engine, options = d->options] {
        engine->world = std::make_unique<RealWorld>();
        auto node = Node::open(options, engine->world->world());
        if (!node) {
            QMetaObject::invokeMethod(this, [this, error = node.error()] { emit failed(error); });
            return;
        }
        engine->node = std::move(*node);
        auto *up = engine->node.get();
        QMetaObject::invokeMethod(this, [this, up] { emit opened(&up->orders(), &up->tickets(), &up->menu(), &up->sync()); });
        up->start();
    });
}

const Clock &EngineThread::clock() const
{
    return d->clock;
}

} // namespace saji
