// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/tickrow.h>

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
constexpr qreal height215 = 92, disc215 = 60, gap215 = 24;

} // namespace

TickRow::TickRow(const QString &fact, QWidget *parent) : Themed(parent), m_fact(fact), m_motion(new Tween(this, [this](qreal in) {
    m_in = in;
    update();
}))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TickRow::setFact(const QString &fact)
{
    m_fact = fact;
    update();
}

void TickRow::setDone(const QString &evidence, int ticks)
{
    const bool news = !m_done || ticks != m_ticks;
    m_done = true;
    m_ticks = ticks;
    m_words = evidence;
    setAccessibleName(u"%1: %2"_s.arg(m_fact, evidence));
    if (news && isVisible())
        m_motion->start(0, 1, theme().duration(motion::tickIn));
    update();
}

void TickRow::setPending(const QString &words)
{
    m_done = false;
    m_words = words;
    m_in = 1;
    setAccessibleName(u"%1: %2"_s.arg(m_fact, words));
    update();
}

QSize TickRow::sizeHint() const
{
    const Metrics &m = metrics();
    const int lines = m.textScale >= 150 ? 2 : 1;
    const QFont font = m.font(Type::Product);
    return {m.px(180), std::max(m.at215(height215), int(std::ceil(font.pixelSize() * 1.35)) * lines + m.at215(20))};
}

QSize TickRow::minimumSizeHint() const
{
    return {metrics().px(80), sizeHint().height()};
}

void TickRow::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const qreal side = m.at215(disc215);
    const qreal grown = side * (0.7 + 0.3 * m_in);
    const QPointF centre(side / 2, height() / 2.0);
    const QRectF disc(centre.x() - grown / 2, centre.y() - grown / 2, grown, grown);
    if (m_done)
        fillRound(painter, disc, grown / 2, p.leaf);
    else
        drawCell(painter, disc, grown / 2, p.kunyitTint, p, m);
    const bool twice = m_done && m_ticks > 1;
    const qreal icon = grown * (twice ? 0.5 : 0.6);
    const qreal apart = twice ? icon * 0.36 : 0;
    for (int i = 0; i <= (twice ? 1 : 0); ++i) {
        const qreal x = centre.x() - icon / 2 + apart * (i - 0.5) * (twice ? 1 : 0);
        theme().icons().draw(painter, QRectF(x, centre.y() - icon / 2, icon, icon), m_done ? u"check"_s : u"clock"_s, m_done ? p.onLeaf : p.onKunyitTint2,
                             m_done ? 3 : 2.6);
    }
    const qreal left = side + m.at215(gap215);
    const QFont factFont = m.font(Type::Product);
    const QFont wordsFont = m.font(Type::Text);
    // Large letters: what happened needs the room more than when.
    const bool narrow = m.textScale >= 150;
    const qreal words = std::min(figuresWidth(m_words, wordsFont), (width() - left) * (narrow ? (m_done ? 0.36 : 0.44) : 0.62));
    const bool oneLine = m_done && figuresWidth(m_words, wordsFont) <= words + 0.5;
    painter.setPen(p.ink2);
    if (oneLine)
        drawFigures(painter, QRectF(width() - words, 0, words, height()), m_words, wordsFont, Qt::AlignRight | Qt::AlignVCenter);
    else
        drawText(painter, QRectF(width() - words, 0, words, height()), setText(m_words, wordsFont, words, 2, 1.2), Qt::AlignRight | Qt::AlignVCenter);
    painter.setPen(p.ink);
    const qreal room = std::max(1.0, width() - left - words - m.at215(16));
    drawText(painter, QRectF(left, 0, room, height()), setText(m_fact, factFont, room, 2, 1.2), Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace saji
