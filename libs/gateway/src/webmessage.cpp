// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/webmessage.h>

#include <domain/cborwriter.h>

#include <QCborArray>
#include <QCborMap>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype maxRooms = 100;

} // namespace

QByteArray encodeWebMessage(const WebMessage &message)
{
    constexpr qsizetype bytesAroundBody = 256;
    QByteArray bytes;
    bytes.reserve(message.body.size() + bytesAroundBody);
    {
        CborMapWriter map(bytes);
        map.add("e"_L1, message.event);
        map.add("d"_L1, message.body);
        map.add("r"_L1, message.rooms);
        map.addUnlessEmpty("k"_L1, message.key);
        map.addUnlessEmpty("i"_L1, message.clientId);
        if (!message.order.isNull())
            map.add("o"_L1, message.order.toBytes());
        map.addUnlessEmpty("n"_L1, message.number);
        if (message.state)
            map.add("s"_L1, qint64(*message.state));
        map.addUnlessEmpty("v"_L1, message.via);
        map.addIf("new"_L1, message.isOrder);
        map.addIf("synced"_L1, message.isSynced);
    }
    return bytes;
}

Result<WebMessage> decodeWebMessage(const QByteArray &payload)
{
    const auto malformed = [](const char *what) { return Error{ErrorCode::Malformed, u"web.said: "_s + QLatin1StringView(what)}; };
    const auto value = QCborValue::fromCbor(payload);
    const auto map = value.toMap();
    if (!value.isMap() || !map.value("e"_L1).isByteArray() || !map.value("d"_L1).isByteArray())
        return malformed("neither name nor body");
    WebMessage message;
    message.event = map.value("e"_L1).toByteArray();
    message.body = map.value("d"_L1).toByteArray();
    const auto rooms = map.value("r"_L1).toArray();
    if (rooms.size() > maxRooms)
        return malformed("too many rooms");
    for (const auto &room : rooms)
        message.rooms.append(room.toString());
    message.key = map.value("k"_L1).toByteArray();
    message.clientId = map.value("i"_L1).toByteArray();
    message.number = map.value("n"_L1).toString();
    if (map.contains("o"_L1)) {
        const auto order = OrderId::fromBytes(map.value("o"_L1).toByteArray());
        if (!order)
            return malformed("an order that is none");
        message.order = *order;
    }
    if (map.contains("s"_L1)) {
        const auto state = map.value("s"_L1).toInteger(-1);
        if (state < 0 || state > qint64(OrderState::Cancelled))
            return malformed("a state that is none");
        message.state = OrderState(state);
    }
    message.via = map.value("v"_L1).toString();
    message.isOrder = map.value("new"_L1).toBool();
    message.isSynced = map.value("synced"_L1).toBool();
    return message;
}

} // namespace saji
