// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace saji {

struct Metrics;
struct Palette;

//! How far something floats above the page.
enum class Shadow { None, Card, Sheet, Bar };

//! Draws soft shadows from nine-patch pixmaps that are made once per (radius, level, scale) and kept in QPixmapCache.
class Shadows
{
public:
    //! Draws the shadow of a rounded rect under it; nothing where the look is dark or flat.
    void draw(QPainter &painter, const QRectF &box, qreal radius, Shadow level, const Palette &palette, const Metrics &metrics);
    //! How far a shadow reaches beyond its box.
    static QMarginsF reach(Shadow level, const Metrics &metrics);
};

} // namespace saji
