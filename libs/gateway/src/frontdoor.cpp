// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/frontdoor.h>

#include <engine/node.h>
#include <engine/servenode.h>
#include <sync/sessionhost.h>

namespace saji {
using namespace Qt::StringLiterals;

void addNodeRoutes(Router &router, Node &node, const NodeWatch &watch)
{
    const auto health = [&watch](const HttpRequest &) {
        const auto facts = watch.facts();
        // 503 is what load balancers and `curl --fail` understand.
        return HttpResponse::json(healthJson(facts), facts.databaseError.isEmpty() ? 200 : 503);
    };
    router.add("GET", u"/api/health/"_s, health);
    router.add("GET", u"/health"_s, health);
    router.add("GET", u"/api/catalog/"_s, [&node](const HttpRequest &request) { return serveNodeCatalog(node, request); });
    router.add("GET", u"/metrics"_s, [&watch](const HttpRequest &) {
        return HttpResponse{200, "text/plain; version=0.0.4; charset=utf-8", metricsText(watch.facts()), {}};
    });
    router.add("GET", u"/"_s, [&watch](const HttpRequest &) {
        return HttpResponse{200, "text/plain; charset=utf-8", welcomeText(watch.facts()), {}};
    });
}

FrontDoor::FrontDoor(Node &node, const Clock &clock, QObject *parent) : QObject(parent), m_node(node), m_watch(node, clock)
{
    addNodeRoutes(m_router, node, m_watch);
    connect(&m_listener, &Listener::linked, &node.host(), &SessionHost::accept);
    m_listener.route(u"/"_s, [this](const HttpRequest &request, const HttpAnswer &answer) { m_router.route(request, answer); });
}

FrontDoor::~FrontDoor()
{
    close();
}

Result<ListenAddress> FrontDoor::open(const ListenAddress &address)
{
    const auto opened = m_listener.listen(address);
    if (opened)
        m_node.setDoor(opened->port, m_isTls);
    return opened;
}

void FrontDoor::setTrust(const std::shared_ptr<const Trust> &trust, bool plainHttp)
{
    m_isTls = trust != nullptr;
    m_listener.setTrust(trust, plainHttp);
}

void FrontDoor::close()
{
    m_listener.stop();
}

} // namespace saji
