// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/card.h>

#include <widgets/weave.h>

#include "paint.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>

#include <algorithm>

namespace saji {

Card::Card(QWidget *parent) : Ground(Kind::Clear, parent)
{
    pad();
}

void Card::setFill(ColorRole role)
{
    m_fill = role;
    m_hue.reset();
    update();
}

void Card::setOutletFill(QRgb hue)
{
    m_hue = hue;
    update();
}

void Card::setRadius(qreal reference215)
{
    m_radius = reference215;
    update();
}

void Card::setShadow(Shadow level)
{
    m_shadow = level;
    if (Ground *ground = under(this))
        ground->update();
}

void Card::setPadding(qreal left, qreal top, qreal right, qreal bottom)
{
    m_padding[0] = left;
    m_padding[1] = top;
    m_padding[2] = right;
    m_padding[3] = bottom;
    pad();
}

void Card::setOutline(std::optional<ColorRole> role, bool dashed)
{
    m_outline = role;
    m_dashed = dashed;
    update();
}

void Card::setBand(QRgb hue, qreal height, bool glow)
{
    m_band = hue;
    m_bandHeight = height;
    m_glow = glow;
    update();
}

void Card::clearBand()
{
    m_band.reset();
    update();
}

void Card::setFlatBottom(bool flat)
{
    m_flatBottom = flat;
    update();
}

void Card::setWoven(bool woven)
{
    m_woven = woven;
    update();
}

qreal Card::radius() const
{
    return metrics().at215(m_radius);
}

void Card::pad()
{
    const auto side = [this](int i) { return m_padding[i] < 0 ? metrics().cardPadding() : metrics().at215(m_padding[i]); };
    setContentsMargins(side(0), side(1), side(2), side(3));
}

void Card::themeChanged()
{
    pad();
    Ground::themeChanged();
}

void Card::paintBand(QPainter &painter, const QRectF &face)
{
    QRectF band = face;
    band.setHeight(std::min(face.height(), qreal(metrics().at215(m_bandHeight))));
    QPainterPath path;
    path.addRoundedRect(face, radius(), radius());
    QPainterPath cut;
    cut.addRect(band);
    const QColor tint = theme().outlet(*m_band).tint;
    QBrush brush(tint);
    if (m_glow && !colors().flat && !colors().dark) {
        QRadialGradient light(QPointF(band.left() + band.width() * 0.72, band.center().y()), band.width() * 0.5);
        light.setColorAt(0, mixed(tint, Qt::white, 0.6));
        light.setColorAt(1, tint);
        brush = light;
    }
    painter.fillPath(path & cut, brush);
}

void Card::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF face = m_flatBottom ? QRectF(rect()).adjusted(0, 0, 0, 2 * radius()) : QRectF(rect());
    if (m_woven)
        drawLeafGround(painter, face, radius(), theme(), true);
    else
        fillRound(painter, face, radius(), m_hue ? theme().outlet(*m_hue).tint : colors().*m_fill);
    if (m_band)
        paintBand(painter, face);
    if (m_outline)
        strokeRound(painter, face, radius(), colors().*(*m_outline), metrics().stroke(3), m_dashed);
    else if (colors().flat)
        strokeRound(painter, face, radius(), colors().outline, metrics().stroke(3));
    paintShadows(painter, event->region());
}

} // namespace saji
