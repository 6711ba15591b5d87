// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <services/menuservice.h>
#include <sync/fetchcache.h>

#include <QObject>

#include <memory>

namespace saji {

//! Brings the restaurant's own pictures of its dishes to this device, behind everything else, and keeps them for when nobody answers.
//!
//! The server says which there are (GET /api/pictures/); each is then fetched once by its content. What a restaurant has no picture of
//! of its own keeps the one that comes with the program.
class MenuPictures : public QObject
{
    Q_OBJECT

public:
    struct Rooms
    {
        QString folder;
        std::function<std::unique_ptr<HttpClient>()> http; //!< to whoever has them
        const Clock &clock;
        Scheduler &scheduler;
    };

    MenuPictures(const Rooms &rooms, const CachePolicy &lists, const CachePolicy &pictures, QObject *parent = nullptr);
    ~MenuPictures() override;

    //! Asks what there is, and fetches what is new.
    void refresh();
    //! Those whose file is here, by name.
    const QHash<QString, QString> &files() const { return m_files; }
    CacheFigures figures() const;
    void clear();

signals:
    void changed();

private:
    void take(const Result<FetchCache::Kept> &list);
    void lookAtFiles();

    FetchCache m_lists;
    FetchCache m_pictures;
    QHash<QString, QString> m_paths; //!< name -> where it is fetched from, as the server last said
    QHash<QString, QString> m_files;
    CacheFigures m_told;
    bool m_isFilled = false; //!< everything listed has been fetched once: from now on what is missing was let go of
};

} // namespace saji
