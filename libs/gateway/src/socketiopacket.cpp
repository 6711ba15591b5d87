// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketiopacket.h"

#include "rawjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace saji {
namespace {

constexpr int maxDigits = 15; // what a double holds, as the clients count
constexpr int maxAttachments = 100;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! The number at `at`, which then stands behind it.
std::optional<qint64> number(const QByteArray &text, qsizetype &at)
{
    const auto from = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at == from || at - from > maxDigits ? std::nullopt : std::optional(text.mid(from, at - from).toLongLong());
}

} // namespace

std::optional<SocketIoPacket> readSocketIoPacket(const QByteArray &text)
{
    if (text.isEmpty() || text[0] < '0' || text[0] > '6')
        return std::nullopt;
    SocketIoPacket packet;
    packet.type = SocketIoPacket::Type(text[0] - '0');
    qsizetype at = 1;
    if (packet.type == SocketIoPacket::BinaryEvent || packet.type == SocketIoPacket::BinaryAck) {
        const auto count = number(text, at);
        if (!count || *count > maxAttachments || at >= text.size() || text[at] != '-')
            return std::nullopt;
        packet.attachments = int(*count);
        ++at;
    }
    if (at < text.size() && text[at] == '/') {
        const auto comma = text.indexOf(',', at);
        packet.space = comma < 0 ? text.mid(at) : text.mid(at, comma - at);
        packet.space = packet.space.left(packet.space.indexOf('?') < 0 ? packet.space.size() : packet.space.indexOf('?'));
        at = comma < 0 ? text.size() : comma + 1;
        if (packet.space == "/")
            packet.space.clear();
    }
    if (at < text.size() && isDigit(text[at])) {
        packet.ack = number(text, at);
        if (!packet.ack)
            return std::nullopt;
    }
    packet.json = text.mid(at);
    return packet;
}

std::optional<SocketIoEvent> readSocketIoEvent(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isArray() || !document.array().at(0).isString())
        return std::nullopt;
    auto arguments = rawjson::elements(json);
    arguments.removeFirst();
    for (auto &argument : arguments)
        argument = rawjson::withoutControls(argument);
    return SocketIoEvent{document.array().at(0).toString().toUtf8(), arguments};
}

QByteArray socketIoEvent(const QByteArray &name, const QByteArray &argument)
{
    return "2[" + rawjson::quoted(QString::fromUtf8(name)) + ',' + argument + ']';
}

QByteArray socketIoAck(qint64 ack, const QByteArray &argument)
{
    return '3' + QByteArray::number(ack) + '[' + argument + ']';
}

} // namespace saji
