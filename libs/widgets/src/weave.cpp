// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/weave.h>

#include <widgets/theme.h>

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr qreal repeat215 = 96;
constexpr qreal line215 = 3;
constexpr qreal lozenge215 = 13; // half a diagonal
constexpr float lineStrength = 0.05f;
constexpr float lozengeStrength = 0.045f;

QPixmap makeTile(int side)
{
    QPixmap tile(side, side);
    tile.fill(Qt::transparent);
    const qreal scale = side / repeat215;
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    // Painted as one path, so that crossings are no brighter than strands.
    QPainterPath strands;
    const qreal half = line215 / std::sqrt(2.0);
    for (const QPointF &shift : {QPointF(0, 0), QPointF(-repeat215, 0), QPointF(repeat215, 0)}) {
        QPolygonF falling{{-half, 0}, {half, 0}, {repeat215 + half, repeat215}, {repeat215 - half, repeat215}};
        QPolygonF rising{{repeat215 - half, 0}, {repeat215 + half, 0}, {half, repeat215}, {-half, repeat215}};
        for (QPolygonF *strand : {&falling, &rising}) {
            QPainterPath path;
            path.addPolygon(strand->translated(shift));
            path.closeSubpath();
            strands = strands.united(path);
        }
    }
    QColor white(Qt::white);
    white.setAlphaF(lineStrength);
    painter.fillPath(strands, white);
    white.setAlphaF(lozengeStrength);
    painter.setPen(Qt::NoPen);
    painter.setBrush(white);
    for (const QPointF &at : {QPointF(48, 0), QPointF(48, 96)})
        painter.drawPolygon(QPolygonF{{at.x() - lozenge215, at.y()}, {at.x(), at.y() - lozenge215}, {at.x() + lozenge215, at.y()}, {at.x(), at.y() + lozenge215}});
    return tile;
}

} // namespace

QBrush weaveBrush(qreal pxPerMm)
{
    const int side = std::max(8, int(std::lround(repeat215 / Metrics::portrait215 * pxPerMm)));
    const QString key = u"saji-weave %1"_s.arg(side);
    QPixmap tile;
    if (!QPixmapCache::find(key, &tile)) {
        tile = makeTile(side);
        QPixmapCache::insert(key, tile);
    }
    return QBrush(tile);
}

void drawLeafGround(QPainter &painter, const QRectF &box, qreal radius, const Theme &theme, bool diagonal)
{
    const Palette &p = theme.palette();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (p.flat) {
        painter.setBrush(p.ground);
        painter.drawRoundedRect(box, radius, radius);
        return;
    }
    QLinearGradient gradient(box.topLeft(), diagonal ? box.bottomRight() : box.bottomLeft());
    gradient.setColorAt(0, p.leafBright);
    gradient.setColorAt(0.35, p.leaf);
    gradient.setColorAt(1, p.deep);
    painter.setBrush(gradient);
    painter.drawRoundedRect(box, radius, radius);
    painter.setBrush(weaveBrush(theme.metrics().pxPerMm));
    painter.drawRoundedRect(box, radius, radius);
}

} // namespace saji
