// SPDX-License-Identifier: GPL-3.0-or-later
#include "replacement.h"

#include "logging.h"
#include "rawconnection.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

constexpr auto buildingName = "saji-next.tmp"_L1;
constexpr auto completeName = "saji-next.db"_L1;
constexpr auto planName = "saji-next.txt"_L1;

//! SQLite's companions of a database; the file itself comes last, because its absence says that all have gone.
constexpr std::array suffixes{"-wal"_L1, "-shm"_L1, "-journal"_L1, ""_L1};

QString in(const DataFolder &folder, const QString &name)
{
    return QDir(folder.path()).filePath(name);
}

Result<void> removeDatabase(const StoreFiles &files, const QString &file)
{
    for (const auto suffix : suffixes) {
        if (const auto done = files.remove(file + suffix); !done)
            return done;
    }
    return {};
}

Result<void> setAside(const DataFolder &folder, const StoreFiles &files, const QString &aside)
{
    const auto database = folder.databaseFile();
    for (const auto suffix : suffixes) {
        const auto from = database + suffix;
        const auto to = QDir(aside).filePath(QFileInfo(database).fileName() + suffix);
        if (!files.exists(from))
            continue;
        // Set aside already, so this is a half-written new one (a disk that cannot rename).
        const auto done = files.exists(to) ? files.remove(from) : files.move(from, to);
        if (!done)
            return done;
    }
    return {};
}

//! The plan: the name of the folder for what goes, then what goes with the database.
Result<void> carryOut(const DataFolder &folder, const StoreFiles &files, const QStringList &plan)
{
    const auto aside = in(folder, plan.first());
    if (const auto made = makePrivateFolder(aside); !made)
        return made;
    if (const auto done = setAside(folder, files, aside); !done)
        return done;
    const StoreFiles ordinary({});
    for (const auto &other : plan.mid(1)) {
        if (!ordinary.exists(other))
            continue;
        if (const auto done = ordinary.move(other, QDir(aside).filePath(QFileInfo(other).fileName())); !done)
            return done;
    }
    if (const auto done = files.move(in(folder, completeName), folder.databaseFile()); !done)
        return done;
    // Only when nothing was there: a folder that holds something stays.
    QDir().rmdir(aside);
    return ordinary.remove(in(folder, planName));
}

QStringList readPlan(const DataFolder &folder)
{
    QFile file(in(folder, planName));
    auto plan = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts) : QStringList();
    if (plan.isEmpty())
        plan.append(u"damaged-unnamed"_s);
    return plan;
}

// Only where a disk cannot rename (StoreFiles with a VFS) can this one be torn.
bool isWhole(const QString &file, const QString &vfs)
{
    RawConnection connection;
    if (!connection.open(file, RawConnection::Mode::Immutable, vfs))
        return false;
    const auto verdict = connection.text("PRAGMA quick_check(1)");
    return verdict && *verdict == "ok"_L1;
}

} // namespace

Replacement::Replacement(const DataFolder &folder, const StoreFiles &files, const QString &asideName)
    : m_folder(folder), m_files(files), m_asideName(asideName)
{
}

Replacement::~Replacement()
{
    if (const auto done = startOver(); !done)
        qCWarning(lcStore).noquote() << m_folder.path() << "clearing away:" << done.error().detail;
}

QString Replacement::building() const
{
    return in(m_folder, buildingName);
}

QString Replacement::aside() const
{
    return in(m_folder, m_asideName);
}

Result<void> Replacement::startOver()
{
    return removeDatabase(m_files, building());
}

Result<void> Replacement::install()
{
    // SQLite copies its log home when the database is closed, and cannot say that it could not.
    if (m_files.exists(building() + u"-wal"_s))
        return Error{ErrorCode::DiskFull, u"%1 could not be completed: free some space"_s.arg(building())};
    auto plan = m_others;
    plan.prepend(m_asideName);
    if (const auto written = writeWhole(in(m_folder, planName), plan.join(u'\n').toUtf8()); !written)
        return written;
    if (const auto done = m_files.move(building(), in(m_folder, completeName)); !done)
        return done;
    return carryOut(m_folder, m_files, plan);
}

Result<void> finishReplacement(const DataFolder &folder, const StoreFiles &files)
{
    const auto complete = in(folder, completeName);
    if (files.exists(complete) && isWhole(complete, files.vfs())) {
        qCInfo(lcStore).noquote() << folder.path() << "finishes the change of its database that was cut short";
        return carryOut(folder, files, readPlan(folder));
    }
    // Clearing away is a courtesy: it must not keep a program from opening what it has on a disk that is read-only.
    for (const auto &name : {completeName, buildingName}) {
        if (const auto done = removeDatabase(files, in(folder, name)); !done)
            qCWarning(lcStore).noquote() << folder.path() << "clearing away:" << done.error().detail;
    }
    if (const auto done = StoreFiles({}).remove(in(folder, planName)); !done)
        qCWarning(lcStore).noquote() << folder.path() << "clearing away:" << done.error().detail;
    return {};
}

QString freeAsideName(const DataFolder &folder, QLatin1StringView prefix, Milliseconds wall)
{
    const auto name = prefix + timeInNames(wall);
    auto free = name;
    for (int n = 2; QFileInfo::exists(in(folder, free)); ++n)
        free = u"%1-%2"_s.arg(name).arg(n);
    return free;
}

QString timeInNames(Milliseconds wall)
{
    return QDateTime::fromMSecsSinceEpoch(wall.count(), Qt::UTC).toString(u"yyyyMMdd'T'hhmmss'Z'"_s);
}

} // namespace saji
