// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/peerlamp.h>

#include <QLocale>

namespace saji {

//! What a manager should think of a device, worst last.
enum class DeviceSeverity { Normal, Look, Silent };

//! Why a device is not simply normal.
enum class DeviceTrouble { None, Healed, Polling, OldCatalog, LateQueue, DiskLow, DiskStopped, BoardDiffers, Offline, Silent };

//! One device of the restaurant as the panel knows it, without words.
struct DeviceRow
{
    PeerView peer = {};
    PeerLampKind lamp = PeerLampKind::Offline;
    DeviceTrouble trouble = DeviceTrouble::None;
    std::optional<Milliseconds> heardAgo = {};

    DeviceSeverity severity() const;
    QString key() const; //!< the same device, whatever else changes

    QString icon() const; //!< "kiosk", "screen", "hub", "server"
    QString name() const;
    QString word() const; //!< "Normal", "Menu lama", "Offline", "Diam"
    QString heard(const QLocale &locale) const; //!< "0,4 d"
    QString path() const; //!< "langsung", "berkala", "diteruskan" (by a neighbour), "tidak ada"
    QString waiting() const; //!< "37"; "?" when nobody knows (any more); "–" of the server, which waits for nobody
    QString oldest(const QLocale &locale) const; //!< how long the first of them has waited: "49 m"; "–" when none waits
};

//! Every device that is or was recently part of the restaurant, at `now` (Clock::steadyNow()): worst first, then server, hub, kiosks,
//! kitchens, by name. `newestCatalog` is the version that all should have.
[[nodiscard]] QList<DeviceRow> describeDevices(const QList<PeerView> &peers, qint64 newestCatalog, Milliseconds now);

} // namespace saji
