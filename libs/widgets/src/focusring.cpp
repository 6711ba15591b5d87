// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/focusring.h>

#include <widgets/control.h>

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace saji {

namespace {

// Pixels at the 21.5" reference; high contrast takes a wider ring.
constexpr qreal ringWidth = 6, ringGap = 5, ringWidthFlat = 8, ringGapFlat = 6;

bool movesFocus(int key)
{
    switch (key) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Select:
        return true;
    default:
        return false;
    }
}

} // namespace

FocusRing::FocusRing(Theme &theme, QWidget *window) : QWidget(window), m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(QString());
    hide();
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { watch(now); });
    connect(&theme, &Theme::changed, this, &FocusRing::follow);
}

void FocusRing::setKeyboardMode(bool on)
{
    m_keys = on;
    watch(QApplication::focusWidget());
}

void FocusRing::watch(QWidget *focus)
{
    disconnect(m_targets);
    m_focus = focus && window() == focus->window() ? focus : nullptr;
    if (auto *control = qobject_cast<Control *>(m_focus))
        m_targets = connect(control, &Control::currentTargetChanged, this, &FocusRing::follow);
    follow();
}

void FocusRing::follow()
{
    if (!shown() || !m_focus->isVisible()) {
        hide();
        return;
    }
    QRectF box = m_focus->rect();
    m_radius = m_theme.metrics().at215(14);
    if (const auto *control = qobject_cast<const Control *>(m_focus.data())) {
        if (control->targetCount() == 0) {
            hide();
            return;
        }
        const Control::Target target = control->target(control->currentTarget());
        box = target.box;
        m_radius = target.radius;
    }
    const bool flat = m_theme.palette().flat;
    const int reach = m_theme.metrics().at215(flat ? ringWidthFlat + ringGapFlat : ringWidth + ringGap) + 1;
    const QRect around = box.toAlignedRect().adjusted(-reach, -reach, reach, reach);
    setGeometry(QRect(m_focus->mapTo(parentWidget(), around.topLeft()), around.size()));
    raise();
    show();
    update();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (!m_keys && movesFocus(static_cast<QKeyEvent *>(event)->key())) {
            m_keys = true;
            // The key that shows the ring may move it in the same breath; focusChanged follows then.
            watch(QApplication::focusWidget());
        }
        break;
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
        if (m_keys) {
            m_keys = false;
            hide();
        }
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        if (shown() && watched != this && watched->isWidgetType()) {
            auto *widget = static_cast<QWidget *>(watched);
            if (widget == m_focus || widget->isAncestorOf(m_focus))
                QMetaObject::invokeMethod(this, &FocusRing::follow, Qt::QueuedConnection);
            else if (event->type() == QEvent::Show && widget->parentWidget() == parentWidget())
                QMetaObject::invokeMethod(this, [this] { raise(); }, Qt::QueuedConnection);
        }
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::paintEvent(QPaintEvent *)
{
    const Palette &p = m_theme.palette();
    const Metrics &m = m_theme.metrics();
    const qreal width = m.at215(p.flat ? ringWidthFlat : ringWidth);
    const qreal gap = m.at215(p.flat ? ringGapFlat : ringGap);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const QRectF outer = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(p.focusGap, gap));
    const qreal gapInset = width + gap / 2;
    painter.drawRoundedRect(outer.adjusted(gapInset, gapInset, -gapInset, -gapInset), m_radius + gap / 2, m_radius + gap / 2);
    painter.setPen(QPen(p.focus, width));
    painter.drawRoundedRect(outer.adjusted(width / 2, width / 2, -width / 2, -width / 2), m_radius + gap + width / 2, m_radius + gap + width / 2);
}

} // namespace saji
