// SPDX-License-Identifier: GPL-3.0-or-later
#include "websocketframes.h"

#include <QtEndian>

#include <algorithm>

namespace saji {
namespace {

constexpr qsizetype maxControlBytes = 125;
constexpr qsizetype maskBytes = 4;
constexpr quint16 protocolError = 1002;
constexpr quint16 tooLarge = 1009;
constexpr quint16 noCode = 1005;

bool mayCloseWith(quint16 code)
{
    // RFC 6455 section 7.4: these are assigned, or ours to define; 1004-1006 and 1015 are never sent.
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

} // namespace

QList<WebSocketEvent> WebSocketDecoder::feed(std::span<const char> bytes)
{
    QList<WebSocketEvent> events;
    while (!m_isOver) {
        if (!m_inPayload && !readHeader(bytes, events))
            break;
        if (m_isOver)
            break;
        readPayload(bytes);
        if (m_done < m_length)
            break;
        finishFrame(events);
    }
    return events;
}

bool WebSocketDecoder::readHeader(std::span<const char> &bytes, QList<WebSocketEvent> &events)
{
    const auto take = [&](qsizetype wanted) {
        const auto count = std::min<qsizetype>(wanted - m_header.size(), qsizetype(bytes.size()));
        if (count > 0) {
            m_header.append(bytes.data(), count);
            bytes = bytes.subspan(size_t(count));
        }
        return m_header.size() >= wanted;
    };
    if (!take(2))
        return false;
    const int shortLength = m_header[1] & 0x7f;
    const qsizetype lengthBytes = shortLength == 127 ? 8 : shortLength == 126 ? 2 : 0;
    if (!(m_header[1] & 0x80)) {
        fail(protocolError, "a frame without a mask", events);
        return true;
    }
    if (!take(2 + lengthBytes + maskBytes))
        return false;
    const char *length = m_header.constData() + 2;
    if (lengthBytes == 8 && (*length & 0x80)) {
        fail(protocolError, "a negative length", events);
        return true;
    }
    m_length = lengthBytes == 8 ? qint64(qFromBigEndian<quint64>(length)) : lengthBytes == 2 ? qFromBigEndian<quint16>(length) : shortLength;
    checkHeader(events);
    m_inPayload = true;
    m_done = 0;
    return true;
}

void WebSocketDecoder::checkHeader(QList<WebSocketEvent> &events)
{
    const int code = opcode();
    if (m_header[0] & 0x70)
        fail(protocolError, "reserved bits", events);
    else if (isControl() && (code > 10 || !isFinal() || m_length > maxControlBytes))
        fail(protocolError, "a control frame that is none", events);
    else if (!isControl() && code > 2)
        fail(protocolError, "an unknown kind of frame", events);
    else if (!isControl() && (code == 0) != (m_messageOpcode != 0))
        fail(protocolError, code == 0 ? "a continuation of nothing" : "a message within a message", events);
    else if (!isControl() && m_length > m_maxMessageBytes - m_message.size())
        fail(tooLarge, "a frame that is too large", events);
}

void WebSocketDecoder::readPayload(std::span<const char> &bytes)
{
    auto &into = isControl() ? m_control : m_message;
    const auto count = std::min<qint64>(m_length - m_done, qint64(bytes.size()));
    const auto at = into.size();
    into.append(bytes.data(), qsizetype(count));
    bytes = bytes.subspan(size_t(count));
    const char *mask = m_header.constData() + m_header.size() - maskBytes;
    char *out = into.data() + at;
    for (qint64 i = 0; i < count; ++i)
        out[i] = char(out[i] ^ mask[(m_done + i) & 3]);
    m_done += count;
}

void WebSocketDecoder::finishFrame(QList<WebSocketEvent> &events)
{
    m_inPayload = false;
    if (isControl()) {
        finishControl(events);
    } else {
        if (m_messageOpcode == 0)
            m_messageOpcode = opcode();
        if (isFinal()) {
            const auto kind = m_messageOpcode == int(WebSocketOpcode::Text) ? Kind::Text : Kind::Binary;
            events.append({kind, std::exchange(m_message, {}), 0});
            m_messageOpcode = 0;
        }
    }
    m_header.clear();
}

void WebSocketDecoder::finishControl(QList<WebSocketEvent> &events)
{
    const auto payload = std::exchange(m_control, {});
    switch (WebSocketOpcode(opcode())) {
    case WebSocketOpcode::Ping:
        events.append({Kind::Ping, payload, 0});
        return;
    case WebSocketOpcode::Pong:
        events.append({Kind::Pong, payload, 0});
        return;
    default:
        break;
    }
    const quint16 code = payload.size() >= 2 ? qFromBigEndian<quint16>(payload.constData()) : noCode;
    if (payload.size() == 1 || (payload.size() >= 2 && !mayCloseWith(code))) {
        fail(protocolError, "a close code that is none", events);
        return;
    }
    m_isOver = true;
    events.append({Kind::Close, payload.mid(2), code});
}

void WebSocketDecoder::fail(quint16 code, const char *words, QList<WebSocketEvent> &events)
{
    m_isOver = true;
    m_message.clear();
    events.append({Kind::Broken, QByteArray(words), code});
}

QByteArray webSocketHeader(WebSocketOpcode opcode, qsizetype payloadBytes)
{
    QByteArray header(1, char(0x80 | quint8(opcode)));
    const auto append = [&](auto length) {
        const auto big = qToBigEndian(length);
        header.append(reinterpret_cast<const char *>(&big), sizeof big);
    };
    if (payloadBytes <= maxControlBytes) {
        header.append(char(payloadBytes));
    } else if (payloadBytes <= 0xffff) {
        header.append(char(126));
        append(quint16(payloadBytes));
    } else {
        header.append(char(127));
        append(quint64(payloadBytes));
    }
    return header;
}

QByteArray webSocketCloseFrame(quint16 code, const QByteArray &words)
{
    const auto big = qToBigEndian(code);
    auto payload = QByteArray(reinterpret_cast<const char *>(&big), sizeof big) + words;
    return webSocketHeader(WebSocketOpcode::Close, payload.size()) + payload;
}

} // namespace saji
