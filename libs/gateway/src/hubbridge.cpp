// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/hubbridge.h>

#include "log.h"
#include "rawjson.h"
#include "socketiopacket.h"
#include "tuning.h"
#include "weborder.h"

#include <engine/node.h>

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

struct Translation
{
    QByteArray ours;   //!< under which our rooms hear it
    QByteArray theirs; //!< what a client of the other hub says for it
    QByteArray heard;  //!< under which the other hub's rooms hear it then
    WebStatement::Meaning meaning;
};

const QList<Translation> &translations()
{
    using enum WebStatement::Meaning;
    static const QList<Translation> list{
        {"order_created", "new_order", "order_created", NewOrder},
        {"new_order", "order:created:offline", "new_order", NewOrder},
        {"order:created:offline", "order:created:offline", "order:created:offline", OfflineOrder},
        {"order_updated", "update_status", "order_updated", Status},
        {"order_completed", "complete_order", "order_completed", Complete},
        {"order_cancelled", "cancel_order", "order_cancelled", Cancel},
    };
    return list;
}

//! The same for the same JSON, however it is written.
QByteArray hashOf(const QByteArray &event, const QByteArray &body)
{
    const auto canonical = QJsonDocument(QJsonDocument::fromJson(body).object()).toJson(QJsonDocument::Compact);
    return QCryptographicHash::hash(event + '\n' + canonical, QCryptographicHash::Sha256);
}

void remember(QList<QByteArray> &hashes, const QByteArray &hash)
{
    hashes.append(hash);
    if (hashes.size() > tuning::echoesExpected)
        hashes.removeFirst();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

HubBridge::HubBridge(const Rooms &rooms, std::unique_ptr<TextClient> client, QObject *parent)
    : QObject(parent),
      m_rooms(rooms),
      m_client(std::move(client)),
      m_backoff({tuning::bridgeRetries.begin(), tuning::bridgeRetries.end()}, [&random = rooms.random] { return random.unit(); }),
      m_again(rooms.scheduler),
      m_silence(rooms.scheduler)
{
    connect(&rooms.book, &WebBook::news, this, &HubBridge::pass);
    connect(&rooms.node.menu(), &MenuService::changed, this, [this](const MenuState &menu) {
        m_menu = menu;
        joinOutlets();
    });
    rooms.node.menu().announce();
}

HubBridge::~HubBridge()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void HubBridge::start()
{
    dial();
}

void HubBridge::dial()
{
    m_client->open([this](const Result<std::shared_ptr<TextSocket>> &socket) {
        if (socket)
            use(*socket);
        else
            retry(socket.error().detail);
    });
}

void HubBridge::retry(const QString &why)
{
    const bool wasConnected = std::exchange(m_isConnected, false);
    if (m_socket) {
        m_socket->disconnect(this);
        std::exchange(m_socket, {})->close({CloseCode::Normal, why});
    }
    m_silence.stop();
    m_joined.clear();
    if (wasConnected || m_backoff.tries() == 0)
        qCInfo(lcGateway).noquote() << "the other hub is not there:" << why;
    m_again.start(m_backoff.next(), [this] { dial(); });
    if (wasConnected)
        emit connectedChanged(false);
}

void HubBridge::use(const std::shared_ptr<TextSocket> &socket)
{
    m_socket = socket;
    m_patience = tuning::pingEvery + tuning::pingTimeout;
    connect(socket.get(), &TextSocket::received, this, &HubBridge::take);
    connect(socket.get(), &TextSocket::closed, this,
            [this](const CloseReason &reason) { retry(u"it closed the connection: "_s + reason.text); });
    watchSilence();
}

void HubBridge::watchSilence()
{
    m_silence.start(m_patience, [this] { retry(u"nothing heard of it"_s); });
}

void HubBridge::take(const QByteArray &message)
{
    watchSilence();
    const char type = message.isEmpty() ? '\0' : message.front();
    if (type == '0') {
        const auto handshake = QJsonDocument::fromJson(message.mid(1)).object();
        const auto patience = handshake.value("pingInterval"_L1).toInteger() + handshake.value("pingTimeout"_L1).toInteger();
        m_patience = std::clamp(Milliseconds(patience), Milliseconds(1000), tuning::pingEvery * 10);
        m_socket->send({"40"});
    } else if (type == '2') {
        m_socket->send({"3" + message.mid(1)});
    } else if (type == '4') {
        if (const auto packet = readSocketIoPacket(message.mid(1)))
            takePacket(*packet);
    } else if (type == '1') {
        retry(u"it ended the session"_s);
    }
}

void HubBridge::takePacket(const SocketIoPacket &packet)
{
    if (!packet.space.isEmpty())
        return;
    if (packet.type == SocketIoPacket::Connect) {
        greet();
    } else if (packet.type == SocketIoPacket::Event) {
        const auto event = readSocketIoEvent(packet.json);
        if (event && !event->arguments.isEmpty())
            hear(event->name, event->arguments.first());
    } else if (packet.type == SocketIoPacket::Disconnect || packet.type == SocketIoPacket::ConnectError) {
        retry(u"it does not want us: "_s + QString::fromUtf8(packet.json.left(200)));
    }
}

void HubBridge::greet()
{
    m_isConnected = true;
    m_backoff.reset();
    qCInfo(lcGateway).noquote() << "connected to the other hub at" << m_socket->peerName();
    m_socket->send({'4' + socketIoEvent("identify", R"({"type":"kitchen"})")});
    joinOutlets();
    if (!std::exchange(m_hasToldOpen, true)) {
        for (const auto &outlet : m_menu.menu ? m_menu.menu->outlets() : QList<Outlet>()) {
            for (const auto &news : m_rooms.book.openOrders(QString::number(outlet.id.value()), tuning::openOrdersTold))
                pass(news);
        }
    }
    flush();
    emit connectedChanged(true);
}

void HubBridge::joinOutlets()
{
    if (!m_isConnected || !m_menu.menu)
        return;
    for (const auto &outlet : m_menu.menu->outlets()) {
        const auto room = QString::number(outlet.id.value());
        if (m_joined.contains(room))
            continue;
        m_joined.insert(room);
        m_socket->send({'4' + socketIoEvent("subscribe_outlet", room.toLatin1())});
    }
}

void HubBridge::hear(const QByteArray &event, const QByteArray &body)
{
    const auto &list = translations();
    const auto known = std::ranges::find(list, event, &Translation::heard);
    if (known == list.end() || !QJsonDocument::fromJson(body).isObject())
        return;
    const auto hash = hashOf(event, body);
    if (m_said.removeOne(hash))
        return; // our own word comes back
    remember(m_heard, hash);
    m_rooms.desk.say({known->meaning, event, body, {}}, [event](const Result<WebReceipt> &receipt) {
        if (!receipt)
            qCWarning(lcGateway).noquote() << "what the other hub says is not kept:" << event << receipt.error().detail;
    });
}

void HubBridge::pass(const RoomNews &news)
{
    const auto &list = translations();
    const auto known = std::ranges::find(list, news.event, &Translation::ours);
    if (known == list.end() || m_heard.removeOne(hashOf(news.event, news.body)))
        return;
    for (const auto &room : news.rooms)
        say(known->theirs, record(news, room));
}

//! What a published client would have said for this room.
QByteArray HubBridge::record(const RoomNews &news, const QString &room) const
{
    auto data = QJsonDocument::fromJson(news.body).object();
    const auto outlet = outletOf(room);
    const auto outletId = outlet.isNull() ? QJsonValue(room) : QJsonValue(outlet.value());
    const bool isOffline = news.event == "order:created:offline";
    if (news.event != "new_order" && !isOffline) {
        if (!data.contains("outlet_id"_L1))
            data.insert("outlet_id"_L1, outletId);
        return compact(data);
    }
    auto checkout = data.value("checkout_data"_L1).toObject();
    QJsonArray carts;
    for (const auto &cart : checkout.value("carts"_L1).toArray()) {
        if (roomName(cart.toObject().value("outlet_id"_L1)) == room)
            carts.append(cart);
    }
    if (carts.isEmpty())
        carts.append(QJsonObject{{u"outlet_id"_s, outletId}, {u"items"_s, data.value("items"_L1)}});
    // That hub looks at the first cart alone, so each outlet gets a record of its own.
    checkout.insert("carts"_L1, carts);
    if (!checkout.contains("customer_name"_L1))
        checkout.insert("customer_name"_L1, data.value("customer_name"_L1));
    data.insert("checkout_data"_L1, checkout);
    data.insert("saji_uuid"_L1, data.value("uuid"_L1)); // who knows us knows it by that
    return compact(data);
}

void HubBridge::say(const QByteArray &event, const QByteArray &body)
{
    const auto &list = translations();
    const auto echo = event == "order:created:offline" ? event : std::ranges::find(list, event, &Translation::theirs)->heard;
    remember(m_said, hashOf(echo, body));
    m_waiting.append('4' + socketIoEvent(event, body));
    if (m_waiting.size() > tuning::bridgeWaiting)
        m_waiting.removeFirst();
    flush();
}

void HubBridge::flush()
{
    if (m_isConnected && !m_waiting.isEmpty())
        m_socket->send(std::exchange(m_waiting, {}));
}

} // namespace saji
