// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/picturefolder.h>

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRegularExpression>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

Q_LOGGING_CATEGORY(lcPictures, "saji.gateway", QtInfoMsg)

QByteArray contentTypeOf(const QString &suffix)
{
    static const QHash<QString, QByteArray> types{
        {u"svg"_s, "image/svg+xml"}, {u"png"_s, "image/png"}, {u"jpg"_s, "image/jpeg"}, {u"jpeg"_s, "image/jpeg"}, {u"webp"_s, "image/webp"}};
    return types.value(suffix.toLower());
}

bool isPictureName(const QString &name)
{
    static const QRegularExpression form(u"^[a-z0-9][a-z0-9_-]{0,63}$"_s);
    return form.match(name).hasMatch();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PictureFolder::Files filesIn(const QString &folder)
{
    PictureFolder::Files files;
    const auto found = QDir(folder).entryInfoList(QDir::Files | QDir::Readable, QDir::Name);
    for (const auto &info : found) {
        const auto name = info.completeBaseName();
        if (!contentTypeOf(info.suffix()).isEmpty() && isPictureName(name) && !files.contains(name))
            files.insert(name, info.filePath());
    }
    return files;
}

} // namespace

PictureFolder::PictureFolder(const QString &folder) : m_files([folder] { return filesIn(folder); }), m_isAll(true) {}

PictureFolder::PictureFolder(std::function<Files()> kept) : m_files(std::move(kept)), m_isAll(false) {}

void PictureFolder::look()
{
    QMap<QString, Picture> pictures;
    const auto files = m_files();
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        const auto &name = it.key();
        const QFileInfo info(it.value());
        const auto type = contentTypeOf(info.suffix());
        if (type.isEmpty() || !info.isReadable())
            continue;
        const auto changed = info.lastModified().toMSecsSinceEpoch();
        const auto known = m_pictures.constFind(name);
        if (known != m_pictures.cend() && known->file == info.filePath() && known->bytes == info.size() && known->changedMs == changed) {
            pictures.insert(name, *known);
            continue;
        }
        if (info.size() > maxBytes) {
            qCWarning(lcPictures).noquote() << info.filePath() << "is larger than" << maxBytes / 1024 / 1024 << "MiB and is left out";
            continue;
        }
        const auto hash = QCryptographicHash::hash(contentOf(info.filePath()), QCryptographicHash::Sha256).toHex();
        pictures.insert(name, {info.filePath(), type, hash, info.size(), changed});
    }
    m_pictures = pictures;
}

HttpResponse PictureFolder::list(const HttpRequest &request)
{
    look();
    if (m_pictures.isEmpty() && !m_isAll)
        return HttpResponse::error(404, "not_found"_L1, u"There are no pictures here yet; ask the server."_s);
    QJsonArray list;
    for (auto it = m_pictures.cbegin(); it != m_pictures.cend(); ++it) {
        list.append(QJsonObject{{u"name"_s, it.key()},
                                {u"sha256"_s, QString::fromLatin1(it->sha256)},
                                {u"bytes"_s, it->bytes},
                                {u"content_type"_s, QString::fromLatin1(it->contentType)}});
    }
    const auto body = QJsonDocument(QJsonObject{{u"pictures"_s, list}}).toJson(QJsonDocument::Compact);
    const auto tag = '"' + QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex().left(32) + '"';
    auto response = request.headers.value("if-none-match") == tag ? HttpResponse{304, {}, {}, {}} : HttpResponse::json(body);
    response.headers = QList<std::pair<QByteArray, QByteArray>>{{"ETag", tag}, {"Cache-Control", "no-cache"}};
    return response;
}

HttpResponse PictureFolder::picture(const QString &name, const HttpRequest &request)
{
    if (!m_pictures.contains(name))
        look();
    const auto at = m_pictures.constFind(name);
    if (at == m_pictures.cend())
        return HttpResponse::error(404, "not_found"_L1, u"There is no picture \"%1\" here."_s.arg(name.left(64)));
    const auto body = contentOf(at->file);
    const auto hash = QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
    // Who names the content wants that one, and keeps it under its name for a month.
    const auto wanted = request.query.queryItemValue(u"sha256"_s).toLatin1();
    if (!wanted.isEmpty() && wanted != hash)
        return HttpResponse::error(404, "not_found"_L1, u"There is another picture \"%1\" here by now."_s.arg(name.left(64)));
    const auto tag = '"' + hash + '"';
    const QList<std::pair<QByteArray, QByteArray>> headers{{"ETag", tag}, {"Cache-Control", "public, max-age=2592000"}};
    if (request.headers.value("if-none-match") == tag)
        return {304, {}, {}, headers};
    return {200, at->contentType, body, headers};
}

void PictureFolder::addRoutes(Router &router)
{
    router.add("GET", u"/api/pictures/"_s, [this](const HttpRequest &request) { return list(request); });
    router.add("GET", u"/api/pictures/{name}/"_s, [this](const HttpRequest &request, const QStringList &captured, const HttpAnswer &answer) {
        answer(picture(captured.first(), request));
    });
}

} // namespace saji
