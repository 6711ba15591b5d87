// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/stepper.h>

#include <widgets/figures.h>

#include "paint.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

Stepper::Stepper(Size size, QWidget *parent) : Control(parent), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Stepper::setValue(int value)
{
    value = std::clamp(value, m_least, m_most);
    if (value == m_value)
        return;
    m_value = value;
    targetsChanged();
    emit valueChanged(value);
}

void Stepper::setRange(int least, int most)
{
    m_least = least;
    m_most = std::max(least, most);
    setValue(m_value);
    targetsChanged();
}

void Stepper::setRemovable(bool removable)
{
    m_removable = removable;
    targetsChanged();
}

void Stepper::setSubject(const QString &name)
{
    m_subject = name;
}

qreal Stepper::height215() const
{
    switch (m_size) {
    case Size::Normal: return 76;
    case Size::Sheet: return 132;
    case Size::Narrow: return 67; // 16.6 mm
    }
    return 76;
}

QSize Stepper::sizeHint() const
{
    const Metrics &m = metrics();
    const int height = m.at215(height215());
    const int key = m_size == Size::Sheet ? m.at215(100) : height;
    const int figure = std::max(m.at215(m_size == Size::Sheet ? 80 : m_size == Size::Narrow ? 56 : 72), int(figuresWidth(QString::number(m_most), sajiFont(m.at215(34), QFont::ExtraBold))) + m.at215(4));
    return {2 * key + figure, height};
}

Control::Target Stepper::target(int index) const
{
    const qreal key = m_size == Size::Sheet ? metrics().at215(100) : height();
    const bool useful = isEnabled() && (index == 1 ? m_value < m_most : m_value > m_least || m_removable);
    const QString verb = index == 1 ? tr("One more") : trash() ? tr("Remove") : tr("One less");
    const QString name = m_subject.isEmpty() ? u"%1, %2"_s.arg(verb).arg(m_value) : u"%1, %2, %3"_s.arg(verb, m_subject).arg(m_value);
    return {QRectF(index == 0 ? 0 : width() - key, 0, key, height()), qreal(metrics().radiusCell()), name, QAccessible::Button, useful, false};
}

void Stepper::press(int index)
{
    if (index == 0 && trash()) {
        emit removeRequested();
        return;
    }
    const int before = m_value;
    setValue(m_value + (index == 1 ? 1 : -1));
    if (m_value != before)
        emit valueEdited(m_value);
}

void Stepper::keyPressEvent(QKeyEvent *event)
{
    if (event->text() == u"+" && m_value < m_most)
        press(1);
    else if (event->text() == u"-" && target(0).enabled)
        press(0);
    else
        Control::keyPressEvent(event);
}

void Stepper::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const qreal radius = m_size == Size::Sheet ? m.radiusPrimary() : m.radiusCell();
    drawCell(painter, rect(), radius, p.sunken, p, m);
    for (int i = 0; i < 2; ++i) {
        const Target t = target(i);
        const qreal held = pressed(i);
        if (held > 0)
            fillRound(painter, t.box, radius, pressedTone(p.sunken, p, held));
        const qreal side = m.at215(m_size == Size::Sheet ? 40 : 32);
        const QString icon = i == 1 ? u"plus"_s : trash() ? u"trash"_s : u"minus"_s;
        theme().icons().draw(painter, QRectF(t.box.center().x() - side / 2, t.box.center().y() - side / 2 + held * m.at215(3), side, side), icon,
                             t.enabled ? p.ink : p.disabled, 2.8);
    }
    painter.setPen(isEnabled() ? p.ink : p.disabled);
    // The figure is chrome: it must fit its cell at any text scale.
    const QFont font = sajiFont(m.at215(m_size == Size::Sheet ? 42 : 34), QFont::ExtraBold);
    drawFigures(painter, rect(), QString::number(m_value), font, Qt::AlignCenter);
}

} // namespace saji
