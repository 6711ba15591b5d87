// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QSet>
#include <QString>
#include <QThreadPool>

namespace saji {

//! Renders pictures of dishes off the GUI thread and keeps them, bounded by bytes; a paint event never waits for one.
//!
//! A picture is named (`soto` = `:/saji/art/soto.svg`) or is the path of an SVG, PNG or JPEG file. What was asked for last is rendered
//! first. An unknown or broken picture is reported once in the log and stays empty.
class ArtCache : public QObject
{
    Q_OBJECT
public:
    enum class Tone { Full, Grey }; //!< Grey: sold out

    explicit ArtCache(qsizetype maxBytes = defaultBytes, QObject *parent = nullptr);
    ~ArtCache() override;

    static constexpr qsizetype defaultBytes = 24 * 1024 * 1024; //!< two pages of tiles, the rail and a sheet on a 1080 x 1920 screen

    //! The picture, fitted into `size` (device-independent, centred by its box); null until it is there: then ready() follows.
    QPixmap picture(const QString &name, const QSize &size, qreal devicePixelRatio, Tone tone = Tone::Full);
    //! Asks for a picture of the page that may come next; after everything that is on screen.
    void prefetch(const QString &name, const QSize &size, qreal devicePixelRatio, Tone tone = Tone::Full);

    //! Files to be shown instead of the pictures of these names; what has another file than before is painted anew.
    void setFiles(const QHash<QString, QString> &files);

    qsizetype bytes() const { return m_cache.totalCost(); }
    void setMaxBytes(qsizetype bytes) { m_cache.setMaxCost(bytes); }
    //! Waits for the worker and forgets what it made; for tests and for a change of screen.
    void clear();
    bool idle() const { return m_pending.isEmpty(); }

signals:
    //! A picture has arrived in one of its sizes. GUI thread.
    void ready(const QString &name);

private:
    struct Wish
    {
        QString key;
        QString name;
        QString path;
        QSize pixels;
        qreal devicePixelRatio = 1;
        Tone tone = Tone::Full;
    };

    Wish wishFor(const QString &name, const QSize &size, qreal devicePixelRatio, Tone tone) const;
    void request(const Wish &wish, bool soon);
    void deliver(const Wish &wish, const QImage &image);

    QThreadPool m_pool;
    QCache<QString, QPixmap> m_cache;
    QSet<QString> m_pending;
    QSet<QString> m_missing;
    QHash<QString, QString> m_files;
    int m_generation = 0;
    int m_urgency = 0;
};

} // namespace saji
