// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QStringList>

class QPainter;

namespace saji {

//! A text set into lines; measured once, drawn often.
struct TextBlock
{
    QStringList lines;
    QFont font;              //!< smaller than asked for when the text had to shrink
    qreal lineHeight = 0;
    qreal width = 0;         //!< of the widest line
    bool elided = false;
    qreal height() const { return lineHeight * qreal(lines.size()); }
};

constexpr qreal headingLine = 1.05;
constexpr qreal textLine = 1.35;
constexpr qreal smallestShrink = 0.85; //!< no name shrinks below this

//! Sets `text` into at most `maxLines` lines of `width`: wraps, then shrinks to 85 %, then elides. A word breaks only when alone it is too long.
TextBlock setText(const QString &text, const QFont &font, qreal width, int maxLines, qreal lineFactor = textLine);

//! One line, shrunk to 85 %, then elided.
TextBlock setLine(const QString &text, const QFont &font, qreal width);

//! Draws the block into `box` with the painter's pen; vertical alignment is by the capitals' height of single lines, so labels sit in the middle by eye.
void drawText(QPainter &painter, const QRectF &box, const TextBlock &block, Qt::Alignment alignment);

//! One line without measuring twice: shrinks and elides like setLine.
void drawLine(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, Qt::Alignment alignment);

//! The advance of a line in this font.
qreal lineWidth(const QString &text, const QFont &font);
//! The height of the capitals.
qreal capHeight(const QFont &font);

} // namespace saji
