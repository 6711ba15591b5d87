// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QRectF>

class QPainter;

namespace saji {

class Theme;

//! The lozenges of the tudung saji, as a brush for leaf-green grounds.
QBrush weaveBrush(qreal pxPerMm);

//! A leaf-green ground with weave: for the attract and number screens and the payment card. Plain ground where the look is flat.
//! `diagonal` as on the payment card, else from top to bottom.
void drawLeafGround(QPainter &painter, const QRectF &box, qreal radius, const Theme &theme, bool diagonal = false);

} // namespace saji
