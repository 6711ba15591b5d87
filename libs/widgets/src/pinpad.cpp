// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/pinpad.h>

#include <widgets/figures.h>

#include "paint.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal keyWide215 = 132, keyHigh215 = 112, gap215 = 18, dot215 = 34, dotStep215 = 60, dots215 = 96, radius215 = 34;
constexpr int eraseKey = 9, zeroKey = 10, checkKey = 11;

} // namespace

PinPad::PinPad(QWidget *parent) : Control(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PinPad::setLength(int digits)
{
    m_length = digits;
    clear();
}

void PinPad::clear()
{
    m_pin.clear();
    targetsChanged();
}

void PinPad::setLocked(bool locked)
{
    // What is being typed stays when nothing has changed.
    if (locked == m_locked)
        return;
    m_locked = locked;
    clear();
}

QSizeF PinPad::keySize() const
{
    return {qreal(metrics().at215(keyWide215)), qreal(metrics().at215(keyHigh215))};
}

QSize PinPad::sizeHint() const
{
    const Metrics &m = metrics();
    const int gap = m.at215(gap215);
    // Room for the keys' shadows all around.
    return {3 * m.at215(keyWide215) + 2 * gap + 2 * gap, m.at215(dots215) + 4 * m.at215(keyHigh215) + 3 * gap + 2 * gap};
}

Control::Target PinPad::target(int index) const
{
    const Metrics &m = metrics();
    const qreal gap = m.at215(gap215);
    const QSizeF key = keySize();
    const QPointF at(gap + (index % 3) * (key.width() + gap), m.at215(dots215) + (index / 3) * (key.height() + gap));
    QString name = QString::number(index == zeroKey ? 0 : index + 1);
    bool useful = isEnabled() && !m_locked;
    if (index == eraseKey) {
        name = tr("Erase");
        useful = useful && !m_pin.isEmpty();
    } else if (index == checkKey) {
        name = tr("Confirm");
        useful = useful && m_pin.size() == m_length;
    }
    return {QRectF(at, key), qreal(m.at215(radius215)), name, QAccessible::Button, useful, false};
}

void PinPad::type(QChar digit)
{
    if (m_locked || m_pin.size() >= m_length)
        return;
    m_pin.append(digit);
    targetsChanged();
    emit edited(typed());
}

void PinPad::erase()
{
    if (m_pin.isEmpty())
        return;
    m_pin.chop(1);
    targetsChanged();
    emit edited(typed());
}

void PinPad::press(int index)
{
    if (index == eraseKey) {
        erase();
    } else if (index == checkKey) {
        if (m_pin.size() != m_length)
            return;
        const QString pin = m_pin;
        clear();
        emit entered(pin);
    } else {
        type(QChar(u'0' + (index == zeroKey ? 0 : index + 1)));
    }
}

void PinPad::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    if (text.size() == 1 && text.at(0) >= u'0' && text.at(0) <= u'9')
        type(text.at(0));
    else if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete)
        erase();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_pin.size() == m_length)
        press(checkKey);
    else
        Control::keyPressEvent(event);
}

void PinPad::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const qreal dot = m.at215(dot215);
    const qreal step = m.at215(dotStep215);
    const qreal first = width() / 2.0 - step * (m_length - 1) / 2.0;
    for (int i = 0; i < m_length; ++i) {
        const QRectF box(first + i * step - dot / 2, m.at215(20), dot, dot);
        if (i < m_pin.size())
            fillRound(painter, box, dot / 2, p.ink);
        else
            strokeRound(painter, box, dot / 2, p.edge, m.stroke(3.5));
    }
    for (int i = 0; i < targetCount(); ++i) {
        const Target t = target(i);
        const qreal held = pressed(i);
        const bool digit = i != eraseKey && i != checkKey;
        QColor ground = pressedTone(i == eraseKey ? p.sunken : p.surface, p, held);
        QColor ink = t.enabled || (i == eraseKey && !m_locked) ? p.ink : p.disabled;
        if (i == checkKey && t.enabled) {
            ground = mixed(p.leaf, p.leafPressed, held);
            ink = p.onLeaf;
        } else if (i == checkKey) {
            ground = p.disabledGround;
        }
        if (digit)
            theme().shadows().draw(painter, t.box, t.radius, Shadow::Card, p, m);
        drawCell(painter, t.box, t.radius, ground, p, m);
        const QRectF face = t.box.translated(0, held * m.at215(3));
        painter.setPen(ink);
        if (digit) {
            drawFigures(painter, face, t.name, sajiFont(m.at215(48), QFont::ExtraBold), Qt::AlignCenter);
        } else {
            const qreal side = m.at215(48);
            theme().icons().draw(painter, QRectF(face.center().x() - side / 2, face.center().y() - side / 2, side, side), i == eraseKey ? u"erase"_s : u"check"_s, ink, 2.4);
        }
    }
}

} // namespace saji
