// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/art.h>

#include "log.h"

#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

QString pathOf(const QString &name)
{
    return name.contains(u'/') ? name : u":/saji/art/"_s + name + u".svg"_s;
}

void turnGrey(QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int grey = qGray(line[x]); // premultiplied in, premultiplied out
            line[x] = qRgba(grey, grey, grey, qAlpha(line[x]));
        }
    }
}

QImage renderSvg(const QString &path, const QSize &pixels)
{
    QSvgRenderer renderer(path);
    if (!renderer.isValid())
        return {};
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QSizeF fitted = QSizeF(renderer.viewBoxF().size()).scaled(QSizeF(pixels), Qt::KeepAspectRatio);
    renderer.render(&painter, QRectF((pixels.width() - fitted.width()) / 2, (pixels.height() - fitted.height()) / 2, fitted.width(), fitted.height()));
    return image;
}

QImage renderPhoto(const QString &path, const QSize &pixels)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize full = reader.size();
    if (full.isValid())
        reader.setScaledSize(full.scaled(pixels, Qt::KeepAspectRatio));
    return reader.read().convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

} // namespace

ArtCache::ArtCache(qsizetype maxBytes, QObject *parent) : QObject(parent), m_cache(maxBytes)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

ArtCache::~ArtCache()
{
    m_pool.clear(); // what is being painted is waited for by the pool's own end
}

ArtCache::Wish ArtCache::wishFor(const QString &name, const QSize &size, qreal devicePixelRatio, Tone tone) const
{
    return {u"%1 %2x%3@%4 %5"_s.arg(name).arg(size.width()).arg(size.height()).arg(devicePixelRatio).arg(int(tone)), name,
            m_files.value(name, pathOf(name)), size * devicePixelRatio, devicePixelRatio, tone};
}

void ArtCache::setFiles(const QHash<QString, QString> &files)
{
    QSet<QString> others;
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        if (m_files.value(it.key()) != it.value())
            others.insert(it.key());
    }
    for (auto it = m_files.cbegin(); it != m_files.cend(); ++it) {
        if (!files.contains(it.key()))
            others.insert(it.key());
    }
    if (others.isEmpty())
        return;
    m_files = files;
    const auto nameOf = [](const QString &key) { return key.section(u' ', 0, 0); };
    const auto keys = m_cache.keys();
    for (const QString &key : keys) {
        if (others.contains(nameOf(key)))
            m_cache.remove(key);
    }
    // What is being painted now may be of an old file: whoever waits for it asks again.
    for (const QString &key : std::as_const(m_pending))
        others.insert(nameOf(key));
    ++m_generation;
    m_pool.clear();
    m_pending.clear();
    m_missing -= others;
    for (const QString &name : std::as_const(others))
        emit ready(name);
}

QPixmap ArtCache::picture(const QString &name, const QSize &size, qreal devicePixelRatio, Tone tone)
{
    if (name.isEmpty() || size.isEmpty())
        return {};
    const Wish wish = wishFor(name, size, devicePixelRatio, tone);
    if (const QPixmap *known = m_cache.object(wish.key))
        return *known;
    request(wish, true);
    return {};
}

void ArtCache::prefetch(const QString &name, const QSize &size, qreal devicePixelRatio, Tone tone)
{
    if (name.isEmpty() || size.isEmpty())
        return;
    const Wish wish = wishFor(name, size, devicePixelRatio, tone);
    if (!m_cache.contains(wish.key))
        request(wish, false);
}

void ArtCache::request(const Wish &wish, bool soon)
{
    if (m_pending.contains(wish.key) || m_missing.contains(wish.name))
        return;
    m_pending.insert(wish.key);
    const int generation = m_generation;
    // Higher goes first: the page a guest has just turned to overtakes the one that is gone.
    m_pool.start(
        [this, wish, generation] {
            QImage image = wish.path.endsWith(u".svg"_s) ? renderSvg(wish.path, wish.pixels) : renderPhoto(wish.path, wish.pixels);
            if (wish.tone == Tone::Grey)
                turnGrey(image);
            QMetaObject::invokeMethod(this, [this, wish, generation, image] {
                if (generation == m_generation)
                    deliver(wish, image);
            });
        },
        soon ? ++m_urgency : -1);
}

void ArtCache::deliver(const Wish &wish, const QImage &image)
{
    m_pending.remove(wish.key);
    if (image.isNull()) {
        if (!m_missing.contains(wish.name))
            qCWarning(widgetsLog).noquote() << "There is no picture" << wish.name;
        m_missing.insert(wish.name);
        return;
    }
    QPixmap pixmap = QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(wish.devicePixelRatio);
    m_cache.insert(wish.key, new QPixmap(pixmap), image.sizeInBytes());
    emit ready(wish.name);
}

void ArtCache::clear()
{
    m_pool.clear();
    ++m_generation; // what is being painted now comes too late to be taken
    m_pending.clear();
    m_missing.clear();
    m_cache.clear();
}

} // namespace saji
