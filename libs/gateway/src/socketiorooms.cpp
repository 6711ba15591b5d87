// SPDX-License-Identifier: GPL-3.0-or-later
#include "orderjson.h"
#include "socketiopacket.h"
#include "socketioroom.h"
#include "tuning.h"
#include "weborder.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QString placeOf(const QString &room, const QString &device)
{
    return room + u'\n' + device;
}

} // namespace

void SocketIoServer::join(const ClientPtr &client, const QString &room)
{
    flush(); // what it hears from here on does not begin in the middle of a turn
    auto &place = m_named[room];
    if (!place) {
        place = std::make_shared<Room>();
        place->forgottenUpTo = m_newest;
    }
    if (!place->members.contains(client))
        place->members.append(client);
    client->rooms.removeAll(room);
    client->rooms.append(room);
}

//! To whom we know: what it has surely not got. To others: what is still to be done.
void SocketIoServer::catchUp(const ClientPtr &client, const QString &room)
{
    const auto &place = *m_named.value(room);
    const auto known = client->device.isEmpty() ? m_places.cend() : m_places.constFind(placeOf(room, client->device));
    QByteArrayList missed;
    if (known != m_places.cend() && *known >= place.forgottenUpTo) {
        for (const auto &[number, packet] : place.kept) {
            if (number > *known)
                missed.append(packet);
        }
        client->confirmed = *known;
    } else {
        for (const auto &news : m_rooms.book.openOrders(room, tuning::openOrdersTold))
            missed.append(socketIoEvent(news.event, news.body));
    }
    if (!missed.isEmpty())
        client->session->send(missed);
}

void SocketIoServer::leave(const ClientPtr &client)
{
    for (const auto &room : std::exchange(client->rooms, {})) {
        const auto place = m_named.value(room);
        place->members.removeAll(client);
        if (!client->device.isEmpty() && client->confirmed) {
            const auto name = placeOf(room, client->device);
            m_placeOrder.removeAll(name);
            m_placeOrder.append(name);
            m_places.insert(name, *client->confirmed);
        }
        if (place->members.isEmpty() && place->kept.empty() && !m_dirty.contains(room))
            m_named.remove(room);
    }
    for (const auto &room : std::exchange(client->kitchens, {}))
        m_rooms.kitchens.left(room, client->kitchenName());
    while (m_placeOrder.size() > tuning::placesKept)
        m_places.remove(m_placeOrder.takeFirst());
    client->id.clear();
}

void SocketIoServer::tell(const RoomNews &news)
{
    // Not the place in the log: words that are kept nowhere are told, too.
    const auto place = ++m_newest;
    if (m_keptBytes > tuning::newsKeptBytes)
        forgetNews();
    const auto packet = socketIoEvent(news.event, news.body);
    for (const auto &name : news.rooms) {
        auto &room = m_named[name];
        if (!room) {
            room = std::make_shared<Room>();
            room->forgottenUpTo = place - 1;
        }
        room->kept.emplace_back(place, packet);
        m_keptBytes += packet.size();
        if (room->kept.size() > size_t(tuning::newsKept)) {
            room->forgottenUpTo = room->kept.front().first;
            m_keptBytes -= room->kept.front().second.size();
            room->kept.pop_front();
        }
        if (room->members.isEmpty())
            continue;
        sayToRoom(name, packet, nullptr);
    }
}

//! News of the moment: nobody who was away needs to hear that a screen was, too.
void SocketIoServer::tellKitchen(const KitchenStatus &kitchen)
{
    const auto place = m_named.value(kitchen.room);
    if (!place || place->members.isEmpty())
        return;
    const auto outlet = outletOf(kitchen.room);
    QJsonObject news{{u"outlet_id"_s, outlet.isNull() ? QJsonValue(kitchen.room) : QJsonValue(outlet.value())},
                     {u"device_id"_s, kitchen.device},
                     {u"status"_s, kitchen.isOnline ? u"online"_s : u"offline"_s},
                     {u"kitchens_online"_s, kitchen.online},
                     {u"timestamp"_s, QString::fromLatin1(timestamp())}};
    if (!kitchen.name.isEmpty())
        news.insert("name"_L1, kitchen.name);
    // A page knows of itself that it has come.
    ClientPtr itself;
    for (const auto &member : std::as_const(place->members)) {
        if (member->kitchens.contains(kitchen.room) && member->kitchen == kitchen.device)
            itself = member;
    }
    sayToRoom(kitchen.room, socketIoEvent("kitchen_status_changed", QJsonDocument(news).toJson(QJsonDocument::Compact)), itself);
}

//! Rooms are named by whoever speaks to them, so their number knows no bounds; their memory does.
void SocketIoServer::forgetNews()
{
    m_keptBytes = 0;
    for (auto it = m_named.begin(); it != m_named.end();) {
        auto &room = **it;
        room.kept.clear();
        room.forgottenUpTo = m_newest;
        it = room.members.isEmpty() && room.leaving.isEmpty() ? m_named.erase(it) : std::next(it);
    }
}

void SocketIoServer::flush()
{
    m_flushSoon.stop();
    for (const auto &name : std::exchange(m_dirty, {})) {
        // Sending may cut somebody, and with the last one its room goes.
        if (const auto room = m_named.value(name))
            room->send();
    }
}

//! The same bytes to everybody who gets everything; what is left out for somebody is picked for it alone.
void SocketIoServer::Room::send()
{
    const auto going = std::exchange(leaving, {});
    QByteArrayList all;
    QByteArrayList framed;
    QList<ClientPtr> picky;
    for (const auto &one : going) {
        all.append(one.packet);
        framed.append('4' + one.packet);
        if (one.except && !picky.contains(one.except))
            picky.append(one.except);
    }
    QList<std::shared_ptr<TextSocket>> sockets;
    const auto present = members; // who is cut for taking too little leaves while we look
    for (const auto &member : present) {
        if (picky.contains(member)) {
            QByteArrayList some;
            for (const auto &one : going) {
                if (one.except != member)
                    some.append(one.packet);
            }
            if (!some.isEmpty())
                member->session->send(some);
        } else if (auto socket = member->session->sharedSocket()) {
            sockets.append(std::move(socket));
            // The first hear it while the others are still looked up.
            if (sockets.size() >= tuning::toldInOneGo)
                TextSocket::sendToAll(std::exchange(sockets, {}), framed);
        } else {
            member->session->send(all);
        }
    }
    if (!sockets.isEmpty())
        TextSocket::sendToAll(sockets, framed);
}

void SocketIoServer::sayToRoom(const QString &room, const QByteArray &packet, const ClientPtr &except)
{
    const auto &place = m_named[room];
    if (place->leaving.isEmpty())
        m_dirty.append(room);
    place->leaving.append({packet, except});
    if (!m_flushSoon.isActive())
        m_flushSoon.start(Milliseconds(0), [this] { flush(); });
}

QMap<QString, int> SocketIoServer::roomCounts() const
{
    QMap<QString, int> counts;
    for (auto room = m_named.cbegin(); room != m_named.cend(); ++room) {
        if (!room.value()->members.isEmpty())
            counts.insert(u"outlet_"_s + room.key(), int(room.value()->members.size()));
    }
    return counts;
}

QJsonArray SocketIoServer::outlets() const
{
    QMap<QString, QJsonObject> named;
    for (auto room = m_named.cbegin(); room != m_named.cend(); ++room) {
        QJsonArray members;
        for (const auto &member : std::as_const(room.value()->members)) {
            members.append(QJsonObject{{u"socketId"_s, QString::fromLatin1(member->id)},
                                       {u"type"_s, member->type},
                                       {u"connectedAt"_s, isoTime(member->connectedAt)}});
        }
        if (members.isEmpty())
            continue;
        const auto outlet = outletOf(room.key());
        named.insert(room.key(), {{u"outletId"_s, outlet.isNull() ? QJsonValue(room.key()) : QJsonValue(outlet.value())},
                                  {u"connections"_s, members.size()},
                                  {u"clients"_s, members}});
    }
    QJsonArray all;
    for (const auto &outlet : std::as_const(named))
        all.append(outlet);
    return all;
}

} // namespace saji
