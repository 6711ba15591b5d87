// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

//! How chips and tags are measured and painted; shared by the single ones and the row.
namespace saji {

class Theme;
struct Metrics;

struct ChipContent
{
    QString text, icon, monogram;
    QRgb hue = 0;
};

struct TagShape
{
    QFont font;
    int height = 0, radius = 0, padding = 0, icon = 0, gap = 0;
};

int chipHeight(const Metrics &metrics);
qreal chipWidth(const ChipContent &content, const Metrics &metrics);
void drawChip(QPainter &painter, const QRectF &box, const ChipContent &content, bool checked, qreal pressed, Theme &theme);
TagShape tagShape(bool large, const Metrics &metrics);

} // namespace saji
