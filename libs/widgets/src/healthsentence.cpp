// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/healthsentence.h>

#include <widgets/text.h>
#include <widgets/touchbutton.h>

#include "paint.h"

#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 24" reference.
constexpr qreal health24 = 168, mark24 = 92, side24 = 40, advice24 = 184, bar24 = 8;

QColor moodColor(HealthSentence::Mood mood, const Palette &p)
{
    switch (mood) {
    case HealthSentence::Mood::Good: return p.dark || p.flat ? p.ok : p.leaf;
    case HealthSentence::Mood::Look: return p.kunyit;
    case HealthSentence::Mood::Bad: return p.dark || p.flat ? p.bad : p.cabai;
    }
    return p.kunyit;
}

//! The two ends of the ground's gradient.
std::pair<QColor, QColor> moodGround(HealthSentence::Mood mood, const Palette &p)
{
    if (!p.dark)
        return {mixed(p.surface, moodColor(mood, p), 0.22), mixed(p.surface, moodColor(mood, p), 0.05)};
    switch (mood) {
    case HealthSentence::Mood::Good: return {QColor(0x10, 0x48, 0x31), QColor(0x13, 0x24, 0x1B)};
    case HealthSentence::Mood::Look: return {QColor(0x5A, 0x43, 0x08), QColor(0x26, 0x1D, 0x10)};
    case HealthSentence::Mood::Bad: return {QColor(0x5C, 0x1A, 0x20), QColor(0x28, 0x16, 0x18)};
    }
    return {p.surface, p.surface};
}

QString moodIcon(HealthSentence::Mood mood)
{
    return mood == HealthSentence::Mood::Good ? u"check"_s : u"alert"_s;
}

} // namespace

HealthSentence::HealthSentence(QWidget *parent) : Themed(parent), m_action(new TouchButton({}, TouchButton::Kind::Turmeric, this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_action->setSize(TouchButton::Size::Small);
    m_action->hide();
    connect(m_action, &TouchButton::clicked, this, &HealthSentence::actionClicked);
}

void HealthSentence::say(Mood mood, const QString &sentence, const QString &evidence, const QString &icon)
{
    m_mood = mood;
    m_sentence = sentence;
    m_evidence = evidence;
    m_icon = icon;
    setAccessibleName(sentence + u' ' + evidence);
    update();
}

void HealthSentence::setAction(const QString &text, const QString &icon)
{
    m_action->setText(text);
    m_action->setIcon(icon);
    m_action->setVisible(!text.isEmpty());
    place();
}

QSize HealthSentence::sizeHint() const
{
    return {metrics().at24(800), metrics().rowAt24(health24)};
}

QSize HealthSentence::minimumSizeHint() const
{
    return {metrics().at24(400), sizeHint().height()};
}

void HealthSentence::place()
{
    const QSize size = m_action->sizeHint();
    m_action->setGeometry(width() - metrics().at24(side24) - size.width(), (height() - size.height()) / 2, size.width(), size.height());
    update();
}

void HealthSentence::themeChanged()
{
    place();
    Themed::themeChanged();
}

void HealthSentence::resizeEvent(QResizeEvent *)
{
    place();
}

void HealthSentence::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QColor mood = moodColor(m_mood, p);
    const qreal radius = m.radiusAdmin();
    if (p.flat) {
        drawCell(painter, rect(), radius, p.surface, p, m);
    } else {
        QLinearGradient fall(0, 0, width() * 0.62, 0);
        const auto [from, to] = moodGround(m_mood, p);
        fall.setColorAt(0, from);
        fall.setColorAt(1, to);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fall);
        painter.drawRoundedRect(rect(), radius, radius);
    }
    const qreal side = m.at24(mark24);
    const QRectF mark(m.at24(side24), (height() - side) / 2, side, side);
    fillRound(painter, mark, m_mood == Mood::Good ? side / 2 : side * 0.24, mood);
    const qreal icon = side * 0.52;
    const QColor onMood = contrastRatio(p.dark || p.flat ? p.ground : p.ink, mood) >= 4.5 ? (p.dark || p.flat ? p.ground : p.ink) : QColor(Qt::white);
    theme().icons().draw(painter, QRectF(mark.center().x() - icon / 2, mark.center().y() - icon / 2, icon, icon), m_icon.isEmpty() ? moodIcon(m_mood) : m_icon, onMood, 2.4);
    const qreal left = mark.right() + m.at24(32);
    const qreal right = m_action->isVisibleTo(this) ? m_action->x() - m.at24(24) : width() - m.at24(side24);
    const QFont evidence = m.fontAt24(23, QFont::DemiBold);
    const TextBlock sentence = setText(m_sentence, m.font(Type::AdminSentence), right - left, 2, 1.1);
    const qreal lower = evidence.pixelSize() * 1.5;
    const qreal top = (height() - sentence.height() - lower) / 2;
    painter.setPen(p.ink);
    drawText(painter, QRectF(left, top, right - left, sentence.height()), sentence, Qt::AlignLeft | Qt::AlignTop);
    painter.setPen(p.dark ? p.inkOnRaised : p.ink2);
    drawLine(painter, QRectF(left, top + sentence.height(), right - left, lower), m_evidence, evidence, Qt::AlignLeft | Qt::AlignVCenter);
}

AdviceCard::AdviceCard(QWidget *parent)
    : Themed(parent), m_first(new TouchButton({}, TouchButton::Kind::Ink, this)), m_second(new TouchButton({}, TouchButton::Kind::Quiet, this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (TouchButton *button : {m_first, m_second}) {
        button->setSize(TouchButton::Size::Small);
        button->hide();
    }
    connect(m_first, &TouchButton::clicked, this, &AdviceCard::firstClicked);
    connect(m_second, &TouchButton::clicked, this, &AdviceCard::secondClicked);
}

void AdviceCard::say(HealthSentence::Mood mood, const QString &icon, const QString &cause, const QString &effect)
{
    m_mood = mood;
    m_icon = icon;
    m_cause = cause;
    m_effect = effect;
    setAccessibleName(cause + u' ' + effect);
    update();
}

void AdviceCard::setActions(const QString &first, const QString &second)
{
    m_first->setText(first);
    m_second->setText(second);
    m_first->setVisible(!first.isEmpty());
    m_second->setVisible(!second.isEmpty());
    place();
}

QSize AdviceCard::sizeHint() const
{
    return {metrics().at24(600), metrics().rowAt24(advice24)};
}

QSize AdviceCard::minimumSizeHint() const
{
    return {metrics().at24(320), sizeHint().height()};
}

void AdviceCard::place()
{
    const Metrics &m = metrics();
    int x = m.at24(86);
    for (TouchButton *button : {m_first, m_second}) {
        const QSize size = button->sizeHint();
        button->setGeometry(x, height() - m.at24(18) - size.height(), size.width(), size.height());
        x += size.width() + m.at24(12);
    }
}

void AdviceCard::themeChanged()
{
    place();
    Themed::themeChanged();
}

void AdviceCard::resizeEvent(QResizeEvent *)
{
    place();
}

void AdviceCard::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QColor mood = moodColor(m_mood, p);
    drawCell(painter, rect(), m.radiusAdmin(), p.surface, p, m);
    const qreal bar = m.at24(bar24);
    fillRound(painter, QRectF(0, m.at24(22), bar, height() - 2 * m.at24(22)), bar / 2, mood);
    const qreal icon = m.at24(36);
    theme().icons().draw(painter, QRectF(m.at24(28), m.rowAt24(28), icon, icon), m_icon, m_mood == HealthSentence::Mood::Look && !p.dark && !p.flat ? p.lampOffline : mood, 2.2);
    const qreal left = m.at24(86);
    const qreal room = width() - left - m.at24(24);
    painter.setPen(p.ink);
    drawLine(painter, QRectF(left, m.rowAt24(20), room, m.rowAt24(38)), m_cause, m.fontAt24(23, QFont::ExtraBold), Qt::AlignLeft | Qt::AlignVCenter);
    painter.setPen(p.dark ? p.inkOnRaised : p.ink2);
    const int lines = m.textScale > 100 ? 1 : 2;
    drawText(painter, QRectF(left, m.rowAt24(58), room, m.rowAt24(60)), setText(m_effect, m.font(Type::AdminText), room, lines, 1.3), Qt::AlignLeft | Qt::AlignTop);
}

} // namespace saji
