// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gateway/enginehost.h>

#include <QStringList>

#include <optional>

namespace saji {

//! What the server knows of one client.
class SocketIoClient
{
public:
    explicit SocketIoClient(std::shared_ptr<EngineSession> engineSession) : session(std::move(engineSession)) {}

    void send(const QByteArray &packet) const { session->send({packet}); }

    std::shared_ptr<EngineSession> session;
    QByteArray id; //!< empty = not connected (or not any more)
    QByteArray authorization; //!< what it connected with
    QString type;
    QString device;
    qint64 connectedAt = 0; //!< wall
    QStringList rooms;      //!< the last joined last
    QStringList kitchens;   //!< rooms that it has joined as their kitchen, as
    QString kitchen;        //!< this; see kitchenName()
    int mistakes = 0;
    int unanswered = 0;  //!< statements that wait for the disk
    int attachments = 0; //!< binary messages that belong to an event that was refused
    qint64 newestAtPing = 0;
    std::optional<qint64> confirmed; //!< the number of the latest news that it surely has

    //! What a kitchen is called that has joined: as it said at first, or its connection.
    QString kitchenName()
    {
        if (kitchen.isEmpty())
            kitchen = device.isEmpty() ? QString::fromLatin1(id) : device;
        return kitchen;
    }
    bool isConnected() const { return !id.isEmpty(); }
};

} // namespace saji
