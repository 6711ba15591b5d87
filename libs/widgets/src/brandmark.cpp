// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/brandmark.h>

#include <widgets/text.h>

#include "paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

BrandMark::BrandMark(const QString &name, const QString &line, QWidget *parent) : Themed(parent), m_name(name), m_line(line)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void BrandMark::set(const QString &name, const QString &line)
{
    m_name = name;
    m_line = line;
    setAccessibleName(line.isEmpty() ? name : name + u", "_s + line);
    themeChanged();
}

void BrandMark::setOnLeaf(bool onLeaf)
{
    m_onLeaf = onLeaf;
    update();
}

void BrandMark::setSide(qreal reference215)
{
    m_side = reference215;
    themeChanged();
}

QFont BrandMark::nameFont() const
{
    return metrics().fontAt215(m_side * 0.45, QFont::ExtraBold);
}

QFont BrandMark::lineFont() const
{
    return metrics().fontAt215(m_side * 0.31, QFont::DemiBold);
}

QSize BrandMark::sizeHint() const
{
    const int side = metrics().at215(m_side);
    const qreal words = std::max(lineWidth(m_name, nameFont()), lineWidth(m_line, lineFont()));
    const qreal high = nameFont().pixelSize() * 1.2 + (m_line.isEmpty() ? 0 : lineFont().pixelSize() * 1.3);
    return {side + side / 4 + int(std::ceil(words)) + 1, std::max(side, int(std::ceil(high)))};
}

QSize BrandMark::minimumSizeHint() const
{
    return {metrics().at215(m_side * 2), sizeHint().height()};
}

void BrandMark::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const qreal side = metrics().at215(m_side);
    const QRectF logo(0, (height() - side) / 2, side, side);
    const bool paper = m_onLeaf && !p.flat;
    theme().icons().draw(painter, logo, paper ? u"logo_paper"_s : u"logo"_s, p.leaf);
    const qreal left = side + side / 4;
    const QRectF words(left, 0, width() - left, height());
    const qreal upper = nameFont().pixelSize() * 1.2;
    const qreal lower = m_line.isEmpty() ? 0 : lineFont().pixelSize() * 1.3;
    const qreal top = (height() - upper - lower) / 2;
    painter.setPen(m_onLeaf ? p.onDeep : p.ink);
    drawLine(painter, QRectF(left, top, words.width(), upper), m_name, nameFont(), Qt::AlignLeft | Qt::AlignVCenter);
    if (m_line.isEmpty())
        return;
    painter.setPen(m_onLeaf ? p.onDeep2 : p.ink2);
    drawLine(painter, QRectF(left, top + upper, words.width(), lower), m_line, lineFont(), Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace saji
