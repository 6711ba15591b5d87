// SPDX-License-Identifier: GPL-3.0-or-later
#include "flash.h"

#include "strokes.h"
#include "tuning.h"

#include <widgets/motion.h>

#include <QEvent>
#include <QPainter>

namespace saji {

Flash::Flash(QWidget *window) : Themed(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    m_fade = new Tween(this, [this](qreal strength) {
        m_strength = strength;
        update(frame());
    });
    connect(m_fade, &Tween::finished, this, &QWidget::hide);
    window->installEventFilter(this);
    hide();
}

QRegion Flash::frame() const
{
    const int wide = metrics().at24(14);
    return QRegion(rect()).subtracted(rect().adjusted(wide, wide, -wide, -wide));
}

void Flash::flash(ColorRole color)
{
    m_color = color;
    setGeometry(parentWidget()->rect());
    show();
    raise();
    // One fade a sound; with reduced motion it stands still for as long, then goes.
    m_fade->start(1, theme().reducedMotion() ? 1 : 0, tuning::flashMs, QEasingCurve::InQuad);
}

void Flash::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor color = colors().*m_color;
    color.setAlphaF(float(m_strength));
    for (const QRect &side : frame())
        painter.fillRect(side, color);
}

bool Flash::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parentWidget())
        setGeometry(parentWidget()->rect());
    return Themed::eventFilter(watched, event);
}

} // namespace saji
