// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/shadow.h>
#include <widgets/theme.h>

#include <QAccessible>
#include <QPointer>
#include <QWidget>

namespace saji {

class Tween;

//! The touch behaviour that all controls share: a control is one or more targets that a finger, a mouse or a key can press.
//!
//! Acts on release; sliding off restores and cancels; a second tap on the same target within debounce() is ignored; a drag inside a
//! ScrollArea scrolls instead. Tab and the arrow keys walk through the targets, Space and Enter press. Each target is an accessible
//! object with a name. The focus ring is drawn outside by the window (see FocusRing).
class Control : public QWidget
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
    //! What a tap does; public so that assistive technology and key paths can press, too.
    virtual void press(int index) = 0;

    //! The target that the keyboard would press.
    int currentTarget() const { return m_current; }
    void setCurrentTarget(int index);
    int targetAt(const QPointF &position) const;

    //! The shadow that the Ground below paints for this control, and the shape it belongs to.
    virtual Shadow shadow() const { return Shadow::None; }
    virtual QRectF shadowBox() const { return rect(); }
    virtual qreal shadowRadius() const { return 0; }

signals:
    //! The focus ring follows.
    void currentTargetChanged();

protected:
    Theme &theme() const;
    const Palette &colors() const { return theme().palette(); }
    const Metrics &metrics() const { return theme().metrics(); }

    //! 1 while a target is pressed, falling to 0 after; 0 for all others.
    qreal pressed(int index = 0) const;
    //! Taps on the same target closer than this are one tap. Keys of a keyboard return less.
    virtual int debounceMs() const;
    //! Whether a press that leaves its target may be taken over by another target of the same control (keyboards).
    virtual bool slides() const { return false; }
    virtual void themeChanged();
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
    //! Where a drag that is no tap goes (set by ScrollArea and by controls that page or scroll by drag); null = nowhere.
    virtual bool dragStarted(const QPointF &from, const QPointF &to);
    virtual void dragMoved(const QPointF &to);
    virtual void dragEnded(const QPointF &to, const QPointF &velocityPxPerSecond);

private:
    bool touch(QEvent *event);
    void pointerDown(const QPointF &position, quint64 timestamp);
    void pointerMoved(const QPointF &position, quint64 timestamp);
    void pointerUp(const QPointF &position, quint64 timestamp);
    void pointerCancelled();
    void setHeld(int index);
    void tapped(int index, quint64 timestamp);
    int neighbour(int key) const;
    void wear();

    mutable QPointer<Theme> m_theme;
    Tween *m_fade = nullptr;
    QPointF m_from;
    QPointF m_last;
    QPointF m_velocity;
    quint64 m_lastMove = 0;
    quint64 m_lastTap = 0;
    int m_lastTapped = -1;
    int m_armed = -1;        // where the finger went down
    int m_held = -1;         // what looks pressed
    int m_fading = -1;
    int m_current = 0;
    int m_touchId = -1;
    bool m_down = false;
    bool m_dragging = false;
};

} // namespace saji
