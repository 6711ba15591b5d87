// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <base/error.h>
#include <trust/subject.h>

#include <QObject>

#include <optional>

namespace saji {

enum class LinkKind { Loopback, WebSocket, Polling };

//! Why a link ended; 4xxx are our own WebSocket close codes (docs/protocol.md section 1).
enum class CloseCode : quint16 {
    Normal = 1000,
    GoingAway = 1001,
    Abnormal = 1006, //!< the connection broke without a word
    TooLarge = 1009,
    Protocol = 4000, //!< a frame that is not ours
    Version = 4001, //!< a peer that speaks another protocol version
    WrongStore = 4002, //!< a peer of another store
    Unauthorized = 4003,
    Silent = 4004, //!< nothing heard for three pings
    Superseded = 4005, //!< the same peer has opened a newer link
    SamePeer = 4006, //!< it answered with our own identity
    NotNeeded = 4007, //!< both have a hub again
};

struct CloseReason
{
    CloseCode code = CloseCode::Normal;
    QString text; //!< for people who read logs
};

//! Our end of one open connection: whole frames in, whole frames out, in order, until it closes.
//!
//! A new connection is a new Link; a Link is never reopened. Lives on one thread. `send` after the end is ignored.
//! A frame is at most `maxFrameBytes`; a peer that sends a larger one is closed with TooLarge.
class Link : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maxFrameBytes = 256 * 1024;

    using QObject::QObject;

    virtual LinkKind kind() const = 0;
    //! Who is at the other end, for logs: "127.0.0.1:3001".
    virtual QString peerName() const = 0;
    virtual bool isOpen() const = 0;
    //! Hands a frame over; returns at once. May be called from inside `received`.
    virtual void send(const QByteArray &frame) = 0;
    //! Ends the link; `closed` follows, once, from the event loop or from this call.
    virtual void close(const CloseReason &reason) = 0;
    //! Bytes handed over that have not left this process yet: a session stops pumping above its own limit.
    virtual qint64 backlog() const = 0;
    //! How often it asks by itself at the moment; 0 = it need not ask.
    virtual Milliseconds pollEvery() const { return Milliseconds(0); }

    //! Who is at the other end by its certificate; nullopt on a link without certificates.
    const std::optional<Subject> &provenPeer() const { return m_provenPeer; }
    //! For those who have checked it.
    void setProvenPeer(const std::optional<Subject> &peer) { m_provenPeer = peer; }

Q_SIGNALS:
    void received(const QByteArray &frame);
    //! The backlog has shrunk; a session that had paused may go on.
    void drained();
    //! Exactly once, as the last signal.
    void closed(const saji::CloseReason &reason);

private:
    std::optional<Subject> m_provenPeer;
};

} // namespace saji
