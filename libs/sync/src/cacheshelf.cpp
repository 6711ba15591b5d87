// SPDX-License-Identifier: GPL-3.0-or-later
#include "cacheshelf.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

constexpr int formatVersion = 1;

QByteArray hashOf(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
}

//! Pictures are read by programs that go by the end of the name.
QString suffixOf(const QByteArray &contentType)
{
    static const QHash<QByteArray, QString> suffixes{{"image/svg+xml", u".svg"_s}, {"image/png", u".png"_s},   {"image/jpeg", u".jpg"_s},
                                                     {"image/webp", u".webp"_s},   {"audio/wav", u".wav"_s},   {"audio/ogg", u".ogg"_s},
                                                     {"application/json", u".json"_s}};
    return suffixes.value(contentType.split(';').first().trimmed());
}

bool isHash(const QByteArray &hash)
{
    return hash.size() == 64 && std::ranges::all_of(hash, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return Error{ErrorCode::Io, u"cannot write %1: %2"_s.arg(path, file.errorString())};
}

} // namespace

CacheShelf::CacheShelf(const QString &folder) : m_folder(folder)
{
    QDir().mkpath(m_folder + u"/objects"_s);
    load();
}

QString CacheShelf::indexFile() const
{
    return m_folder + u"/index.cbor"_s;
}

QString CacheShelf::fileOf(const CacheEntry &entry) const
{
    return m_folder + u"/objects/"_s + QString::fromLatin1(entry.hash) + suffixOf(entry.contentType);
}

void CacheShelf::load()
{
    QFile file(indexFile());
    if (file.open(QIODevice::ReadOnly)) {
        const auto root = QCborValue::fromCbor(file.readAll()).toMap();
        const auto list = root.value(u"entries"_s).toArray();
        for (const auto &value : root.value(u"format"_s).toInteger() == formatVersion ? list : QCborArray()) {
            const auto fields = value.toArray();
            const CacheEntry entry{fields.at(1).toByteArray(), fields.at(2).toByteArray(), fields.at(3).toByteArray(),
                                   fields.at(4).toInteger(),   fields.at(5).toInteger(),   fields.at(6).toInteger()};
            if (!isHash(entry.hash) || !QFile::exists(fileOf(entry)))
                continue;
            m_entries.insert(fields.at(0).toString(), entry);
            m_uses = std::max(m_uses, entry.usedAt);
        }
    }
    // What a crash left behind between the content and the index.
    QSet<QString> known;
    for (const auto &entry : std::as_const(m_entries))
        known.insert(fileOf(entry));
    const QDir objects(m_folder + u"/objects"_s);
    const auto names = objects.entryList(QDir::Files);
    for (const auto &name : names) {
        if (!known.contains(objects.filePath(name)))
            QFile::remove(objects.filePath(name));
    }
}

Result<void> CacheShelf::save() const
{
    QCborArray list;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it)
        list.append(QCborArray{it.key(), it->hash, it->contentType, it->tag, it->bytes, it->fetchedMs, it->usedAt});
    return write(indexFile(), QCborValue(QCborMap{{u"format"_s, formatVersion}, {u"entries"_s, list}}).toCbor());
}

const CacheEntry *CacheShelf::find(const QString &path) const
{
    const auto at = m_entries.constFind(path);
    return at == m_entries.cend() ? nullptr : &*at;
}

void CacheShelf::touch(const QString &path)
{
    if (const auto at = m_entries.find(path); at != m_entries.end())
        at->usedAt = ++m_uses;
}

Result<QByteArray> CacheShelf::read(const QString &path)
{
    const auto *entry = find(path);
    if (!entry)
        return Error{ErrorCode::NotFound, u"%1 is not kept"_s.arg(path)};
    QFile file(fileOf(*entry));
    auto body = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    if (hashOf(body) == entry->hash)
        return body;
    file.close();
    file.remove();
    remove(path);
    return Error{ErrorCode::Corrupt, u"what was kept of %1 is damaged"_s.arg(path)};
}

Result<bool> CacheShelf::put(const QString &path, const QByteArray &body, CacheEntry entry)
{
    entry.hash = hashOf(body);
    entry.bytes = body.size();
    entry.usedAt = ++m_uses;
    const auto *before = find(path);
    const bool isOther = !before || before->hash != entry.hash;
    if (!QFile::exists(fileOf(entry))) {
        if (const auto done = write(fileOf(entry), body); !done)
            return done.error();
    }
    const auto old = before ? std::optional(*before) : std::nullopt;
    m_entries.insert(path, entry);
    if (old && fileOf(*old) != fileOf(entry))
        removeFile(*old);
    return isOther;
}

void CacheShelf::renew(const QString &path, qint64 fetchedMs)
{
    if (const auto at = m_entries.find(path); at != m_entries.end())
        at->fetchedMs = fetchedMs;
}

void CacheShelf::remove(const QString &path)
{
    const auto at = m_entries.constFind(path);
    if (at == m_entries.cend())
        return;
    const auto entry = *at;
    m_entries.erase(at);
    removeFile(entry);
}

void CacheShelf::removeFile(const CacheEntry &entry)
{
    // Another name may have the same content.
    const auto same = [&](const CacheEntry &other) { return fileOf(other) == fileOf(entry); };
    if (std::ranges::none_of(m_entries, same))
        QFile::remove(fileOf(entry));
}

void CacheShelf::trim(int maxEntries)
{
    while (m_entries.size() > maxEntries) {
        auto oldest = m_entries.cbegin();
        for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
            if (it->usedAt < oldest->usedAt)
                oldest = it;
        }
        remove(oldest.key());
    }
}

void CacheShelf::clear()
{
    m_entries.clear();
    QDir(m_folder).removeRecursively();
    QDir().mkpath(m_folder + u"/objects"_s);
}

qint64 CacheShelf::bytes() const
{
    QHash<QString, qint64> files;
    for (const auto &entry : m_entries)
        files.insert(fileOf(entry), entry.bytes);
    qint64 sum = 0;
    for (const auto size : std::as_const(files))
        sum += size;
    return sum;
}

} // namespace saji
