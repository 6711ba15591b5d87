// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/touchbutton.h>

#include <widgets/figures.h>
#include <widgets/motion.h>
#include <widgets/text.h>

#include "paint.h"

#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

//! Pixels at the 21.5" reference.
struct Shape
{
    qreal height, type, icon, radius, padding;
};

Shape shapeOf(TouchButton::Size size)
{
    using enum TouchButton::Size;
    switch (size) {
    case Hero: return {176, 56, 66, 44, 60};
    case Large: return {144, 43, 44, 40, 44};
    case Big: return {116, 38, 40, 36, 40};
    case Normal: return {96, 30, 34, 28, 32};
    case Compact: return {76, 26, 32, 26, 26};
    case Small: return {56, 21.5, 24, 18, 22};
    }
    return {96, 30, 34, 28, 32};
}

constexpr int turnMs = 60;
constexpr int turnDegrees = 30;

} // namespace

TouchButton::TouchButton(const QString &text, Kind kind, QWidget *parent) : Control(parent), m_text(text), m_kind(kind)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TouchButton::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    themeChanged();
}

void TouchButton::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void TouchButton::setSize(Size size)
{
    m_size = size;
    themeChanged();
}

void TouchButton::setIcon(const QString &left)
{
    m_icon = left;
    themeChanged();
}

void TouchButton::setTrailingIcon(const QString &right)
{
    m_trailing = right;
    themeChanged();
}

void TouchButton::setSubtitle(const QString &subtitle)
{
    m_subtitle = subtitle;
    themeChanged();
}

void TouchButton::setFigure(const QString &figure)
{
    m_figure = figure;
    themeChanged();
}

void TouchButton::setWarning(bool warning)
{
    m_warning = warning;
    update();
}

void TouchButton::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

void TouchButton::setAccessibleLabel(const QString &name)
{
    m_accessible = name;
}

void TouchButton::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    m_ring = false;
    if (!m_turn) {
        m_turn = new QTimer(this);
        connect(m_turn, &QTimer::timeout, this, [this] {
            m_ring = true;
            m_angle = (m_angle + turnDegrees) % 360;
            if (theme().reducedMotion())
                m_turn->stop();
            else
                m_turn->setInterval(turnMs);
            update();
        });
    }
    m_turn->stop();
    if (busy)
        m_turn->start(motion::spinnerAfter);
    update();
}

Control::Target TouchButton::target(int) const
{
    QString name = m_accessible;
    if (name.isEmpty()) {
        name = m_text;
        for (const QString &more : {m_subtitle, m_figure}) {
            if (!more.isEmpty())
                name += u", "_s + more;
        }
    }
    return {rect(), radius(), name, QAccessible::Button, isEnabled() && !m_busy, false};
}

void TouchButton::press(int)
{
    if (!m_busy)
        emit clicked();
}

QFont TouchButton::textFont() const
{
    const bool strong = m_size <= Size::Big;
    // Beside a primary of the same height the second choice speaks more quietly.
    const qreal size = m_kind == Kind::Outline && m_size == Size::Large ? 33 : shapeOf(m_size).type;
    return metrics().fontAt215(size, strong ? QFont::ExtraBold : QFont::Bold);
}

QFont TouchButton::subtitleFont() const
{
    return metrics().fontAt215(shapeOf(m_size).type * 0.76, QFont::DemiBold);
}

int TouchButton::iconSize() const
{
    const qreal size = m_kind == Kind::Outline && m_size == Size::Large ? 36 : shapeOf(m_size).icon;
    return metrics().icon215(size);
}

qreal TouchButton::radius() const
{
    return metrics().at215(shapeOf(m_size).radius);
}

QSize TouchButton::sizeHint() const
{
    const Metrics &m = metrics();
    const Shape shape = shapeOf(m_size);
    const qreal gap = iconSize() * 0.45;
    qreal width = 0;
    for (const QString &line : m_text.split(u'\n'))
        width = std::max(width, lineWidth(line, textFont()));
    if (!m_subtitle.isEmpty())
        width = std::max(width, lineWidth(m_subtitle, subtitleFont()));
    if (!m_icon.isEmpty())
        width += iconSize() + gap;
    if (!m_trailing.isEmpty())
        width += iconSize() + gap;
    if (!m_figure.isEmpty())
        width += figuresWidth(m_figure, textFont()) + 2 * gap;
    const qreal lines = m_subtitle.isEmpty() ? textFont().pixelSize() * 1.6 : textFont().pixelSize() * 1.3 + subtitleFont().pixelSize() * 1.6;
    return {int(std::ceil(width)) + 2 * m.at215(shape.padding), std::max(m.at215(shape.height), int(std::ceil(lines)))};
}

QSize TouchButton::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return {std::min(hint.width(), std::max(metrics().at215(shapeOf(m_size).height), hint.width() / 2)), hint.height()};
}

qreal TouchButton::room(qreal width) const
{
    const qreal gap = iconSize() * 0.45;
    const int icons = int(!m_icon.isEmpty()) + int(!m_trailing.isEmpty());
    const qreal figure = m_figure.isEmpty() ? 0 : figuresWidth(m_figure, textFont()) + gap;
    return std::max(1.0, width - 2 * metrics().at215(shapeOf(m_size).padding) * 0.75 - icons * (iconSize() + gap) - figure);
}

bool TouchButton::stacked(qreal width) const
{
    return !m_figure.isEmpty() && lineWidth(m_text, textFont()) * smallestShrink > room(width);
}

int TouchButton::heightForWidth(int width) const
{
    const int least = sizeHint().height();
    if (stacked(width))
        return std::max(least, int(std::ceil(textFont().pixelSize() * 3.0)));
    if (!m_subtitle.isEmpty() || lineWidth(m_text, textFont()) <= room(width))
        return least;
    const TextBlock block = saji::setText(m_text, textFont(), room(width), 3, 1.1);
    return std::max(least, int(std::ceil(block.height() + block.font.pixelSize() * 0.7)));
}

Shadow TouchButton::shadow() const
{
    if (!isEnabled())
        return Shadow::None;
    if (m_kind == Kind::Surface)
        return Shadow::Card;
    return m_size <= Size::Large && (m_kind == Kind::Primary || m_kind == Kind::Turmeric) ? Shadow::Bar : Shadow::None;
}

qreal TouchButton::shadowRadius() const
{
    return radius();
}

TouchButton::Colors TouchButton::buttonColors() const
{
    const Palette &p = colors();
    const auto quiet = [&p](const QColor &ground, const QColor &text, const QColor &edge) {
        return Colors{ground, pressedTone(ground.alpha() ? ground : p.ground, p, 1), text, edge};
    };
    if (!isEnabled())
        return {p.disabledGround, p.disabledGround, p.disabled, p.flat ? p.disabled : QColor(Qt::transparent)};
    switch (m_kind) {
    case Kind::Primary: return {p.leaf, p.leafPressed, p.onLeaf, Qt::transparent};
    case Kind::Turmeric: return {p.kunyit, p.kunyitPressed, p.onKunyit, Qt::transparent};
    case Kind::Outline: return {p.surface, mixed(p.surface, p.leafText, 0.14), p.leafText, p.leafText};
    case Kind::Quiet: return quiet(p.sunken, p.ink, p.outline);
    case Kind::Surface: return quiet(p.surface, p.ink, p.outline);
    case Kind::Glass: {
        QColor glass = p.flat ? p.surface : QColor(Qt::white);
        QColor deeper = glass;
        if (!p.flat) {
            glass.setAlphaF(0.16f);
            deeper.setAlphaF(0.30f);
        }
        return {glass, deeper, p.onDeep, p.outline};
    }
    case Kind::Danger: return quiet(Qt::transparent, p.cabaiDeep, Qt::transparent);
    case Kind::Plain: return quiet(Qt::transparent, p.leafText, Qt::transparent);
    case Kind::Ink: return {p.selected, mixed(p.selected, p.surface, 0.2), p.onSelected, Qt::transparent};
    }
    return {p.leaf, p.leafPressed, p.onLeaf, Qt::transparent};
}

void TouchButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const Colors c = buttonColors();
    const qreal held = pressed();
    QColor ground = c.ground;
    if (held > 0)
        ground = c.ground.alpha() == 255 && c.pressed.alpha() == 255 ? mixed(c.ground, c.pressed, held) : c.pressed;
    if (held > 0 && c.ground.alpha() == 0)
        ground.setAlphaF(float(held));
    fillRound(painter, rect(), radius(), ground);
    strokeRound(painter, rect(), radius(), c.edge, metrics().stroke(3));
    const qreal down = held * metrics().at215(3);
    const int padding = metrics().at215(shapeOf(m_size).padding) * 3 / 4;
    const QColor words = m_warning && isEnabled() ? colors().cabaiDeep : c.text;
    const QRectF content = QRectF(rect()).adjusted(padding, down, -padding, down);
    if (m_busy && m_ring)
        paintBusy(painter, content, words);
    else
        paintContent(painter, content, words);
}

void TouchButton::paintBusy(QPainter &painter, const QRectF &box, const QColor &color)
{
    const qreal side = iconSize();
    const QRectF ring(box.center().x() - side / 2, box.center().y() - side / 2, side, side);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, metrics().at215(5), Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, -m_angle * 16, 270 * 16);
}

void TouchButton::paintContent(QPainter &painter, const QRectF &box, const QColor &color)
{
    const int icon = iconSize();
    const qreal gap = icon * 0.45;
    QRectF inner = box;
    if (stacked(width())) {
        // Words over figure: at a large text scale they do not fit side by side.
        const qreal line = textFont().pixelSize() * 1.2;
        const QRectF upper(inner.left(), inner.center().y() - line, inner.width(), line);
        painter.setPen(color);
        drawLine(painter, upper, m_text, textFont(), Qt::AlignLeft | Qt::AlignVCenter);
        drawFigures(painter, upper.translated(0, line), m_figure, textFont(), Qt::AlignLeft | Qt::AlignVCenter);
        return;
    }
    if (!m_figure.isEmpty()) {
        painter.setPen(color);
        drawFigures(painter, inner, m_figure, textFont(), Qt::AlignRight | Qt::AlignVCenter);
        inner.setRight(inner.right() - figuresWidth(m_figure, textFont()) - gap);
    }
    const qreal icons = (m_icon.isEmpty() ? 0 : icon + gap) + (m_trailing.isEmpty() ? 0 : icon + gap);
    const qreal room = std::max(1.0, inner.width() - icons);
    const int lines = m_subtitle.isEmpty() ? std::clamp(int(box.height() / (textFont().pixelSize() * 1.1)), 1, 3) : 1;
    TextBlock text = setLine(m_text, textFont(), room);
    if (lines > 1 && (lineWidth(m_text, textFont()) > room || m_text.contains(u'\n')))
        text = saji::setText(m_text, textFont(), room, lines, 1.1);
    const TextBlock subtitle = m_subtitle.isEmpty() ? TextBlock() : setLine(m_subtitle, subtitleFont(), room);
    const qreal width = std::min(room, std::max(text.width, subtitle.width)) + icons;
    const bool left = !m_figure.isEmpty() || m_alignment & Qt::AlignLeft;
    qreal x = left ? inner.left() : inner.center().x() - width / 2;
    if (!m_icon.isEmpty()) {
        theme().icons().draw(painter, QRectF(x, inner.top(), icon, inner.height()), m_icon, color, m_kind == Kind::Primary ? 2.4 : 0);
        x += icon + gap;
    }
    const qreal textWidth = width - icons;
    painter.setPen(color);
    if (m_subtitle.isEmpty()) {
        drawText(painter, QRectF(x, inner.top(), textWidth, inner.height()), text, Qt::AlignVCenter | (left ? Qt::AlignLeft : Qt::AlignHCenter));
    } else {
        const qreal upper = textFont().pixelSize() * 1.2;
        const qreal lower = subtitleFont().pixelSize() * 1.3;
        const qreal top = inner.center().y() - (upper + lower) / 2;
        drawText(painter, QRectF(x, top, textWidth, upper), text, Qt::AlignVCenter | Qt::AlignLeft);
        painter.setPen(mixed(buttonColors().ground.alpha() == 255 ? buttonColors().ground : colors().ground, color, 0.78));
        drawText(painter, QRectF(x, top + upper, textWidth, lower), subtitle, Qt::AlignVCenter | Qt::AlignLeft);
    }
    if (!m_trailing.isEmpty()) {
        const qreal at = m_alignment & Qt::AlignLeft ? inner.right() - icon : x + textWidth + gap;
        theme().icons().draw(painter, QRectF(at, inner.top(), icon, inner.height()), m_trailing, color, 2.6);
    }
}

} // namespace saji
