// SPDX-License-Identifier: GPL-3.0-or-later
#include <transport/listener.h>

#include "iothread.h"
#include "log.h"
#include "pollinghost.h"
#include "servedlink.h"
#include "servedtextsocket.h"

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
    ~PendingAnswer()
    {
        if (!m_isGiven)
            give(HttpResponse::error(500, errorWord(ErrorCode::Internal), u"the request was dropped without an answer"_s));
    }
    PendingAnswer(const PendingAnswer &) = delete;
    PendingAnswer &operator=(const PendingAnswer &) = delete;

    void give(const HttpResponse &response)
    {
        const auto io = std::exchange(m_isGiven, true) ? nullptr : m_io.lock();
        if (io)
            io->answer(m_id, response);
    }

private:
    std::weak_ptr<IoThread> m_io;
    ConnectionId m_id;
    bool m_isGiven = false;
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

    void onLinked(ConnectionId id, const QString &peerName, const std::optional<Subject> &peer) override
    {
        const auto link = std::make_shared<ServedLink>(io, id, peerName, options.linkBacklogBytes);
        link->setProvenPeer(peer);
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
        else if (const auto socket = texts.take(id).lock())
            socket->finish(reason);
    }

    void onTextAsked(ConnectionId id, const HttpRequest &request) override
    {
        const auto *route = textRouteOf(request);
        const auto refusal = route ? route->refusal(request) : HttpResponse::error(404, "not_found"_L1, u"no WebSocket here"_s);
        if (!io)
            return;
        if (refusal)
            io->answer(id, *refusal);
        else
            io->acceptText(id);
    }

    void onTextOpened(ConnectionId id, const QString &peerName, const HttpRequest &request) override
    {
        const auto socket = std::make_shared<ServedTextSocket>(io, id, peerName);
        texts.insert(id, socket);
        textRouteOf(request)->opened(request, socket);
        if (socket->isOpen() && io)
            io->readOn(id);
    }

    void onTexts(ConnectionId id, const QByteArrayList &messages, int binaries) override
    {
        if (const auto socket = texts.value(id).lock())
            socket->deliver(messages, binaries);
    }

    const TextSocketRoute *textRouteOf(const HttpRequest &request) const
    {
        const auto path = bare(request.path);
        const auto found = std::ranges::find_if(textRoutes, [&](const auto &route) { return route.first == path; });
        return found == textRoutes.end() ? nullptr : &found->second;
    }

    std::vector<std::string> textPaths() const
    {
        std::vector<std::string> paths;
        for (const auto &[path, route] : textRoutes)
            paths.push_back(path.toStdString());
        return paths;
    }

    IoThread::Rules rules() const { return {textPaths(), limits, trust, plainHttp, isKeptForAdmitted}; }

    static QString bare(const QString &path) { return path.endsWith(u'/') ? path.chopped(1) : path; }

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
    std::vector<std::pair<QString, TextSocketRoute>> textRoutes;
    std::vector<std::pair<std::string, double>> limits;
    std::shared_ptr<const Trust> trust;
    bool plainHttp = true;
    bool isKeptForAdmitted = false;
    QHash<ConnectionId, std::weak_ptr<ServedLink>> links;
    QHash<ConnectionId, std::weak_ptr<ServedTextSocket>> texts;
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
    auto io = std::make_shared<IoThread>(d->options, d->rules(), *d);
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
    for (const auto &weak : std::exchange(d->texts, {})) {
        if (const auto socket = weak.lock())
            socket->finish(goingAway);
        if (!alive)
            return;
    }
    d->polling.closeAll(goingAway);
}

ListenAddress Listener::address() const
{
    return d->address;
}

void Listener::setTrust(const std::shared_ptr<const Trust> &trust, bool plainHttp)
{
    d->trust = trust;
    d->plainHttp = plainHttp;
}

void Listener::route(const QString &prefix, HttpHandler handler)
{
    d->routes.emplace_back(prefix, std::move(handler));
}

void Listener::limit(const QString &path, double perSecond)
{
    if (perSecond > 0)
        d->limits.emplace_back(Private::bare(path).toStdString(), perSecond);
}

void Listener::keep(const QString &target, const QByteArray &name, const HttpResponse &response)
{
    if (d->io)
        d->io->keep(target.toStdString(), name.toStdString(), response);
}

void Listener::forget(const QByteArray &name)
{
    if (d->io)
        d->io->forget(name.toStdString());
}

void Listener::setKeptForAdmitted(bool isOn)
{
    d->isKeptForAdmitted = isOn;
}

void Listener::admit(const QByteArray &authorization, Milliseconds lasts)
{
    if (d->io)
        d->io->admit(authorization, lasts);
}

void Listener::textRoute(const QString &path, TextSocketRoute route)
{
    d->textRoutes.emplace_back(Private::bare(path), std::move(route));
}

} // namespace saji
