// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/backoff.h>
#include <gateway/webdesk.h>
#include <transport/textclient.h>

#include <QSet>

namespace saji {

struct SocketIoPacket;

//! Makes this node a client of a Socket.IO hub that was there before it: orders and steps of either side reach the other.
//!
//! What is said here goes there in the words that published kitchens understand, once per outlet; what is heard there is said at our desk
//! like that of any web client, so it becomes facts of this store, once. Tries for ever; what could not be said waits, and after a start
//! the orders that are still to be cooked are said again, because that hub forgets: an order may come twice, and not never.
class HubBridge : public QObject
{
    Q_OBJECT

public:
    struct Rooms
    {
        Node &node;
        WebDesk &desk;
        WebBook &book;
        const Clock &clock;
        Scheduler &scheduler;
        Random &random;
    };

    //! `client` opens `HUB/socket.io/?EIO=4&transport=websocket`.
    HubBridge(const Rooms &rooms, std::unique_ptr<TextClient> client, QObject *parent = nullptr);
    ~HubBridge() override;

    void start();
    bool isConnected() const { return m_isConnected; }

signals:
    void connectedChanged(bool connected);

private:
    void dial();
    void retry(const QString &why);
    void use(const std::shared_ptr<TextSocket> &socket);
    void take(const QByteArray &message);
    void takePacket(const SocketIoPacket &packet);
    void hear(const QByteArray &event, const QByteArray &body);
    void greet();
    void joinOutlets();
    void pass(const RoomNews &news);
    void say(const QByteArray &event, const QByteArray &body);
    void flush();
    void watchSilence();
    [[nodiscard]] QByteArray record(const RoomNews &news, const QString &room) const;

    Rooms m_rooms;
    std::unique_ptr<TextClient> m_client;
    std::shared_ptr<TextSocket> m_socket;
    bool m_isConnected = false;
    bool m_hasToldOpen = false;
    Milliseconds m_patience{0}; //!< without a ping of the hub
    MenuState m_menu;
    QSet<QString> m_joined;
    QByteArrayList m_waiting;  //!< packets
    QList<QByteArray> m_said;  //!< what will come back as an echo, by its hash
    QList<QByteArray> m_heard; //!< what our own rooms will hear of it, by its hash
    Backoff m_backoff;
    Timer m_again;
    Timer m_silence;
};

} // namespace saji
