// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <Qt>

class QWidget;
class QString;

namespace saji {

//! Gives a window the events that a pointer and a keyboard would give it; the window itself finds out what they hit.
class Finger
{
public:
    explicit Finger(QWidget &window) : m_window(window) {}

    void press(const QPointF &inWindow);
    void move(const QPointF &inWindow);
    void release(const QPointF &inWindow);
    void key(int key, Qt::KeyboardModifiers modifiers, const QString &text);

private:
    QWidget &m_window;
};

} // namespace saji
