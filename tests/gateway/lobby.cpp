// SPDX-License-Identifier: GPL-3.0-or-later
#include "lobby.h"

#include <QJsonDocument>

namespace saji {
using namespace Qt::StringLiterals;

void FakeSocket::close(const CloseReason &reason)
{
    if (std::exchange(m_open, false))
        emit closed(reason);
}

Lobby::Lobby(House &house, const std::optional<WebGuard> &guard)
    : m_house(house),
      book(node().log(), node().book(), house.clock),
      desk({node(), book, house.clock, house.scheduler, m_random}, u"WB"_s),
      kitchens(node().sync()),
      engine({house.clock, house.scheduler, m_random}, [](const HttpRequest &) { return std::nullopt; }),
      clients({engine, desk, book, kitchens, house.clock, house.scheduler, m_random, guard}),
      watch(node(), house.clock)
{
    addHubRoutes(router, {desk, book, clients, watch, house.clock, nullptr});
    engine.attach(router, u"/socket.io"_s);
    if (const auto loaded = book.load(); !loaded)
        qFatal("%s", qPrintable(loaded.error().detail));
    house.pass(Milliseconds(10)); // the menu is announced
}

Lobby::~Lobby() = default;

QJsonObject Lobby::Reply::object() const
{
    return QJsonDocument::fromJson(body).object();
}

QJsonArray Lobby::Reply::array() const
{
    return QJsonDocument::fromJson(body).array();
}

QString Lobby::Reply::errorCode() const
{
    return object().value("error"_L1).toObject().value("code"_L1).toString();
}

std::shared_ptr<Lobby::Reply> Lobby::begin(const QByteArray &method, const QString &target, const QByteArray &body,
                                           const QHash<QByteArray, QByteArray> &headers)
{
    HttpRequest request;
    request.method = method;
    request.path = target.section(u'?', 0, 0);
    request.query = QUrlQuery(target.section(u'?', 1));
    request.headers = headers;
    if (!body.isEmpty() && !headers.contains("content-type"))
        request.headers.insert("content-type", "application/json");
    request.body = body;
    request.peerAddress = u"127.0.0.1"_s;
    const auto reply = std::make_shared<Reply>();
    router.route(request, [reply](const HttpResponse &response) {
        if (reply->status != 0)
            qFatal("answered twice");
        reply->status = response.status;
        reply->body = response.body;
        for (const auto &[name, value] : response.headers)
            reply->headers.insert(name.toLower(), value);
    });
    return reply;
}

Lobby::Reply Lobby::ask(const QByteArray &method, const QString &target, const QByteArray &body,
                        const QHash<QByteArray, QByteArray> &headers)
{
    const auto reply = begin(method, target, body, headers);
    if (!m_house.passUntil([&] { return reply->status != 0; }))
        qFatal("no answer to %s", qPrintable(target));
    return *reply;
}

Lobby::Reply Lobby::emitEvent(const QByteArray &event, const QJsonObject &data)
{
    return ask("POST", u"/emit"_s, QJsonDocument(QJsonObject{{u"event"_s, QString::fromUtf8(event)}, {u"data"_s, data}}).toJson());
}

QJsonArray Lobby::orders(int outlet, const QString &more)
{
    return ask("GET", u"/api/orders?outlet_id=%1%2"_s.arg(outlet).arg(more)).array();
}

std::shared_ptr<FakeSocket> Lobby::socket(const QString &query)
{
    HttpRequest request;
    request.method = "GET";
    request.path = u"/socket.io/"_s;
    request.query = QUrlQuery(query);
    const auto made = std::make_shared<FakeSocket>();
    if (const auto route = engine.textRoute(); !route.refusal(request))
        route.opened(request, made);
    else
        made->close({});
    return made;
}

std::shared_ptr<FakeSocket> Lobby::client()
{
    const auto made = socket();
    made->say("40");
    made->takeAll();
    return made;
}

QJsonObject webOrder(int id, int outlet)
{
    const QJsonObject dish{{u"product_id"_s, 11}, {u"product_name"_s, u"Soto Ayam"_s}, {u"quantity"_s, 2}, {u"price"_s, u"30000.00"_s}};
    return {{u"id"_s, id},
            {u"order_number"_s, u"ORD-%1"_s.arg(id)},
            {u"outlet_id"_s, outlet},
            {u"customer_name"_s, u"Budi"_s},
            {u"status"_s, u"pending"_s},
            {u"items"_s, QJsonArray{dish}}};
}

} // namespace saji
