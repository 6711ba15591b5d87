// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gateway/enginehost.h>
#include <gateway/kitchenwatch.h>
#include <gateway/webdesk.h>
#include <gateway/webguard.h>

#include <QJsonArray>
#include <QMap>

namespace saji {

class SocketIoClient;
struct SocketIoEvent;
struct SocketIoPacket;

//! The server side of Socket.IO 5, default namespace, for clients of docs/protocol.md section 4: rooms, events, acks after the commit,
//! and what somebody missed when it joins a room again.
//!
//! What goes to a room is encoded once, shared by everyone in it, and sent once per turn of the loop. Nothing that a client sends ends
//! more than its own session. Lives on the thread of its engine host.
class SocketIoServer : public QObject
{
    Q_OBJECT

public:
    struct Rooms
    {
        EngineHost &engine;
        WebDesk &desk;
        WebBook &book;
        KitchenWatch &kitchens;
        const Clock &clock;
        Scheduler &scheduler;
        Random &random;
        std::optional<WebGuard> guard = {}; //!< nothing = everyone may do everything
    };

    explicit SocketIoServer(const Rooms &rooms, QObject *parent = nullptr);
    ~SocketIoServer() override;

    //! Sends now what rooms have heard in this turn of the loop.
    void flush();

    //! Ends the sessions of those whose token does not count any more: revoked, or expired.
    void dropRefused();

    int clients() const;
    //! "outlet_5" -> who is in it.
    QMap<QString, int> roomCounts() const;
    //! As `GET /outlets` tells it.
    QJsonArray outlets() const;

private:
    using ClientPtr = std::shared_ptr<SocketIoClient>;
    struct Room;

    void welcome(const std::shared_ptr<EngineSession> &session);
    void notePing(const ClientPtr &client);
    void take(const ClientPtr &client, const QByteArray &text);
    void takeBinary(const ClientPtr &client);
    void takeConnect(const ClientPtr &client, const SocketIoPacket &packet);
    [[nodiscard]] std::optional<Error> refusal(const SocketIoClient &client, const QString &scope) const;
    [[nodiscard]] bool mayConnect(const ClientPtr &client, const SocketIoPacket &packet);
    void takeEvent(const ClientPtr &client, const SocketIoPacket &packet);
    void takeJoin(const ClientPtr &client, const SocketIoEvent &event, std::optional<qint64> ack);
    void takeBroadcast(const ClientPtr &client, const SocketIoEvent &event, std::optional<qint64> ack);
    void takeStatement(const ClientPtr &client, const SocketIoEvent &event, std::optional<qint64> ack);
    void answerStatement(const ClientPtr &client, const QByteArray &event, std::optional<qint64> ack, const Result<WebReceipt> &receipt);
    void join(const ClientPtr &client, const QString &room);
    void catchUp(const ClientPtr &client, const QString &room);
    void leave(const ClientPtr &client);
    void tell(const RoomNews &news);
    void tellKitchen(const KitchenStatus &kitchen);
    void forgetNews();
    void sayToRoom(const QString &room, const QByteArray &packet, const ClientPtr &except);
    void refuse(const ClientPtr &client, const QByteArray &event, std::optional<qint64> ack, const Error &error);
    void mistake(const ClientPtr &client, const QString &what);
    QByteArray timestamp() const;

    Rooms m_rooms;
    QHash<EngineSession *, ClientPtr> m_clients;
    QHash<QString, std::shared_ptr<Room>> m_named;
    QStringList m_dirty;             //!< rooms with something to send
    QHash<QString, qint64> m_places; //!< per room and device: up to where it surely has the news
    QStringList m_placeOrder;
    qint64 m_newest = 0; //!< the number of the latest news, from 1 in this life of the program
    qsizetype m_keptBytes = 0; //!< of news, in all rooms
    QSet<QString> m_strangers; //!< addresses that the log has named
    Timer m_flushSoon;
};

} // namespace saji
