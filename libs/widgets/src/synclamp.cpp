// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/synclamp.h>

#include <widgets/figures.h>
#include <widgets/text.h>

#include "paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace saji {

QColor lampColor(Lamp lamp, const Palette &p)
{
    switch (lamp) {
    case Lamp::Ok: return p.lampOk;
    case Lamp::Polling: return p.lampPolling;
    case Lamp::Offline: return p.lampOffline;
    case Lamp::Silent: return p.lampSilent;
    }
    return p.lampSilent;
}

void drawLamp(QPainter &painter, const QRectF &box, Lamp lamp, const Palette &p)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = lampColor(lamp, p);
    const qreal side = std::min(box.width(), box.height());
    const QPointF c = box.center();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (lamp) {
    case Lamp::Ok: painter.drawEllipse(c, side * 0.44, side * 0.44); break;
    case Lamp::Polling:
        painter.drawEllipse(c, side * 0.2, side * 0.2);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, side * 0.14));
        painter.drawEllipse(c, side * 0.42, side * 0.42);
        break;
    case Lamp::Offline: {
        const qreal r = side * 0.56;
        QPolygonF diamond{{c.x(), c.y() - r}, {c.x() + r, c.y()}, {c.x(), c.y() + r}, {c.x() - r, c.y()}};
        painter.setPen(QPen(color, side * 0.08, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(diamond);
        break;
    }
    case Lamp::Silent: painter.drawRoundedRect(QRectF(c.x() - side * 0.43, c.y() - side * 0.43, side * 0.86, side * 0.86), side * 0.16, side * 0.16); break;
    }
}

SyncLamp::SyncLamp(QWidget *parent) : Themed(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SyncLamp::set(Lamp lamp, const QString &word, const QString &age)
{
    const bool sameWidth = word == m_word && age.size() == m_age.size();
    m_lamp = lamp;
    m_word = word;
    m_age = age;
    setAccessibleName(age.isEmpty() ? word : word + u' ' + age);
    // An age that counts keeps its width: digits stand in cells.
    if (!sameWidth)
        updateGeometry();
    update();
}

void SyncLamp::setPill(bool pill)
{
    m_pill = pill;
    themeChanged();
}

void SyncLamp::setWide(bool wide)
{
    m_wide = wide;
    themeChanged();
}

QFont SyncLamp::wordFont() const
{
    return m_wide ? metrics().fontAt24(22, QFont::Bold) : metrics().fontAt215(27, QFont::Bold);
}

QSize SyncLamp::sizeHint() const
{
    const Metrics &m = metrics();
    const int height = m_pill ? m.at215(76) : int(std::ceil(wordFont().pixelSize() * 1.5));
    qreal width = wordFont().pixelSize() * 0.9 + m.at215(14) + lineWidth(m_word, wordFont());
    if (!m_age.isEmpty())
        width += figuresWidth(m_age, wordFont()) + m.at215(10);
    return {int(std::ceil(width)) + (m_pill ? m.at215(44) : 2), height};
}

void SyncLamp::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    qreal x = 0;
    if (m_pill) {
        drawCell(painter, rect(), m.radiusCell(), p.surface, p, m);
        x = m.at215(20);
    }
    const QFont font = wordFont();
    const qreal side = font.pixelSize() * 0.9;
    drawLamp(painter, QRectF(x, (height() - side) / 2, side, side), m_lamp, p);
    x += side + m.at215(14);
    const bool bad = m_lamp == Lamp::Silent;
    painter.setPen(bad && p.dark ? p.bad : p.ink);
    const qreal words = std::min(lineWidth(m_word, font), std::max(1.0, width() - x - (m_pill ? m.at215(12) : 0)));
    drawLine(painter, QRectF(x, 0, words + 1, height()), m_word, font, Qt::AlignLeft | Qt::AlignVCenter);
    if (m_age.isEmpty())
        return;
    QFont ageFont = font;
    ageFont.setWeight(bad ? QFont::Bold : QFont::DemiBold);
    painter.setPen(bad ? p.bad : p.ink2);
    drawFigures(painter, QRectF(x + words + m.at215(10), 0, width(), height()), m_age, ageFont, Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace saji
