// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/statcard.h>

#include <widgets/text.h>

#include "paint.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 24" reference.
constexpr qreal wide24 = 386, high24 = 168, side24 = 24, sparkWide24 = 150, sparkHigh24 = 60;

} // namespace

StatCard::StatCard(const QString &caption, QWidget *parent) : Themed(parent), m_caption(caption)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StatCard::setCaption(const QString &caption)
{
    m_caption = caption;
    update();
}

void StatCard::setFigure(const QString &figure, const QString &evidence, Tone tone)
{
    m_figure = figure;
    m_evidence = evidence;
    m_tone = tone;
    setAccessibleName(u"%1: %2, %3"_s.arg(m_caption, figure, evidence));
    update();
}

void StatCard::setTrend(const QList<double> &values)
{
    m_trend = values;
    update();
}

QSize StatCard::sizeHint() const
{
    return {metrics().at24(wide24), metrics().rowAt24(high24)};
}

QSize StatCard::minimumSizeHint() const
{
    return {metrics().at24(200), sizeHint().height()};
}

void StatCard::paintTrend(QPainter &painter, const QRectF &box) const
{
    const auto [least, most] = std::minmax_element(m_trend.begin(), m_trend.end());
    // A line that hardly moves must not look like a storm: the box is never less than 30 % of the highest value.
    const double range = std::max({*most - *least, 0.3 * *most, 1e-9});
    QPolygonF line;
    for (qsizetype i = 0; i < m_trend.size(); ++i) {
        const double share = 0.5 + (m_trend.at(i) - (*most + *least) / 2) / range;
        line.append({box.left() + box.width() * double(i) / double(m_trend.size() - 1), box.bottom() - box.height() * (0.15 + 0.8 * share)});
    }
    QPainterPath area;
    area.addPolygon(QPolygonF(line) << box.bottomRight() << box.bottomLeft());
    const QColor color = colors().ok;
    painter.fillPath(area, mixed(colors().surface, color, 0.16));
    painter.setPen(QPen(color, metrics().at24(3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
}

void StatCard::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    drawCell(painter, rect(), m.radiusAdmin(), p.surface, p, m);
    const qreal side = m.at24(side24);
    const QRectF inner = QRectF(rect()).adjusted(side, m.rowAt24(18), -side, -m.rowAt24(22));
    const bool trend = m_trend.size() > 1;
    const qreal spark = trend ? std::min<qreal>(m.at24(sparkWide24), width() * 0.4) : 0;
    const qreal room = inner.width() - spark - (trend ? m.at24(16) : 0);
    painter.setPen(p.ink2);
    drawLine(painter, QRectF(inner.left(), inner.top(), inner.width(), m.rowAt24(28)), m_caption, m.font(Type::AdminText), Qt::AlignLeft | Qt::AlignVCenter);
    drawLine(painter, QRectF(inner.left(), inner.bottom() - m.rowAt24(28), room, m.rowAt24(28)), m_evidence, m.font(Type::AdminSmall), Qt::AlignLeft | Qt::AlignVCenter);
    switch (m_tone) {
    case Tone::Normal: painter.setPen(p.ink); break;
    case Tone::Good: painter.setPen(p.ok); break;
    case Tone::Warning: painter.setPen(p.amber); break;
    case Tone::Bad: painter.setPen(p.bad); break;
    }
    QFont font = m.font(Type::AdminFigure);
    // It stands alone, in no column: its digits keep their own widths.
    if (const qreal wide = lineWidth(m_figure, font); wide > room)
        font = sajiFont(std::floor(font.pixelSize() * room / wide), QFont::ExtraBold, 60);
    drawLine(painter, QRectF(inner.left(), inner.top() + m.rowAt24(28), room, inner.height() - m.rowAt24(56)), m_figure, font, Qt::AlignLeft | Qt::AlignVCenter);
    if (trend)
        paintTrend(painter, QRectF(inner.right() - spark, inner.bottom() - m.rowAt24(sparkHigh24), spark, m.rowAt24(sparkHigh24)));
}

} // namespace saji
