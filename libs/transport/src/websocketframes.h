// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <span>

// The framing of RFC 6455, server side, as pure functions of bytes: no socket, no time.
//
// Of our own because frames to many listeners are shared and gathered into few writes (docs/architecture.md, measured choices), and
// because every limit is then checked on the announced length, before a byte of it is kept.
namespace saji {

struct WebSocketEvent
{
    enum class Kind {
        Binary,
        Text,
        Ping,
        Pong,
        Close, //!< code is 1005 when the peer named none
        Broken, //!< not the protocol (1002) or larger than allowed (1009): nothing after it can be understood
    };

    Kind kind;
    QByteArray payload; //!< for Close and Broken: the words
    quint16 code = 0;

    friend bool operator==(const WebSocketEvent &, const WebSocketEvent &) = default;
};

//! Turns the bytes that a client sends into whole messages, however they are cut.
class WebSocketDecoder
{
public:
    explicit WebSocketDecoder(qsizetype maxMessageBytes) : m_maxMessageBytes(maxMessageBytes) {}

    //! What these bytes complete. After Close or Broken all further bytes are ignored.
    [[nodiscard]] QList<WebSocketEvent> feed(std::span<const char> bytes);
    //! What the message that is under way has taken so far, and what its present frame has announced.
    qint64 announcedBytes() const { return m_isOver ? 0 : m_message.size() + (m_inPayload ? m_length - m_done : 0); }

private:
    using Kind = WebSocketEvent::Kind;

    bool readHeader(std::span<const char> &bytes, QList<WebSocketEvent> &events);
    void checkHeader(QList<WebSocketEvent> &events);
    void readPayload(std::span<const char> &bytes);
    void finishFrame(QList<WebSocketEvent> &events);
    void finishControl(QList<WebSocketEvent> &events);
    void fail(quint16 code, const char *words, QList<WebSocketEvent> &events);

    bool isFinal() const { return uchar(m_header[0]) & 0x80; }
    bool isControl() const { return m_header[0] & 0x08; }
    int opcode() const { return m_header[0] & 0x0f; }

    qsizetype m_maxMessageBytes;
    QByteArray m_header; //!< of the frame under way, until it is whole
    bool m_inPayload = false;
    bool m_isOver = false;
    qint64 m_length = 0; //!< of the payload under way
    qint64 m_done = 0; //!< of it, unmasked so far
    QByteArray m_control; //!< a control frame may come between the parts of a message
    QByteArray m_message;
    int m_messageOpcode = 0; //!< 0 = none under way
};

//! The bytes before a frame's payload, as a server sends it: final, not masked.
enum class WebSocketOpcode : quint8 { Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };
[[nodiscard]] QByteArray webSocketHeader(WebSocketOpcode opcode, qsizetype payloadBytes);
//! A whole close frame.
[[nodiscard]] QByteArray webSocketCloseFrame(quint16 code, const QByteArray &words);

} // namespace saji
