// SPDX-License-Identifier: GPL-3.0-or-later
#include "chippaint.h"

#include <widgets/monogram.h>
#include <widgets/text.h>
#include <widgets/theme.h>

#include "paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal height215 = 88, monogram215 = 52, icon215 = 36, gap215 = 14, before215 = 16, after215 = 24, type215 = 27;

QFont chipFont(const Metrics &m)
{
    return m.fontAt215(type215, QFont::Bold);
}

qreal markWidth(const ChipContent &content, const Metrics &m)
{
    if (!content.monogram.isEmpty())
        return m.at215(monogram215) + m.at215(gap215);
    return content.icon.isEmpty() ? 0 : m.icon215(icon215) + m.at215(gap215);
}

qreal before(const ChipContent &content, const Metrics &m)
{
    return m.at215(content.monogram.isEmpty() ? after215 : before215);
}

} // namespace

int chipHeight(const Metrics &m)
{
    return std::max(m.at215(height215), int(std::ceil(chipFont(m).pixelSize() * 1.7)));
}

qreal chipWidth(const ChipContent &content, const Metrics &m)
{
    return before(content, m) + markWidth(content, m) + std::ceil(lineWidth(content.text, chipFont(m))) + m.at215(after215);
}

void drawChip(QPainter &painter, const QRectF &box, const ChipContent &content, bool checked, qreal pressed, Theme &theme)
{
    const Palette &p = theme.palette();
    const Metrics &m = theme.metrics();
    const QColor rest = checked ? p.selected : p.surface;
    const QColor ground = checked ? rest : pressedTone(rest, p, pressed);
    const QColor ink = checked ? p.onSelected : p.ink;
    fillRound(painter, box, m.radiusPill(), ground);
    if (!checked)
        strokeRound(painter, box, m.radiusPill(), p.outline, m.stroke(3));
    QRectF inner = box.adjusted(before(content, m), pressed * m.at215(3), -m.at215(after215) / 2.0, pressed * m.at215(3));
    if (!content.monogram.isEmpty()) {
        const qreal side = m.at215(monogram215);
        drawMonogram(painter, QRectF(inner.left(), inner.center().y() - side / 2, side, side), content.monogram, content.hue, theme);
    } else if (!content.icon.isEmpty()) {
        const qreal side = m.icon215(icon215);
        theme.icons().draw(painter, QRectF(inner.left(), inner.top(), side, inner.height()), content.icon, ink);
    }
    inner.setLeft(inner.left() + markWidth(content, m));
    painter.setPen(ink);
    drawLine(painter, inner, content.text, chipFont(m), Qt::AlignLeft | Qt::AlignVCenter);
}

TagShape tagShape(bool large, const Metrics &m)
{
    TagShape shape;
    shape.font = m.fontAt215(large ? 29 : 24, QFont::Bold);
    shape.height = std::max(m.at215(large ? 78 : 50), int(std::ceil(shape.font.pixelSize() * 1.6)));
    shape.radius = m.at215(large ? 26 : 16);
    shape.padding = m.at215(large ? 28 : 18);
    shape.icon = m.icon215(large ? 34 : 26);
    shape.gap = m.at215(large ? 16 : 10);
    return shape;
}

} // namespace saji
