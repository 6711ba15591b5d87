// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/toast.h>

#include <widgets/motion.h>
#include <widgets/text.h>

#include "paint.h"

#include <QEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal height215 = 104, radius215 = 32, side215 = 24, art215 = 88, rise215 = 20, screenGap215 = 32;

} // namespace

Toast::Toast(QWidget *host) : Themed(host), m_stay(new QTimer(this)), m_motion(new Tween(this, [this](qreal shown) {
    m_shown = shown;
    setVisible(shown > 0);
    update();
}))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_stay->setSingleShot(true);
    m_stay->setInterval(motion::toastStay);
    connect(m_stay, &QTimer::timeout, this, &Toast::hideNow);
    host->installEventFilter(this);
    hide();
}

void Toast::setBottomGap(qreal reference215)
{
    m_bottomGap = reference215;
    place();
}

void Toast::showText(const QString &text, const QString &art)
{
    m_text = text;
    m_art = art;
    setAccessibleName(text);
    place();
    raise();
    m_motion->start(m_shown, 1, theme().duration(motion::toastIn));
    m_stay->start();
}

void Toast::hideNow()
{
    m_stay->stop();
    m_motion->start(m_shown, 0, theme().duration(motion::toastIn));
}

void Toast::place()
{
    const Metrics &m = metrics();
    const QMargins reach = Shadows::reach(Shadow::Sheet, m).toMargins();
    const int art = m_art.isEmpty() ? 0 : m.at215(art215 + 16);
    const int words = int(std::ceil(lineWidth(m_text, m.font(Type::Product))));
    const int wide = std::min(words + art + m.at215(2 * side215 + 20), parentWidget()->width() - 2 * m.at215(screenGap215));
    const int high = std::max(m.at215(height215), int(m.font(Type::Product).pixelSize() * 2.4));
    const QRect face(parentWidget()->width() / 2 - wide / 2, parentWidget()->height() - m.at215(m_bottomGap) - high, wide, high);
    setGeometry(face.marginsAdded(reach + QMargins(0, m.at215(rise215), 0, 0)));
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return Themed::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setOpacity(std::clamp(m_shown, 0.0, 1.0));
    const QMargins reach = Shadows::reach(Shadow::Sheet, m).toMargins() + QMargins(0, m.at215(rise215), 0, 0);
    const QRectF face = QRectF(rect().marginsRemoved(reach)).translated(0, (1 - m_shown) * m.at215(rise215));
    theme().shadows().draw(painter, face, m.at215(radius215), Shadow::Sheet, p, m);
    drawCell(painter, face, m.at215(radius215), p.toast, p, m);
    QRectF inner = face.adjusted(m.at215(side215), 0, -m.at215(side215), 0);
    if (!m_art.isEmpty()) {
        const qreal side = m.at215(art215);
        const QPixmap picture = theme().art().picture(m_art, QSize(int(side), int(side)), devicePixelRatioF());
        painter.drawPixmap(QPointF(inner.left(), std::round(inner.center().y() - side / 2)), picture);
        inner.setLeft(inner.left() + side + m.at215(16));
    }
    painter.setPen(p.onToast);
    drawLine(painter, inner, m_text, m.font(Type::Product), (m_art.isEmpty() ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace saji
