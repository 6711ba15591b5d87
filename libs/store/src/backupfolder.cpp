// SPDX-License-Identifier: GPL-3.0-or-later
#include "backupfolder.h"

#include "copyjob.h"
#include "databasehandle.h"
#include "logging.h"
#include "replacement.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

QString folderOf(const QString &dataFolder)
{
    return QDir(dataFolder).filePath(u"backups"_s);
}

std::optional<BackupFile> backupFrom(const QFileInfo &file)
{
    static const QRegularExpression form(u"^saji-(\\d{6,18})-(?:(\\d{8}T\\d{6})Z|schema(\\d{1,4}))-(\\d{1,18})\\.db$"_s);
    const auto match = form.match(file.fileName());
    if (!match.hasMatch())
        return std::nullopt;
    BackupFile backup{file.absoluteFilePath(), match.captured(1).toULongLong(), {}, match.captured(4).toLongLong(), match.captured(3).toInt()};
    auto taken = file.lastModified();
    if (backup.schema == 0) {
        taken = QDateTime::fromString(match.captured(2), u"yyyyMMdd'T'hhmmss"_s);
        taken.setTimeSpec(Qt::UTC);
    }
    backup.takenAt = Milliseconds(taken.toMSecsSinceEpoch());
    return backup;
}

} // namespace

QList<BackupFile> listBackups(const QString &dataFolder)
{
    QList<BackupFile> backups;
    const auto files = QDir(folderOf(dataFolder)).entryInfoList({u"saji-*.db"_s}, QDir::Files | QDir::NoSymLinks);
    for (const auto &file : files) {
        if (const auto backup = backupFrom(file))
            backups.append(*backup);
    }
    std::ranges::sort(backups, std::ranges::greater(), &BackupFile::serial);
    return backups;
}

QString backupName(const BackupFile &backup)
{
    const auto middle = backup.schema > 0 ? u"schema%1"_s.arg(backup.schema) : timeInNames(backup.takenAt);
    return u"saji-%1-%2-%3.db"_s.arg(qulonglong(backup.serial), 6, 10, QChar(u'0')).arg(middle).arg(backup.events);
}

quint64 nextBackupSerial(const QString &dataFolder)
{
    const auto backups = listBackups(dataFolder);
    return backups.isEmpty() ? 1 : backups.first().serial + 1;
}

void removeParts(const QString &backupFolder)
{
    QDir folder(backupFolder);
    const auto parts = folder.entryList({u"saji-*.db"_s + partSuffix}, QDir::Files);
    for (const auto &part : parts)
        folder.remove(part);
}

int removeBackups(const QList<BackupFile> &backups)
{
    int removed = 0;
    for (const auto &backup : backups) {
        if (const auto done = StoreFiles({}).remove(backup.path); done)
            ++removed;
        else
            qCWarning(lcStore).noquote() << "removing an old backup:" << done.error().detail;
    }
    return removed;
}

Result<void> backUpBeforeMigration(Database::Private &database, int from)
{
    const auto folder = database.folder.backupFolder();
    if (const auto made = makePrivateFolder(folder); !made)
        return made;
    const auto events = database.pragma("SELECT max(arrival) FROM events"_L1);
    if (!events)
        return events.error();
    const BackupFile backup{{}, nextBackupSerial(database.folder.path()), {}, *events, from};
    const auto file = QDir(folder).filePath(backupName(backup));
    CopyJob job(database, file + partSuffix);
    if (const auto copied = job.run(); !copied)
        return Error{copied.error().code, u"before its schema is changed a copy of the database is kept, which failed: %1"_s.arg(copied.error().detail)};
    if (const auto named = StoreFiles({}).move(job.target(), file); !named)
        return named;
    qCInfo(lcStore).noquote() << database.folder.path() << "kept as it was in" << file;
    return {};
}

} // namespace saji
