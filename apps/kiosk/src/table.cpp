// SPDX-License-Identifier: GPL-3.0-or-later
#include "table.h"

#include <widgets/motion.h>

#include <QPainter>
#include <QPaintEvent>

namespace saji {

namespace {
constexpr qreal driftPx = 8; // of the scene
}

Table::Table(QWidget *parent) : Themed(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Table::lay(const QList<Dish> &dishes, const QRectF &scene)
{
    m_dishes = dishes;
    m_scene = scene;
    update();
}

qreal Table::scale() const
{
    return m_scene.isEmpty() ? 1 : std::max(width() / m_scene.width(), height() / m_scene.height());
}

QRectF Table::boxOf(const Dish &dish) const
{
    const qreal s = scale();
    const qreal side = dish.side * s;
    const QPointF middle((dish.middle.x() - m_scene.left()) * s, (dish.middle.y() - m_scene.top()) * s);
    return {middle.x() - side / 2, middle.y() - side / 2, side, side};
}

QRect Table::driftArea() const
{
    for (const Dish &dish : m_dishes) {
        if (dish.drifts)
            return boxOf(dish).toAlignedRect().adjusted(0, -int(driftPx * scale()) - 1, 0, int(driftPx * scale()) + 1);
    }
    return {};
}

void Table::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const Dish &dish : m_dishes) {
        QRectF box = boxOf(dish);
        if (dish.drifts)
            box.translate(0, m_offset * scale());
        if (!box.intersects(event->rect()))
            continue;
        const QPixmap picture = theme().art().picture(dish.art, box.size().toSize(), devicePixelRatio());
        if (!picture.isNull())
            painter.drawPixmap(box.topLeft(), picture);
    }
}

void Table::themeChanged()
{
    Themed::themeChanged();
    disconnect(m_ready);
    m_ready = connect(&theme().art(), &ArtCache::ready, this, [this] { update(); });
    if (isVisible())
        drift(true);
}

void Table::showEvent(QShowEvent *event)
{
    Themed::showEvent(event);
    drift(true);
}

void Table::hideEvent(QHideEvent *event)
{
    if (m_drift)
        m_drift->stop();
    Themed::hideEvent(event);
}

void Table::drift(bool there)
{
    if (theme().reducedMotion()) {
        if (m_drift)
            m_drift->stop();
        m_offset = 0;
        update();
        return;
    }
    if (!m_drift) {
        m_drift = new Tween(this, [this](qreal offset) {
            // Whole pixels only: the eye sees no difference, and most steps then repaint nothing.
            const qreal rounded = std::round(offset * scale()) / scale();
            if (rounded == m_offset)
                return;
            m_offset = rounded;
            update(driftArea());
        });
    }
    disconnect(m_drift, &Tween::finished, this, nullptr);
    connect(m_drift, &Tween::finished, this, [this, there] { drift(!there); });
    m_drift->start(there ? 0 : driftPx, there ? driftPx : 0, motion::attractDrift / 2, QEasingCurve::InOutSine);
}

} // namespace saji
