// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gateway/router.h>

#include <QMap>

namespace saji {

//! The restaurant's own pictures of its dishes: files `soto.png` (or .jpg, .svg, .webp) in a folder, named like the pictures of the menu.
//!
//! `GET /api/pictures/` lists them with the SHA-256 of their content; `/api/pictures/soto/` is one. A file that is put there, replaced or
//! removed is noticed when somebody asks. Larger ones than maxBytes are left out, with a word in the log.
class PictureFolder
{
public:
    static constexpr qint64 maxBytes = 4 * 1024 * 1024;

    explicit PictureFolder(const QString &folder);
    void addRoutes(Router &router);

private:
    struct Picture
    {
        QString file;
        QByteArray contentType;
        QByteArray sha256;
        qint64 bytes = 0;
        qint64 changedMs = 0;
    };

    void look();
    HttpResponse list(const HttpRequest &request);
    HttpResponse picture(const QString &name, const HttpRequest &request);

    QString m_folder;
    QMap<QString, Picture> m_pictures;
};

} // namespace saji
