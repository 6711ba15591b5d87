// SPDX-License-Identifier: GPL-3.0-or-later
#include "flowbox.h"

namespace saji {

FlowBox::FlowBox(QWidget *parent) : QWidget(parent) {}

void FlowBox::fill(const QList<QWidget *> &widgets)
{
    for (QWidget *old : m_widgets) {
        old->hide();
        old->deleteLater();
    }
    m_widgets = widgets;
    for (QWidget *widget : m_widgets) {
        widget->setParent(this);
        widget->show();
    }
    updateGeometry();
    lay(width(), true);
}

void FlowBox::setGaps(int horizontal, int vertical)
{
    if (m_horizontal == horizontal && m_vertical == vertical)
        return;
    m_horizontal = horizontal;
    m_vertical = vertical;
    updateGeometry();
    lay(width(), true);
}

void FlowBox::setCellWidth(int least)
{
    if (m_cell == least)
        return;
    m_cell = least;
    updateGeometry();
    lay(width(), true);
}

int FlowBox::lay(int width, bool move) const
{
    const int columns = m_cell > 0 ? std::max(1, (width + m_horizontal) / (m_cell + m_horizontal)) : 0;
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    for (QWidget *widget : m_widgets) {
        const QSize wish = widget->sizeHint();
        const int wide = columns > 0 ? (width - m_horizontal * (columns - 1)) / columns : std::min(wish.width(), width);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += rowHeight + m_vertical;
            rowHeight = 0;
        }
        if (move)
            widget->setGeometry(x, y, wide, wish.height());
        x += wide + m_horizontal;
        rowHeight = std::max(rowHeight, wish.height());
    }
    return y + rowHeight;
}

int FlowBox::heightForWidth(int width) const
{
    return lay(width, false);
}

QSize FlowBox::sizeHint() const
{
    return {width(), heightForWidth(width())};
}

void FlowBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    lay(width(), true);
}

} // namespace saji
