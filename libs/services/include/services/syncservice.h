// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <base/error.h>
#include <services/peerrole.h>
#include <services/storagestatus.h>

#include <QObject>

#include <optional>

namespace saji {

//! As published: connected (a socket to server or hub), polling, disconnected.
enum class SyncMode { Connected, Polling, Disconnected };

//! Why a way is closed, for people.
enum class SyncCause {
    None,
    NeverTried,
    NoAnswer, //!< nobody is at its address
    NotSaji,
    WrongStore,
    OtherVersion,
    Unauthorized,
    Silent,
    SamePeer,
    NotRunning, //!< its device answers, its program does not
    NoNetwork,  //!< this device itself is in no network: a cable, a Wi-Fi
    NoInternet, //!< it lies beyond the internet, which is away
    Revoked,     //!< the restaurant has taken its trust back from it
    SelfRevoked, //!< … from this device
};

//! That the restaurant has taken its trust back from a device: when, and who did it, as far as anybody has said.
struct Removal
{
    std::optional<Milliseconds> at; //!< wall time
    QString by;                     //!< "Rina"; empty = not known

    friend bool operator==(const Removal &, const Removal &) = default;
};

//! What was measured on a way since this program started.
struct WayFigures
{
    int connects = 0;
    Milliseconds connectTime{0}; //!< of the last link: from dialling to the peer's first word
    Milliseconds slowestConnect{0};
    int errors = 0; //!< dials that failed, and links that broke
    quint64 messages = 0; //!< frames, both ways
    double messagesPerMinute = 0;
    Milliseconds pollEvery{0}; //!< 0 = it does not poll
};

//! One way out of this device (to the server, to the hub), or one device heard of. Steady times are Clock::steadyNow().
struct PeerView
{
    PeerRole role = PeerRole::Server;
    QString id; //!< device id; empty for a peer never identified
    QString name;
    SyncMode mode = SyncMode::Disconnected;
    SyncCause cause = SyncCause::NeverTried;
    QString detail; //!< for engineers
    std::optional<Milliseconds> since; //!< in this mode
    std::optional<Milliseconds> lastHeard;
    Milliseconds roundTrip{0};
    Milliseconds pingEvery{1000}; //!< how often a sign of life of it is due
    std::optional<WayFigures> figures = {}; //!< of our own ways
    bool boardDiffers = false; //!< knows the same as who heard it, and shows another board
    quint64 lacks = 0; //!< our events that it lacks
    bool direct = true; //!< false: known only from what a neighbour reports
    // What the device says of itself, as far as known
    std::optional<quint64> pending; //!< its events that the server lacks
    std::optional<Milliseconds> oldestPendingAge;
    qint64 catalogVersion = 0;
    QString appVersion;
    QString station; //!< outlet of a kitchen, code of a kiosk
    std::optional<quint64> ordersToday;
    std::optional<StorageState> storage;
    std::optional<qint64> freeBytes; //!< of its disk, in steps
    bool healed = false;             //!< its store was damaged and has been restored since it started
    std::optional<quint64> soldOut = {}; //!< soldOutDigest() of what it has stopped selling
    std::optional<Removal> removal = {}; //!< of a device that was revoked, when this one has the list that says so
};

struct SyncStatus
{
    SyncMode mode = SyncMode::Disconnected;
    bool centralConnected = false;
    bool localConnected = false; //!< hub or another device of the store
    bool polling = false;
    std::optional<Milliseconds> lastConnected;
    std::optional<Error> error; //!< why it is not connected, or not by a socket
    QString deviceName;
    QString deviceCode;
    quint64 pending = 0; //!< own events that the server does not have yet: the outbox
    std::optional<Milliseconds> oldestPendingAge;
    quint64 ordersToday = 0;
    StorageStatus storage;
    std::optional<Error> storageError; //!< why no order can be kept; the same as storage.error
    QList<PeerView> peers; //!< direct ones first
    std::optional<Removal> removed = {}; //!< this very device was revoked: nobody hears it any more, and it has to be paired anew
};

class SyncService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void syncNow() = 0;
    virtual void announce() = 0; //!< emits `changed` soon

signals:
    void changed(const saji::SyncStatus &status);
};

} // namespace saji

Q_DECLARE_METATYPE(saji::SyncStatus)
