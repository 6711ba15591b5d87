// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/label.h>

#include <widgets/figures.h>

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace saji {

namespace {

constexpr qreal oneLineFactor = 1.35;
constexpr qreal descender = 0.2;     // of the type's size: what hangs below a tight last line
constexpr qreal headingFrom = 34;    // pixels at the reference

bool heading(Type type)
{
    return type <= Type::Section || type == Type::AdminSentence || type == Type::AdminFigure;
}

} // namespace

Label::Label(Type type, const QString &text, QWidget *parent) : Themed(parent), m_text(text), m_type(type)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void Label::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    measureAgain();
}

void Label::setType(Type type)
{
    m_type = type;
    m_size = 0;
    measureAgain();
}

void Label::setSize(qreal reference, QFont::Weight weight, bool wide)
{
    m_size = reference;
    m_weight = weight;
    m_wide = wide;
    measureAgain();
}

void Label::setWeight(QFont::Weight weight)
{
    m_weight = weight;
    measureAgain();
}

void Label::setColor(ColorRole role)
{
    m_color = role;
    m_fixed.reset();
    m_hue.reset();
    update();
}

void Label::setFixedColor(const QColor &color)
{
    m_fixed = color;
    m_hue.reset();
    update();
}

void Label::setOutletColor(QRgb hue)
{
    m_hue = hue;
    m_fixed.reset();
    update();
}

void Label::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

void Label::setMaxLines(int lines)
{
    m_maxLines = std::max(1, lines);
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(m_maxLines > 1);
    setSizePolicy(policy);
    measureAgain();
}

void Label::setLineFactor(qreal factor)
{
    m_lineFactor = factor;
    measureAgain();
}

void Label::setFigures(bool figures)
{
    m_figures = figures;
    measureAgain();
}

void Label::setStrikeOut(bool strike)
{
    m_strike = strike;
    measureAgain();
}

QFont Label::font() const
{
    QFont font = m_size > 0 ? (m_wide ? metrics().fontAt24(m_size, *m_weight) : metrics().fontAt215(m_size, *m_weight)) : metrics().font(m_type, m_weight);
    font.setStrikeOut(m_strike);
    return font;
}

void Label::measureAgain()
{
    m_blockWidth = -1;
    updateGeometry();
    update();
}

void Label::themeChanged()
{
    measureAgain();
}

//! An amount that is too wide becomes smaller: without its first digits it would be another amount.
QFont Label::figuresFont() const
{
    QFont face = font();
    const qreal wide = figuresWidth(m_text, face);
    if (wide > width() && width() > 0)
        face.setPixelSize(std::max(1, int(face.pixelSize() * width() / wide)));
    return face;
}

qreal Label::lineFactor() const
{
    if (m_lineFactor > 0)
        return m_lineFactor;
    return heading(m_type) || m_size >= headingFrom ? headingLine : textLine;
}

const TextBlock &Label::block(int width) const
{
    if (width != m_blockWidth) {
        const qreal factor = lineFactor();
        m_block = m_maxLines > 1 ? saji::setText(m_text, font(), width, m_maxLines, factor) : setLine(m_text, font(), width);
        m_blockWidth = width;
    }
    return m_block;
}

QSize Label::sizeHint() const
{
    const QFont face = font();
    const int height = int(std::ceil(face.pixelSize() * oneLineFactor));
    if (m_text.isEmpty())
        return {0, height};
    qreal width = 0;
    const auto lines = m_text.split(u'\n');
    for (const QString &line : lines)
        width = std::max(width, m_figures ? figuresWidth(line, face) : lineWidth(line, face));
    if (m_maxLines > 1 && lines.size() > 1) {
        const int hanging = int(std::ceil(face.pixelSize() * descender));
        return {int(std::ceil(width)) + 1, int(std::ceil(face.pixelSize() * lineFactor())) * int(lines.size()) + hanging};
    }
    return {int(std::ceil(width)) + 1, height};
}

QSize Label::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    // A price must stand whole; words may shrink, wrap or elide.
    return {m_figures ? hint.width() : std::min(hint.width(), m_maxLines > 1 ? metrics().px(20) : metrics().px(8)), hint.height()};
}

int Label::heightForWidth(int width) const
{
    if (m_maxLines <= 1)
        return -1;
    const TextBlock &set = block(width);
    return int(std::ceil(set.height() + set.font.pixelSize() * descender));
}

void Label::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::TextAntialiasing);
    QColor color = m_fixed ? *m_fixed : colors().*m_color;
    if (m_hue)
        color = colors().flat ? colors().ink : colors().dark ? theme().outlet(*m_hue).bright : theme().outlet(*m_hue).brand;
    painter.setPen(isEnabled() ? color : colors().disabled);
    if (m_figures)
        drawFigures(painter, rect(), m_text, figuresFont(), m_alignment | ((m_alignment & Qt::AlignVertical_Mask) ? Qt::Alignment() : Qt::AlignVCenter));
    else
        drawText(painter, rect(), block(width()), m_alignment);
}

} // namespace saji
