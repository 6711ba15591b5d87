// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/text.h>

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace saji {

namespace {

constexpr int shrinkSteps = 3; // 95, 90, 85 %

QFont shrunk(const QFont &font, qreal factor)
{
    QFont smaller = font;
    smaller.setPixelSize(std::max(1, int(std::floor(font.pixelSize() * factor))));
    if (font.letterSpacingType() == QFont::AbsoluteSpacing)
        smaller.setLetterSpacing(QFont::AbsoluteSpacing, font.letterSpacing() * factor);
    return smaller;
}

struct Broken
{
    QStringList lines;
    qreal width = 0;
    bool cutWord = false;
    bool whole = true; // everything fitted into the lines
};

Broken breakLines(const QString &text, const QFont &font, qreal width, int maxLines)
{
    Broken result;
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const QString piece = text.mid(line.textStart(), line.textLength());
        const bool last = line.textStart() + line.textLength() >= text.size();
        if (!last && !piece.endsWith(u' ') && !piece.endsWith(u'-') && !piece.endsWith(QChar::LineSeparator))
            result.cutWord = true;
        if (result.lines.size() == maxLines - 1 && !last) {
            result.lines.append(text.mid(line.textStart()));
            result.whole = false;
            break;
        }
        result.lines.append(piece.trimmed());
        result.width = std::max(result.width, line.naturalTextWidth());
    }
    layout.endLayout();
    return result;
}

} // namespace

qreal lineWidth(const QString &text, const QFont &font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

qreal capHeight(const QFont &font)
{
    return QFontMetricsF(font).capHeight();
}

TextBlock setText(const QString &text, const QFont &font, qreal width, int maxLines, qreal lineFactor)
{
    QString source = text;
    source.replace(u'\n', QChar::LineSeparator);
    TextBlock block;
    block.font = font;
    Broken broken = breakLines(source, font, width, maxLines);
    for (int step = 1; step <= shrinkSteps && (!broken.whole || broken.cutWord); ++step) {
        const QFont smaller = shrunk(font, 1 - (1 - smallestShrink) * step / shrinkSteps);
        Broken again = breakLines(source, smaller, width, maxLines);
        block.font = smaller;
        broken = std::move(again);
    }
    const QFontMetricsF metrics(block.font);
    if (!broken.whole) {
        broken.lines.last() = metrics.elidedText(broken.lines.last(), Qt::ElideRight, width);
        broken.width = width;
        block.elided = true;
    }
    block.lines = broken.lines;
    block.width = broken.width;
    block.lineHeight = std::ceil(block.font.pixelSize() * lineFactor);
    return block;
}

TextBlock setLine(const QString &text, const QFont &font, qreal width)
{
    TextBlock block;
    block.font = font;
    block.width = lineWidth(text, font);
    if (block.width > width && width > 0) {
        const qreal factor = std::max(smallestShrink, width / block.width);
        block.font = shrunk(font, factor);
        block.width = lineWidth(text, block.font);
    }
    const bool fits = block.width <= width + 0.5;
    block.elided = !fits;
    block.lines = {fits ? text : QFontMetricsF(block.font).elidedText(text, Qt::ElideRight, width)};
    block.width = std::min(block.width, width);
    block.lineHeight = std::ceil(block.font.pixelSize() * textLine);
    return block;
}

void drawText(QPainter &painter, const QRectF &box, const TextBlock &block, Qt::Alignment alignment)
{
    if (block.lines.isEmpty())
        return;
    painter.setFont(block.font);
    const QFontMetricsF metrics(block.font);
    const qreal cap = metrics.capHeight();
    const qreal height = block.height();
    qreal top = box.top();
    if (alignment & Qt::AlignVCenter)
        top = box.center().y() - height / 2;
    else if (alignment & Qt::AlignBottom)
        top = box.bottom() - height;
    for (qsizetype i = 0; i < block.lines.size(); ++i) {
        const QString &line = block.lines.at(i);
        const qreal lineTop = top + qreal(i) * block.lineHeight;
        // The capitals, not the font's box, stand in the middle of their line: Manrope's ascent is taller than it looks.
        const qreal baseline = lineTop + (block.lineHeight + cap) / 2;
        qreal left = box.left();
        if (alignment & (Qt::AlignHCenter | Qt::AlignRight)) {
            const qreal advance = metrics.horizontalAdvance(line);
            left = alignment & Qt::AlignRight ? box.right() - advance : box.center().x() - advance / 2;
        }
        painter.drawText(QPointF(left, std::round(baseline)), line);
    }
}

void drawLine(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, Qt::Alignment alignment)
{
    drawText(painter, box, setLine(text, font, box.width()), alignment);
}

} // namespace saji
