// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/idlering.h>

#include <widgets/text.h>

#include "paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal ring215 = 300, stroke215 = 24, figure215 = 132;

} // namespace

IdleRing::IdleRing(QWidget *parent) : Themed(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IdleRing::setRemaining(int remaining, int total)
{
    m_remaining = std::max(0, remaining);
    m_total = std::max(1, total);
    setAccessibleName(QString::number(seconds()));
    update();
}

QSize IdleRing::sizeHint() const
{
    const int side = metrics().at215(ring215);
    return {side, side};
}

void IdleRing::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const qreal stroke = m.at215(stroke215);
    const QRectF ring = QRectF(rect()).adjusted(stroke, stroke, -stroke, -stroke);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(p.flat ? p.line : p.sunken, stroke));
    painter.drawEllipse(ring);
    const qreal left = theme().reducedMotion() ? seconds() * 1000.0 / m_total : m_remaining * 1.0 / m_total;
    painter.setPen(QPen(p.kunyit, stroke, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, 90 * 16, -int(std::lround(std::min(1.0, left) * 360 * 16)));
    painter.setPen(p.ink);
    drawLine(painter, ring, QString::number(seconds()), sajiFont(m.at215(figure215), QFont::ExtraBold, figure215), Qt::AlignCenter);
}

ProgressBar::ProgressBar(QWidget *parent) : Themed(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ProgressBar::setProgress(qreal progress)
{
    m_progress = std::clamp(progress, 0.0, 1.0);
    update();
}

QSize ProgressBar::sizeHint() const
{
    return {metrics().at215(190), std::max(4, metrics().at215(14))};
}

QSize ProgressBar::minimumSizeHint() const
{
    return {metrics().at215(80), sizeHint().height()};
}

void ProgressBar::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    QPainter painter(this);
    const qreal radius = height() / 2.0;
    fillRound(painter, rect(), radius, mixed(p.sunken, p.ink, p.flat ? 0.4 : 0.14));
    if (m_progress > 0)
        fillRound(painter, QRectF(0, 0, std::max<qreal>(height(), width() * m_progress), height()), radius, p.leafText);
}

} // namespace saji
