// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QStringList>

class QPainter;

namespace saji {

class Theme;

//! Draws how far something has come, as a chain of discs from left to right: filled with its sign where a step has happened, a ring where not.
//!
//! `signs` are names of icons, or one character that is drawn as it is; `done` has one bit a step. The chain is as high as the box and
//! starts at its left; stepsWidth() says how wide it is.
void drawSteps(QPainter &painter, const QRectF &box, const QStringList &signs, int done, Theme &theme);
[[nodiscard]] qreal stepsWidth(qsizetype steps, qreal height);

} // namespace saji
