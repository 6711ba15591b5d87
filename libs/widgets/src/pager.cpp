// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/pager.h>

#include <widgets/figures.h>
#include <widgets/productgrid.h>

#include "paint.h"

#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal side215 = 76, words215 = 94, between215 = 10;

QString pageText(int page, int count)
{
    return u"%1 / %2"_s.arg(page + 1).arg(count);
}

} // namespace

Pager::Pager(QWidget *parent) : Control(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Pager::setGrid(ProductGrid *grid)
{
    connect(grid, &ProductGrid::pageChanged, this, &Pager::setPage);
    connect(this, &Pager::next, grid, &ProductGrid::nextPage);
    connect(this, &Pager::previous, grid, &ProductGrid::previousPage);
    setPage(grid->page(), grid->pageCount());
}

void Pager::setPage(int page, int pageCount)
{
    m_page = page;
    const bool wider = pageText(0, pageCount).size() != pageText(0, m_count).size();
    m_count = pageCount;
    if (wider)
        updateGeometry();
    targetsChanged();
}

void Pager::setCompact(bool compact)
{
    m_compact = compact;
    themeChanged();
}

QSize Pager::sizeHint() const
{
    const Metrics &m = metrics();
    const int side = m.at215(side215);
    const QFont font = m.fontAt215(26, QFont::Bold);
    const int words = m_compact ? m.at215(between215) : std::max(m.at215(words215), int(std::ceil(figuresWidth(pageText(m_count - 1, m_count), font))) + m.at215(24));
    return {2 * side + words, side};
}

Control::Target Pager::target(int index) const
{
    const qreal side = metrics().at215(side215);
    const bool useful = index == 0 ? m_page > 0 : m_page + 1 < m_count;
    return {QRectF(index == 0 ? 0 : width() - side, 0, side, side), side * 0.32, index == 0 ? tr("Previous page") : tr("Next page"), QAccessible::Button, useful && m_count > 1, false};
}

void Pager::press(int index)
{
    if (index == 0)
        emit previous();
    else
        emit next();
}

void Pager::paintEvent(QPaintEvent *)
{
    if (m_count <= 1)
        return;
    const Palette &p = colors();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (int i = 0; i < 2; ++i) {
        const Target t = target(i);
        fillRound(painter, t.box, t.radius, t.enabled ? pressedTone(p.surface, p, pressed(i)) : p.disabledGround);
        strokeRound(painter, t.box, t.radius, p.flat && !t.enabled ? p.disabled : p.outline, metrics().stroke(3));
        const qreal side = t.box.width() * 0.42;
        theme().icons().draw(painter, QRectF(t.box.center().x() - side / 2, t.box.center().y() - side / 2 + pressed(i) * metrics().at215(3), side, side),
                             i == 0 ? u"up"_s : u"down"_s, t.enabled ? p.ink : p.disabled, 2.8);
    }
    if (m_compact)
        return;
    painter.setPen(p.ink);
    const qreal side = metrics().at215(side215);
    drawFigures(painter, QRectF(side, 0, width() - 2 * side, height()), pageText(m_page, m_count), metrics().fontAt215(26, QFont::Bold), Qt::AlignCenter);
}

} // namespace saji
