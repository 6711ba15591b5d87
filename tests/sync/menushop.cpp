// SPDX-License-Identifier: GPL-3.0-or-later
#include "menushop.h"

namespace saji {
using namespace Qt::StringLiterals;

CatalogRow product(int id, const QByteArray &price)
{
    return {u"product"_s, QString::number(id), 0, false, "{\"price\":" + price + "}"};
}

CatalogRow withdrawn(int id)
{
    return {u"product"_s, QString::number(id), 0, true, {}};
}

QList<CatalogRow> world(SyncNode &node)
{
    return node.catalog().changesSince(0, 1'000'000)->changes;
}

QMap<QString, QByteArray> shown(SyncNode &node)
{
    QMap<QString, QByteArray> found;
    for (const auto &kind : {u"product"_s, u"promotion"_s, u"settings"_s}) {
        if (!node.catalog().forEach(kind, [&](const QString &id, const QByteArray &doc) { found.insert(kind + u'/' + id, doc); }))
            qFatal("forEach");
    }
    return found;
}

const QString MenuShop::serverName = u"server"_s;
const QString MenuShop::hubName = u"hub"_s;

MenuShop::MenuShop() : server(restaurant, u"Server"_s, NodeKind::Server), hub(restaurant, u"Hub"_s, NodeKind::Hub)
{
    serve(serverName, server);
    serve(hubName, hub);
}

void MenuShop::serve(const QString &name, SyncNode &node)
{
    restaurant.board.serve(name, [this, name, &node](const HttpRequest &request, const HttpAnswer &answer) {
        ++requests[name];
        lastPath = request.path + u'?' + request.query.toString();
        answer(serveCatalog(node.catalog(), request));
    });
}

std::unique_ptr<CatalogPuller> MenuShop::puller(SyncNode &node, const QString &name, const QStringList &sources)
{
    auto made = std::make_unique<CatalogPuller>(node.catalog(), node.clock, restaurant.scheduler, node.random);
    for (const auto &source : sources)
        made->addSource(source, restaurant.board.httpClient(name, source));
    return made;
}

void MenuShop::edit(const QList<CatalogRow> &rows)
{
    if (const auto done = server.catalog().change(rows, server.random); !done)
        qFatal("%s", qPrintable(done.error().detail));
}

} // namespace saji
