// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

//! The few strokes that all controls share; each sets what it needs on the painter.
namespace saji {

struct Palette;
struct Metrics;

void fillRound(QPainter &painter, const QRectF &box, qreal radius, const QColor &color);
//! Inside the box.
void strokeRound(QPainter &painter, const QRectF &box, qreal radius, const QColor &color, qreal width, bool dashed = false);
//! The ground of a small cell: filled, and outlined where the look is flat.
void drawCell(QPainter &painter, const QRectF &box, qreal radius, const QColor &fill, const Palette &palette, const Metrics &metrics);
//! The darker (on dark looks lighter) tone that a quiet ground takes under a finger; `amount` 0..1.
QColor pressedTone(const QColor &ground, const Palette &palette, qreal amount);
QColor mixed(const QColor &from, const QColor &to, qreal amount);

} // namespace saji
