// SPDX-License-Identifier: GPL-3.0-or-later
#include "finger.h"

#include <remote/remotecontrol.h>

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWidget>
#include <QWindow>

namespace saji {

namespace {

void send(QWidget &window, QEvent::Type type, const QPointF &inWindow, Qt::MouseButton button, Qt::MouseButtons buttons)
{
    QWindow *handle = window.windowHandle();
    if (!handle)
        return;
    QMouseEvent event(type, inWindow, inWindow, handle->mapToGlobal(inWindow), button, buttons, Qt::NoModifier);
    // Controls tell a second tap from a bounce by the time stamp.
    event.setTimestamp(quint64(bootMilliseconds()));
    QCoreApplication::sendEvent(handle, &event);
}

} // namespace

void Finger::press(const QPointF &inWindow)
{
    send(m_window, QEvent::MouseButtonPress, inWindow, Qt::LeftButton, Qt::LeftButton);
}

void Finger::move(const QPointF &inWindow)
{
    send(m_window, QEvent::MouseMove, inWindow, Qt::NoButton, Qt::LeftButton);
}

void Finger::release(const QPointF &inWindow)
{
    send(m_window, QEvent::MouseButtonRelease, inWindow, Qt::LeftButton, Qt::NoButton);
}

void Finger::key(int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    QWindow *handle = m_window.windowHandle();
    if (!handle)
        return;
    for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, modifiers, text);
        event.setTimestamp(quint64(bootMilliseconds()));
        QCoreApplication::sendEvent(handle, &event);
    }
}

} // namespace saji
