// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportformat.h"

#include "databasehandle.h"
#include "identityrow.h"
#include "migrations.h"
#include "readthrough.h"
#include "sqlerror.h"
#include "tuning.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

constexpr auto letters = QByteArrayView("SAJI-BK1");
constexpr qsizetype hashBytes = 32;
constexpr qsizetype lengthBytes = 4;
constexpr qsizetype footBytes = lengthBytes + hashBytes + 8;
constexpr qsizetype longestManifest = 64 * 1024;

Error notOurs(const QString &file)
{
    return {ErrorCode::Malformed, u"%1 is no file of exported data of Saji, or not the whole of it; nothing was changed"_s.arg(file)};
}

Error notWhatWasWritten(const QString &file)
{
    return {ErrorCode::Corrupt, u"%1 is not what was once written (its checksum differs); nothing was changed: copy it again, or take another one"_s
                                    .arg(file)};
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(lengthBytes, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

Result<ExportManifest> manifestFrom(const QByteArray &json, const QString &file)
{
    const auto fields = QJsonDocument::fromJson(json).object();
    const auto format = fields.value(u"saji_backup"_s).toInt();
    if (format > 1)
        return Error{ErrorCode::UnsupportedVersion, u"%1 was written by a newer Saji; nothing was changed: update this device"_s.arg(file)};
    const auto device = DeviceId::fromString(fields.value(u"device"_s).toString());
    const auto kind = nodeKindFromWord(fields.value(u"kind"_s).toString());
    if (format != 1 || !device || !kind)
        return notOurs(file);
    ExportManifest manifest{*device, *kind, fields.value(u"name"_s).toString(), fields.value(u"store"_s).toString(), 0, 0, {}, {}};
    manifest.schema = fields.value(u"schema"_s).toInt();
    manifest.events = fields.value(u"events"_s).toInteger();
    manifest.takenAt = Milliseconds(QDateTime::fromString(fields.value(u"taken_at"_s).toString(), Qt::ISODateWithMs).toMSecsSinceEpoch());
    manifest.appVersion = fields.value(u"app_version"_s).toString();
    return manifest;
}

Result<QByteArray> hashOf(QFile &file, qint64 bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (bytes > 0) {
        const auto piece = file.read(qMin(bytes, tuning::hashedBytes));
        if (piece.isEmpty())
            return errorFromErrno(errno, u"reading %1"_s.arg(file.fileName()));
        hash.addData(piece);
        bytes -= piece.size();
    }
    return hash.result();
}

} // namespace

QByteArray manifestBytes(const ExportManifest &manifest)
{
    const QJsonObject fields{
        {u"saji_backup"_s, 1},
        {u"device"_s, manifest.device.toString()},
        {u"kind"_s, QString(nodeKindWord(manifest.kind))},
        {u"name"_s, manifest.name},
        {u"store"_s, manifest.store},
        {u"schema"_s, manifest.schema},
        {u"events"_s, manifest.events},
        {u"taken_at"_s, QDateTime::fromMSecsSinceEpoch(manifest.takenAt.count(), Qt::UTC).toString(Qt::ISODateWithMs)},
        {u"app_version"_s, manifest.appVersion},
    };
    return QJsonDocument(fields).toJson(QJsonDocument::Compact);
}

ExportSeal::ExportSeal(const QString &pages, const ExportManifest &manifest) : m_file(pages), m_manifest(manifestBytes(manifest)) {}

Result<bool> ExportSeal::step()
{
    if (m_isClosed)
        return true;
    if (!m_file.isOpen() && !m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return errorFromErrno(errno, u"reading %1"_s.arg(m_file.fileName()));
    const auto piece = m_file.read(tuning::hashedBytes);
    if (!piece.isEmpty()) {
        m_hash.addData(piece);
        return false;
    }
    if (m_file.error() != QFile::NoError)
        return errorFromErrno(errno, u"reading %1"_s.arg(m_file.fileName()));
    if (const auto closed = close(); !closed)
        return closed.error();
    return true;
}

Result<void> ExportSeal::close()
{
    const auto covered = m_manifest + bigEndian(quint32(m_manifest.size()));
    m_hash.addData(covered);
    const auto foot = covered + m_hash.result() + letters.toByteArray();
    if (m_file.write(foot) != foot.size())
        return errorFromErrno(errno, u"writing %1"_s.arg(m_file.fileName()));
    m_file.close();
    m_isClosed = true;
    return syncFile(m_file.fileName());
}

Result<ExportManifest> manifestOf(Database::Private &database, const Clock &clock)
{
    const auto identity = readIdentity(database);
    if (!identity)
        return identity.error();
    if (!*identity)
        return Error{ErrorCode::NotFound, u"%1 has no data yet"_s.arg(database.folder.path())};
    const auto events = database.pragma("SELECT count(*) FROM events"_L1);
    if (!events)
        return events.error();
    const auto &who = **identity;
    return ExportManifest{who.origin.device, who.kind, who.name, who.store, database.schemaVersion, *events, clock.wallNow(), QStringLiteral(SAJI_VERSION)};
}

Result<ExportManifest> readExport(const QString &name)
{
    QFile file(name);
    if (!file.exists())
        return Error{ErrorCode::NotFound, u"there is no file %1"_s.arg(name)};
    if (!file.open(QIODevice::ReadOnly))
        return errorFromErrno(errno, u"reading %1"_s.arg(name));
    if (file.size() < footBytes || !file.seek(file.size() - footBytes))
        return notOurs(name);
    const auto foot = file.read(footBytes);
    const auto length = qsizetype(qFromBigEndian<quint32>(foot.constData()));
    const auto pages = file.size() - footBytes - length;
    if (foot.size() != footBytes || !foot.endsWith(letters) || length > longestManifest || pages <= 0)
        return notOurs(name);
    file.seek(0);
    const auto hash = hashOf(file, file.size() - hashBytes - letters.size());
    if (!hash)
        return hash.error();
    if (*hash != foot.mid(lengthBytes, hashBytes))
        return notWhatWasWritten(name);
    file.seek(pages);
    const auto manifest = manifestFrom(file.read(length), name);
    if (!manifest)
        return manifest;
    if (manifest->schema > newestSchema())
        return Error{ErrorCode::UnsupportedVersion, u"%1 was written by a newer Saji; nothing was changed: update this device"_s.arg(name)};
    if (const auto sound = inspectCopy(name); !sound)
        return sound.error();
    return manifest;
}

} // namespace saji
