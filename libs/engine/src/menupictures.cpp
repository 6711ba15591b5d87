// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/menupictures.h>

#include "logging.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

const auto listPath = u"/api/pictures/"_s;

//! As a menu file names pictures: nothing that a path could be made of.
bool isPictureName(const QString &name)
{
    static const QRegularExpression form(u"^[a-z0-9][a-z0-9_-]{0,63}$"_s);
    return form.match(name).hasMatch();
}

bool isHash(const QString &hash)
{
    static const QRegularExpression form(u"^[0-9a-f]{64}$"_s);
    return form.match(hash).hasMatch();
}

} // namespace

MenuPictures::MenuPictures(const Rooms &rooms, const CachePolicy &lists, const CachePolicy &pictures, QObject *parent)
    : QObject(parent), m_lists(rooms.folder + u"/master-data"_s, lists, rooms.http(), rooms.clock, rooms.scheduler),
      m_pictures(rooms.folder + u"/pictures"_s, pictures, rooms.http(), rooms.clock, rooms.scheduler)
{
    connect(&m_lists, &FetchCache::changed, this, &MenuPictures::refresh);
    connect(&m_pictures, &FetchCache::changed, this, &MenuPictures::lookAtFiles);
    connect(&m_pictures, &FetchCache::idle, this, [this] {
        m_isFilled = !m_paths.isEmpty();
        lookAtFiles();
        // Whoever looks at the figures sees the last picture that came as well.
        if (const auto now = figures(); now != m_told) {
            m_told = now;
            emit changed();
        }
    });
}

MenuPictures::~MenuPictures() = default;

void MenuPictures::refresh()
{
    m_lists.get(listPath, [this](const Result<FetchCache::Kept> &list) { take(list); });
}

void MenuPictures::take(const Result<FetchCache::Kept> &list)
{
    if (!list) {
        qCDebug(lcEngine).noquote() << "pictures:" << list.error().detail;
        return;
    }
    m_paths.clear();
    QStringList paths;
    const auto pictures = QJsonDocument::fromJson(list->body).object().value(u"pictures"_s).toArray();
    for (const auto &value : pictures) {
        const auto name = value[u"name"_s].toString();
        const auto hash = value[u"sha256"_s].toString();
        if (!isPictureName(name) || !isHash(hash))
            continue;
        m_paths.insert(name, listPath + name + u"/?sha256="_s + hash);
        paths.append(m_paths.value(name));
        if (m_isFilled)
            (void)m_pictures.wanted(paths.last());
    }
    m_pictures.fetchAhead(paths);
    lookAtFiles();
}

void MenuPictures::lookAtFiles()
{
    QHash<QString, QString> files;
    for (auto it = m_paths.cbegin(); it != m_paths.cend(); ++it) {
        if (const auto file = m_pictures.file(it.value()); !file.isEmpty())
            files.insert(it.key(), file);
    }
    if (files == m_files)
        return;
    m_files = files;
    emit changed();
}

CacheFigures MenuPictures::figures() const
{
    const auto stats = m_pictures.stats();
    return {stats.entries, stats.bytes, stats.hitRatePercent(), stats.isLow()};
}

void MenuPictures::clear()
{
    m_pictures.clear();
    m_isFilled = false;
    lookAtFiles();
    refresh();
}

} // namespace saji
