// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/recovery.h>

#include "backupfolder.h"
#include "databasehandle.h"
#include "devicecard.h"
#include "identityrow.h"
#include "logging.h"
#include "replacement.h"
#include "salvage.h"
#include "soundness.h"
#include "storefiles.h"
#include "transaction.h"
#include "transplant.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

//! The copy itself is to blame, not the disk that it is to be restored to.
bool isUseless(ErrorCode code)
{
    return code == ErrorCode::Corrupt || code == ErrorCode::Malformed || code == ErrorCode::UnsupportedVersion || code == ErrorCode::Internal;
}

//! Nothing says that it was ever ours: no card, no backup, not even the beginning of a database. Whoever put it there wants it back.
bool isSomebodyElses(const DataFolder &folder, const StoreFiles &files)
{
    if (QFile::exists(folder.deviceCard()) || !listBackups(folder.path()).isEmpty())
        return false;
    const auto head = files.head(folder.databaseFile(), 16);
    return head && !head->isEmpty() && !head->startsWith("SQLite format 3");
}

class Recovery
{
public:
    Recovery(std::shared_ptr<const DataFolder> folder, const Clock &clock, Random &random, const Database::Options &options, const QString &damage)
        : m_folder(std::move(folder)), m_clock(clock), m_random(random), m_options(options),
          m_replacement(*m_folder, StoreFiles(options.vfs), freeAsideName(*m_folder, "damaged-"_L1, clock.wallNow()))
    {
        m_report.damage = damage;
        m_report.setAside = m_replacement.aside();
    }

    Result<OpenedDatabase> run();

private:
    Result<std::unique_ptr<Database>> build();
    Result<std::unique_ptr<Database>> buildFrom(const BackupFile &backup);
    Result<std::unique_ptr<Database>> buildAnew();
    Result<void> nameAnew(Database::Private &database);
    std::optional<Identity> damagedIdentity() const;
    Result<void> salvage(Database::Private &into);
    void sayWhy() const;

    std::shared_ptr<const DataFolder> m_folder;
    const Clock &m_clock;
    Random &m_random;
    Database::Options m_options;
    Replacement m_replacement;
    RecoveryReport m_report;
};

Result<OpenedDatabase> Recovery::run()
{
    {
        const auto built = build();
        if (!built)
            return built.error();
        if (const auto done = salvage((*built)->d()); !done)
            return done.error();
    }
    for (const auto &bad : std::as_const(m_report.badBackups))
        m_replacement.setAsideToo(bad);
    m_replacement.setAsideToo(m_folder->suspicionFile());
    if (const auto installed = m_replacement.install(); !installed)
        return installed.error();
    sayWhy();
    auto opened = Database::Private::open(m_folder, m_folder->databaseFile(), m_options);
    if (!opened)
        return opened.error();
    return OpenedDatabase{std::move(*opened), m_report};
}

Result<std::unique_ptr<Database>> Recovery::build()
{
    const auto backups = listBackups(m_folder->path());
    for (const auto &backup : backups) {
        if (const auto cleared = m_replacement.startOver(); !cleared)
            return cleared.error();
        auto built = buildFrom(backup);
        if (built || !isUseless(built.error().code))
            return built;
        qCWarning(lcStore).noquote() << "this backup is no good:" << built.error().detail;
        m_report.badBackups.append(backup.path);
    }
    if (const auto cleared = m_replacement.startOver(); !cleared)
        return cleared.error();
    return buildAnew();
}

Result<std::unique_ptr<Database>> Recovery::buildFrom(const BackupFile &backup)
{
    const auto facts = inspectCopy(backup.path);
    if (!facts)
        return facts.error();
    auto built = databaseFromCopy(backup.path, m_folder, m_replacement.building(), m_clock, m_random, m_options);
    if (!built)
        return built;
    if (const auto sound = lookOver((*built)->d()); !sound)
        return sound.error();
    m_report.backup = backup.path;
    m_report.backupTakenAt = backup.takenAt;
    m_report.eventsRestored = facts->events;
    return built;
}

Result<std::unique_ptr<Database>> Recovery::buildAnew()
{
    auto built = Database::Private::open(m_folder, m_replacement.building(), m_options);
    if (!built)
        return built;
    if (const auto named = nameAnew((*built)->d()); !named)
        return named.error();
    return built;
}

Result<void> Recovery::nameAnew(Database::Private &database)
{
    auto identity = damagedIdentity();
    if (!identity)
        identity = readDeviceCard(*m_folder);
    m_report.isSameDevice = identity.has_value();
    if (!identity)
        return {};
    identity->origin.epoch = drawEpoch(m_random);
    Transaction transaction(database);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    if (const auto done = storeIdentity(database, *identity); !done)
        return done;
    return transaction.commit();
}

std::optional<Identity> Recovery::damagedIdentity() const
{
    RawConnection damaged;
    if (!damaged.open(m_folder->databaseFile(), RawConnection::Mode::Damaged, m_options.vfs))
        return std::nullopt;
    const auto device = damaged.text("SELECT hex(device) FROM identity");
    const auto kind = damaged.text("SELECT kind FROM identity");
    const auto name = damaged.text("SELECT name FROM identity");
    const auto store = damaged.text("SELECT store FROM identity");
    if (!device || !kind || !name || !store)
        return std::nullopt;
    const auto id = DeviceId::fromBytes(QByteArray::fromHex(device->toLatin1()));
    const auto known = nodeKindFromWord(*kind);
    if (!id || id->isNull() || !known)
        return std::nullopt;
    return Identity{{*id, 0}, *known, *name, *store};
}

Result<void> Recovery::salvage(Database::Private &into)
{
    const auto identity = readIdentity(into);
    if (!identity)
        return identity.error();
    const auto own = *identity ? std::optional((*identity)->origin) : std::nullopt;
    const auto taken = Salvage(m_folder->databaseFile(), m_options.vfs, into, own).run();
    if (!taken)
        return taken.error();
    m_report.eventsSalvaged = *taken;
    return {};
}

void Recovery::sayWhy() const
{
    qCWarning(lcStore).noquote() << m_report.inWords();
    const auto why = QDir(m_report.setAside).filePath(u"why.txt"_s);
    if (const auto written = writeWhole(why, m_report.inWords().toUtf8() + '\n'); !written)
        qCWarning(lcStore).noquote() << written.error().detail;
}

//! There has been a store here, and now there is no data file, or an empty one.
bool isGone(const DataFolder &folder, const StoreFiles &files)
{
    const auto journal = files.head(folder.databaseFile() + u"-journal"_s, 1);
    const auto head = files.head(folder.databaseFile(), 1);
    if (!head || !head->isEmpty() || !journal || !journal->isEmpty())
        return false;
    return QFile::exists(folder.deviceCard()) || !listBackups(folder.path()).isEmpty();
}

Result<std::unique_ptr<Database>> openSound(const std::shared_ptr<const DataFolder> &folder, const Database::Options &options)
{
    if (isGone(*folder, StoreFiles(options.vfs)))
        return damagedDatabase(folder->databaseFile(), u"it is gone, or empty"_s);
    auto opened = Database::Private::open(folder, folder->databaseFile(), options);
    if (!opened)
        return opened;
    const bool isSuspect = QFile::exists(folder->suspicionFile());
    auto sound = lookOver((*opened)->d());
    if (sound && isSuspect)
        sound = checkWhole((*opened)->d());
    if (!sound) {
        (*opened)->d().leaveUntouched();
        return sound.error();
    }
    if (!isSuspect)
        return opened;
    qCInfo(lcStore).noquote() << folder->path() << "was said to be damaged; everything in it can be read";
    QFile::remove(folder->suspicionFile());
    return opened;
}

} // namespace

QString RecoveryReport::inWords() const
{
    auto words = u"The data of this device was damaged. Found: %1. What was there is kept in %2."_s.arg(damage, setAside);
    if (backup.isEmpty()) {
        words += isSameDevice ? u" There was no good backup; the device began anew under its old name."_s
                              : u" There was no good backup; the device began anew, and as another one."_s;
    } else {
        const auto taken = QDateTime::fromMSecsSinceEpoch(backupTakenAt.count(), Qt::UTC).toString(Qt::ISODate);
        words += u" The backup %1 of %2 with %3 events took its place."_s.arg(backup, taken).arg(eventsRestored);
    }
    if (!badBackups.isEmpty())
        words += u" %1 newer backup(s) could not be used either."_s.arg(badBackups.size());
    if (eventsSalvaged > 0)
        words += u" %1 later events were still readable in the damaged file and were taken over."_s.arg(eventsSalvaged);
    return words + u" What is still missing comes back from the other devices."_s;
}

Result<OpenedDatabase> openOrRecover(const QString &path, const Clock &clock, Random &random, const Database::Options &options)
{
    auto taken = DataFolder::take(path);
    if (!taken)
        return taken.error();
    const auto folder = std::make_shared<const DataFolder>(std::move(*taken));
    if (const auto finished = finishReplacement(*folder, StoreFiles(options.vfs)); !finished)
        return finished.error();
    auto opened = openSound(folder, options);
    if (opened)
        return OpenedDatabase{std::move(*opened), std::nullopt};
    if (opened.error().code != ErrorCode::Corrupt)
        return opened.error();
    if (isSomebodyElses(*folder, StoreFiles(options.vfs)))
        return foreignDatabase(folder->databaseFile());
    qCWarning(lcStore).noquote() << opened.error().detail;
    return Recovery(folder, clock, random, options, opened.error().detail).run();
}

Result<OpenedDatabase> openOrRecover(const QString &folder, const Clock &clock, Random &random)
{
    return openOrRecover(folder, clock, random, Database::Options{});
}

} // namespace saji
