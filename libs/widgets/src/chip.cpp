// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/chip.h>
#include <widgets/ground.h>
#include <widgets/text.h>

#include "chippaint.h"
#include "paint.h"

#include <QPainter>

#include <cmath>

namespace saji {

Tag::Tag(const QString &text, const QString &icon, Kind kind, QWidget *parent) : Themed(parent), m_text(text), m_icon(icon), m_kind(kind)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Tag::setText(const QString &text)
{
    m_text = text;
    themeChanged();
}

void Tag::setIcon(const QString &icon)
{
    m_icon = icon;
    themeChanged();
}

void Tag::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Tag::setLarge(bool large)
{
    m_large = large;
    themeChanged();
}

ColorPair Tag::pair() const
{
    const Palette &p = colors();
    switch (m_kind) {
    case Kind::Good: return {p.tint, p.onTint};
    case Kind::Allergen: return {p.allergenTint, p.allergen};
    case Kind::Neutral: return {p.sunken, p.ink};
    case Kind::Hint: return {p.kunyitTint, p.onKunyitTint};
    case Kind::Bad: return {p.cabaiTint, p.onCabaiTint};
    case Kind::Promo: return {p.kunyit, p.onKunyit};
    case Kind::Glass: return {p.flat ? p.surface : QColor(255, 255, 255, 40), p.onDeep};
    case Kind::Leaf: return {p.leaf, p.onLeaf};
    }
    return {p.sunken, p.ink};
}

QSize Tag::sizeHint() const
{
    const TagShape shape = tagShape(m_large, metrics());
    const qreal icon = m_icon.isEmpty() ? 0 : shape.icon + shape.gap;
    return {int(std::ceil(lineWidth(m_text, shape.font) + icon + 2 * shape.padding)), shape.height};
}

void Tag::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ColorPair c = pair();
    const TagShape shape = tagShape(m_large, metrics());
    drawCell(painter, rect(), shape.radius, c.ground, colors(), metrics());
    QRectF inner = QRectF(rect()).adjusted(shape.padding, 0, -shape.padding / 2, 0);
    if (!m_icon.isEmpty()) {
        theme().icons().draw(painter, QRectF(inner.left(), inner.top(), shape.icon, inner.height()), m_icon, c.text);
        inner.setLeft(inner.left() + shape.icon + shape.gap);
    }
    painter.setPen(c.text);
    drawLine(painter, inner, m_text, shape.font, Qt::AlignLeft | Qt::AlignVCenter);
}

Chip::Chip(const QString &text, QWidget *parent) : Control(parent), m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setText(const QString &text)
{
    m_text = text;
    themeChanged();
}

void Chip::setIcon(const QString &icon)
{
    m_icon = icon;
    themeChanged();
}

void Chip::setMonogram(const QString &letters, QRgb hue)
{
    m_monogram = letters;
    m_hue = hue;
    themeChanged();
}

void Chip::setChecked(bool checked)
{
    m_checked = checked;
    themeChanged();
    if (Ground *ground = Ground::under(this))
        ground->update();
}

QSize Chip::sizeHint() const
{
    return {int(std::ceil(chipWidth({m_text, m_icon, m_monogram, m_hue}, metrics()))), chipHeight(metrics())};
}

Control::Target Chip::target(int) const
{
    return {rect(), shadowRadius(), m_text, QAccessible::RadioButton, isEnabled(), m_checked};
}

void Chip::press(int)
{
    emit clicked();
}

qreal Chip::shadowRadius() const
{
    return metrics().radiusPill();
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawChip(painter, rect(), {m_text, m_icon, m_monogram, m_hue}, m_checked, pressed(), theme());
}

} // namespace saji
