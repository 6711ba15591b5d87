// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/shadow.h>

#include <widgets/metrics.h>
#include <widgets/palette.h>

#include <QImage>
#include <QPainter>
#include <QPixmapCache>
#include <qdrawutil.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 21.5" reference.
struct Shape
{
    qreal drop;
    qreal blur;
    qreal strength;
    QRgb color;
};

Shape shapeOf(Shadow level)
{
    switch (level) {
    case Shadow::None: return {0, 0, 0, 0};
    case Shadow::Card: return {6, 18, 0.08, 0x16211A};
    case Shadow::Sheet: return {18, 48, 0.18, 0x16211A};
    case Shadow::Bar: return {8, 22, 0.22, 0x063D28};
    }
    return {0, 0, 0, 0};
}

void boxBlurLine(const uchar *in, uchar *out, int count, int stride, int radius)
{
    const int window = 2 * radius + 1;
    int sum = 0;
    const auto at = [&](int i) { return i >= 0 && i < count ? int(in[i * stride]) : 0; };
    for (int i = -radius; i <= radius; ++i)
        sum += at(i);
    for (int i = 0; i < count; ++i) {
        out[i * stride] = uchar(sum / window);
        sum += at(i + radius + 1) - at(i - radius);
    }
}

//! Three box blurs are a Gaussian to the eye.
void blur(QImage &mask, int radius)
{
    QImage other = mask;
    const int stride = int(mask.bytesPerLine());
    for (int pass = 0; pass < 3; ++pass) {
        for (int y = 0; y < mask.height(); ++y)
            boxBlurLine(mask.constBits() + y * stride, other.bits() + y * stride, mask.width(), 1, radius);
        for (int x = 0; x < mask.width(); ++x)
            boxBlurLine(other.constBits() + x, mask.bits() + x, mask.height(), stride, radius);
    }
}

QPixmap makeShadow(int radius, int reach, const Shape &shape)
{
    const int side = 2 * (radius + 2 * reach) + 1;
    QImage mask(side, side, QImage::Format_Alpha8);
    mask.fill(0);
    {
        QPainter painter(&mask);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::black);
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(QRect(reach, reach, side - 2 * reach, side - 2 * reach), radius, radius);
    }
    // Three boxes of radius r spread by 3 r; a CSS-like blur of b spreads by b.
    blur(mask, std::max(1, reach / 3));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < side; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        const uchar *cover = mask.constScanLine(y);
        for (int x = 0; x < side; ++x)
            line[x] = qPremultiply((shape.color & 0xffffffu) | (QRgb(std::lround(cover[x] * shape.strength)) << 24));
    }
    return QPixmap::fromImage(image);
}

} // namespace

QMarginsF Shadows::reach(Shadow level, const Metrics &metrics)
{
    const Shape shape = shapeOf(level);
    const qreal blurPx = metrics.at215(shape.blur);
    const qreal drop = metrics.at215(shape.drop);
    return {blurPx, std::max(0.0, blurPx - drop), blurPx, blurPx + drop};
}

void Shadows::draw(QPainter &painter, const QRectF &box, qreal radius, Shadow level, const Palette &palette, const Metrics &metrics)
{
    if (level == Shadow::None || palette.dark || palette.flat || box.isEmpty())
        return;
    const Shape shape = shapeOf(level);
    const int corner = int(std::lround(std::min({radius, box.width() / 2, box.height() / 2})));
    const int reach = std::max(2, metrics.at215(shape.blur));
    const QString key = u"saji-shadow %1 %2 %3"_s.arg(corner).arg(reach).arg(int(level));
    QPixmap patch;
    if (!QPixmapCache::find(key, &patch)) {
        patch = makeShadow(corner, reach, shape);
        QPixmapCache::insert(key, patch);
    }
    if (level == Shadow::Card) {
        QColor lower(shape.color);
        lower.setAlphaF(0.05f);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(lower);
        painter.drawRoundedRect(box.translated(0, 1), radius, radius);
    }
    const int edge = corner + 2 * reach;
    const QRect target = box.translated(0, metrics.at215(shape.drop)).toAlignedRect().adjusted(-reach, -reach, reach, reach);
    const int across = std::min(edge, target.width() / 2);
    const int down = std::min(edge, target.height() / 2);
    qDrawBorderPixmap(&painter, target, QMargins(across, down, across, down), patch, patch.rect(), QMargins(edge, edge, edge, edge));
}

} // namespace saji
