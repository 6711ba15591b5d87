// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QWidget>

namespace saji {

//! A rectangle that is cut up piece by piece: layouts that follow a drawing, without layout objects.
class Space
{
public:
    explicit Space(const QRect &rect) : m_rest(rect) {}

    //! Cuts a strip off one side, and the gap beside it.
    QRect top(int height, int gap = 0)
    {
        const QRect strip(m_rest.left(), m_rest.top(), m_rest.width(), height);
        m_rest.setTop(m_rest.top() + height + gap);
        return strip;
    }
    QRect bottom(int height, int gap = 0)
    {
        const QRect strip(m_rest.left(), m_rest.bottom() + 1 - height, m_rest.width(), height);
        m_rest.setBottom(m_rest.bottom() - height - gap);
        return strip;
    }
    QRect left(int width, int gap = 0)
    {
        const QRect strip(m_rest.left(), m_rest.top(), width, m_rest.height());
        m_rest.setLeft(m_rest.left() + width + gap);
        return strip;
    }
    QRect right(int width, int gap = 0)
    {
        const QRect strip(m_rest.right() + 1 - width, m_rest.top(), width, m_rest.height());
        m_rest.setRight(m_rest.right() - width - gap);
        return strip;
    }
    //! As high as it wants to be at this width.
    QRect top(const QWidget *widget, int gap = 0) { return top(heightOf(widget, m_rest.width()), gap); }
    QRect bottom(const QWidget *widget, int gap = 0) { return bottom(heightOf(widget, m_rest.width()), gap); }
    void inset(int horizontal, int vertical) { m_rest.adjust(horizontal, vertical, -horizontal, -vertical); }
    const QRect &rest() const { return m_rest; }

    static int heightOf(const QWidget *widget, int width)
    {
        return widget->hasHeightForWidth() ? widget->heightForWidth(width) : widget->sizeHint().height();
    }

private:
    QRect m_rest;
};

//! Where two things stand side by side: the height of one centred in a strip.
inline QRect centredIn(const QRect &strip, int height)
{
    return {strip.left(), strip.top() + (strip.height() - height) / 2, strip.width(), height};
}

} // namespace saji
