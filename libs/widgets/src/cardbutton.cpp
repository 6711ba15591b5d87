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

CardButton::CardButton(Shape shape, const QString &title, QWidget *parent) : Control(parent), m_shape(shape), m_title(title)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
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

void CardButton::paintLine(QPainter &painter, const QRectF &box)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    qreal left = box.left() + m.at215(28);
    const bool alone = m_trailing.isEmpty() && m_trailingIcon.isEmpty() && m_sentence.isEmpty();
    const QFont font = m.fontAt215(alone ? 27 : 30, alone || !m_sentence.isEmpty() ? QFont::Bold : QFont::DemiBold);
    if (alone) {
        const qreal wide = lineWidth(m_title, font) + (m_icon.isEmpty() ? 0 : m.icon215(36) + m.at215(18));
        left = std::max(box.left() + m.at215(16), box.center().x() - wide / 2);
    }
    if (!m_icon.isEmpty()) {
        const qreal icon = m.icon215(36);
        theme().icons().draw(painter, QRectF(left, box.top(), icon, box.height()), m_icon, p.ink);
        left += icon + m.at215(18);
    }
    qreal right = box.right() - m.at215(alone ? 8 : 28);
    if (!m_trailing.isEmpty()) {
        const QFont strong = m.fontAt215(27, QFont::ExtraBold);
        const qreal wide = lineWidth(m_trailing, strong) + 1;
        right -= wide;
        painter.setPen(p.leafText);
        drawLine(painter, QRectF(right, box.top(), wide, box.height()), m_trailing, strong, Qt::AlignRight | Qt::AlignVCenter);
    } else if (!m_trailingIcon.isEmpty()) {
        const qreal icon = m.at215(34);
        right -= icon;
        theme().icons().draw(painter, QRectF(right, box.top(), icon, box.height()), m_trailingIcon, p.leafText, 2.6);
    }
    const qreal room = std::max(1.0, right - left - m.at215(alone ? 4 : 12));
    if (m_sentence.isEmpty()) {
        painter.setPen(p.ink);
        drawText(painter, QRectF(left, box.top(), room, box.height()), setText(m_title, font, room, 2, 1.15), Qt::AlignLeft | Qt::AlignVCenter);
        return;
    }
    const QFont small = m.fontAt215(23, QFont::DemiBold);
    const qreal upper = font.pixelSize() * 1.25;
    const qreal lower = small.pixelSize() * 1.3;
    const qreal top = box.center().y() - (upper + lower) / 2;
    painter.setPen(p.ink);
    drawLine(painter, QRectF(left, top, room, upper), m_title, font, Qt::AlignLeft | Qt::AlignVCenter);
    painter.setPen(p.ink2);
    drawLine(painter, QRectF(left, top + upper, room, lower), m_sentence, small, Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace saji
