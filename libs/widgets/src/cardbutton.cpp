// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cardbutton.h>

#include <widgets/figures.h>
#include <widgets/text.h>

#include "paint.h"

#include <QPainter>
#include <QRadialGradient>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal row215 = 248, picture215 = 440, line215 = 96;

} // namespace

//! What a line says and where: its title, and what trails it beside the title or, where letters are large, below.
struct CardButton::LineWords
{
    QFont font, strong;
    TextBlock title;
    qreal left = 0, icon = 0, trailing = 0, room = 0;
    bool alone = false, below = false;

    qreal lowerHeight() const { return below ? strong.pixelSize() * 1.3 : 0; }
};

CardButton::CardButton(Shape shape, const QString &title, QWidget *parent) : Control(parent), m_shape(shape), m_title(title)
{
    // A layout holds what is fixed to the height of its hint, and letters that wrap need more.
    QSizePolicy policy(QSizePolicy::Expanding, shape == Shape::Line ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    policy.setHeightForWidth(shape == Shape::Line);
    setSizePolicy(policy);
}

void CardButton::setTitle(const QString &title)
{
    m_title = title;
    themeChanged();
}

void CardButton::setSentence(const QString &sentence)
{
    m_sentence = sentence;
    themeChanged();
}

void CardButton::setIcon(const QString &icon)
{
    m_icon = icon;
    update();
}

void CardButton::setArt(const QString &art)
{
    m_art = art;
    update();
}

void CardButton::setTint(Tint tint)
{
    m_tint = tint;
    update();
}

void CardButton::setTag(const QString &tag)
{
    m_tag = tag;
    update();
}

void CardButton::setTrailing(const QString &text)
{
    m_trailing = text;
    updateGeometry();
    update();
}

void CardButton::setTrailingIcon(const QString &icon)
{
    m_trailingIcon = icon;
    update();
}

void CardButton::setDashed(bool dashed)
{
    m_dashed = dashed;
    update();
}

void CardButton::setHeight(qreal reference215)
{
    m_height = reference215;
    themeChanged();
}

void CardButton::themeChanged()
{
    disconnect(m_ready);
    m_ready = connect(&theme().art(), &ArtCache::ready, this, [this](const QString &name) {
        if (name == m_art)
            update();
    });
    Control::themeChanged();
}

qreal CardButton::height215() const
{
    if (m_height > 0)
        return m_height;
    return m_shape == Shape::Row ? row215 : m_shape == Shape::Picture ? picture215 : line215;
}

qreal CardButton::radius() const
{
    return metrics().at215(m_shape == Shape::Line ? 28 : m_shape == Shape::Row ? 40 : 52);
}

QSize CardButton::sizeHint() const
{
    const Metrics &m = metrics();
    const qreal base = height215();
    qreal words = 0;
    if (m_shape == Shape::Line)
        words = m.fontAt215(30, QFont::Bold).pixelSize() * 1.6;
    else
        words = m.fontAt215(base >= 200 ? 44 : 38, QFont::ExtraBold).pixelSize() * 1.4 + m.fontAt215(28, QFont::DemiBold).pixelSize() * 1.3 * (m.textScale >= 125 ? 2 : 1) + m.at215(24);
    return {m.px(120), std::max(m.at215(base), int(std::ceil(words)))};
}

QSize CardButton::minimumSizeHint() const
{
    return {metrics().px(40), sizeHint().height()};
}

int CardButton::heightForWidth(int width) const
{
    if (m_shape != Shape::Line)
        return -1;
    const LineWords words = lineWords(width);
    return std::max(sizeHint().height(), int(std::ceil(words.title.height() + words.lowerHeight())) + metrics().at215(28));
}

Control::Target CardButton::target(int) const
{
    QStringList name{m_title};
    for (const QString &more : {m_tag, m_sentence, m_trailing}) {
        if (!more.isEmpty())
            name.append(more);
    }
    return {rect(), radius(), name.join(u", "_s), QAccessible::Button, isEnabled(), false};
}

void CardButton::press(int)
{
    emit clicked();
}

Shadow CardButton::shadow() const
{
    return m_shape == Shape::Line ? Shadow::None : Shadow::Card;
}

qreal CardButton::shadowRadius() const
{
    return radius();
}

ColorPair CardButton::tintColors() const
{
    const Palette &p = colors();
    switch (m_tint) {
    case Tint::Leaf: return {p.tint, p.leafText};
    case Tint::Kunyit: return {p.kunyitTint, p.onKunyitTint2};
    case Tint::Blue: {
        const OutletColors blue = outletColors(0x0D4F8B);
        return p.flat || p.dark ? ColorPair{p.sunken, p.link} : ColorPair{blue.tint, blue.brand};
    }
    case Tint::Plain: return {p.sunken, p.ink};
    }
    return {p.sunken, p.ink};
}

void CardButton::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    const qreal held = pressed();
    const QColor rest = m_shape == Shape::Picture ? tintColors().ground : m_dashed ? p.ground : p.surface;
    fillRound(painter, rect(), radius(), pressedTone(rest, p, held));
    const qreal down = held * metrics().at215(3);
    const QRectF box = QRectF(rect()).translated(0, down);
    switch (m_shape) {
    case Shape::Row: paintRow(painter, box); break;
    case Shape::Picture: paintPicture(painter, box); break;
    case Shape::Line: paintLine(painter, box); break;
    }
    if (m_shape == Shape::Line)
        strokeRound(painter, rect(), radius(), p.flat ? p.outline : m_dashed ? p.edge : mixed(p.line, p.edge, 0.25), metrics().stroke(2.5), m_dashed);
    else
        strokeRound(painter, rect(), radius(), p.outline, metrics().stroke(3));
}

void CardButton::paintRow(QPainter &painter, const QRectF &box)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    const bool high = height215() >= 200;
    const ColorPair tint = tintColors();
    const qreal tile = std::min<qreal>(m.at215(high ? 156 : 108), box.height() - m.at215(40));
    const QRectF tileBox(box.left() + m.at215(36), box.center().y() - tile / 2, tile, tile);
    if (!m_icon.isEmpty()) {
        drawCell(painter, tileBox, tile * 0.26, tint.ground, p, m);
        const qreal icon = tile * 0.56;
        theme().icons().draw(painter, QRectF(tileBox.center().x() - icon / 2, tileBox.center().y() - icon / 2, icon, icon), m_icon, tint.text);
    }
    const qreal icon = m.at215(44);
    const QString trailing = m_trailingIcon.isEmpty() ? u"next"_s : m_trailingIcon;
    const QColor arrow = m_trailing.isEmpty() ? p.leafText : tint.text;
    qreal right = box.right() - m.at215(40) - icon;
    theme().icons().draw(painter, QRectF(right, box.top(), icon, box.height()), trailing, arrow, 3);
    if (!m_trailing.isEmpty()) {
        const QFont font = m.fontAt215(44, QFont::ExtraBold);
        const qreal wide = figuresWidth(m_trailing, font);
        right -= wide + m.at215(32);
        painter.setPen(tint.text);
        drawFigures(painter, QRectF(right, box.top(), wide, box.height()), m_trailing, font, Qt::AlignLeft | Qt::AlignVCenter);
    }
    const qreal left = m_icon.isEmpty() ? box.left() + m.at215(40) : tileBox.right() + m.at215(high ? 36 : 30);
    const qreal room = std::max(1.0, right - left - m.at215(20));
    const QFont titleFont = m.fontAt215(high ? 46 : 40, QFont::ExtraBold);
    const QFont lineFont = m.fontAt215(28, QFont::DemiBold);
    const QFont tagFont = m.fontAt215(22, QFont::ExtraBold);
    const qreal tagWide = m_tag.isEmpty() ? 0 : lineWidth(m_tag, tagFont) + m.at215(32);
    const TextBlock title = setLine(m_title, titleFont, std::max(1.0, room - (tagWide > 0 ? tagWide + m.at215(18) : 0)));
    const TextBlock sentence = m_sentence.isEmpty() ? TextBlock() : setText(m_sentence, lineFont, room, 2, 1.25);
    const qreal upper = title.font.pixelSize() * 1.25;
    const qreal top = box.center().y() - (upper + sentence.height()) / 2;
    painter.setPen(p.ink);
    drawText(painter, QRectF(left, top, room, upper), title, Qt::AlignLeft | Qt::AlignVCenter);
    if (tagWide > 0) {
        const qreal high44 = tagFont.pixelSize() * 1.9;
        const QRectF tag(left + title.width + m.at215(18), top + upper / 2 - high44 / 2, tagWide, high44);
        fillRound(painter, tag, m.radiusBadge(), p.kunyit);
        painter.setPen(p.onKunyit);
        drawLine(painter, tag, m_tag, tagFont, Qt::AlignCenter);
    }
    painter.setPen(p.ink2);
    drawText(painter, QRectF(left, top + upper, room, sentence.height()), sentence, Qt::AlignLeft | Qt::AlignTop);
}

void CardButton::paintPicture(QPainter &painter, const QRectF &box)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    const qreal side = std::min(box.height() * 0.96, box.width() * 0.46);
    const QRectF art(box.right() - side - m.at215(24), box.center().y() - side / 2, side, side);
    if (!p.flat && !p.dark) {
        QRadialGradient glow(QPointF(art.center().x() + side * 0.2, art.center().y()), box.width() * 0.52);
        QColor white(Qt::white);
        white.setAlphaF(0.72f);
        glow.setColorAt(0, white);
        white.setAlphaF(0);
        glow.setColorAt(1, white);
        painter.setPen(Qt::NoPen);
        painter.setBrush(glow);
        painter.drawRoundedRect(rect(), radius(), radius());
    }
    painter.drawPixmap(art.topLeft(), theme().art().picture(m_art, art.size().toSize(), devicePixelRatioF()));
    const qreal left = box.left() + m.at215(56);
    const qreal room = art.left() - left + m.at215(16);
    const TextBlock title = setText(m_title, m.fontAt215(66, QFont::ExtraBold), room, 2, 1.05);
    const TextBlock sentence = setText(m_sentence, m.fontAt215(30, QFont::DemiBold), room, 3, 1.38);
    const qreal gap = m.at215(14);
    const qreal top = box.center().y() - (title.height() + gap + sentence.height()) / 2;
    painter.setPen(p.ink);
    drawText(painter, QRectF(left, top, room, title.height()), title, Qt::AlignLeft | Qt::AlignTop);
    painter.setPen(p.ink2);
    drawText(painter, QRectF(left, top + title.height() + gap, room, sentence.height()), sentence, Qt::AlignLeft | Qt::AlignTop);
}

CardButton::LineWords CardButton::lineWords(qreal width) const
{
    const Metrics &m = metrics();
    LineWords words;
    words.alone = m_trailing.isEmpty() && m_trailingIcon.isEmpty() && m_sentence.isEmpty();
    words.font = m.fontAt215(words.alone ? 27 : 30, words.alone || !m_sentence.isEmpty() ? QFont::Bold : QFont::DemiBold);
    words.strong = m.fontAt215(27, QFont::ExtraBold);
    words.icon = m_icon.isEmpty() ? 0 : m.icon215(36) + m.at215(18);
    words.left = m.at215(28);
    if (words.alone)
        words.left = std::max<qreal>(m.at215(16), (width - lineWidth(m_title, words.font) - words.icon) / 2);
    words.left += words.icon;
    const qreal whole = std::max(1.0, width - words.left - m.at215(words.alone ? 12 : 28));
    if (!m_trailing.isEmpty())
        words.trailing = lineWidth(m_trailing, words.strong) + 1;
    else if (!m_trailingIcon.isEmpty())
        words.trailing = m.at215(34);
    words.room = words.trailing > 0 ? std::max(1.0, whole - words.trailing - m.at215(12)) : whole;
    if (!m_sentence.isEmpty())
        return words;
    const QStringList single = m_title.split(u' ');
    const bool breaks = std::any_of(single.begin(), single.end(),
                                    [&](const QString &word) { return lineWidth(word, words.font) * smallestShrink > words.room; });
    words.below = breaks && !m_trailing.isEmpty();
    if (words.below)
        words.room = whole;
    words.title = setText(m_title, words.font, words.room, 2, 1.15);
    return words;
}

void CardButton::paintLine(QPainter &painter, const QRectF &box)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    const LineWords words = lineWords(box.width());
    const qreal left = box.left() + words.left;
    if (!m_icon.isEmpty())
        theme().icons().draw(painter, QRectF(left - words.icon, box.top(), m.icon215(36), box.height()), m_icon, p.ink);
    const qreal right = box.right() - m.at215(28);
    const qreal top = box.center().y() - (words.title.height() + words.lowerHeight()) / 2;
    if (words.below) {
        painter.setPen(p.leafText);
        drawLine(painter, QRectF(left, top + words.title.height(), words.room, words.lowerHeight()), m_trailing, words.strong, Qt::AlignLeft | Qt::AlignVCenter);
    } else if (!m_trailing.isEmpty()) {
        painter.setPen(p.leafText);
        drawLine(painter, QRectF(right - words.trailing, box.top(), words.trailing, box.height()), m_trailing, words.strong, Qt::AlignRight | Qt::AlignVCenter);
    } else if (!m_trailingIcon.isEmpty()) {
        theme().icons().draw(painter, QRectF(right - words.trailing, box.top(), words.trailing, box.height()), m_trailingIcon, p.leafText, 2.6);
    }
    painter.setPen(p.ink);
    if (m_sentence.isEmpty()) {
        drawText(painter, QRectF(left, top, words.room, words.title.height()), words.title, Qt::AlignLeft | Qt::AlignTop);
        return;
    }
    const QFont small = m.fontAt215(23, QFont::DemiBold);
    const qreal upper = words.font.pixelSize() * 1.25;
    const qreal lower = small.pixelSize() * 1.3;
    const qreal head = box.center().y() - (upper + lower) / 2;
    drawLine(painter, QRectF(left, head, words.room, upper), m_title, words.font, Qt::AlignLeft | Qt::AlignVCenter);
    painter.setPen(p.ink2);
    drawLine(painter, QRectF(left, head + upper, words.room, lower), m_sentence, small, Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace saji
