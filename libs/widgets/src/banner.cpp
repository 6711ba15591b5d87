// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/banner.h>

#include <widgets/text.h>

#include "paint.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace saji {

namespace {

struct Tones
{
    QColor ground, edge, icon, sentence, detail;
};

Tones tonesOf(Banner::Kind kind, const Palette &p)
{
    switch (kind) {
    case Banner::Kind::Hint: return {p.kunyitTint, p.flat ? p.kunyit : mixed(p.kunyitTint, p.kunyit, 0.6), p.onKunyitTint, p.onKunyitTint, p.flat ? p.ink : p.onKunyitTint2};
    case Banner::Kind::Bad: return {p.cabaiTint, p.flat ? p.cabai : mixed(p.cabaiTint, p.cabai, 0.3), p.onCabaiTint, p.onCabaiTint, p.onCabaiTint};
    case Banner::Kind::Silence: return {p.ticketLate.ground, p.ticketLate.ground, p.ticketLate.text, p.ticketLate.text, p.ticketLate.text};
    case Banner::Kind::Good: return {p.tint, p.flat ? p.leaf : mixed(p.tint, p.leaf, 0.3), p.onTint, p.onTint, p.onTint};
    }
    return {};
}

} // namespace

//! Where the parts lie for one width; heights follow from the words.
struct Banner::Layout
{
    TextBlock sentence, detail;
    QRectF icon, words, action;
    int height = 0;
};

Banner::Banner(QWidget *parent) : Control(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void Banner::say(Kind kind, const QString &icon, const QString &sentence, const QString &detail)
{
    m_kind = kind;
    m_icon = icon;
    m_sentence = sentence;
    m_detail = detail;
    setAccessibleName(detail.isEmpty() ? sentence : sentence + u' ' + detail);
    setVisible(!sentence.isEmpty());
    updateGeometry();
    targetsChanged();
}

void Banner::clear()
{
    say(m_kind, {}, {}, {});
}

void Banner::setAction(const QString &text, const QString &icon)
{
    m_action = text;
    m_actionIcon = icon;
    updateGeometry();
    targetsChanged();
}

qreal Banner::at(qreal reference) const
{
    return m_kind == Kind::Silence ? metrics().at24(reference) : metrics().at215(reference);
}

QFont Banner::sentenceFont() const
{
    return m_kind == Kind::Silence ? metrics().fontAt24(38, QFont::ExtraBold) : metrics().fontAt215(27, QFont::ExtraBold);
}

QFont Banner::actionFont() const
{
    return m_kind == Kind::Silence ? metrics().fontAt24(28, QFont::ExtraBold) : metrics().fontAt215(24, QFont::ExtraBold);
}

QFont Banner::detailFont() const
{
    return m_kind == Kind::Silence ? metrics().fontAt24(26, QFont::DemiBold) : metrics().fontAt215(24, QFont::DemiBold);
}

Banner::Layout Banner::layoutFor(int width) const
{
    const bool silence = m_kind == Kind::Silence;
    Layout l;
    const qreal start = silence ? at(72 + 28) : at(38);
    const qreal icon = at(silence ? 60 : 46);
    l.icon = QRectF(start, 0, icon, 0);
    const qreal left = start + icon + at(silence ? 28 : 20);
    qreal right = width - at(silence ? 24 : 32);
    if (!m_action.isEmpty()) {
        const qreal words = lineWidth(m_action, actionFont()) + (m_actionIcon.isEmpty() ? 0 : at(44)) + at(60);
        const qreal high = at(silence ? 72 : 76);
        l.action = QRectF(right - words, 0, words, high);
        right = l.action.left() - at(20);
    }
    const qreal room = std::max(1.0, right - left);
    l.sentence = saji::setText(m_sentence, sentenceFont(), room, 2, 1.18);
    if (!m_detail.isEmpty())
        l.detail = saji::setText(m_detail, detailFont(), room, 3, 1.3);
    const qreal words = l.sentence.height() + l.detail.height();
    l.height = std::max(int(at(silence ? 104 : 92)), int(std::ceil(words)) + int(at(22)));
    l.words = QRectF(left, (l.height - words) / 2, room, words);
    l.icon.setRect(start, (l.height - icon) / 2, icon, icon);
    if (!m_action.isEmpty())
        l.action.moveTop((l.height - l.action.height()) / 2);
    return l;
}

QSize Banner::sizeHint() const
{
    return {metrics().px(200), heightForWidth(width() > 0 ? width() : metrics().px(260))};
}

QSize Banner::minimumSizeHint() const
{
    return {metrics().px(60), int(at(92))};
}

int Banner::heightForWidth(int width) const
{
    return layoutFor(width).height;
}

Control::Target Banner::target(int) const
{
    const QRectF box = layoutFor(width()).action;
    return {box, box.height() * 0.36, m_action, QAccessible::Button, true, false};
}

void Banner::press(int)
{
    emit actionClicked();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    const Tones look = tonesOf(m_kind, p);
    const Layout l = layoutFor(width());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(rect(), look.ground);
    const qreal line = m.stroke(2);
    painter.fillRect(QRectF(0, 0, width(), line), look.edge);
    painter.fillRect(QRectF(0, height() - line, width(), line), look.edge);
    if (m_kind == Kind::Silence) {
        const qreal end = at(72);
        painter.fillRect(QRectF(0, 0, end, height()), Qt::white);
        QPainterPath stripes;
        for (qreal x = -height(); x < end + height(); x += end * 0.55)
            stripes.addPolygon(QPolygonF{{x, qreal(height())}, {x + height(), 0}, {x + height() + end * 0.28, 0}, {x + end * 0.28, qreal(height())}});
        QPainterPath cut;
        cut.addRect(QRectF(0, 0, end, height()));
        painter.fillPath(stripes & cut, QColor(0x16, 0x21, 0x1a));
    }
    theme().icons().draw(painter, l.icon, m_icon, look.icon, 2.2);
    painter.setPen(look.sentence);
    drawText(painter, QRectF(l.words.topLeft(), QSizeF(l.words.width(), l.sentence.height())), l.sentence, Qt::AlignLeft | Qt::AlignTop);
    painter.setPen(look.detail);
    drawText(painter, QRectF(l.words.left(), l.words.top() + l.sentence.height(), l.words.width(), l.detail.height()), l.detail, Qt::AlignLeft | Qt::AlignTop);
    if (m_action.isEmpty())
        return;
    const Target t = target(0);
    const QColor ground = p.flat || m_kind != Kind::Silence ? p.surface : QColor(Qt::white);
    drawCell(painter, t.box, t.radius, pressedTone(ground, p, pressed()), p, m);
    const QColor ink = m_kind == Kind::Silence && !p.flat ? QColor(0x8E, 0x0F, 0x18) : look.sentence;
    QRectF inner = t.box.adjusted(at(24), 0, -at(24), 0);
    if (!m_actionIcon.isEmpty()) {
        theme().icons().draw(painter, QRectF(inner.left(), inner.top(), at(34), inner.height()), m_actionIcon, ink);
        inner.setLeft(inner.left() + at(44));
    }
    painter.setPen(ink);
    drawLine(painter, inner, m_action, actionFont(), (m_actionIcon.isEmpty() ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
}

Notice::Notice(Banner::Kind kind, QWidget *parent) : Themed(parent), m_kind(kind)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Notice::say(const QString &icon, const QString &text)
{
    m_icon = icon;
    m_text = text;
    setAccessibleName(text);
    themeChanged();
}

void Notice::setKind(Banner::Kind kind)
{
    m_kind = kind;
    update();
}

QSize Notice::sizeHint() const
{
    const int wide = int(lineWidth(m_text, metrics().font(Type::Text, QFont::Bold))) + metrics().at215(120);
    return {wide, heightForWidth(wide)};
}

QSize Notice::minimumSizeHint() const
{
    return {metrics().px(40), metrics().at215(76)};
}

int Notice::heightForWidth(int width) const
{
    const Metrics &m = metrics();
    const TextBlock block = saji::setText(m_text, m.font(Type::Text, QFont::Bold), std::max(1, width - m.at215(110)), 4, 1.25);
    return std::max(m.at215(76), int(std::ceil(block.height())) + m.at215(36));
}

void Notice::paintEvent(QPaintEvent *)
{
    const Metrics &m = metrics();
    const Tones look = tonesOf(m_kind, colors());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    drawCell(painter, rect(), m.radiusCell(), look.ground, colors(), m);
    const qreal icon = m.at215(36);
    theme().icons().draw(painter, QRectF(m.at215(26), 0, icon, height()), m_icon, look.icon);
    painter.setPen(look.sentence);
    const QRectF words(m.at215(26 + 36 + 18), 0, width() - m.at215(110), height());
    drawText(painter, words, saji::setText(m_text, m.font(Type::Text, QFont::Bold), words.width(), 4, 1.25), Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace saji
