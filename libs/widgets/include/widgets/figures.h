// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>

class QPainter;

namespace saji {

//! Draws a price, age, clock or counter with each digit in a cell as wide as the widest of 1 to 9 (which the nought
//! fills, too), so that columns stand and nothing
//! jitters while it counts. Everything that is no digit keeps its own width. One line, in the painter's pen.
void drawFigures(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, Qt::Alignment alignment);

//! What drawFigures() takes, in pixels: equal for all numbers with as many digits.
qreal figuresWidth(const QString &text, const QFont &font);

} // namespace saji
