// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/scrollarea.h>

#include <widgets/ground.h>
#include <widgets/motion.h>

#include "paint.h"
#include "tuning.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTouchEvent>

#include <algorithm>
#include <cmath>

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal markWidth = 8;
constexpr qreal markLeast = 64;

//! The slim mark at the right edge; it says where one is and cannot be pressed.
class Mark : public Themed
{
public:
    explicit Mark(QWidget *parent) : Themed(parent) { setAttribute(Qt::WA_TransparentForMouseEvents); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        fillRound(painter, rect(), width() / 2.0, mixed(colors().ground, colors().edge, 0.6));
    }
};

} // namespace

ScrollArea::ScrollArea(QWidget *parent)
    : QScrollArea(parent), m_content(new Ground(Ground::Kind::Clear)), m_mark(new Mark(this)), m_glide(new Tween(this, [this](qreal value) {
          verticalScrollBar()->setValue(int(std::lround(value)));
      }))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_AcceptTouchEvents);
    setWidget(m_content);
    m_content->setAutoFillBackground(false);
    m_content->installEventFilter(this);
}

ScrollArea *ScrollArea::around(const QWidget *widget)
{
    for (QWidget *w = widget ? widget->parentWidget() : nullptr; w; w = w->parentWidget()) {
        if (auto *area = qobject_cast<ScrollArea *>(w))
            return area;
    }
    return nullptr;
}

void ScrollArea::setInset(int pixels)
{
    setViewportMargins(pixels, 0, pixels, 0);
}

void ScrollArea::reveal(QWidget *widget, int margin)
{
    const QRect box(widget->mapTo(m_content, QPoint(0, 0)), widget->size());
    const int top = verticalScrollBar()->value();
    const int view = viewport()->height();
    int wanted = top;
    if (box.bottom() + margin > top + view)
        wanted = box.bottom() + margin - view;
    if (box.top() - margin < wanted)
        wanted = box.top() - margin;
    wanted = std::clamp(wanted, 0, verticalScrollBar()->maximum());
    if (wanted != top)
        m_glide->start(top, wanted, Theme::of(this).duration(motion::sheetUp));
}

void ScrollArea::scrollToTop()
{
    m_glide->stop();
    verticalScrollBar()->setValue(0);
}

void ScrollArea::dragStart(const QPointF &global)
{
    m_glide->stop();
    m_from = global;
    m_fromValue = verticalScrollBar()->value();
    m_dragging = true;
}

void ScrollArea::dragTo(const QPointF &global)
{
    if (m_dragging)
        verticalScrollBar()->setValue(m_fromValue - int(std::lround(global.y() - m_from.y())));
}

void ScrollArea::dragEnd(const QPointF &velocityPxPerSecond)
{
    m_dragging = false;
    Theme &theme = Theme::of(this);
    const qreal density = theme.metrics().pxPerMm;
    const qreal speed = -velocityPxPerSecond.y();
    if (std::fabs(speed) < tuning::flingLeastMmPerSecond * density || theme.reducedMotion())
        return;
    const qreal slowdown = tuning::flingSlowdown * density;
    const int from = verticalScrollBar()->value();
    const qreal way = std::copysign(speed * speed / (2 * slowdown), speed);
    const qreal to = std::clamp(from + way, 0.0, qreal(verticalScrollBar()->maximum()));
    const int duration = std::min(tuning::flingLongestMs, int(std::fabs(speed) / slowdown * 1000));
    m_glide->start(from, to, std::max(1, duration), QEasingCurve::OutQuad);
}

bool ScrollArea::viewportEvent(QEvent *event)
{
    const qreal threshold = Theme::of(this).metrics().px(tuning::dragMm);
    const auto down = [this](const QPointF &global, quint64 timestamp) {
        m_down = true;
        m_glide->stop();
        m_from = m_last = global;
        m_lastMove = timestamp;
        m_velocity = {};
    };
    const auto move = [this, threshold](const QPointF &global, quint64 timestamp) {
        const qreal seconds = std::max<quint64>(1, timestamp - std::min(timestamp, m_lastMove)) / 1000.0;
        m_velocity = m_velocity * 0.3 + (global - m_last) / seconds * 0.7;
        m_last = global;
        m_lastMove = timestamp;
        if (!m_dragging && std::fabs(global.y() - m_from.y()) > threshold)
            dragStart(m_from);
        dragTo(global);
    };
    const auto up = [this] {
        m_down = false;
        if (m_dragging)
            dragEnd(m_velocity);
    };
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton)
            down(mouse->globalPosition(), mouse->timestamp());
        return true;
    }
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (m_down)
            move(mouse->globalPosition(), mouse->timestamp());
        return true;
    }
    case QEvent::MouseButtonRelease:
        if (m_down)
            up();
        return true;
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd: {
        const auto *touch = static_cast<QTouchEvent *>(event);
        const QEventPoint &point = touch->points().first();
        if (event->type() == QEvent::TouchBegin)
            down(point.globalPosition(), touch->timestamp());
        else if (m_down && event->type() == QEvent::TouchUpdate)
            move(point.globalPosition(), touch->timestamp());
        else if (m_down)
            up();
        event->accept();
        return true;
    }
    case QEvent::TouchCancel:
        if (m_down)
            up();
        return true;
    default:
        return QScrollArea::viewportEvent(event);
    }
}

void ScrollArea::placeMark()
{
    const Metrics &m = Theme::of(this).metrics();
    const int range = verticalScrollBar()->maximum();
    if (range <= 0 || m_content->height() <= 0) {
        m_mark->hide();
        return;
    }
    const int wide = std::max(3, m.at215(markWidth));
    const int view = viewport()->height();
    const int length = std::min(view, std::max(m.at215(markLeast), view * view / m_content->height()));
    const int top = (view - length) * verticalScrollBar()->value() / range;
    m_mark->setGeometry(width() - wide - 1, viewport()->y() + top, wide, length);
    m_mark->show();
    m_mark->raise();
}

void ScrollArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeMark();
}

void ScrollArea::scrollContentsBy(int dx, int dy)
{
    QScrollArea::scrollContentsBy(dx, dy);
    placeMark();
}

bool ScrollArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_content && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        QMetaObject::invokeMethod(this, &ScrollArea::placeMark, Qt::QueuedConnection);
    return QScrollArea::eventFilter(watched, event);
}

bool ScrollArea::focusNextPrevChild(bool next)
{
    // QScrollArea would jump; this glides.
    if (!QWidget::focusNextPrevChild(next))
        return false;
    if (QWidget *focus = focusWidget(); focus && m_content->isAncestorOf(focus))
        reveal(focus, Theme::of(this).metrics().px(6));
    return true;
}

} // namespace saji
