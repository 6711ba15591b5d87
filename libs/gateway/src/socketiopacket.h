// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace saji {

//! One packet of Socket.IO protocol 5, as text: `2/nsp,12["event",…]`.
struct SocketIoPacket
{
    enum Type { Connect, Disconnect, Event, Ack, ConnectError, BinaryEvent, BinaryAck };

    Type type = Event;
    int attachments = 0; //!< binary messages that follow
    QByteArray space;    //!< the namespace; empty = the default one
    std::optional<qint64> ack;
    QByteArray json; //!< not looked at

    friend bool operator==(const SocketIoPacket &, const SocketIoPacket &) = default;
};

//! nullopt = no such packet. Pure: any bytes may come.
[[nodiscard]] std::optional<SocketIoPacket> readSocketIoPacket(const QByteArray &text);

//! The name and arguments of an event, the arguments as they were written; nullopt = not a JSON array that begins with a name.
struct SocketIoEvent
{
    QByteArray name;
    QByteArrayList arguments;
};
[[nodiscard]] std::optional<SocketIoEvent> readSocketIoEvent(const QByteArray &json);

//! The packet of an event with one argument; `name` is one of ours or was read by readSocketIoEvent.
[[nodiscard]] QByteArray socketIoEvent(const QByteArray &name, const QByteArray &argument);
[[nodiscard]] QByteArray socketIoAck(qint64 ack, const QByteArray &argument);

} // namespace saji
