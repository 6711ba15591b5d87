// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/storagewords.h>

using namespace Qt::StringLiterals;

namespace saji {

QString StorageWords::forGuests(StorageState state)
{
    switch (state) {
    case StorageState::Fine:
    case StorageState::Low: return {};
    case StorageState::Full: return tr("This kiosk's storage is full, and we accept no order that we cannot keep. Orders that have a number are being cooked.");
    case StorageState::ReadOnly:
        return tr("This kiosk cannot write to its storage, and we accept no order that we cannot keep. Orders that have a number are being cooked.");
    case StorageState::Failing:
        return tr("This kiosk's storage has a fault, and we accept no order that we cannot keep. Orders that have a number are being cooked.");
    }
    return {};
}

QString StorageWords::word(StorageState state)
{
    switch (state) {
    case StorageState::Fine: return tr("Disk fine");
    case StorageState::Low: return tr("Disk almost full");
    case StorageState::Full: return tr("Disk full");
    case StorageState::ReadOnly: return tr("Disk read-only");
    case StorageState::Failing: return tr("Disk faulty");
    }
    return {};
}

QString StorageWords::advice(StorageState state)
{
    switch (state) {
    case StorageState::Fine: return {};
    case StorageState::Low: return tr("Everything goes on. Make room before it is full; nothing is deleted by itself.");
    case StorageState::Full: return tr("It takes nothing new until there is room. What it has is kept and still sent.");
    case StorageState::ReadOnly: return tr("It takes nothing new. Call a technician: a disk that cannot be written is often near its end.");
    case StorageState::Failing: return tr("It takes nothing new. Call a technician: the disk gives errors and should be replaced.");
    }
    return {};
}

QString StorageWords::bytes(qint64 bytes, const QLocale &locale)
{
    return locale.formattedDataSize(bytes, bytes >= 1'000'000'000 ? 1 : 0, QLocale::DataSizeSIFormat);
}

StorageNotice StorageWords::notice(const StorageStatus &status, const QLocale &locale)
{
    if (status.state == StorageState::Fine)
        return {};
    StorageNotice notice{.mood = status.takesOrders() ? HealthMood::Look : HealthMood::Bad, .icon = u"alert"_s};
    const bool room = status.totalBytes > 0 && (status.state == StorageState::Low || status.state == StorageState::Full);
    notice.sentence = room ? tr("%1: %2 of %3 free.").arg(word(status.state), bytes(status.freeBytes, locale), bytes(status.totalBytes, locale))
                           : tr("%1.").arg(word(status.state));
    notice.detail = advice(status.state);
    return notice;
}

StorageNotice StorageWords::healed(const StorageRecovery &recovery, const QString &when, const QLocale &locale)
{
    StorageNotice notice{.mood = HealthMood::Look, .icon = u"recall"_s};
    notice.sentence = recovery.fromBackup ? tr("The store of this device was damaged and was restored at %1.").arg(when)
                                          : tr("The store of this device was damaged and was begun anew at %1.").arg(when);
    QStringList more;
    if (recovery.eventsRestored + recovery.eventsSalvaged > 0) {
        more << tr("%1 records from the backup, %2 from the damaged file.")
                    .arg(locale.toString(recovery.eventsRestored), locale.toString(recovery.eventsSalvaged));
    }
    more << (recovery.isSameDevice ? tr("The rest comes back from the other devices.")
                                   : tr("It works under a new identity; the other devices bring back what they have."))
         << tr("The damaged files are kept in %1.").arg(recovery.setAside);
    notice.detail = more.join(u' ');
    return notice;
}

} // namespace saji
