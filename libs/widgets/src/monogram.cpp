// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/monogram.h>

#include <widgets/text.h>

#include "paint.h"

#include <QPainter>

#include <algorithm>

namespace saji {

void drawMonogram(QPainter &painter, const QRectF &box, const QString &letters, QRgb hue, const Theme &theme)
{
    const Palette &p = theme.palette();
    const OutletColors outlet = theme.outlet(hue);
    const qreal radius = box.height() * 0.31;
    QColor ground = p.dark ? outlet.bright : outlet.brand;
    QColor ink = p.dark ? outlet.onBright : QColor(Qt::white);
    if (p.flat) {
        ground = p.surface;
        ink = p.ink;
    }
    drawCell(painter, box, radius, ground, p, theme.metrics());
    painter.setPen(ink);
    const QFont font = sajiFont(box.height() * 0.42, QFont::ExtraBold);
    drawLine(painter, box, letters, font, Qt::AlignCenter);
}

Monogram::Monogram(const QString &letters, QRgb hue, QWidget *parent) : Themed(parent), m_letters(letters), m_hue(hue)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Monogram::set(const QString &letters, QRgb hue)
{
    m_letters = letters;
    m_hue = hue;
    update();
}

void Monogram::setSide(qreal reference215)
{
    m_side = reference215;
    themeChanged();
}

QSize Monogram::sizeHint() const
{
    const int side = metrics().at215(m_side);
    return {side, side};
}

void Monogram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawMonogram(painter, rect(), m_letters, m_hue, theme());
}

IconView::IconView(const QString &icon, QWidget *parent) : Themed(parent), m_icon(icon)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconView::setIcon(const QString &icon)
{
    m_icon = icon;
    update();
}

void IconView::setColor(ColorRole role)
{
    m_color = role;
    update();
}

void IconView::setTile(ColorRole ground)
{
    m_ground = ground;
    update();
}

void IconView::setSides(qreal icon, qreal tile)
{
    m_side = icon;
    m_tile = tile;
    themeChanged();
}

QSize IconView::sizeHint() const
{
    const int side = metrics().at215(std::max(m_side, m_tile));
    return {side, side};
}

void IconView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_ground)
        drawCell(painter, rect(), height() * 0.28, colors().*m_ground, colors(), metrics());
    const qreal side = metrics().at215(m_side);
    theme().icons().draw(painter, QRectF((width() - side) / 2, (height() - side) / 2, side, side), m_icon, colors().*m_color);
}

} // namespace saji
