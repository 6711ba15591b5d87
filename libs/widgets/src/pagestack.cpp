// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/pagestack.h>

#include <widgets/motion.h>

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace saji {

namespace {

constexpr qreal shift215 = 24;

} // namespace

//! Lies over the pages while they turn, shows their pictures and takes every tap.
class PageStack::Curtain : public QWidget
{
public:
    explicit Curtain(QWidget *parent) : QWidget(parent)
    {
        setAttribute(Qt::WA_OpaquePaintEvent);
        setAttribute(Qt::WA_AcceptTouchEvents);
        hide();
    }

    QPixmap before, after;
    qreal time = 0;
    qreal shift = 0;
    QColor ground;

protected:
    bool event(QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::TouchBegin:
        case QEvent::TouchUpdate:
        case QEvent::TouchEnd:
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseButtonDblClick:
            event->accept();
            return true;
        default:
            return QWidget::event(event);
        }
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const bool leaving = time < motion::pageOut;
        const qreal part = leaving ? time / motion::pageOut : (time - motion::pageOut) / motion::pageIn;
        const qreal eased = QEasingCurve(QEasingCurve::OutQuad).valueForProgress(std::clamp(part, 0.0, 1.0));
        painter.fillRect(rect(), ground);
        painter.setOpacity(leaving ? 1 - eased : eased);
        painter.drawPixmap(QPointF(leaving ? -shift * eased : shift * (1 - eased), 0), leaving ? before : after);
    }
};

PageStack::PageStack(QWidget *parent) : QStackedWidget(parent), m_curtain(new Curtain(this)), m_motion(new Tween(this, [this](qreal time) {
    m_curtain->time = time;
    m_curtain->update();
}))
{
    connect(m_motion, &Tween::finished, this, &PageStack::finish);
}

bool PageStack::turning() const
{
    return m_motion->running();
}

void PageStack::turnTo(QWidget *page, Way way)
{
    if (page == currentWidget())
        return;
    m_motion->stop();
    Theme &theme = Theme::of(this);
    const int whole = theme.duration(motion::pageOut + motion::pageIn);
    if (whole == 0 || !isVisible() || !currentWidget()) {
        setCurrentWidget(page);
        finish();
        return;
    }
    m_curtain->before = currentWidget()->grab();
    m_curtain->ground = theme.palette().ground;
    m_curtain->shift = way == Way::Fade ? 0 : theme.metrics().at215(shift215) * (way == Way::Forward ? 1 : -1);
    setCurrentWidget(page);
    page->resize(size());
    m_curtain->after = page->grab();
    m_curtain->time = 0;
    m_curtain->setGeometry(rect());
    m_curtain->show();
    m_curtain->raise();
    m_motion->start(0, whole, whole, QEasingCurve::Linear);
}

void PageStack::finish()
{
    m_curtain->hide();
    m_curtain->before = {};
    m_curtain->after = {};
    emit turned(currentWidget());
}

void PageStack::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    if (turning()) {
        m_motion->stop();
        finish();
    }
}

} // namespace saji
