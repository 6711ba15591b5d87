// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/figures.h>

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace saji {

namespace {

qreal cellWidth(const QFontMetricsF &metrics)
{
    // The nought of Manrope has wide shoulders: a cell of the next widest digit holds it, too, and leaves the ones less lonely.
    qreal widest = 0;
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

//! Calls `each(text, offset, width, digit)` for every digit and every run of other characters.
template<typename Each>
qreal forEachRun(const QString &text, const QFontMetricsF &metrics, Each each)
{
    const qreal cell = cellWidth(metrics);
    qreal x = 0;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i + 1;
        const bool digit = isDigit(text.at(i));
        while (!digit && end < text.size() && !isDigit(text.at(end)))
            ++end;
        const QString run = text.mid(i, end - i);
        const qreal width = digit ? cell : metrics.horizontalAdvance(run);
        each(run, x, width, digit);
        x += width;
        i = end;
    }
    return x;
}

} // namespace

qreal figuresWidth(const QString &text, const QFont &font)
{
    return forEachRun(text, QFontMetricsF(font), [](const QString &, qreal, qreal, bool) {});
}

void drawFigures(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, Qt::Alignment alignment)
{
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    qreal left = box.left();
    if (alignment & (Qt::AlignRight | Qt::AlignHCenter)) {
        const qreal width = figuresWidth(text, font);
        left = alignment & Qt::AlignRight ? box.right() - width : box.center().x() - width / 2;
    }
    const qreal cap = metrics.capHeight();
    qreal baseline = box.center().y() + cap / 2;
    if (alignment & Qt::AlignTop)
        baseline = box.top() + cap;
    else if (alignment & Qt::AlignBottom)
        baseline = box.bottom();
    baseline = std::round(baseline);
    forEachRun(text, metrics, [&](const QString &run, qreal x, qreal width, bool digit) {
        const qreal inset = digit ? (width - metrics.horizontalAdvance(run)) / 2 : 0;
        painter.drawText(QPointF(left + x + inset, baseline), run);
    });
}

} // namespace saji
