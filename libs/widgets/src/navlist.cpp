// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/navlist.h>

#include <widgets/figures.h>
#include <widgets/text.h>

#include "paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 24" reference.
constexpr qreal wide24 = 224, row24 = 56, gap24 = 6;

} // namespace

NavList::NavList(QWidget *parent) : Control(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void NavList::setItems(const QList<Item> &items)
{
    m_items = items;
    updateGeometry();
    targetsChanged();
}

void NavList::setCount(int index, int count)
{
    if (index < 0 || index >= m_items.size())
        return;
    m_items[index].count = count;
    update();
}

void NavList::setCurrent(int index)
{
    m_currentItem = index;
    update();
}

QSize NavList::sizeHint() const
{
    const Metrics &m = metrics();
    const int rows = int(m_items.size());
    return {m.at24(wide24), rows * m.rowAt24(row24) + std::max(0, rows - 1) * m.at24(gap24)};
}

Control::Target NavList::target(int index) const
{
    const Metrics &m = metrics();
    const qreal row = m.rowAt24(row24);
    const Item &item = m_items.at(index);
    const QString name = item.count > 0 ? u"%1, %2"_s.arg(item.text).arg(item.count) : item.text;
    return {QRectF(0, index * (row + m.at24(gap24)), width(), row), qreal(m.at24(18)), name, QAccessible::PageTab, true, index == m_currentItem};
}

void NavList::press(int index)
{
    if (index == m_currentItem)
        return;
    setCurrent(index);
    emit chosen(index);
}

void NavList::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (int i = 0; i < m_items.size(); ++i) {
        const Item &item = m_items.at(i);
        const Target t = target(i);
        const bool chosen = i == m_currentItem;
        const qreal held = pressed(i);
        if (chosen)
            fillRound(painter, t.box, t.radius, p.flat ? p.selected : p.dark ? p.raised : p.tint);
        else if (held > 0)
            fillRound(painter, t.box, t.radius, pressedTone(p.side, p, held));
        const QColor ink = chosen ? (p.flat ? p.onSelected : p.dark ? p.ink : p.onTint) : p.ink2;
        const qreal icon = m.at24(26);
        theme().icons().draw(painter, QRectF(t.box.left() + m.at24(16), t.box.top(), icon, t.box.height()), item.icon, ink, 2.2);
        qreal right = t.box.right() - m.at24(16);
        if (item.count > 0) {
            const QFont font = m.fontAt24(17, QFont::ExtraBold);
            const qreal wide = std::max<qreal>(m.at24(30), figuresWidth(QString::number(item.count), font) + m.at24(16));
            const QRectF badge(right - wide, t.box.center().y() - m.at24(15), wide, m.at24(30));
            fillRound(painter, badge, m.at24(9), p.kunyit);
            painter.setPen(p.onKunyit);
            drawFigures(painter, badge, QString::number(item.count), font, Qt::AlignCenter);
            right = badge.left() - m.at24(8);
        }
        painter.setPen(ink);
        const qreal left = t.box.left() + m.at24(58);
        drawLine(painter, QRectF(left, t.box.top(), right - left, t.box.height()), item.text, m.fontAt24(20, QFont::Bold), Qt::AlignLeft | Qt::AlignVCenter);
    }
}

} // namespace saji
