// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/segmentrow.h>

#include <widgets/text.h>

#include "paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal tall215 = 128, low215 = 76, inset215 = 8, type215 = 26, icon215 = 32;

} // namespace

SegmentRow::SegmentRow(QWidget *parent) : Control(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SegmentRow::setSegments(const QList<Segment> &segments)
{
    m_segments = segments;
    if (m_currentSegment >= segments.size())
        m_currentSegment = -1;
    updateGeometry();
    targetsChanged();
}

void SegmentRow::setCurrent(int index)
{
    m_currentSegment = index;
    update();
}

void SegmentRow::setTall(bool tall)
{
    m_tall = tall;
    setSizePolicy(tall ? QSizePolicy::Expanding : QSizePolicy::Preferred, QSizePolicy::Fixed);
    themeChanged();
}

void SegmentRow::setGlass(bool glass)
{
    m_glass = glass;
    update();
}

QSize SegmentRow::sizeHint() const
{
    const Metrics &m = metrics();
    const QFont font = m.fontAt215(type215, QFont::ExtraBold);
    qreal widest = m.px(15);
    for (const Segment &segment : m_segments)
        widest = std::max(widest, lineWidth(segment.text, font) + m.at215(52));
    const qreal grown = m_tall ? m.icon215(icon215) + font.pixelSize() * 1.4 + m.at215(40) : font.pixelSize() * 1.8;
    return {int(std::ceil(widest)) * int(std::max<qsizetype>(1, m_segments.size())) + m.at215(2 * inset215), std::max(m.at215(m_tall ? tall215 : low215), int(std::ceil(grown)))};
}

QSize SegmentRow::minimumSizeHint() const
{
    return {int(m_segments.size()) * metrics().px(15), sizeHint().height()};
}

Control::Target SegmentRow::target(int index) const
{
    const Segment &segment = m_segments.at(index);
    const qreal inset = metrics().at215(inset215);
    const qreal wide = (width() - 2 * inset) / qreal(m_segments.size());
    return {QRectF(inset + index * wide, inset, wide, height() - 2 * inset), qreal(metrics().radiusCell()), segment.text, QAccessible::RadioButton,
            isEnabled() && segment.enabled, index == m_currentSegment};
}

void SegmentRow::press(int index)
{
    emit chosen(index);
}

void SegmentRow::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QColor trough = m_glass && !p.flat ? QColor(255, 255, 255, 38) : p.sunken;
    drawCell(painter, rect(), metrics().at215(m_tall ? 32 : 28), trough, p, metrics());
    for (int i = 0; i < m_segments.size(); ++i)
        paintSegment(painter, i);
}

void SegmentRow::paintSegment(QPainter &painter, int index)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    const Segment &segment = m_segments.at(index);
    const Target t = target(index);
    const bool chosen = index == m_currentSegment;
    const qreal held = pressed(index);
    if (chosen) {
        if (!m_glass)
            theme().shadows().draw(painter, t.box, t.radius, Shadow::Card, p, m);
        fillRound(painter, t.box, t.radius, p.flat ? p.selected : m_glass ? QColor(Qt::white) : p.surface);
        if (!m_glass && !p.flat)
            strokeRound(painter, t.box, t.radius, p.leafText, m.stroke(3));
    } else if (held > 0) {
        fillRound(painter, t.box, t.radius, m_glass ? QColor(255, 255, 255, int(40 * held)) : pressedTone(p.sunken, p, held));
    }
    QColor ink = !t.enabled ? p.disabled : chosen ? p.ink : p.ink2;
    if (m_glass)
        ink = chosen ? QColor(p.flat ? p.onSelected : p.onTint) : p.onDeep;
    else if (chosen && p.flat)
        ink = p.onSelected;
    const QFont font = m.fontAt215(type215, chosen ? QFont::ExtraBold : QFont::Bold);
    QRectF words = t.box.adjusted(m.at215(8), held * m.at215(3), -m.at215(8), held * m.at215(3));
    if (m_tall && !segment.icon.isEmpty()) {
        const qreal icon = m.icon215(icon215);
        const qreal line = font.pixelSize() * 1.35;
        const qreal top = t.box.center().y() - (icon + line) / 2 + held * m.at215(3);
        const QColor hot = p.flat ? ink : p.cabai;
        if (segment.repeat == 0)
            fillRound(painter, QRectF(t.box.center().x() - icon * 0.35, top + icon / 2 - m.stroke(3) / 2, icon * 0.7, m.stroke(3)), m.stroke(3) / 2, ink);
        const qreal step = icon * 1.05;
        for (int i = 0; i < segment.repeat; ++i)
            theme().icons().draw(painter, QRectF(t.box.center().x() + (i - (segment.repeat - 1) / 2.0) * step - icon / 2, top, icon, icon), segment.icon, hot, 2.4);
        words = QRectF(words.left(), top + icon, words.width(), line);
    }
    painter.setPen(ink);
    drawLine(painter, words, segment.text, font, Qt::AlignCenter);
}

} // namespace saji
