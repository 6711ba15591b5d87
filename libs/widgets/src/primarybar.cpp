// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/primarybar.h>

#include <widgets/figures.h>
#include <widgets/motion.h>
#include <widgets/text.h>

#include "paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal height215 = 144, radius215 = 40, inset215 = 20, button215 = 104, basket215 = 68, sum215 = 46;

} // namespace

PrimaryBar::PrimaryBar(QWidget *parent) : Control(parent), m_popping(new Tween(this, [this](qreal scale) {
    m_pop = scale;
    update();
}))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PrimaryBar::setContent(int count, const QString &summary, const QString &sum)
{
    const bool grew = count > m_count;
    m_count = count;
    m_summary = summary;
    m_sum = sum;
    if (grew && isVisible())
        m_popping->start(1.18, 1, theme().duration(motion::countIn), motion::outBack());
    targetsChanged();
}

void PrimaryBar::setAction(const QString &text)
{
    m_action = text;
    update();
}

void PrimaryBar::setEmptyText(const QString &text)
{
    m_empty = text;
    update();
}

qreal PrimaryBar::shadowRadius() const
{
    return metrics().at215(radius215);
}

QSize PrimaryBar::sizeHint() const
{
    const Metrics &m = metrics();
    const qreal words = m.fontAt215(26, QFont::DemiBold).pixelSize() * 1.3 + m.fontAt215(sum215, QFont::ExtraBold).pixelSize() * 1.15;
    const qreal action = m.textScale > 125 ? m.fontAt215(39, QFont::ExtraBold).pixelSize() * 2.5 : 0;
    return {m.px(200), std::max({m.at215(height215), int(std::ceil(words)) + m.at215(30), int(std::ceil(action)) + 2 * m.at215(inset215)})};
}

QSize PrimaryBar::minimumSizeHint() const
{
    return {metrics().px(90), sizeHint().height()};
}

Control::Target PrimaryBar::target(int) const
{
    const QString name = m_count > 0 ? u"%1, %2, %3"_s.arg(m_action, m_summary, m_sum) : m_empty;
    return {rect(), shadowRadius(), name, QAccessible::Button, isEnabled() && m_count > 0, false};
}

void PrimaryBar::press(int)
{
    if (m_count > 0)
        emit clicked();
}

void PrimaryBar::paintBasket(QPainter &painter, const QRectF &box)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    theme().icons().draw(painter, box, u"basket"_s, p.onDeep, 1.9);
    if (m_count <= 0)
        return;
    const QFont font = sajiFont(m.at215(25) * m_pop, QFont::ExtraBold);
    const QString figure = QString::number(m_count);
    const qreal side = m.at215(42) * m_pop;
    const qreal wide = std::max(side, figuresWidth(figure, font) + m.at215(20));
    const QPointF centre(box.right() - m.at215(6), box.top() + m.at215(10));
    const QRectF badge(centre.x() - wide / 2, centre.y() - side / 2, wide, side);
    fillRound(painter, badge, side / 2, p.flat ? p.ink : QColor(Qt::white));
    painter.setPen(p.flat ? p.ground : p.dark ? p.ground : p.ink);
    drawFigures(painter, badge, figure, font, Qt::AlignCenter);
}

void PrimaryBar::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    fillRound(painter, rect(), shadowRadius(), p.deep);
    if (p.flat)
        strokeRound(painter, rect(), shadowRadius(), p.leaf, m.stroke(3));
    const qreal basket = m.at215(basket215);
    const qreal left = m.at215(36);
    paintBasket(painter, QRectF(left, (height() - basket) / 2, basket, basket));
    QRectF words(left + basket + m.at215(26), 0, 0, height());
    words.setRight(width() - m.at215(36));
    if (m_count <= 0) {
        painter.setPen(p.onDeep2);
        drawText(painter, words, setText(m_empty, m.fontAt215(30, QFont::Bold), words.width(), 2, 1.2), Qt::AlignLeft | Qt::AlignVCenter);
        return;
    }
    const QFont actionFont = m.fontAt215(39, QFont::ExtraBold);
    const qreal icon = m.at215(40);
    const qreal inset = m.at215(inset215);
    const qreal most = width() * 0.46;
    const qreal wanted = lineWidth(m_action, actionFont) + icon + m.at215(96);
    const qreal high = std::min<qreal>(height() - 2 * inset, std::max<qreal>(m.at215(button215), height() - 2 * inset));
    const QRectF button(width() - inset - std::min(most, wanted), (height() - high) / 2, std::min(most, wanted), high);
    const qreal held = pressed();
    fillRound(painter, button, m.at215(30), mixed(p.kunyit, p.kunyitPressed, held));
    painter.setPen(p.onKunyit);
    const qreal down = held * m.at215(3);
    const QRectF label = button.adjusted(m.at215(36), down, -m.at215(36) - icon, down);
    const int lines = wanted > most ? 2 : 1;
    drawText(painter, label, setText(m_action, actionFont, label.width(), lines, 1.08), Qt::AlignLeft | Qt::AlignVCenter);
    theme().icons().draw(painter, QRectF(button.right() - m.at215(28) - icon, button.top() + down, icon, button.height()), u"next"_s, p.onKunyit, 2.8);
    words.setRight(button.left() - m.at215(14));
    const QFont small = m.fontAt215(26, QFont::DemiBold);
    const QFont sum = m.fontAt215(sum215, QFont::ExtraBold);
    const qreal upper = small.pixelSize() * 1.3;
    const qreal lower = sum.pixelSize() * 1.12;
    const qreal top = (height() - upper - lower) / 2;
    painter.setPen(p.onDeep2);
    drawLine(painter, QRectF(words.left(), top, words.width(), upper), m_summary, small, Qt::AlignLeft | Qt::AlignVCenter);
    painter.setPen(p.onDeep);
    const QRectF sumBox(words.left(), top + upper, words.width(), lower);
    // A sum is never cut; where it is too wide for its place it gets smaller.
    const qreal ratio = std::min(1.0, words.width() / std::max(1.0, figuresWidth(m_sum, sum)));
    drawFigures(painter, sumBox, m_sum, ratio < 1 ? sajiFont(std::floor(sum.pixelSize() * ratio), QFont::ExtraBold) : sum, Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace saji
