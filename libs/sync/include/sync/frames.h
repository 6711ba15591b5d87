// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <store/catalogstore.h>
#include <store/event.h>
#include <store/identity.h>
#include <store/versionvector.h>

#include <optional>
#include <variant>

namespace saji {

//! The frames of native links (docs/protocol.md section 1), as values; CBOR on the wire.
struct HelloFrame
{
    static constexpr int currentProtocol = 1;
    int protocol = currentProtocol;
    Origin origin;
    NodeKind kind = NodeKind::Kiosk;
    QString name;
    QString store;
    VersionVector have;
    CatalogVersion catalog;
    QString appVersion;
    quint64 instance = 0;         //!< random per process start, so that a node recognises itself
    Milliseconds pingEvery{1000}; //!< the pace this end would like; both use the slower of the two
};

//! An event as it travels: `age` by the sender's clock at sending.
struct ShippedEvent
{
    Event event; //!< bornAt is set by the receiver from age
    Milliseconds age{0};
};

//! What the sender has of the receiver's own origin: how a device finds out that it was restored from a backup, and where the two
//! pasts part.
struct PastClaim
{
    struct Sample
    {
        quint64 seq = 0;
        Hlc stamp; //!< as the sender has it: another stamp means another past

        friend bool operator==(const Sample &, const Sample &) = default;
    };

    quint64 upTo = 0;      //!< all that the sender has of it
    QList<Sample> samples; //!< of events that both should have, newest first, ever wider apart

    friend bool operator==(const PastClaim &, const PastClaim &) = default;
};

//! The one verb: what I have, and what you lack.
struct ExchangeFrame
{
    VersionVector have; //!< only entries that changed since the last frame of this link; the receiver merges
    QList<ShippedEvent> events;
    std::optional<PastClaim> yourPast; //!< in the first exchange to a peer whose events the sender has
    //! Up to where the sender has trimmed origins of which the receiver lacks more than that: the event right above is the first that
    //! there still is, and what lies below is at the server.
    VersionVector floor;
};

//! The sender's catalog is another than it was when it said hello.
struct CatalogFrame
{
    CatalogVersion catalog; //!< a hint that there is something to pull
};

//! A board in sixteen bytes: equal knowledge must make equal boards (G7).
struct BoardDigest
{
    quint64 have = 0;  //!< of the version vector that the board was folded from
    quint64 board = 0; //!< of the open tickets and their states

    friend bool operator==(const BoardDigest &, const BoardDigest &) = default;
};

//! What a node tells its neighbours about itself and about others it hears, for the panel: carried with pings.
struct PingFrame
{
    quint64 number = 0;
    QByteArray report; //!< CBOR map of the node's status (engine decides what is in it); at most 16 KiB
    std::optional<BoardDigest> board = {}; //!< of the sender, at sending
};

//! The answer to the ping of that number.
struct PongFrame
{
    quint64 number = 0;
};

using Frame = std::variant<HelloFrame, ExchangeFrame, CatalogFrame, PingFrame, PongFrame>;

//! The limits of an exchange; encodeFrame() must not be given more, decodeFrame() refuses more.
inline constexpr int maxExchangeEvents = 200;
inline constexpr qsizetype maxExchangeBytes = 128 * 1024; //!< of payload
inline constexpr qsizetype maxReportBytes = 16 * 1024;

//! CBOR: an array of the frame's word ("hello", "exchange", "catalog", "ping", "pong") and a map of its fields.
[[nodiscard]] QByteArray encodeFrame(const Frame &frame);
//! Malformed with the place for anything that is not exactly a frame; unknown map keys are ignored; an unknown frame type gives
//! UnsupportedVersion and may be skipped.
[[nodiscard]] Result<Frame> decodeFrame(const QByteArray &bytes);

} // namespace saji
