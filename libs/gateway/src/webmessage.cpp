// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/webmessage.h>

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamWriter>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype maxRooms = 100;

void insertBytes(QCborMap &map, QLatin1StringView key, const QByteArray &bytes)
{
    if (!bytes.isEmpty())
        map.insert(key, bytes);
}

} // namespace

QByteArray encodeWebMessage(const WebMessage &message)
{
    QCborMap map{{u"e"_s, message.event}, {u"d"_s, message.body}, {u"r"_s, QCborArray::fromStringList(message.rooms)}};
    insertBytes(map, "k"_L1, message.key);
    insertBytes(map, "i"_L1, message.clientId);
    if (!message.order.isNull())
        map.insert("o"_L1, message.order.toBytes());
    if (!message.number.isEmpty())
        map.insert("n"_L1, message.number);
    if (message.state)
        map.insert("s"_L1, qint64(*message.state));
    if (!message.via.isEmpty())
        map.insert("v"_L1, message.via);
    if (message.isOrder)
        map.insert("new"_L1, true);
    if (message.isSynced)
        map.insert("synced"_L1, true);
    constexpr qsizetype bytesAroundBody = 256;
    QByteArray bytes;
    bytes.reserve(message.body.size() + bytesAroundBody);
    QCborStreamWriter writer(&bytes);
    map.toCborValue().toCbor(writer);
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
