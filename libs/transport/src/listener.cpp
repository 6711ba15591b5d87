// SPDX-License-Identifier: GPL-3.0-or-later
#include <transport/listener.h>

#include "iothread.h"
#include "log.h"
#include "pollinghost.h"
#include "servedlink.h"

#include <QPointer>

#include <algorithm>
#include <vector>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr auto syncPath = "/sync"_L1;

//! Answers once, and an answer that everybody has forgotten with an error, so that no client waits for nothing.
class PendingAnswer
{
public:
    PendingAnswer(const std::shared_ptr<IoThread> &io, ConnectionId id) : m_io(io), m_id(id) {}
    ~PendingAnswer() { give(HttpResponse::error(500, errorWord(ErrorCode::Internal), u"the request was dropped without an answer"_s)); }
    PendingAnswer(const PendingAnswer &) = delete;
    PendingAnswer &operator=(const PendingAnswer &) = delete;

    void give(const HttpResponse &response)
    {
        if (const auto io = std::exchange(m_io, {}).lock())
            io->answer(m_id, response);
    }

private:
    std::weak_ptr<IoThread> m_io;
    ConnectionId m_id;
};

} // namespace

class Listener::Private final : public IoThread::Owner
{
public:
    Private(Listener *listener, const ListenOptions &listenOptions)
        : q(listener), options(listenOptions), polling(options, scheduler, [this](const auto &link) { announce(link); })
    {
        routes.emplace_back(syncPath, [this](const HttpRequest &request, const HttpAnswer &answer) {
            if (request.path == syncPath)
                polling.handle(request, answer);
            else
                notFound(request, answer);
        });
    }

    void onRequest(ConnectionId id, const HttpRequest &request) override
    {
        const auto pending = std::make_shared<PendingAnswer>(io, id);
        const HttpAnswer answer = [pending](const HttpResponse &response) { pending->give(response); };
        // The longest prefix is first.
        const auto route = std::ranges::find_if(routes, [&](const auto &r) { return request.path.startsWith(r.first); });
        if (route == routes.end())
            notFound(request, answer);
        else
            route->second(request, answer);
    }

    void onLinked(ConnectionId id, const QString &peerName) override
    {
        const auto link = std::make_shared<ServedLink>(io, id, peerName, options.linkBacklogBytes);
        links.insert(id, link);
        announce(link);
        if (link->isOpen() && io)
            io->readOn(id);
    }

    void onFrames(ConnectionId id, const QByteArrayList &frames) override
    {
        if (const auto link = links.value(id).lock())
            link->deliver(frames);
    }

    void onWritten(ConnectionId id, qint64 bytes) override
    {
        if (const auto link = links.value(id).lock())
            link->written(bytes);
    }

    void onLinkClosed(ConnectionId id, const CloseReason &reason) override
    {
        if (const auto link = links.take(id).lock())
            link->finish(reason);
    }

    void announce(const std::shared_ptr<Link> &link)
    {
        qCDebug(lcTransport).noquote() << "link from" << link->peerName();
        emit q->linked(link);
    }

    static void notFound(const HttpRequest &request, const HttpAnswer &answer)
    {
        answer(HttpResponse::error(404, "not_found"_L1, u"there is nothing at %1"_s.arg(request.path.left(200))));
    }

    Listener *q;
    ListenOptions options;
    QtScheduler scheduler;
    PollingHost polling;
    std::vector<std::pair<QString, HttpHandler>> routes;
    QHash<ConnectionId, std::weak_ptr<ServedLink>> links;
    std::shared_ptr<IoThread> io; //!< while listening
    ListenAddress address;
};

Listener::Listener(QObject *parent) : Listener(ListenOptions(), parent) {}

Listener::Listener(const ListenOptions &options, QObject *parent) : QObject(parent), d(std::make_unique<Private>(this, options)) {}

Listener::~Listener()
{
    stop();
}

Result<ListenAddress> Listener::listen(const ListenAddress &address)
{
    if (d->io)
        return Error{ErrorCode::Conflict, u"this listener listens on %1 already"_s.arg(d->address.toString())};
    std::ranges::stable_sort(d->routes, std::greater(), [](const auto &route) { return route.first.size(); });
    auto io = std::make_shared<IoThread>(d->options, *d);
    const auto bound = io->start(address);
    if (!bound)
        return bound.error();
    d->io = std::move(io);
    d->address = *bound;
    qCInfo(lcTransport).noquote() << "listening on" << bound->toString();
    return bound;
}

void Listener::stop()
{
    const auto io = std::exchange(d->io, nullptr);
    if (!io)
        return;
    const CloseReason goingAway{CloseCode::GoingAway, u"the node stops"_s};
    io->stop();
    d->address = {};
    const QPointer<Listener> alive(this);
    for (const auto &weak : std::exchange(d->links, {})) {
        if (const auto link = weak.lock())
            link->finish(goingAway);
        if (!alive)
            return;
    }
    d->polling.closeAll(goingAway);
}

ListenAddress Listener::address() const
{
    return d->address;
}

void Listener::route(const QString &prefix, HttpHandler handler)
{
    d->routes.emplace_back(prefix, std::move(handler));
}

} // namespace saji
