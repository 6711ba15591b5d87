// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/hubroutes.h>

#include "orderjson.h"
#include "rawjson.h"
#include "tuning.h"
#include "weborder.h"
#include <gateway/nodewatch.h>
#include <gateway/socketioserver.h>
#include <transport/listener.h>

#include <QJsonDocument>
#include <QJsonObject>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype usualReceiptBytes = 192;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

HttpResponse refused(const Error &error)
{
    int status = 503;
    if (error.code == ErrorCode::InvalidArgument)
        status = 422;
    else if (error.code == ErrorCode::Conflict)
        status = 409;
    else if (error.code == ErrorCode::TooLarge)
        status = 413;
    else if (error.code == ErrorCode::NotFound)
        status = 404;
    auto response = HttpResponse::error(status, errorWord(error.code), error.detail);
    if (status == 503)
        response.headers.emplaceBack("Retry-After", "2");
    return response;
}

WebStatement::Meaning meaningOf(const QByteArray &event)
{
    using enum WebStatement::Meaning;
    static const QHash<QByteArray, WebStatement::Meaning> meanings{
        {"new_order", NewOrder},   {"order_created", NewOrder},   {"order:created:offline", OfflineOrder},
        {"order_updated", Status}, {"order_completed", Complete}, {"order_cancelled", Cancel}};
    return meanings.value(event, Relay);
}

//! `POST /emit`: what the body says, or what is wrong with it.
std::variant<WebStatement, HttpResponse> readEmit(const HttpRequest &request)
{
    constexpr qsizetype maxEventName = 64;
    // Any page in any browser may send other types unasked.
    if (!request.headers.value("content-type").toLower().startsWith("application/json"))
        return HttpResponse::error(415, "unsupported_media_type"_L1, u"send application/json"_s);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError)
        return HttpResponse::error(400, errorWord(ErrorCode::Malformed),
                                   u"the body is no JSON: %1, at byte %2"_s.arg(error.errorString()).arg(error.offset));
    const auto body = document.object();
    const auto event = body.value("event"_L1).toString();
    if (event.isEmpty() || !body.value("data"_L1).isObject())
        return HttpResponse::error(400, "missing_field"_L1, u"Missing event or data: {\"event\": \"new_order\", \"data\": {…}}"_s);
    if (event.size() > maxEventName)
        return HttpResponse::error(422, errorWord(ErrorCode::InvalidArgument), u"event: at most %1 characters"_s.arg(maxEventName));
    const auto word = event.toUtf8();
    return WebStatement{meaningOf(word), word, rawjson::member(request.body, "data"), request.headers.value("idempotency-key"),
                        body.value("data"_L1).toObject()};
}

//! The endpoints; kept by the router's answerers.
class HubEndpoints
{
public:
    explicit HubEndpoints(const HubRooms &rooms) : m_rooms(rooms) {}

    HttpResponse orders(const HttpRequest &request)
    {
        const auto outlet = request.query.queryItemValue(u"outlet_id"_s, QUrl::FullyDecoded);
        if (outlet.isEmpty())
            return HttpResponse::error(400, "missing_field"_L1, u"Missing outlet_id parameter"_s);
        std::optional<qint64> since;
        if (const auto text = request.query.queryItemValue(u"since_id"_s); !text.isEmpty()) {
            bool ok = false;
            since = text.toLongLong(&ok);
            if (!ok || *since < 0)
                return HttpResponse::error(400, errorWord(ErrorCode::InvalidArgument), u"since_id: the id of an order, or 0"_s);
        }
        const auto room = roomName(outlet);
        auto response = HttpResponse::json(m_rooms.book.orders(room, since));
        if (m_rooms.listener) {
            m_kept.insert(room);
            m_rooms.listener->keep(request.path + u'?' + request.query.toString(QUrl::FullyEncoded), room.toUtf8(), response);
        }
        return response;
    }

    void forget(const QStringList &rooms)
    {
        for (const auto &room : rooms) {
            if (m_kept.remove(room))
                m_rooms.listener->forget(room.toUtf8());
        }
    }

    HttpResponse unsynced() const { return HttpResponse::json(m_rooms.book.unsynced()); }

    void emitEvent(const HttpRequest &request, const HttpAnswer &answer)
    {
        const auto read = readEmit(request);
        if (const auto *refusal = std::get_if<HttpResponse>(&read)) {
            answer(*refusal);
            return;
        }
        const auto &statement = std::get<WebStatement>(read);
        m_rooms.desk.say(statement, [this, answer, event = statement.event](const Result<WebReceipt> &receipt) {
            answer(receipt ? HttpResponse::json(receiptJson(event, *receipt)) : refused(receipt.error()));
        });
    }

    void synced(const QString &id, const HttpAnswer &answer)
    {
        const auto known = named(id);
        if (!known) {
            answer(HttpResponse::error(404, errorWord(ErrorCode::NotFound), u"there is no order %1 here"_s.arg(id.left(100))));
            return;
        }
        QJsonObject data{{u"uuid"_s, known->order.toString()}, {u"order_number"_s, known->number}};
        auto body = compact(data);
        if (!known->clientId.isEmpty())
            body = rawjson::withMember(body, "id", known->clientId);
        m_rooms.desk.say({WebStatement::Meaning::Synced, "order:synced", body, {}}, [this, answer, id](const Result<WebReceipt> &receipt) {
            answer(receipt ? HttpResponse::json(compact({{u"success"_s, true}, {u"orderId"_s, id}, {u"timestamp"_s, now()}}))
                           : refused(receipt.error()));
        });
    }

    HttpResponse outlets() const { return HttpResponse::json(compact({{u"outlets"_s, m_rooms.clients.outlets()}})); }

    HttpResponse stats() const
    {
        const auto totals = m_rooms.book.totals();
        const auto facts = m_rooms.watch.facts();
        return HttpResponse::json(compact({{u"totalOrders"_s, totals.orders},
                                           {u"unsyncedOrders"_s, totals.unsynced},
                                           {u"dbSizeKB"_s, facts.databaseBytes / 1024},
                                           {u"walEnabled"_s, true},
                                           {u"sync"_s, syncJson(facts)}}));
    }

private:
    //! Lists name orders by our id; those who have sent one know it by theirs.
    std::optional<WebBook::Known> named(const QString &id) const
    {
        bool isNumber = false;
        const auto number = id.toLongLong(&isNumber);
        if (auto known = isNumber ? m_rooms.book.find(number) : std::nullopt)
            return known;
        if (const auto uuid = OrderId::fromString(id)) {
            if (auto known = m_rooms.book.find({}, {}, *uuid))
                return known;
        }
        if (auto known = m_rooms.book.find(isNumber ? id.toLatin1() : rawjson::quoted(id), {}))
            return known;
        return m_rooms.book.find({}, id);
    }

    //! Put together as text: a busy hub writes thousands a second.
    QByteArray receiptJson(const QByteArray &event, const WebReceipt &receipt) const
    {
        QByteArray json;
        json.reserve(usualReceiptBytes);
        json += R"({"success":true,"event":)" + rawjson::quoted(QString::fromUtf8(event));
        if (!receipt.rooms.isEmpty()) {
            const auto &room = receipt.rooms.first();
            const auto outlet = outletOf(room);
            json += R"(,"outletId":)" + (outlet.isNull() ? rawjson::quoted(room) : QByteArray::number(outlet.value()));
        }
        if (receipt.id != 0)
            json += R"(,"id":)" + QByteArray::number(receipt.id);
        if (!receipt.order.isNull())
            json += R"(,"uuid":")" + receipt.order.toString().toLatin1() + '"';
        if (receipt.replayed)
            json += R"(,"replayed":true)";
        json += R"(,"timestamp":")" + now().toLatin1() + R"("})";
        return json;
    }

    QString now() const { return isoTime(m_rooms.clock.wallNow().count()); }

    HubRooms m_rooms;
    QSet<QString> m_kept; //!< rooms of which the listener keeps lists
};

} // namespace

void addHubRoutes(Router &router, const HubRooms &rooms)
{
    const auto hub = std::make_shared<HubEndpoints>(rooms);
    if (rooms.listener)
        QObject::connect(&rooms.book, &WebBook::listsChanged, rooms.listener, [hub](const QStringList &changed) { hub->forget(changed); });
    router.add("GET", u"/api/orders"_s, [hub](const HttpRequest &request) { return hub->orders(request); });
    router.add("GET", u"/api/orders/unsynced"_s, [hub](const HttpRequest &) { return hub->unsynced(); });
    router.add("POST", u"/api/orders/{id}/synced"_s, [hub](const HttpRequest &, const QStringList &captured, const HttpAnswer &answer) {
        hub->synced(captured.first(), answer);
    });
    router.add("POST", u"/emit"_s,
               [hub](const HttpRequest &request, const QStringList &, const HttpAnswer &answer) { hub->emitEvent(request, answer); });
    router.add("GET", u"/outlets"_s, [hub](const HttpRequest &) { return hub->outlets(); });
    router.add("GET", u"/api/stats"_s, [hub](const HttpRequest &) { return hub->stats(); });
}

} // namespace saji
