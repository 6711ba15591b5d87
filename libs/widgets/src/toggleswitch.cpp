// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/motion.h>
#include <widgets/text.h>
#include <widgets/toggleswitch.h>

#include "paint.h"

#include <QPainter>

#include <cmath>

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal wide215 = 96, high215 = 56, gap215 = 18, row215 = 76;

} // namespace

ToggleSwitch::ToggleSwitch(const QString &text, QWidget *parent) : Control(parent), m_text(text), m_slide(new Tween(this, [this](qreal place) {
    m_place = place;
    update();
}))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ToggleSwitch::setText(const QString &text)
{
    m_text = text;
    themeChanged();
}

void ToggleSwitch::setChecked(bool checked)
{
    if (checked == m_checked)
        return;
    m_checked = checked;
    m_slide->start(m_place, checked ? 1 : 0, isVisible() ? theme().duration(motion::pressOut) : 0);
}

QSize ToggleSwitch::sizeHint() const
{
    const Metrics &m = metrics();
    const qreal words = m_text.isEmpty() ? 0 : m.at215(gap215) + lineWidth(m_text, m.font(Type::Text, QFont::Bold));
    return {m.at215(wide215) + int(std::ceil(words)), m.at215(row215)};
}

Control::Target ToggleSwitch::target(int) const
{
    return {rect(), metrics().at215(high215) / 2.0, m_text, QAccessible::CheckBox, isEnabled(), m_checked};
}

void ToggleSwitch::press(int)
{
    setChecked(!m_checked);
    emit toggled(m_checked);
}

void ToggleSwitch::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const qreal high = m.at215(high215);
    const QRectF trough(0, (height() - high) / 2, m.at215(wide215), high);
    const QColor off = p.flat ? p.surface : p.dark ? p.raised : p.disabled;
    const QColor ground = isEnabled() ? mixed(off, p.leaf, m_place) : p.disabledGround;
    drawCell(painter, trough, high / 2, pressedTone(ground, p, pressed()), p, m);
    const qreal inset = m.at215(6);
    const qreal knob = high - 2 * inset;
    const qreal x = trough.left() + inset + m_place * (trough.width() - 2 * inset - knob);
    fillRound(painter, QRectF(x, trough.top() + inset, knob, knob), knob / 2, p.flat && m_checked ? p.onLeaf : p.flat ? p.ink : QColor(Qt::white));
    painter.setPen(isEnabled() ? p.ink : p.disabled);
    drawLine(painter, QRectF(trough.right() + m.at215(gap215), 0, width() - trough.width() - m.at215(gap215) + 1, height()), m_text,
             m.font(Type::Text, QFont::Bold), Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace saji
