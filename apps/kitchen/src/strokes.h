// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/theme.h>

#include <QPainter>

namespace saji {

//! What header, key row and panels of the kitchen share: lengths of the 24" screen, and rounded grounds.
inline qreal at24(const Theme &theme, qreal reference)
{
    return reference / Metrics::landscape24 * theme.metrics().pxPerMm;
}

inline void fillCell(QPainter &painter, const QRectF &box, qreal radius, const QColor &color)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(box, radius, radius);
}

inline void edgeCell(QPainter &painter, const QRectF &box, qreal radius, const QColor &color, qreal width)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, width));
    painter.setBrush(Qt::NoBrush);
    const qreal in = width / 2;
    painter.drawRoundedRect(box.adjusted(in, in, -in, -in), radius - in, radius - in);
}

} // namespace saji
