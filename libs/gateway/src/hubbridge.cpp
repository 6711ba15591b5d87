// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/hubbridge.h>

#include "hubmemory.h"
#include "hubnews.h"
#include "log.h"
#include "socketiopacket.h"
#include "tuning.h"
#include "weborder.h"

#include <engine/node.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;

HubBridge::HubBridge(const Rooms &rooms, std::unique_ptr<TextClient> client, const Part &part, QObject *parent)
    : QObject(parent),
      m_rooms(rooms),
      m_part(part),
      m_news(std::make_unique<HubNews>(m_rooms, m_part)),
      m_client(std::move(client)),
      m_backoff({tuning::bridgeRetries.begin(), tuning::bridgeRetries.end()}, [&random = rooms.random] { return random.unit(); }),
      m_again(rooms.scheduler),
      m_silence(rooms.scheduler),
      m_look(rooms.scheduler),
      m_saveSoon(rooms.scheduler)
{
    connect(&rooms.node.log(), &EventLog::grown, this, &HubBridge::look);
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
    if (m_saveSoon.isActive())
        save();
}

QUrl HubBridge::endpoint(const QUrl &hub)
{
    return hub.resolved(QUrl(u"/socket.io/?EIO=4&transport=websocket"_s));
}

void HubBridge::start()
{
    recall();
    dial();
}

//! How far that hub has heard us; at the first start it hears what is still to be cooked, and from then on what comes.
void HubBridge::recall()
{
    auto memory = HubMemory::open(m_rooms.node.database());
    const auto before = memory ? (*memory)->heardUpTo(m_part.hub) : Result<std::optional<qint64>>(memory.error());
    if (memory)
        m_memory = std::move(*memory);
    if (!before)
        qCWarning(lcGateway).noquote() << "how far the other hub has heard us is not known:" << before.error().detail;
    const auto last = m_rooms.node.log().lastArrival();
    if (before && *before) {
        m_settled = m_readTo = std::min(**before, last);
        return;
    }
    m_readTo = last;
    for (const auto &word : m_news->openOrders())
        say({{word.news.rooms, word.news.event, word.news.body, -1}, {}, word.order});
    settle();
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
        ++m_pings;
        giveUpEchoes();
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
    m_pings = 0;
    m_backoff.reset();
    qCInfo(lcGateway).noquote() << "connected to the other hub at" << m_socket->peerName();
    m_socket->send({'4' + socketIoEvent("identify", R"({"type":"kitchen"})")});
    joinOutlets();
    QByteArrayList again;
    for (auto &said : m_said) {
        said.pings = 0;
        again.append(said.packet);
    }
    if (!again.isEmpty())
        m_socket->send(again);
    emit connectedChanged(true);
    pump();
}

void HubBridge::joinOutlets()
{
    if (!m_isConnected)
        return;
    QStringList rooms;
    if (!m_part.outlet.isNull())
        rooms.append(QString::number(m_part.outlet.value()));
    else if (m_menu.menu) {
        for (const auto &outlet : m_menu.menu->outlets())
            rooms.append(QString::number(outlet.id.value()));
    }
    for (const auto &room : std::as_const(rooms)) {
        if (m_joined.contains(room))
            continue;
        m_joined.insert(room);
        m_socket->send({'4' + socketIoEvent("subscribe_outlet", room.toLatin1())});
    }
}

void HubBridge::hear(const QByteArray &event, const QByteArray &body)
{
    const auto *known = translationOfHeard(event);
    const auto data = QJsonDocument::fromJson(body).object();
    if (!known || data.isEmpty() || acknowledge(hubHash(event, body)) || !concernsUs(*known, data))
        return;
    m_rooms.desk.say({known->meaning, event, body, {}, data, m_part.hub}, [event](const Result<WebReceipt> &receipt) {
        if (!receipt)
            qCWarning(lcGateway).noquote() << "what the other hub says is not kept:" << event << receipt.error().detail;
    });
}

//! Other nodes of ours may stand at that hub: what they say there may have come by our own links, and comes once.
bool HubBridge::concernsUs(const HubTranslation &word, const QJsonObject &data) const
{
    if (const auto fact = factOf(data); fact && m_rooms.node.log().have().covers(*fact))
        return false;
    using enum WebStatement::Meaning;
    if (word.meaning != NewOrder && word.meaning != OfflineOrder)
        return m_part.passes == Passes::Everything || isStepForUs(data);
    if (m_part.passes == Passes::Own && m_part.outlet.isNull())
        return false; // a kiosk cooks nothing
    const auto ours = OrderId::fromString(data.value(ourUuidMember).toString());
    return !ours || !m_rooms.node.book().order(*ours);
}

//! A kitchen minds the tickets that it has; a kiosk the orders of its own guests.
bool HubBridge::isStepForUs(const QJsonObject &data) const
{
    const auto uuid = OrderId::fromString(data.value(data.contains(ourUuidMember) ? ourUuidMember : "uuid"_L1).toString());
    const auto id = QJsonDocument(QJsonArray{data.value("id"_L1)}).toJson(QJsonDocument::Compact);
    const auto known = m_rooms.book.find(id.mid(1, id.size() - 2), data.value("order_number"_L1).toString(), uuid ? *uuid : OrderId());
    const auto order = known ? m_rooms.node.book().order(known->order) : std::nullopt;
    if (!order)
        return false;
    return !m_part.outlet.isNull() || order->placedBy.device == m_rooms.node.log().identity().origin.device;
}

//! What has come is folded first, by those who hear of it after us.
void HubBridge::look()
{
    if (m_isConnected && !m_look.isActive())
        m_look.start(Milliseconds(0), [this] { pump(); });
}

void HubBridge::pump()
{
    auto &log = m_rooms.node.log();
    while (m_isConnected && m_said.size() < tuning::echoesExpected && m_readTo < log.lastArrival()) {
        const auto batch = m_news->after(m_readTo, tuning::bridgeBatch);
        if (!batch || batch->readTo == m_readTo) {
            if (!batch)
                qCWarning(lcGateway).noquote() << "reading the log for the other hub:" << batch.error().detail;
            m_look.start(tuning::bridgeLooksAgain, [this] { pump(); });
            break;
        }
        m_readTo = batch->readTo;
        for (const auto &word : batch->words)
            say(word);
    }
    settle();
}

void HubBridge::say(const HubWord &word)
{
    const auto *known = translationOf(word.news.event);
    if (!known)
        return;
    const auto order = word.order.isNull() ? std::nullopt : m_rooms.node.book().order(word.order);
    for (const auto &room : word.news.rooms) {
        const auto body = hubRecord(word, room, order);
        const auto echo = hubHash(echoOf(known->theirs), body);
        m_said.append({word.news.arrival, echo, '4' + socketIoEvent(known->theirs, body), m_pings});
        if (m_isConnected)
            m_socket->send({m_said.last().packet});
    }
}

bool HubBridge::acknowledge(const QByteArray &hash)
{
    const auto said = std::ranges::find(m_said, hash, &Said::hash);
    if (said == m_said.end())
        return false;
    m_said.erase(said);
    settle();
    look();
    return true;
}

//! A hub pings again when our answer to its last ping has come, and that came behind every word that was said before it. So those words
//! were there, and who has not echoed them by now has no such room. One that stands still, or cannot hear us, gets there never.
void HubBridge::giveUpEchoes()
{
    const auto waiting = std::ranges::find_if(m_said, [this](const Said &said) { return m_pings - said.pings < 2; });
    if (waiting == m_said.begin())
        return;
    qCInfo(lcGateway) << "the other hub has not echoed" << waiting - m_said.begin() << "words; they count as heard";
    m_said.erase(m_said.begin(), waiting);
    settle();
    look();
}

void HubBridge::settle()
{
    const auto upTo = m_said.isEmpty() ? m_readTo : m_said.first().arrival - 1;
    if (upTo <= m_settled)
        return;
    m_settled = upTo;
    if (!m_saveSoon.isActive())
        m_saveSoon.start(tuning::bridgeSavedWithin, [this] { save(); });
}

void HubBridge::save()
{
    m_saveSoon.stop();
    const auto done = m_memory ? m_memory->remember(m_part.hub, m_settled) : Result<void>();
    if (!done)
        qCWarning(lcGateway).noquote() << "how far the other hub has heard us is not kept:" << done.error().detail;
}

} // namespace saji
