// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ioserver.h"
#include "websocketframes.h"

#include <optional>
#include <vector>

namespace saji {

//! One WebSocket on the I/O thread, a native link (binary) or text: frames in, a batch at a time and no more until the owner has taken
//! it; frames out, gathered.
class WebSocketConnection final : public Connection
{
public:
    //! `rest` is what came behind the handshake; `textRequest` what a text WebSocket was asked for with.
    WebSocketConnection(IoServer &server, ConnectionId id, std::unique_ptr<ByteStream> stream, QString peerName, QByteArray rest,
                        std::optional<HttpRequest> textRequest, std::optional<Subject> peer = {});

    void start() override;
    //! Instead of `start`: the owner never hears of it, and the other end hears why.
    void turnAway(const CloseReason &reason);
    void onDeadline() override;
    void wind() override;
    void readOn() override;
    void send(const QByteArray &frame) override;
    void close(const CloseReason &reason) override;
    void sendFrames(const QByteArray &frames) override;
    void flushFrames() override;
    std::optional<SendCrew::Job> offerFrames() override;
    void framesTaken(std::size_t bytes) override;

private:
    struct Outgoing
    {
        QByteArray header;       //!< for a control frame all of it
        QByteArray payload;      //!< shared with every other link that the same frame goes to
        qint64 countedBytes = 0; //!< of the owner's backlog
        bool isControl = false;
        qint64 waitingBytes = 0; //!< of m_waitingBytes
    };

    void onRead(std::size_t bytes, const IoError &error) override;
    void onProgress() override;
    void onWritten(const IoError &error) override;

    void read();
    boost::asio::mutable_buffer input();
    void process(std::span<const char> bytes);
    void tellMessages(const QList<WebSocketEvent> &events);
    void handle(const WebSocketEvent &event);
    void queueControl(QByteArray frame);
    void flush();
    //! The link ends: tells the owner, once, and the peer, if there is a word for it on the wire.
    void end(const CloseReason &reason, quint16 wireCode);
    void linger();
    void updateDeadline();

    QString m_peerName;
    std::optional<HttpRequest> m_textRequest; //!< taken with the first word to the owner
    std::optional<Subject> m_peer; //!< by its certificate
    bool m_isText;
    bool m_isAnnounced = true;
    QByteArray m_rest;
    WebSocketDecoder m_decoder;
    Reservation m_reservation;
    std::unique_ptr<char[]> m_ownInput; //!< null = the one that all share
    QList<Outgoing> m_queue;
    std::vector<Outgoing> m_leaving;
    std::vector<boost::asio::const_buffer> m_leavingBuffers;
    qint64 m_waitingBytes = 0; //!< of frames that sendFrames was given
    bool m_isWriting = false;
    bool m_isFlushing = false; //!< at the end of this burst of tasks
    bool m_isReading = false;
    bool m_isEnded = false; //!< what comes is thrown away
    bool m_isLingering = false;
    bool m_isWaitingForOwner = true;
    bool m_hasPinged = false;
    qint64 m_lingered = 0;
    TimePoint m_lastHeard;
    TimePoint m_lastProgress;
    TimePoint m_endedAt;
};

} // namespace saji
