// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/sheet.h>

#include <widgets/card.h>
#include <widgets/motion.h>

#include <QApplication>
#include <QKeyEvent>
#include <QLayout>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace saji {

namespace {

constexpr qreal dialogGap215 = 260; // from the lower edge of the host to that of a dialog

} // namespace

Sheet::Sheet(QWidget *host, Place place) : QWidget(host), m_place(place), m_panel(new Card(this)), m_motion(new Tween(this, [this](qreal shown) { slide(shown); }))
{
    m_panel->setRadius(52);
    m_panel->setFlatBottom(place == Place::Bottom);
    m_panel->setShadow(Shadow::None);
    connect(m_motion, &Tween::finished, this, &Sheet::arrived);
    host->installEventFilter(this);
    hide();
}

Sheet::~Sheet() = default;

void Sheet::setTopGap(qreal reference215)
{
    m_topGap = reference215;
    placePanel();
}

void Sheet::setFitted(bool fitted)
{
    m_fitted = fitted;
    placePanel();
}

void Sheet::setDialogWidth(qreal reference215)
{
    m_dialogWidth = reference215;
    placePanel();
}

void Sheet::setDeepScrim(bool deep)
{
    m_deep = deep;
    update();
}

QRect Sheet::panelPlace() const
{
    const Metrics &m = Theme::of(this).metrics();
    const auto wanted = [this](int width) {
        const QLayout *layout = m_panel->layout();
        if (layout && layout->hasHeightForWidth())
            return layout->totalHeightForWidth(width);
        return m_panel->sizeHint().height();
    };
    if (m_place == Place::Bottom) {
        const int most = height() - m.at215(m_topGap);
        const int panel = m_fitted ? std::min(most, wanted(width())) : most;
        return {0, height() - panel, width(), panel};
    }
    const int wide = std::min(m.at215(m_dialogWidth), width() - 2 * m.px(6));
    const int high = std::min(wanted(wide), height() - 2 * m.px(6));
    const int bottom = height() > width() ? std::max(m.px(6), std::min(m.at215(dialogGap215), height() - high - m.px(6))) : (height() - high) / 2;
    return {(width() - wide) / 2, height() - bottom - high, wide, high};
}

void Sheet::placePanel()
{
    if (!isVisible())
        return;
    // While it moves, the real panel waits out of sight in its final size and only its picture travels.
    const QRect place = panelPlace();
    const bool resting = m_picture.isNull();
    m_panel->setGeometry(resting ? place : QRect(QPoint(0, height() + 1), place.size()));
}

void Sheet::open()
{
    if (m_open)
        return;
    m_open = true;
    m_before = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    const QRect place = panelPlace();
    m_panel->setGeometry(QRect(QPoint(0, height() + 1), place.size()));
    m_panel->show();
    const int duration = Theme::of(this).duration(motion::sheetUp);
    if (duration > 0)
        m_picture = m_panel->grab();
    m_motion->start(m_shown, 1, duration, QEasingCurve::OutCubic);
}

void Sheet::close()
{
    if (!m_open)
        return;
    m_open = false;
    const int duration = isVisible() ? Theme::of(this).duration(motion::sheetDown) : 0;
    if (duration > 0 && m_picture.isNull())
        m_picture = m_panel->grab();
    placePanel();
    m_motion->start(m_shown, 0, duration, QEasingCurve::InCubic);
}

void Sheet::slide(qreal shown)
{
    m_shown = shown;
    update();
}

void Sheet::arrived()
{
    m_picture = {};
    if (!m_open) {
        hide();
        if (m_before)
            m_before->setFocus(Qt::OtherFocusReason);
        emit closed();
        return;
    }
    placePanel();
    focusNextPrevChild(true);
    emit opened();
}

void Sheet::paintEvent(QPaintEvent *)
{
    const Palette &p = Theme::of(this).palette();
    QPainter painter(this);
    QColor scrim = m_deep ? p.scrimDeep : p.scrim;
    scrim.setAlphaF(scrim.alphaF() * float(std::clamp(m_shown, 0.0, 1.0)));
    painter.fillRect(rect(), scrim);
    if (m_picture.isNull())
        return;
    const QRect place = panelPlace();
    if (m_place == Place::Bottom) {
        painter.drawPixmap(QPointF(place.left(), height() - place.height() * m_shown), m_picture);
    } else {
        painter.setOpacity(m_shown);
        painter.drawPixmap(QPointF(place.left(), place.top() + (1 - m_shown) * place.height() * 0.12), m_picture);
    }
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
        placePanel();
    }
    return QWidget::eventFilter(watched, event);
}

bool Sheet::event(QEvent *event)
{
    if (event->type() == Theme::changedEvent() || event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &Sheet::placePanel, Qt::QueuedConnection);
    // A finger on the scrim must not reach what lies below.
    if (event->type() == QEvent::TouchBegin || event->type() == QEvent::Wheel) {
        event->setAccepted(event->type() == QEvent::Wheel);
        return event->type() == QEvent::Wheel || QWidget::event(event);
    }
    return QWidget::event(event);
}

void Sheet::mousePressEvent(QMouseEvent *event)
{
    m_pressedScrim = !m_panel->geometry().contains(event->position().toPoint());
}

void Sheet::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pressedScrim && m_open && !m_motion->running() && !m_panel->geometry().contains(event->position().toPoint()))
        emit dismissRequested();
    m_pressedScrim = false;
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_open)
        emit dismissRequested();
    // Keys that nobody in the panel wanted stop here: the page below is not on.
    event->accept();
}

bool Sheet::focusNextPrevChild(bool next)
{
    QWidget *from = focusWidget();
    if (!from || !m_panel->isAncestorOf(from))
        from = m_panel;
    for (QWidget *w = next ? from->nextInFocusChain() : from->previousInFocusChain(); w != from; w = next ? w->nextInFocusChain() : w->previousInFocusChain()) {
        if (m_panel->isAncestorOf(w) && w->isVisibleTo(m_panel) && w->isEnabled() && (w->focusPolicy() & Qt::TabFocus)) {
            w->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return true;
}

} // namespace saji
