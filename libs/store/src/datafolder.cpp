// SPDX-License-Identifier: GPL-3.0-or-later
#include "datafolder.h"

#include "sqlerror.h"
#include "storefiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

constexpr auto databaseName = "saji.db"_L1;
constexpr auto lockName = "saji.lock"_L1;
constexpr auto suspicionName = "saji.suspect"_L1;
constexpr auto deviceCardName = "saji.device"_L1;
constexpr auto backupFolderName = "backups"_L1;

// Offsets of the SQLite file format, section 1.3 "The Database Header".
constexpr int headerBytes = 100;
constexpr qsizetype writeVersionAt = 18;
constexpr qsizetype readVersionAt = 19;
constexpr qsizetype textEncodingAt = 56;
constexpr qsizetype userVersionAt = 60;
constexpr qsizetype applicationIdAt = 68;

//! No schema will ever have a number like this; a bit that has tipped over may make one.
constexpr int insaneSchema = 9999;

Result<void> makeFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return {};
    if (info.exists())
        return Error{ErrorCode::Malformed, u"%1 is a file, not a folder: choose another data folder"_s.arg(path)};
    if (!QDir().mkpath(info.absolutePath()))
        return errorFromErrno(errno, u"making the folder %1"_s.arg(info.absolutePath()));
    // Only the owner: the orders carry names and telephone numbers of guests.
    if (::mkdir(QFile::encodeName(path).constData(), 0700) != 0 && errno != EEXIST)
        return errorFromErrno(errno, u"making the data folder %1"_s.arg(path));
    return {};
}

bool isOurs(const QString &name)
{
    return name.startsWith("saji"_L1) || name == "lost+found"_L1;
}

//! What lies beside the database once there has been one, and may be alone there for a moment.
bool isBesideOurs(const QString &name)
{
    // The last ones: pictures (a kiosk's copies, a server's own), and what a paired device proves itself with.
    return name == backupFolderName || name.startsWith("damaged-"_L1) || name.startsWith("replaced-"_L1) || name == "cache"_L1 ||
           name == "pictures"_L1 || name == "keys"_L1;
}

Result<void> refuseForeignFolder(const QString &path)
{
    const auto names = QDir(path).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    if (names.contains(databaseName))
        return {};
    const bool wasOurs = names.contains(lockName);
    for (const auto &name : names) {
        if (!isOurs(name) && !(wasOurs && isBesideOurs(name)))
            return Error{ErrorCode::Malformed, u"%1 is not a data folder of Saji (it holds %2): choose an empty one"_s.arg(path, name)};
    }
    return {};
}

QByteArray holder()
{
    return QByteArray::number(QCoreApplication::applicationPid()) + ' ' + QCoreApplication::applicationName().toUtf8() + '\n';
}

Error heldByAnother(const QString &path, int lock)
{
    char text[128];
    const auto length = ::pread(lock, text, sizeof text, 0);
    const auto words = QString::fromUtf8(text, qMax<qsizetype>(length, 0)).simplified().split(u' ');
    const auto who = words.size() > 1 ? u"%2 (process %1)"_s.arg(words.at(0), words.at(1)) : u"another program"_s;
    return {ErrorCode::Busy, u"%1 is in use by %2: close that one, or choose another data folder"_s.arg(path, who)};
}

} // namespace

Result<DataFolder> DataFolder::take(const QString &path)
{
    const auto absolute = QFileInfo(path).absoluteFilePath();
    if (const auto made = makeFolder(absolute); !made)
        return made.error();
    if (const auto fit = refuseForeignFolder(absolute); !fit)
        return fit.error();
    const auto file = QFile::encodeName(QDir(absolute).filePath(lockName));
    const int lock = ::open(file.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock < 0)
        return errorFromErrno(errno, u"locking the data folder %1"_s.arg(absolute));
    DataFolder folder(absolute, lock);
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? heldByAnother(absolute, lock) : errorFromErrno(errno, u"locking the data folder %1"_s.arg(absolute));
    // Who holds it is only a courtesy to people: a full disk must not keep a program from reading what it has.
    const auto note = holder();
    if (::ftruncate(lock, 0) == 0)
        std::ignore = ::pwrite(lock, note.constData(), size_t(note.size()), 0);
    return folder;
}

DataFolder::DataFolder(DataFolder &&other) noexcept : m_path(std::move(other.m_path)), m_lock(std::exchange(other.m_lock, -1)) {}

DataFolder::~DataFolder()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

QString DataFolder::databaseFile() const
{
    return QDir(m_path).filePath(databaseName);
}

QString DataFolder::backupFolder() const
{
    return QDir(m_path).filePath(backupFolderName);
}

QString DataFolder::suspicionFile() const
{
    return QDir(m_path).filePath(suspicionName);
}

QString DataFolder::deviceCard() const
{
    return QDir(m_path).filePath(deviceCardName);
}

Result<void> DataFolder::checkHeader(const StoreFiles &files, const QString &file, quint32 applicationId, int newestSchema) const
{
    // A hot journal means that the birth of the file was cut short: its first page is not to be trusted before SQLite has undone it.
    const auto journal = files.head(file + u"-journal"_s, 1);
    if (!journal)
        return journal.error();
    const auto header = files.head(file, headerBytes);
    if (!header)
        return header.error();
    if (header->isEmpty() || !journal->isEmpty())
        return {};
    const auto isOneOf = [&header](qsizetype at, int last) { return header->at(at) >= 1 && header->at(at) <= last; };
    if (header->size() < headerBytes || !header->startsWith("SQLite format 3"))
        return damagedDatabase(file, u"it does not begin like a database"_s);
    if (qFromBigEndian<quint32>(header->constData() + applicationIdAt) != applicationId)
        return QFile::exists(deviceCard()) ? damagedDatabase(file, u"it does not say that it is ours"_s) : foreignDatabase(file);
    // SQLite would take these for a file that may only be read, or for one of another kind.
    if (!isOneOf(writeVersionAt, 2) || !isOneOf(readVersionAt, 2) || qFromBigEndian<quint32>(header->constData() + textEncodingAt) != 1)
        return damagedDatabase(file, u"its header makes no sense"_s);
    const auto version = qFromBigEndian<qint32>(header->constData() + userVersionAt);
    if (version > insaneSchema)
        return damagedDatabase(file, u"its schema has the number %1"_s.arg(version));
    if (version > newestSchema)
        return newerDatabase(file, version, newestSchema);
    return {};
}

Error damagedDatabase(const QString &file, const QString &why)
{
    // SQLite's verdicts begin with a line of their own.
    return {ErrorCode::Corrupt, u"%1 is damaged (%2)"_s.arg(file, why.simplified().remove("*** in database main *** "_L1))};
}

Error foreignDatabase(const QString &file)
{
    return {ErrorCode::Malformed, u"%1 is a database of another program; it was not touched: choose another data folder"_s.arg(file)};
}

Error newerDatabase(const QString &file, int found, int newest)
{
    return {ErrorCode::UnsupportedVersion,
            u"%1 was written by a newer Saji (schema %2, this one knows %3); it was not touched: update this device, or choose another data folder"_s
                .arg(file)
                .arg(found)
                .arg(newest)};
}

} // namespace saji
