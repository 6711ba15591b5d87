// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/flowlayout.h>

#include <QWidget>

#include <algorithm>

namespace saji {

FlowLayout::FlowLayout(QWidget *parent) : QLayout(parent)
{
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::setColumns(int leastWidth, int most)
{
    m_columnWidth = leastWidth;
    m_mostColumns = std::max(1, most);
    invalidate();
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    const QRect rect(0, 0, width, 0);
    return m_columnWidth > 0 ? layColumns(rect, false) : lay(rect, false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    for (const QLayoutItem *item : m_items)
        width += item->sizeHint().width() + spacing();
    return {width, heightForWidth(width)};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    if (m_columnWidth > 0)
        layColumns(rect, true);
    else
        lay(rect, true);
}

int FlowLayout::lay(const QRect &rect, bool really) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    int x = inner.x();
    int y = inner.y();
    int line = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size(std::min(item->sizeHint().width(), inner.width()), item->sizeHint().height());
        if (x > inner.x() && x + size.width() > inner.x() + inner.width()) {
            x = inner.x();
            y += line + spacing();
            line = 0;
        }
        if (really)
            item->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + spacing();
        line = std::max(line, size.height());
    }
    return y + line - rect.y() + contentsMargins().bottom();
}

int FlowLayout::layColumns(const QRect &rect, bool really) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    const int columns = std::clamp((inner.width() + spacing()) / (m_columnWidth + spacing()), 1, m_mostColumns);
    const int width = (inner.width() - spacing() * (columns - 1)) / columns;
    QList<QLayoutItem *> shown;
    std::copy_if(m_items.begin(), m_items.end(), std::back_inserter(shown), [](QLayoutItem *item) { return !item->isEmpty(); });
    int y = inner.y();
    for (qsizetype first = 0; first < shown.size(); first += columns) {
        const auto row = shown.mid(first, columns);
        int height = 0;
        for (QLayoutItem *item : row)
            height = std::max(height, item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height());
        for (qsizetype i = 0; really && i < row.size(); ++i)
            row.at(i)->setGeometry(QRect(inner.x() + int(i) * (width + spacing()), y, width, height));
        y += height + (first + columns < shown.size() ? spacing() : 0);
    }
    return y - rect.y() + contentsMargins().bottom();
}

} // namespace saji
