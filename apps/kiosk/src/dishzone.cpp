// SPDX-License-Identifier: GPL-3.0-or-later
#include "dishzone.h"

#include <QPainter>
#include <QPainterPath>

namespace saji {

namespace {
constexpr qreal lightReach = 0.78; // look.md section 4: white to tint at 78 %
}

DishZone::DishZone(QWidget *parent) : Themed(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void DishZone::setHue(QRgb hue)
{
    m_hue = hue;
    update();
}

void DishZone::setDish(const QString &art, const QRectF &box, bool grey)
{
    m_art = art;
    m_box = box;
    m_grey = grey;
    update();
}

void DishZone::setOverhang(int pixels)
{
    m_overhang = pixels;
    update();
}

void DishZone::setWholeColumn(bool column)
{
    m_column = column;
    update();
}

void DishZone::themeChanged()
{
    Themed::themeChanged();
    disconnect(m_ready);
    m_ready = connect(&theme().art(), &ArtCache::ready, this, [this](const QString &name) {
        if (name == m_art)
            update();
    });
}

void DishZone::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (!colors().flat) {
        const qreal radius = metrics().radiusSheet();
        const QRectF ground = QRectF(rect()).adjusted(0, 0, 0, -m_overhang);
        QPainterPath shape;
        // The rounding of the sides that are not the sheet's edge is pushed out of sight.
        shape.addRoundedRect(m_column ? ground.adjusted(0, 0, radius, radius) : ground.adjusted(0, 0, 0, radius), radius, radius);
        const QColor tint = theme().outlet(m_hue).tint;
        QRadialGradient light(m_box.center(), std::max(ground.width(), ground.height()) * lightReach);
        light.setColorAt(0, colors().surface);
        light.setColorAt(0.45, blended(tint, QColor(255, 255, 255, 110)));
        light.setColorAt(1, tint);
        painter.setClipRect(ground);
        painter.fillPath(shape, light);
        painter.setClipping(false);
    }
    const auto tone = m_grey ? ArtCache::Tone::Grey : ArtCache::Tone::Full;
    const QPixmap dish = theme().art().picture(m_art, m_box.size().toSize(), devicePixelRatio(), tone);
    if (!dish.isNull())
        painter.drawPixmap(m_box.topLeft(), dish);
}

} // namespace saji
