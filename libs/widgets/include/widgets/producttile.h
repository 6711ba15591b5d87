// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/roles.h>
#include <widgets/theme.h>

#include <QModelIndex>

class QPainter;

namespace saji {

//! What one tile of the grid says; read from a model once per repaint of that tile.
struct TileContent
{
    QString title, art, subtitle, price, monogram, badge, soldOutText;
    QRgb hue = 0;
    Badge badgeKind = Badge::None;
    int count = 0;
    bool soldOut = false;

    static TileContent read(const QModelIndex &index, const TileRoles &roles);
    //! What a screen reader says.
    QString spoken() const;
    friend bool operator==(const TileContent &, const TileContent &) = default;
};

//! Paints a product's tile: zone with art, monogram, badge, name, price and the add button, or the wide form with the art on the left.
namespace producttile {

//! Where the parts of a tile lie.
struct Parts
{
    QRectF card, zone, art, name, price, add, monogram, badge;
    bool wide = false;
};

Parts parts(const QSizeF &size, bool wide, const Metrics &metrics);
//! The size at which the tile asks the art cache for its picture.
QSize artSize(const QSizeF &size, bool wide, const Metrics &metrics);
//! How far a tall glass reaches above its tile.
int overhang(const Metrics &metrics);
//! Paints what stands still, with the card's corner at the origin: everything but shadow and add button. False when the art was not there yet.
bool paint(QPainter &painter, const QSizeF &size, bool wide, const TileContent &content, Theme &theme, qreal devicePixelRatio);
//! The add button or the count; `pop` scales it (1 = at rest). Nothing when sold out.
void paintAdd(QPainter &painter, const QSizeF &size, bool wide, const TileContent &content, Theme &theme, qreal pop);
//! The tone under a finger, over a painted tile.
void paintPressed(QPainter &painter, const QSizeF &size, const Theme &theme, qreal pressed);

} // namespace producttile

} // namespace saji
