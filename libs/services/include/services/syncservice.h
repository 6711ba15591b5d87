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
enum class SyncCause { None, NeverTried, NoAnswer, NotSaji, WrongStore, OtherVersion, Unauthorized, Silent, SamePeer };

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
};

struct SyncStatus
{
    SyncMode mode = SyncMode::Disconnected;
    bool centralConnected = false;
    bool localConnected = false; //!< hub or another device of the store
    bool polling = false;
    std::optional<Milliseconds> lastConnected;
    QString deviceName;
    QString deviceCode;
    quint64 pending = 0; //!< own events that the server does not have yet: the outbox
    std::optional<Milliseconds> oldestPendingAge;
    quint64 ordersToday = 0;
    StorageStatus storage;
    std::optional<Error> storageError; //!< why no order can be kept; the same as storage.error
    QList<PeerView> peers; //!< direct ones first
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
