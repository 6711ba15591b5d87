// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/healthmood.h>
#include <services/storagestatus.h>

#include <QCoreApplication>
#include <QLocale>

namespace saji {

//! One notice about a device's disk, for staff.
struct StorageNotice
{
    HealthMood mood = HealthMood::Good; //!< Good = there is nothing to say
    QString icon = {};
    QString sentence = {};
    QString detail = {};
    friend bool operator==(const StorageNotice &, const StorageNotice &) = default;
};

//! What a disk can still do, in words: for guests why no order is taken, for staff what to do.
class StorageWords
{
    Q_DECLARE_TR_FUNCTIONS(saji::StorageWords)

public:
    //! For guests; empty while orders are taken.
    static QString forGuests(StorageState state);
    //! For staff; nothing while the disk is fine.
    static StorageNotice notice(const StorageStatus &status, const QLocale &locale);
    //! For staff, after a damaged store was healed. `when` is the hour of it.
    static StorageNotice healed(const StorageRecovery &recovery, const QString &when, const QLocale &locale);
    //! One word or two for a column: "Hampir penuh".
    static QString word(StorageState state);
    static QString advice(StorageState state);
    //! "480 MB", "1,5 GB".
    static QString bytes(qint64 bytes, const QLocale &locale);
};

} // namespace saji
