// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/socketioserver.h>

#include "log.h"
#include "orderjson.h"
#include "rawjson.h"
#include "socketiopacket.h"
#include "socketioroom.h"
#include "tuning.h"
#include "weborder.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace saji {
using namespace Qt::StringLiterals;

namespace {

struct Statement
{
    WebStatement::Meaning meaning;
    const char *heardAs;   //!< by the room
    const char *confirmed; //!< to the sender; null = nothing but its ack
};

const Statement *statementOf(const QByteArray &event)
{
    using enum WebStatement::Meaning;
    static const QHash<QByteArray, Statement> statements{
        {"new_order", {NewOrder, "order_created", "order_sent"}},
        {"order:created:offline", {OfflineOrder, "order:created:offline", nullptr}},
        {"update_status", {Status, "order_updated", "status_updated"}},
        {"complete_order", {Complete, "order_completed", nullptr}},
        {"cancel_order", {Cancel, "order_cancelled", nullptr}},
    };
    const auto found = statements.constFind(event);
    return found == statements.cend() ? nullptr : &*found;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonValue valueOf(const QByteArray &json)
{
    return QJsonDocument::fromJson('[' + json + ']').array().at(0);
}

} // namespace

SocketIoServer::SocketIoServer(const Rooms &rooms, QObject *parent) : QObject(parent), m_rooms(rooms), m_flushSoon(rooms.scheduler)
{
    connect(&rooms.engine, &EngineHost::opened, this, &SocketIoServer::welcome);
    connect(&rooms.book, &WebBook::news, this, &SocketIoServer::tell);
    connect(&rooms.kitchens, &KitchenWatch::changed, this, &SocketIoServer::tellKitchen);
    connect(&rooms.desk, &WebDesk::committed, this, &SocketIoServer::flush);
}

SocketIoServer::~SocketIoServer()
{
    for (const auto &client : std::as_const(m_clients))
        client->session->disconnect(this);
}

void SocketIoServer::welcome(const std::shared_ptr<EngineSession> &session)
{
    const auto client = std::make_shared<SocketIoClient>(session);
    client->connectedAt = m_rooms.clock.wallNow().count();
    m_clients.insert(session.get(), client);
    // Weak: the session's connections must not keep the client that keeps the session.
    const std::weak_ptr<SocketIoClient> weak = client;
    connect(session.get(), &EngineSession::received, this, [this, weak](const QByteArray &text) {
        if (const auto there = weak.lock())
            take(there, text);
    });
    connect(session.get(), &EngineSession::receivedBinary, this, [this, weak] {
        if (const auto there = weak.lock())
            takeBinary(there);
    });
    connect(session.get(), &EngineSession::closed, this, [this, raw = session.get()] {
        if (const auto gone = m_clients.take(raw))
            leave(gone);
    });
    connect(session.get(), &EngineSession::pinged, this, [this, weak] { notePing(weak.lock()); });
    connect(session.get(), &EngineSession::alive, this, [weak] {
        if (const auto there = weak.lock())
            there->confirmed = there->newestAtPing;
    });
}

void SocketIoServer::notePing(const ClientPtr &client)
{
    if (!client)
        return;
    client->newestAtPing = m_newest;
    if (!client->isConnected())
        client->session->close(u"it has not connected"_s);
    else if (refusal(*client, u"orders:read"_s))
        client->session->close(u"its token has expired"_s);
}

void SocketIoServer::take(const ClientPtr &client, const QByteArray &text)
{
    const auto packet = readSocketIoPacket(text);
    if (!packet) {
        mistake(client, u"this is no Socket.IO packet"_s);
        return;
    }
    if (packet->type == SocketIoPacket::Connect) {
        takeConnect(client, *packet);
        return;
    }
    if (!packet->space.isEmpty())
        return; // nobody is in any other namespace
    if (!client->isConnected()) {
        client->session->close(u"it spoke before it was connected"_s);
        return;
    }
    switch (packet->type) {
    case SocketIoPacket::Disconnect: leave(client); return;
    case SocketIoPacket::Event: takeEvent(client, *packet); return;
    case SocketIoPacket::BinaryEvent:
        client->attachments += packet->attachments;
        refuse(client, readSocketIoEvent(packet->json).value_or(SocketIoEvent()).name, packet->ack,
               {ErrorCode::InvalidArgument, u"binary data is not taken here; send JSON"_s});
        return;
    case SocketIoPacket::BinaryAck: client->attachments += packet->attachments; return;
    case SocketIoPacket::Ack: return; // nothing of ours asks for one
    default: mistake(client, u"only servers say this"_s);
    }
}

void SocketIoServer::takeBinary(const ClientPtr &client)
{
    if (client->attachments > 0)
        --client->attachments;
    else
        mistake(client, u"binary data is not taken here; send JSON"_s);
}

void SocketIoServer::takeConnect(const ClientPtr &client, const SocketIoPacket &packet)
{
    if (!packet.space.isEmpty()) {
        const auto space = QString::fromUtf8(packet.space.left(100)).toUtf8();
        client->send('4' + space + R"(,{"message":"Invalid namespace"})");
        return;
    }
    if (client->isConnected()) {
        client->session->close(u"it connected twice"_s);
        return;
    }
    if (!mayConnect(client, packet))
        return;
    for (int i = 0; i < 2; ++i)
        client->id += QByteArray::number(m_rooms.random.next(), 36).left(10);
    client->send(R"(0{"sid":")" + client->id + R"("})");
    client->send(socketIoEvent("connected", R"({"message":"Connected to the Saji hub","socketId":")" + client->id + R"(","timestamp":")" +
                                                timestamp() + R"("})"));
}

std::optional<Error> SocketIoServer::refusal(const SocketIoClient &client, const QString &scope) const
{
    if (!m_rooms.guard || client.session->isDevice())
        return std::nullopt;
    return m_rooms.guard->refusal(client.authorization, scope);
}

void SocketIoServer::dropRefused()
{
    const auto clients = m_clients.values(); // closing one takes it out
    for (const auto &client : clients) {
        if (client->isConnected() && refusal(*client, u"orders:read"_s))
            client->session->close(u"its token does not count any more"_s);
    }
}

//! A token comes with the request that opened the session, or with the connect packet (`auth: {token}` of the official clients).
bool SocketIoServer::mayConnect(const ClientPtr &client, const SocketIoPacket &packet)
{
    const auto said = QJsonDocument::fromJson(packet.json).object().value("token"_L1).toString().toUtf8();
    client->authorization = said.isEmpty() ? client->session->authorization() : said;
    const auto no = refusal(*client, u"orders:read"_s);
    if (!no)
        return true;
    client->send('4' + compact({{u"message"_s, no->detail}, {u"data"_s, QJsonObject{{u"code"_s, QString(errorWord(ErrorCode::Unauthorized))}}}}));
    client->session->close(u"it has no token for this"_s);
    return false;
}

void SocketIoServer::takeEvent(const ClientPtr &client, const SocketIoPacket &packet)
{
    const auto event = readSocketIoEvent(packet.json);
    if (!event) {
        mistake(client, u"an event is a JSON array that begins with its name"_s);
    } else if (event->name == "subscribe_outlet" || event->name == "join-kitchen") {
        takeJoin(client, *event, packet.ack);
    } else if (event->name == "identify") {
        const auto type = valueOf(event->arguments.value(0)).toObject().value("type"_L1);
        if (!type.isString()) {
            refuse(client, event->name, packet.ack, {ErrorCode::InvalidArgument, u"identify: type is missing"_s});
            return;
        }
        client->type = type.toString().left(40);
        if (packet.ack)
            client->send(socketIoAck(*packet.ack, R"({"success":true})"));
    } else if (event->name == "broadcast") {
        takeBroadcast(client, *event, packet.ack);
    } else if (statementOf(event->name)) {
        takeStatement(client, *event, packet.ack);
    } else if (packet.ack) {
        // Others are passed over, as published; but who waits for an answer should not wait for ever.
        client->send(socketIoAck(*packet.ack, R"({"success":false,"error":{"code":"not_found","message":"there is no such event"}})"));
    }
}

void SocketIoServer::takeJoin(const ClientPtr &client, const SocketIoEvent &event, std::optional<qint64> ack)
{
    const auto argument = valueOf(event.arguments.value(0));
    const auto said = argument.isObject() ? argument.toObject().value("outletId"_L1) : argument;
    const auto room = roomName(said);
    const bool isFull = client->rooms.size() >= tuning::maxRoomsJoined && !client->rooms.contains(room);
    if (room.isEmpty() || isFull) {
        const auto what = isFull ? u"too many rooms"_s : u"outletId is missing"_s;
        refuse(client, event.name, ack, {ErrorCode::InvalidArgument, QString::fromUtf8(event.name) + u": "_s + what});
        return;
    }
    if (const auto device = argument.toObject().value("deviceId"_L1).toString(); !device.isEmpty())
        client->device = device.left(100);
    QJsonObject answer{{u"outletId"_s, said}, {u"timestamp"_s, QString::fromLatin1(timestamp())}};
    const bool isKitchen = event.name == "join-kitchen";
    if (isKitchen) {
        client->type = u"kitchen"_s;
        answer.insert("deviceId"_L1, argument.toObject().value("deviceId"_L1));
    }
    const bool isNewHere = isKitchen && !client->kitchens.contains(room);
    join(client, room);
    client->send(socketIoEvent(isKitchen ? "kitchen-joined" : "subscribed", compact(answer)));
    if (ack)
        client->send(socketIoAck(*ack, compact(answer)));
    catchUp(client, room);
    if (!isNewHere)
        return;
    client->kitchens.append(room);
    m_rooms.kitchens.joined(room, client->kitchenName());
}

void SocketIoServer::takeBroadcast(const ClientPtr &client, const SocketIoEvent &event, std::optional<qint64> ack)
{
    if (const auto no = refusal(*client, u"orders:write"_s)) {
        refuse(client, event.name, ack, {ErrorCode::Unauthorized, no->detail});
        return;
    }
    const auto body = event.arguments.value(0);
    if (body.isEmpty() || client->rooms.isEmpty()) {
        refuse(client, event.name, ack,
               {ErrorCode::InvalidArgument, body.isEmpty() ? u"broadcast: there is nothing to say"_s : u"broadcast: join a room first"_s});
        return;
    }
    sayToRoom(client->rooms.last(), socketIoEvent("message", body), client);
    if (ack)
        client->send(socketIoAck(*ack, R"({"success":true})"));
}

void SocketIoServer::takeStatement(const ClientPtr &client, const SocketIoEvent &event, std::optional<qint64> ack)
{
    const auto *statement = statementOf(event.name);
    auto body = event.arguments.value(0);
    auto data = valueOf(body);
    if (data.toObject().value("data"_L1).isObject()) {
        body = rawjson::member(body, "data");
        data = valueOf(body);
    }
    if (!data.isObject()) {
        refuse(client, event.name, ack, {ErrorCode::InvalidArgument, QString::fromUtf8(event.name) + u": the order is missing"_s});
        return;
    }
    if (const auto no = refusal(*client, u"orders:write"_s)) {
        refuse(client, event.name, ack, {ErrorCode::Unauthorized, no->detail});
        return;
    }
    if (client->unanswered >= tuning::maxUnanswered) {
        refuse(client, event.name, ack, {ErrorCode::RateLimited, u"too much at once; wait for the answers"_s});
        return;
    }
    ++client->unanswered;
    const std::weak_ptr<SocketIoClient> weak = client;
    m_rooms.desk.say({statement->meaning, statement->heardAs, body, {}},
                     [this, weak, name = event.name, ack](const Result<WebReceipt> &receipt) {
                         const auto asker = weak.lock();
                         if (!asker)
                             return;
                         --asker->unanswered;
                         if (asker->isConnected() && asker->session->isOpen())
                             answerStatement(asker, name, ack, receipt);
                     });
}

void SocketIoServer::answerStatement(const ClientPtr &client, const QByteArray &event, std::optional<qint64> ack,
                                     const Result<WebReceipt> &receipt)
{
    if (!receipt) {
        refuse(client, event, ack, receipt.error());
        return;
    }
    QJsonObject answer{{u"timestamp"_s, QString::fromLatin1(timestamp())}};
    if (!receipt->orderId.isEmpty())
        answer.insert("orderId"_L1, valueOf(receipt->orderId));
    if (const auto *word = statementOf(event)->confirmed)
        client->send(socketIoEvent(word, compact(answer)));
    if (!ack)
        return;
    answer.insert("success"_L1, true);
    if (receipt->id != 0)
        answer.insert("id"_L1, receipt->id);
    if (!receipt->order.isNull())
        answer.insert("uuid"_L1, receipt->order.toString());
    if (receipt->replayed)
        answer.insert("replayed"_L1, true);
    client->send(socketIoAck(*ack, compact(answer)));
}

void SocketIoServer::refuse(const ClientPtr &client, const QByteArray &event, std::optional<qint64> ack, const Error &error)
{
    const QJsonObject words{
        {u"code"_s, QString(errorWord(error.code))}, {u"message"_s, error.detail}, {u"event"_s, QString::fromUtf8(event)}};
    client->send(socketIoEvent("error", compact(words)));
    if (ack)
        client->send(socketIoAck(*ack, compact({{u"success"_s, false}, {u"error"_s, words}})));
}

//! One bad packet is an accident, twenty are no client of ours.
void SocketIoServer::mistake(const ClientPtr &client, const QString &what)
{
    if (++client->mistakes >= tuning::maxMistakes) {
        const auto &address = client->session->peerAddress();
        if (m_strangers.size() >= tuning::strangersNamed)
            m_strangers.clear();
        if (!m_strangers.contains(address))
            qCInfo(lcGateway).noquote() << "a web client at" << address << "is cut after" << client->mistakes
                                        << "packets that are none:" << what;
        m_strangers.insert(address);
        client->session->close(what);
    } else if (client->isConnected()) {
        refuse(client, {}, std::nullopt, {ErrorCode::Malformed, what});
    } else {
        client->session->close(what);
    }
}

QByteArray SocketIoServer::timestamp() const
{
    return isoTime(m_rooms.clock.wallNow().count()).toLatin1();
}

int SocketIoServer::clients() const
{
    return int(m_clients.size());
}

} // namespace saji
