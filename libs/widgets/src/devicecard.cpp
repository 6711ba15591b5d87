// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/devicecard.h>

#include <widgets/figures.h>
#include <widgets/text.h>

#include "paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 24" reference.
constexpr qreal wide24 = 386, high24 = 132, side24 = 20, tile24 = 56;

} // namespace

DeviceCard::DeviceCard(QWidget *parent) : Control(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DeviceCard::set(const QString &icon, const QString &name, Lamp lamp, const QString &word)
{
    m_icon = icon;
    m_name = name;
    m_lamp = lamp;
    m_word = word;
    update();
}

void DeviceCard::setFacts(const QStringList &facts)
{
    m_facts = facts;
    update();
}

QSize DeviceCard::sizeHint() const
{
    return {metrics().at24(wide24), metrics().rowAt24(high24)};
}

QSize DeviceCard::minimumSizeHint() const
{
    return {metrics().at24(220), sizeHint().height()};
}

Control::Target DeviceCard::target(int) const
{
    return {rect(), qreal(metrics().radiusAdmin()), (QStringList{m_name, m_word} + m_facts).join(u", "_s), QAccessible::Button, isEnabled(), false};
}

void DeviceCard::press(int)
{
    emit clicked();
}

void DeviceCard::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    drawCell(painter, rect(), m.radiusAdmin(), pressedTone(p.surface, p, pressed()), p, m);
    const QColor lamp = lampColor(m_lamp, p);
    const qreal side = m.at24(side24);
    const qreal tile = m.at24(tile24);
    const QRectF tileBox(side, m.rowAt24(18), tile, tile);
    drawCell(painter, tileBox, tile * 0.28, p.flat ? p.surface : mixed(p.surface, lamp, p.dark ? 0.16 : 0.14), p, m);
    const qreal icon = tile * 0.52;
    theme().icons().draw(painter, QRectF(tileBox.center().x() - icon / 2, tileBox.center().y() - icon / 2, icon, icon), m_icon, lamp, 2.2);
    const qreal left = tileBox.right() + m.at24(16);
    painter.setPen(p.ink);
    drawLine(painter, QRectF(left, tileBox.top() - m.at24(3), width() - left - side, m.rowAt24(34)), m_name, m.fontAt24(22, QFont::ExtraBold), Qt::AlignLeft | Qt::AlignVCenter);
    const QRectF words(left, tileBox.top() + m.rowAt24(30), width() - left - side, m.rowAt24(28));
    const qreal dot = m.at24(16);
    drawLamp(painter, QRectF(words.left(), words.center().y() - dot / 2, dot, dot), m_lamp, p);
    painter.setPen(m_lamp == Lamp::Ok ? p.ok : lamp);
    drawLine(painter, words.adjusted(dot + m.at24(8), 0, 0, 0), m_word, m.fontAt24(19, QFont::Bold), Qt::AlignLeft | Qt::AlignVCenter);
    const QRectF foot(side, height() - m.rowAt24(46), width() - 2 * side, m.rowAt24(30));
    const QFont small = m.font(Type::AdminSmall);
    painter.setPen(p.inkOnRaised);
    for (qsizetype i = 0; i < m_facts.size(); ++i) {
        const Qt::Alignment where = i == 0 ? Qt::AlignLeft : i + 1 == m_facts.size() ? Qt::AlignRight : Qt::AlignHCenter;
        drawFigures(painter, foot, m_facts.at(i), small, where | Qt::AlignVCenter);
    }
}

} // namespace saji
