// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/backup.h>

namespace saji {

//! The name for a backup of this moment: "saji-000042-20250615T100000Z-1234.db"; before a change of schema "saji-000043-schema1-1234.db".
[[nodiscard]] QString backupName(const BackupFile &backup);
//! The number that the next one has.
[[nodiscard]] quint64 nextBackupSerial(const QString &dataFolder);
//! What a copy is called while it is being made.
inline constexpr auto partSuffix = QLatin1StringView(".part");
//! Forgets copies that were cut short.
void removeParts(const QString &backupFolder);
//! Removes backups; those that cannot be removed are only reported.
int removeBackups(const QList<BackupFile> &backups);

//! Keeps a copy of a database whose schema (`from`) is about to be changed. Fails, and then nothing is to be changed, when there is no
//! room for it.
[[nodiscard]] Result<void> backUpBeforeMigration(Database::Private &database, int from);

} // namespace saji
