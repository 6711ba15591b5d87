// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/theme.h>

#include <QPointF>
#include <QScrollArea>

namespace saji {

class Ground;
class Tween;

//! Scrolls its content by finger with momentum, by wheel and by focus, with a slim mark of where one is.
//!
//! Lay widgets into content(); it paints their shadows. Controls inside give a drag up to it, so a scroll never presses.
class ScrollArea : public QScrollArea
{
    Q_OBJECT
public:
    explicit ScrollArea(QWidget *parent = nullptr);

    //! A Ground of kind Clear, as wide as the view.
    Ground *content() const { return m_content; }
    //! Brings a widget into view, with motion.
    void reveal(QWidget *widget, int margin = 0);
    void scrollToTop();
    //! Space kept free of the mark and for the focus ring, left and right, in pixels.
    void setInset(int pixels);

    void dragStart(const QPointF &global);
    void dragTo(const QPointF &global);
    void dragEnd(const QPointF &velocityPxPerSecond);
    //! The nearest one around a widget, or null.
    static ScrollArea *around(const QWidget *widget);

protected:
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool focusNextPrevChild(bool next) override;

private:
    void placeMark();

    Ground *m_content;
    QWidget *m_mark;
    Tween *m_glide;
    QPointF m_from;
    QPointF m_last;
    QPointF m_velocity;
    quint64 m_lastMove = 0;
    int m_fromValue = 0;
    bool m_down = false;
    bool m_dragging = false;
};

} // namespace saji
