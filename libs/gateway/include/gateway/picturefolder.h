// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gateway/router.h>

#include <QHash>
#include <QMap>

#include <functional>

namespace saji {

//! The restaurant's own pictures of its dishes: files `soto.png` (or .jpg, .svg, .webp) in a folder, named like the pictures of the menu.
//!
//! `GET /api/pictures/` lists them with the SHA-256 of their content; `/api/pictures/soto/` is one. A file that is put there, replaced or
//! removed is noticed when somebody asks. Larger ones than maxBytes are left out, with a word in the log.
//! A hub gives the ones that it keeps in the same way; while it keeps none it says 404, because it cannot know that there are none.
class PictureFolder
{
public:
    static constexpr qint64 maxBytes = 4 * 1024 * 1024;

    using Files = QHash<QString, QString>; //!< by name

    explicit PictureFolder(const QString &folder);
    //! Of files that lie somewhere else.
    explicit PictureFolder(std::function<Files()> kept);
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

    std::function<Files()> m_files;
    bool m_isAll; //!< what is not here is nowhere
    QMap<QString, Picture> m_pictures;
};

} // namespace saji
