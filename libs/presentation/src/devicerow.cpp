// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/devicerow.h>

#include <presentation/peerwords.h>
#include <presentation/storagewords.h>

#include "devicenames.h"
#include "tuning.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

struct DeviceWords
{
    Q_DECLARE_TR_FUNCTIONS(saji::DeviceRow)
};

int rank(PeerRole role)
{
    switch (role) {
    case PeerRole::Server: return 0;
    case PeerRole::Hub: return 1;
    case PeerRole::Kiosk: return 2;
    case PeerRole::Kitchen: return 3;
    case PeerRole::Admin: return 4;
    }
    return 5;
}

DeviceTrouble troubleOf(const PeerView &peer, PeerLampKind lamp, qint64 newestCatalog)
{
    switch (lamp) {
    case PeerLampKind::Silent: return DeviceTrouble::Silent;
    case PeerLampKind::Offline: return DeviceTrouble::Offline;
    case PeerLampKind::Polling: return DeviceTrouble::Polling;
    case PeerLampKind::Ok: break;
    }
    if (peer.boardDiffers)
        return DeviceTrouble::BoardDiffers;
    const StorageState disk = peer.storage.value_or(StorageState::Fine);
    if (disk != StorageState::Fine)
        return disk == StorageState::Low ? DeviceTrouble::DiskLow : DeviceTrouble::DiskStopped;
    if (peer.catalogVersion > 0 && peer.catalogVersion < newestCatalog)
        return DeviceTrouble::OldCatalog;
    if (peer.pending.value_or(0) > 0 && peer.oldestPendingAge.value_or(Milliseconds(0)) > tuning::pendingIsLateAfter)
        return DeviceTrouble::LateQueue;
    return peer.healed ? DeviceTrouble::Healed : DeviceTrouble::None;
}

} // namespace

DeviceSeverity DeviceRow::severity() const
{
    switch (trouble) {
    case DeviceTrouble::None: return DeviceSeverity::Normal;
    case DeviceTrouble::Healed:
    case DeviceTrouble::DiskLow:
    case DeviceTrouble::DiskStopped:
    case DeviceTrouble::Polling:
    case DeviceTrouble::OldCatalog:
    case DeviceTrouble::LateQueue:
    case DeviceTrouble::BoardDiffers:
    case DeviceTrouble::Offline: return DeviceSeverity::Look;
    case DeviceTrouble::Silent: return DeviceSeverity::Silent;
    }
    return DeviceSeverity::Normal;
}

QString DeviceRow::key() const
{
    // Before a way out has found anybody there is no id, and there is one server and one hub.
    const bool way = peer.role == PeerRole::Server || peer.role == PeerRole::Hub;
    return way || peer.id.isEmpty() ? PeerWords::role(peer.role) + peer.station : peer.id;
}

QString DeviceRow::icon() const
{
    switch (peer.role) {
    case PeerRole::Server: return u"server"_s;
    case PeerRole::Hub: return u"hub"_s;
    case PeerRole::Kiosk: return u"kiosk"_s;
    case PeerRole::Kitchen: return u"screen"_s;
    case PeerRole::Admin: return u"pulse"_s;
    }
    return {};
}

QString DeviceRow::name() const
{
    return peer.role == PeerRole::Server ? DeviceWords::tr("Central server") : PeerWords::name(peer);
}

QString DeviceRow::word() const
{
    switch (trouble) {
    case DeviceTrouble::None: return DeviceWords::tr("Normal");
    case DeviceTrouble::Healed: return DeviceWords::tr("Store healed");
    case DeviceTrouble::DiskLow:
    case DeviceTrouble::DiskStopped: return StorageWords::word(peer.storage.value_or(StorageState::Fine));
    case DeviceTrouble::Polling: return DeviceWords::tr("Polling");
    case DeviceTrouble::OldCatalog: return DeviceWords::tr("Old menu");
    case DeviceTrouble::LateQueue: return DeviceWords::tr("Queue waits");
    case DeviceTrouble::BoardDiffers: return DeviceWords::tr("Other board");
    case DeviceTrouble::Offline: return peer.cause == SyncCause::Revoked ? DeviceWords::tr("Removed") : DeviceWords::tr("Offline");
    case DeviceTrouble::Silent: return DeviceWords::tr("Silent");
    }
    return {};
}

QString DeviceRow::heard(const QLocale &locale) const
{
    return heardAgo ? PeerWords::span(*heardAgo, locale) : DeviceWords::tr("never");
}

QString DeviceRow::path() const
{
    if (lamp == PeerLampKind::Offline || lamp == PeerLampKind::Silent)
        return DeviceWords::tr("none");
    if (peer.mode == SyncMode::Polling)
        return DeviceWords::tr("polling");
    return peer.direct ? DeviceWords::tr("direct") : DeviceWords::tr("relayed");
}

QString DeviceRow::waiting() const
{
    if (peer.role == PeerRole::Server)
        return u"–"_s;
    // What it said before it fell silent may be anything by now.
    return peer.pending && lamp != PeerLampKind::Silent ? QString::number(*peer.pending) : u"?"_s;
}

QString DeviceRow::oldest(const QLocale &locale) const
{
    const bool waits = peer.pending.value_or(0) > 0 && peer.oldestPendingAge;
    return waits ? PeerWords::span(*peer.oldestPendingAge, locale) : u"–"_s;
}

QList<DeviceRow> describeDevices(const QList<PeerView> &peers, qint64 newestCatalog, Milliseconds now)
{
    QList<DeviceRow> rows;
    for (const PeerView &peer : peers) {
        if (!isPeerPresent(peer, now))
            continue;
        DeviceRow row{.peer = peer, .lamp = peerLampKind(peer, now)};
        row.trouble = troubleOf(peer, row.lamp, newestCatalog);
        if (peer.lastHeard)
            row.heardAgo = std::max(Milliseconds(0), now - *peer.lastHeard);
        rows << row;
    }
    std::stable_sort(rows.begin(), rows.end(), [names = deviceNameCollator()](const DeviceRow &a, const DeviceRow &b) {
        if (a.severity() != b.severity())
            return a.severity() > b.severity();
        // A full disk takes no orders; the other things to look at do.
        if ((a.trouble == DeviceTrouble::DiskStopped) != (b.trouble == DeviceTrouble::DiskStopped))
            return a.trouble == DeviceTrouble::DiskStopped;
        if (rank(a.peer.role) != rank(b.peer.role))
            return rank(a.peer.role) < rank(b.peer.role);
        return names.compare(a.peer.name, b.peer.name) < 0;
    });
    return rows;
}

} // namespace saji
