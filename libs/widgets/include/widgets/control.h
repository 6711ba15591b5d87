// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/shadow.h>
#include <widgets/themed.h>

#include <QAccessible>

namespace saji {

class Tween;

//! The touch behaviour that all controls share: a control is one or more targets that a finger, a mouse or a key can press.
//!
//! Acts on release; sliding off restores and cancels; a second tap on the same target within debounce() is ignored; a drag inside a
//! ScrollArea scrolls instead. Tab and the arrow keys walk through the targets, Space and Enter press. Each target is an accessible
//! object with a name. The focus ring is drawn outside by the window (see FocusRing).
class Control : public Themed
{
    Q_OBJECT
public:
    explicit Control(QWidget *parent = nullptr);
    ~Control() override;

    //! One place to press, in the control's own coordinates.
    struct Target
    {
        QRectF box;
        qreal radius = 0;
        QString name;                       //!< what a screen reader says
        QAccessible::Role role = QAccessible::Button;
        bool enabled = true;
        bool checked = false;
    };

    virtual int targetCount() const { return 1; }
    virtual Target target(int index) const = 0;
    //! For controls whose names cost more than their boxes.
    virtual QString targetName(int index) const { return target(index).name; }
    //! What a tap does; public so that assistive technology and key paths can press, too.
    virtual void press(int index) = 0;

    //! The target that the keyboard would press.
    int currentTarget() const { return m_current; }
    void setCurrentTarget(int index);
    int targetAt(const QPointF &position) const;

signals:
    //! The focus ring follows.
    void currentTargetChanged();

protected:
    //! 1 while a target is pressed, falling to 0 after; 0 for all others.
    qreal pressed(int index = 0) const;
    //! Taps on the same target closer than this are one tap. Keys of a keyboard return less.
    virtual int debounceMs() const;
    //! Whether a press that leaves its target may be taken over by another target of the same control (keyboards).
    virtual bool slides() const { return false; }
    //! The next enabled target in the direction of an arrow key, or -1.
    int neighbour(int key) const;
    //! Repaints the target, its press shift included.
    void updateTarget(int index);
    void targetsChanged();

    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    //! Where a drag that is no tap goes, in global positions: by default to the ScrollArea around, if there is one. False = it is no drag.
    virtual bool dragStarted(const QPointF &from, const QPointF &to);
    virtual void dragMoved(const QPointF &to);
    virtual void dragEnded(const QPointF &to, const QPointF &velocityPxPerSecond);

private:
    struct Touch
    {
        QPointF local;
        QPointF global;
        quint64 timestamp = 0;
    };

    bool touched(QEvent *event);
    void down(const Touch &at);
    void moved(const Touch &at);
    void up(const Touch &at);
    void cancelled();
    void setHeld(int index);
    void tapped(int index, quint64 timestamp);
    int firstEnabled(bool fromEnd) const;

    Tween *m_fade = nullptr;
    Touch m_from;
    Touch m_last;
    QPointF m_velocity;
    quint64 m_lastTap = 0;
    int m_lastTapped = -1;
    int m_armed = -1;        // where the finger went down
    int m_held = -1;         // what looks pressed
    int m_fading = -1;
    int m_current = 0;
    int m_touchId = -1;
    int m_key = -1;          // the target a held key presses
    bool m_down = false;
    bool m_dragging = false;
};

} // namespace saji
