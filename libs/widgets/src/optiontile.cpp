// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/optiontile.h>

#include <widgets/figures.h>
#include <widgets/text.h>

#include "paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal height215 = 96, mark215 = 52, side215 = 24, gap215 = 20, label215 = 29, price215 = 26;

QFont labelFont(const Metrics &m, bool strong)
{
    return m.fontAt215(strong ? 34 : label215, QFont::Bold);
}

QFont priceFont(const Metrics &m)
{
    return m.fontAt215(price215, QFont::Bold);
}

} // namespace

void drawMark(QPainter &painter, const QRectF &box, OptionTile::Mark mark, bool checked, bool enabled, Theme &theme)
{
    const Palette &p = theme.palette();
    const qreal radius = mark == OptionTile::Mark::Radio ? box.height() / 2 : box.height() * 0.27;
    const QColor fill = !enabled ? p.disabled : p.leaf;
    if (!checked) {
        fillRound(painter, box, radius, p.surface);
        strokeRound(painter, box, radius, enabled ? p.edge : p.disabled, theme.metrics().stroke(3));
        return;
    }
    fillRound(painter, box, radius, fill);
    const qreal side = box.height() * 0.62;
    theme.icons().draw(painter, QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side), u"check"_s, p.onLeaf, 3);
}

OptionTile::OptionTile(Mark mark, const QString &text, const QString &price, QWidget *parent)
    : Control(parent), m_mark(mark), m_text(text), m_price(price)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void OptionTile::setText(const QString &text)
{
    m_text = text;
    themeChanged();
}

void OptionTile::setPrice(const QString &price)
{
    m_price = price;
    themeChanged();
}

void OptionTile::setMark(Mark mark)
{
    m_mark = mark;
    update();
}

void OptionTile::setChecked(bool checked)
{
    m_checked = checked;
    update();
}

void OptionTile::setStrong(bool strong)
{
    m_strong = strong;
    themeChanged();
}

QRectF OptionTile::textBox(qreal width) const
{
    const Metrics &m = metrics();
    const qreal left = m.at215(side215 + mark215 + gap215);
    const qreal price = m_price.isEmpty() ? 0 : figuresWidth(m_price, priceFont(m)) + m.at215(12);
    return {left, 0, std::max(1.0, width - left - price - m.at215(side215)), 0};
}

QSize OptionTile::sizeHint() const
{
    const Metrics &m = metrics();
    const qreal words = lineWidth(m_text, labelFont(m, m_strong)) + (m_price.isEmpty() ? 0 : figuresWidth(m_price, priceFont(m)) + m.at215(30));
    return {int(std::ceil(words)) + m.at215(2 * side215 + mark215 + gap215), heightForWidth(m.px(120))};
}

QSize OptionTile::minimumSizeHint() const
{
    return {metrics().px(50), metrics().at215(height215)};
}

int OptionTile::heightForWidth(int width) const
{
    const Metrics &m = metrics();
    const TextBlock block = saji::setText(m_text, labelFont(m, m_strong), textBox(width).width(), 3, 1.2);
    return std::max(m.at215(m_strong ? 116 : height215), int(std::ceil(block.height())) + m.at215(34));
}

Control::Target OptionTile::target(int) const
{
    const QString name = m_price.isEmpty() ? m_text : m_text + u", "_s + m_price;
    return {rect(), qreal(metrics().radiusPill()), name, m_mark == Mark::Radio ? QAccessible::RadioButton : QAccessible::CheckBox, isEnabled(), m_checked};
}

void OptionTile::press(int)
{
    emit clicked();
}

void OptionTile::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const qreal held = pressed();
    const qreal radius = m.radiusPill();
    const bool filled = m_checked && m_strong;
    const QColor ground = filled ? mixed(p.leaf, p.leafPressed, held) : pressedTone(m_checked ? p.tint : p.surface, p, held);
    fillRound(painter, rect(), radius, ground);
    if (!filled)
        strokeRound(painter, rect(), radius, m_checked ? p.leafText : p.flat ? p.outline : p.line, m.stroke(3));
    const qreal mark = m.at215(mark215);
    const qreal down = held * m.at215(3);
    const QRectF markBox(m.at215(side215), (height() - mark) / 2 + down, mark, mark);
    const QColor ink = !isEnabled() ? p.disabled : filled ? p.onLeaf : p.ink;
    if (filled)
        theme().icons().draw(painter, markBox.adjusted(4, 4, -4, -4), u"check"_s, p.onLeaf, 3);
    else
        drawMark(painter, markBox, m_mark, m_checked, isEnabled(), theme());
    QRectF words = textBox(width());
    words.setTop(down);
    words.setHeight(height());
    painter.setPen(ink);
    drawText(painter, words, saji::setText(m_text, labelFont(m, m_strong), words.width(), 3, 1.2), Qt::AlignLeft | Qt::AlignVCenter);
    if (m_price.isEmpty())
        return;
    painter.setPen(filled ? p.onLeaf : isEnabled() ? p.leafText : p.disabled);
    drawFigures(painter, QRectF(0, down, width() - m.at215(side215 + 4), height()), m_price, priceFont(m), Qt::AlignRight | Qt::AlignVCenter);
}

GroupHead::GroupHead(const QString &title, const QString &rule, QWidget *parent) : Themed(parent), m_title(title), m_rule(rule)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void GroupHead::setTitle(const QString &title)
{
    m_title = title;
    themeChanged();
}

void GroupHead::setRule(const QString &rule)
{
    m_rule = rule;
    themeChanged();
}

void GroupHead::setUnmet(bool unmet)
{
    m_unmet = unmet;
    update();
}

QSize GroupHead::sizeHint() const
{
    const QFont font = metrics().fontAt215(34, QFont::ExtraBold);
    return {int(lineWidth(m_title, font) + lineWidth(m_rule, metrics().font(Type::Caption))) + metrics().px(10), int(std::ceil(font.pixelSize() * 1.45))};
}

QSize GroupHead::minimumSizeHint() const
{
    return {metrics().px(60), sizeHint().height()};
}

void GroupHead::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const QFont ruleFont = m_unmet ? m.font(Type::Caption, QFont::ExtraBold) : m.font(Type::Caption);
    const qreal rule = std::min(width() * 0.5, lineWidth(m_rule, ruleFont));
    qreal right = width() - rule;
    painter.setPen(m_unmet ? p.cabaiDeep : p.ink2);
    drawLine(painter, QRectF(right, 0, rule + 1, height()), m_rule, ruleFont, Qt::AlignRight | Qt::AlignVCenter);
    if (m_unmet) {
        const qreal icon = m.icon215(34);
        right -= icon + m.at215(10);
        theme().icons().draw(painter, QRectF(right, 0, icon, height()), u"alert"_s, p.cabaiDeep);
    }
    painter.setPen(m_unmet ? p.cabaiDeep : p.ink);
    drawLine(painter, QRectF(0, 0, right - m.at215(12), height()), m_title, m.fontAt215(34, QFont::ExtraBold), Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace saji
