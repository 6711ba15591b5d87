// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace saji {

class Theme;

//! Draws the ring of the keyboard focus around whatever has it, outside the control and above everything; one per window.
//!
//! Shows after the first key that moves or presses, hides at the first touch. Made by Theme::attach().
class FocusRing : public QWidget
{
    Q_OBJECT
public:
    FocusRing(Theme &theme, QWidget *window);

    bool shown() const { return m_keys && m_focus; }
    //! As if a key had been pressed: for modes that start with the keyboard.
    void setKeyboardMode(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    void watch(QWidget *focus);

    Theme &m_theme;
    QPointer<QWidget> m_focus;
    QMetaObject::Connection m_targets;
    qreal m_radius = 0;
    bool m_keys = false;
};

} // namespace saji
