// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/control.h>

#include <widgets/motion.h>
#include <widgets/scrollarea.h>

#include "tuning.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTouchEvent>

#include <cmath>
#include <limits>

namespace saji {

namespace {

bool pressesKey(int key)
{
    return key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Select;
}

bool arrowKey(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

} // namespace

Control::Control(QWidget *parent) : Themed(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_AcceptTouchEvents);
}

Control::~Control() = default;

int Control::targetAt(const QPointF &position) const
{
    for (int i = 0; i < targetCount(); ++i) {
        if (target(i).box.contains(position))
            return i;
    }
    return -1;
}

void Control::setCurrentTarget(int index)
{
    if (index < 0 || index >= targetCount() || index == m_current)
        return;
    m_current = index;
    emit currentTargetChanged();
    if (hasFocus() && QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(targetCount() > 1 ? index : -1);
        QAccessible::updateAccessibility(&event);
    }
}

qreal Control::pressed(int index) const
{
    if (index == m_held)
        return 1;
    return index == m_fading && m_fade ? m_fade->value() : 0;
}

int Control::debounceMs() const
{
    return tuning::debounceMs;
}

void Control::updateTarget(int index)
{
    if (index < 0 || index >= targetCount())
        return;
    const int around = metrics().px(1) + 1;
    update(target(index).box.toAlignedRect().adjusted(-around, -around, around, around));
}

void Control::targetsChanged()
{
    if (m_current >= targetCount())
        m_current = std::max(0, targetCount() - 1);
    emit currentTargetChanged();
    update();
}

void Control::setHeld(int index)
{
    if (index == m_held)
        return;
    const int before = m_held;
    m_held = index;
    if (before >= 0) {
        if (!m_fade)
            m_fade = new Tween(this, [this](qreal) { updateTarget(m_fading); });
        m_fading = before;
        m_fade->start(1, 0, motion::pressOut);
    }
    updateTarget(m_held);
}

void Control::tapped(int index, quint64 timestamp)
{
    const bool again = timestamp != 0 && index == m_lastTapped && timestamp - m_lastTap < quint64(debounceMs());
    if (again)
        return;
    m_lastTapped = index;
    m_lastTap = timestamp;
    press(index);
}

void Control::down(const Touch &at)
{
    m_down = true;
    m_dragging = false;
    m_from = m_last = at;
    m_velocity = {};
    const int index = targetAt(at.local);
    m_armed = index >= 0 && target(index).enabled ? index : -1;
    if (m_armed >= 0)
        setCurrentTarget(m_armed);
    setHeld(m_armed);
}

void Control::moved(const Touch &at)
{
    if (!m_down)
        return;
    const qreal seconds = std::max<quint64>(1, at.timestamp - std::min(at.timestamp, m_last.timestamp)) / 1000.0;
    m_velocity = m_velocity * 0.3 + (at.global - m_last.global) / seconds * 0.7;
    m_last = at;
    if (m_dragging) {
        dragMoved(at.global);
        return;
    }
    const QPointF way = at.global - m_from.global;
    if (!slides() && std::hypot(way.x(), way.y()) > metrics().px(tuning::dragMm) && dragStarted(m_from.global, at.global)) {
        m_dragging = true;
        m_armed = -1;
        setHeld(-1);
        return;
    }
    if (slides()) {
        const int index = targetAt(at.local);
        m_armed = index >= 0 && target(index).enabled ? index : -1;
        setHeld(m_armed);
    } else if (m_armed >= 0) {
        const qreal slack = metrics().px(tuning::slackMm);
        setHeld(target(m_armed).box.adjusted(-slack, -slack, slack, slack).contains(at.local) ? m_armed : -1);
    }
}

void Control::up(const Touch &at)
{
    if (!m_down)
        return;
    moved(at);
    m_down = false;
    const int index = m_held;
    setHeld(-1);
    m_armed = -1;
    if (m_dragging) {
        m_dragging = false;
        dragEnded(at.global, m_velocity);
    } else if (index >= 0) {
        tapped(index, at.timestamp);
    }
}

void Control::cancelled()
{
    m_down = false;
    m_armed = -1;
    m_key = -1;
    m_touchId = -1;
    setHeld(-1);
    if (m_dragging) {
        m_dragging = false;
        dragEnded(m_last.global, {});
    }
}

bool Control::touched(QEvent *event)
{
    if (event->type() == QEvent::TouchCancel) {
        cancelled();
        return true;
    }
    const QPointer<Control> self(this); // a tap may delete its button
    const auto *touch = static_cast<QTouchEvent *>(event);
    const auto points = touch->points();
    for (const QEventPoint &point : points) {
        const Touch at{point.position(), point.globalPosition(), touch->timestamp()};
        if (point.state() == QEventPoint::Pressed) {
            // Two thumbs on a keyboard: the second one's arrival ends the first one's press.
            if (m_touchId >= 0 && slides())
                up(m_last);
            else if (m_touchId >= 0)
                continue;
            if (!self)
                return true;
            m_touchId = point.id();
            down(at);
        } else if (point.id() == m_touchId && point.state() == QEventPoint::Updated) {
            moved(at);
        } else if (point.id() == m_touchId && point.state() == QEventPoint::Released) {
            m_touchId = -1;
            up(at);
            if (!self)
                return true;
        }
    }
    event->accept();
    return true;
}

bool Control::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return isEnabled() ? touched(event) : QWidget::event(event);
    default:
        return Themed::event(event);
    }
}

void Control::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    down({event->position(), event->globalPosition(), event->timestamp()});
}

void Control::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
}

void Control::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        moved({event->position(), event->globalPosition(), event->timestamp()});
}

void Control::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        up({event->position(), event->globalPosition(), event->timestamp()});
}

void Control::keyPressEvent(QKeyEvent *event)
{
    if (pressesKey(event->key()) && targetCount() > 0) {
        if (!event->isAutoRepeat() && target(m_current).enabled) {
            m_key = m_current;
            setHeld(m_key);
        }
        return;
    }
    if (arrowKey(event->key())) {
        if (const int next = neighbour(event->key()); next >= 0)
            setCurrentTarget(next);
        else
            QWidget::focusNextPrevChild(event->key() == Qt::Key_Right || event->key() == Qt::Key_Down);
        return;
    }
    QWidget::keyPressEvent(event);
}

void Control::keyReleaseEvent(QKeyEvent *event)
{
    if (!pressesKey(event->key())) {
        QWidget::keyReleaseEvent(event);
        return;
    }
    if (event->isAutoRepeat() || m_key < 0)
        return;
    const int index = m_key;
    m_key = -1;
    setHeld(-1);
    tapped(index, event->timestamp());
}

int Control::neighbour(int key) const
{
    const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
    const qreal sign = key == Qt::Key_Right || key == Qt::Key_Down ? 1 : -1;
    if (m_current >= targetCount())
        return -1;
    const QPointF from = target(m_current).box.center();
    int best = -1;
    qreal bestCost = std::numeric_limits<qreal>::max();
    for (int i = 0; i < targetCount(); ++i) {
        const Target candidate = target(i);
        const QPointF way = candidate.box.center() - from;
        const qreal along = sign * (across ? way.x() : way.y());
        if (i == m_current || !candidate.enabled || along <= 1)
            continue;
        const qreal cost = along + 3 * std::fabs(across ? way.y() : way.x());
        if (cost < bestCost) {
            best = i;
            bestCost = cost;
        }
    }
    return best;
}

int Control::firstEnabled(bool fromEnd) const
{
    const int count = targetCount();
    for (int i = 0; i < count; ++i) {
        const int index = fromEnd ? count - 1 - i : i;
        if (target(index).enabled)
            return index;
    }
    return 0;
}

void Control::focusInEvent(QFocusEvent *event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        setCurrentTarget(firstEnabled(event->reason() == Qt::BacktabFocusReason));
    emit currentTargetChanged();
    QWidget::focusInEvent(event);
}

bool Control::focusNextPrevChild(bool next)
{
    for (int index = m_current + (next ? 1 : -1); hasFocus() && index >= 0 && index < targetCount(); index += next ? 1 : -1) {
        if (target(index).enabled) {
            setCurrentTarget(index);
            return true;
        }
    }
    return QWidget::focusNextPrevChild(next);
}

void Control::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::EnabledChange) {
        cancelled();
        update();
    }
    QWidget::changeEvent(event);
}

void Control::hideEvent(QHideEvent *event)
{
    cancelled();
    QWidget::hideEvent(event);
}

bool Control::dragStarted(const QPointF &from, const QPointF &to)
{
    ScrollArea *area = ScrollArea::around(this);
    if (!area)
        return false;
    area->dragStart(from);
    area->dragTo(to);
    return true;
}

void Control::dragMoved(const QPointF &to)
{
    if (ScrollArea *area = ScrollArea::around(this))
        area->dragTo(to);
}

void Control::dragEnded(const QPointF &to, const QPointF &velocityPxPerSecond)
{
    Q_UNUSED(to)
    if (ScrollArea *area = ScrollArea::around(this))
        area->dragEnd(velocityPxPerSecond);
}

} // namespace saji
