// SPDX-License-Identifier: GPL-3.0-or-later
#include "steplist.h"

#include <widgets/steps.h>
#include <widgets/text.h>

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {
constexpr qreal row24 = 44, disc24 = 26; // pixels of the 24" screen
}

StepList::StepList(QWidget *parent) : Themed(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepList::setSteps(const QList<OutboxSheet::Step> &steps)
{
    if (steps == m_steps)
        return;
    const bool measure = steps.size() != m_steps.size();
    m_steps = steps;
    QStringList words;
    for (const OutboxSheet::Step &step : m_steps)
        words << step.fact + (step.done ? QString() : u", "_s + step.evidence);
    setAccessibleName(words.join(u"; "_s));
    if (measure)
        updateGeometry();
    update();
}

void StepList::setBrief(bool brief)
{
    if (brief == m_brief)
        return;
    m_brief = brief;
    updateGeometry();
    update();
}

QSize StepList::sizeHint() const
{
    if (m_brief)
        return {metrics().at24(260), metrics().rowAt24(row24)};
    return {metrics().at24(260), int(m_steps.size()) * metrics().rowAt24(row24)};
}

void StepList::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (m_brief) {
        int done = 0;
        QStringList signs;
        for (qsizetype i = 0; i < m_steps.size(); ++i) {
            done |= m_steps.at(i).done ? 1 << i : 0;
            signs << m_steps.at(i).sign;
        }
        const qreal chain = m.rowAt24(32);
        drawSteps(painter, QRectF(0, (height() - chain) / 2, width(), chain), signs, done, theme());
        return;
    }
    const qreal side = m.at24(disc24);
    const qreal high = m.rowAt24(row24);
    const QColor good = p.dark || p.flat ? p.ok : p.leaf;
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const OutboxSheet::Step &step = m_steps.at(i);
        const QRectF disc(0, i * high + (high - side) / 2, side, side);
        if (i > 0) {
            painter.setPen(QPen(step.done && m_steps.at(i - 1).done ? good : p.line, m.stroke(2.5)));
            painter.drawLine(QPointF(side / 2, disc.top() - (high - side)), QPointF(side / 2, disc.top()));
        }
        painter.setPen(step.done ? Qt::NoPen : QPen(p.edge, m.stroke(2.5)));
        painter.setBrush(step.done ? QBrush(good) : Qt::NoBrush);
        painter.drawEllipse(step.done ? disc : disc.adjusted(1, 1, -1, -1));
        if (step.done)
            theme().icons().draw(painter, disc.adjusted(side * 0.2, side * 0.2, -side * 0.2, -side * 0.2), u"check"_s, p.dark || p.flat ? p.ground : p.onLeaf, 3.4);
        QRectF words(side + m.at24(14), i * high, width() - side - m.at24(14), high);
        painter.setPen(p.ink2);
        if (!step.done) {
            // What it waits for gives way before what it is: the facts of one list are of one size.
            const qreal room = words.width() - lineWidth(step.fact, m.font(Type::AdminText, QFont::DemiBold)) - m.at24(10);
            const qreal full = lineWidth(step.evidence, m.font(Type::AdminSmall));
            const qreal wide = std::clamp(room, full * smallestShrink, full);
            drawLine(painter, words.adjusted(words.width() - wide, 0, 0, 0), step.evidence, m.font(Type::AdminSmall), Qt::AlignRight | Qt::AlignVCenter);
            words.setRight(words.right() - wide - m.at24(10));
        }
        painter.setPen(step.done ? p.ink : p.ink2);
        drawLine(painter, words, step.fact, m.font(Type::AdminText, step.done ? QFont::Bold : QFont::DemiBold), Qt::AlignLeft | Qt::AlignVCenter);
    }
}

} // namespace saji
