// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/devicerow.h>

namespace saji {

//! One thing that is known of a device: a word and a figure.
struct DeviceFact
{
    QString key;
    QString value;
    friend bool operator==(const DeviceFact &, const DeviceFact &) = default;
};

//! All that a panel knows of one device, and what to do when it is not well.
struct DeviceFacts
{
    QString icon;
    QString name;
    QString what; //!< "Kios · A"
    PeerLampKind lamp = PeerLampKind::Offline;
    QString word;
    QString trouble; //!< empty = it is well
    QString advice;
    bool canRetry = false;
    QList<DeviceFact> facts;
    QString detail; //!< for engineers: the last error as it was met; empty = none
    friend bool operator==(const DeviceFacts &, const DeviceFacts &) = default;
};

//! The figures of one device: heard, path, delay, queue, menu, version. What nobody has told is left out, never guessed.
[[nodiscard]] QList<DeviceFact> describeDevice(const DeviceRow &row, qint64 newestCatalog, const QString &since, const QLocale &locale);

} // namespace saji
