// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/iconbutton.h>

#include "paint.h"

#include <QPainter>

#include <cmath>

namespace saji {

namespace {

constexpr qreal iconShare = 0.47;
constexpr qreal iconStroke = 2.6;

} // namespace

IconButton::IconButton(const QString &icon, const QString &name, Kind kind, QWidget *parent) : Control(parent), m_icon(icon), m_name(name), m_kind(kind)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconButton::setIcon(const QString &icon)
{
    m_icon = icon;
    update();
}

void IconButton::setName(const QString &name)
{
    m_name = name;
}

void IconButton::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void IconButton::setSide(qreal reference215)
{
    m_side = reference215;
    themeChanged();
}

QSize IconButton::sizeHint() const
{
    const int side = metrics().at215(m_side);
    return {side, side};
}

Control::Target IconButton::target(int) const
{
    return {rect(), shadowRadius(), m_name, QAccessible::Button, isEnabled(), false};
}

void IconButton::press(int)
{
    emit clicked();
}

Shadow IconButton::shadow() const
{
    return m_kind == Kind::Surface && isEnabled() ? Shadow::Card : Shadow::None;
}

qreal IconButton::shadowRadius() const
{
    return metrics().at215(m_side * 0.32);
}

void IconButton::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal held = pressed();
    QColor ground = p.surface;
    QColor ink = p.ink;
    switch (m_kind) {
    case Kind::Surface: break;
    case Kind::Quiet: ground = p.sunken; break;
    case Kind::Primary:
        ground = p.leaf;
        ink = p.onLeaf;
        break;
    case Kind::Glass:
        ground = p.flat ? p.surface : QColor(255, 255, 255, held > 0 ? 76 : 40);
        ink = p.onDeep;
        break;
    case Kind::Clear: ground = QColor(Qt::transparent); break;
    }
    if (!isEnabled()) {
        ground = p.disabledGround;
        ink = p.disabled;
    } else if (held > 0 && m_kind == Kind::Primary) {
        ground = mixed(ground, p.leafPressed, held);
    } else if (held > 0 && m_kind != Kind::Glass) {
        ground = pressedTone(ground.alpha() ? ground : p.ground, p, held);
    }
    fillRound(painter, rect(), shadowRadius(), ground);
    if (p.flat && m_kind != Kind::Clear && m_kind != Kind::Primary)
        strokeRound(painter, rect(), shadowRadius(), isEnabled() ? p.outline : p.disabled, metrics().stroke(3));
    const qreal side = std::round(width() * iconShare);
    theme().icons().draw(painter, QRectF((width() - side) / 2, (height() - side) / 2 + held * metrics().at215(3), side, side), m_icon, ink, iconStroke);
}

} // namespace saji
