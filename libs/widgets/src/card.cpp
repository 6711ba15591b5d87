// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/card.h>

#include <widgets/weave.h>

#include "paint.h"

#include <QPaintEvent>
#include <QPainter>

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

void Card::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_woven)
        drawLeafGround(painter, rect(), radius(), theme(), true);
    else
        fillRound(painter, rect(), radius(), m_hue ? theme().outlet(*m_hue).tint : colors().*m_fill);
    if (m_outline)
        strokeRound(painter, rect(), radius(), colors().*(*m_outline), metrics().stroke(3), m_dashed);
    else if (colors().flat)
        strokeRound(painter, rect(), radius(), colors().outline, metrics().stroke(3));
    paintShadows(painter, event->region());
}

} // namespace saji
