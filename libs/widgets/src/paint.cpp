// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint.h"

#include <widgets/metrics.h>
#include <widgets/palette.h>

#include <QPainter>

namespace saji {

void fillRound(QPainter &painter, const QRectF &box, qreal radius, const QColor &color)
{
    if (color.alpha() == 0)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(box, radius, radius);
}

void strokeRound(QPainter &painter, const QRectF &box, qreal radius, const QColor &color, qreal width, bool dashed)
{
    if (color.alpha() == 0 || width <= 0)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(color, width);
    if (dashed)
        pen.setDashPattern({2.4, 1.8});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const qreal inset = width / 2;
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
}

void drawCell(QPainter &painter, const QRectF &box, qreal radius, const QColor &fill, const Palette &palette, const Metrics &metrics)
{
    fillRound(painter, box, radius, fill);
    if (palette.flat)
        strokeRound(painter, box, radius, palette.outline, metrics.stroke(3));
}

QColor mixed(const QColor &from, const QColor &to, qreal amount)
{
    QColor over = to;
    over.setAlphaF(float(amount));
    return blended(from, over);
}

QColor pressedTone(const QColor &ground, const Palette &palette, qreal amount)
{
    return mixed(ground, palette.flat || palette.dark ? palette.ink : QColor(0x3A4A3C), amount * (palette.flat ? 0.25 : 0.14));
}

} // namespace saji
