// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/utilityrow.h>

#include <widgets/text.h>

#include "paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal cell215 = 76, gap215 = 12, icon215 = 34, type215 = 27, padding215 = 20;
constexpr int twoRowsFrom = 150; // per cent of text scale

} // namespace

UtilityRow::UtilityRow(QWidget *parent) : Control(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void UtilityRow::setItems(const QList<Item> &items)
{
    m_items = items;
    updateGeometry();
    targetsChanged();
}

void UtilityRow::setGlass(bool glass)
{
    m_glass = glass;
    update();
}

int UtilityRow::rows() const
{
    return metrics().textScale >= twoRowsFrom && m_items.size() > 2 ? 2 : 1;
}

QSize UtilityRow::sizeHint() const
{
    const Metrics &m = metrics();
    const int cell = std::max(m.at215(cell215), int(std::ceil(m.fontAt215(type215, QFont::Bold).pixelSize() * 1.7)));
    return {m.px(200), cell * rows() + m.at215(gap215) * (rows() - 1)};
}

QSize UtilityRow::minimumSizeHint() const
{
    return {metrics().px(60), sizeHint().height()};
}

Control::Target UtilityRow::target(int index) const
{
    const Metrics &m = metrics();
    const int perRow = int((m_items.size() + rows() - 1) / rows());
    const int row = index / perRow;
    const int first = row * perRow;
    const int count = std::min(perRow, int(m_items.size()) - first);
    const qreal gap = m.at215(gap215);
    const QFont font = m.fontAt215(type215, QFont::Bold);
    // Wider words get wider cells: what is left over is shared.
    QList<qreal> widths;
    qreal all = 0;
    for (int i = 0; i < count; ++i) {
        const Item &item = m_items.at(first + i);
        widths.append(lineWidth(item.text, font) + (item.icon.isEmpty() ? 0 : (m.icon215(icon215) + m.at215(14))) + m.at215(2 * padding215));
        all += widths.last();
    }
    const qreal room = width() - gap * (count - 1);
    const qreal extra = (room - all) / count;
    qreal x = 0;
    for (int i = 0; i < index - first; ++i)
        x += std::max(m.px(15) * 1.0, widths.at(i) + extra) + gap;
    const qreal high = (height() - gap * (rows() - 1)) / rows();
    const Item &item = m_items.at(index);
    return {QRectF(std::round(x), row * (high + gap), std::round(widths.at(index - first) + extra), high), qreal(m.radiusCell()),
            item.accessible.isEmpty() ? item.text : item.accessible, QAccessible::Button, isEnabled() && item.enabled, false};
}

void UtilityRow::press(int index)
{
    emit chosen(index);
}

void UtilityRow::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QFont font = m.fontAt215(type215, QFont::Bold);
    for (int i = 0; i < m_items.size(); ++i) {
        const Item &item = m_items.at(i);
        const Target t = target(i);
        const qreal held = pressed(i);
        const bool glass = m_glass && !p.flat;
        const QColor ground = glass ? QColor(255, 255, 255, 38 + int(38 * held)) : pressedTone(p.sunken, p, held);
        drawCell(painter, t.box, t.radius, ground, p, m);
        const QColor ink = !t.enabled ? p.disabled : glass ? p.onDeep : item.warning && !p.flat ? p.cabaiDeep : p.ink;
        const qreal icon = item.icon.isEmpty() ? 0 : m.icon215(icon215);
        const qreal gap = icon > 0 ? m.at215(14) : 0;
        const TextBlock text = setLine(item.text, font, std::max(1.0, t.box.width() - icon - gap - m.at215(16)));
        const qreal left = t.box.center().x() - (icon + gap + text.width) / 2;
        const qreal down = held * m.at215(3);
        theme().icons().draw(painter, QRectF(left, t.box.top() + down, icon, t.box.height()), item.icon, ink);
        painter.setPen(ink);
        drawText(painter, QRectF(left + icon + gap, t.box.top() + down, text.width + 1, t.box.height()), text, Qt::AlignLeft | Qt::AlignVCenter);
    }
}

} // namespace saji
