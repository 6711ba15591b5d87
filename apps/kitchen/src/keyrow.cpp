// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyrow.h"

#include "strokes.h"

#include <widgets/figures.h>
#include <widgets/text.h>

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels of the 24" screen (look.md section 7, key row).
constexpr qreal rowHeight = 76;
constexpr qreal keyHeight = 56;
constexpr qreal foldedShare = 0.6; // of a sentence: the longer of its two lines
constexpr qreal margin = 20;
constexpr qreal gap = 13;
constexpr qreal capSide = 38;

constexpr const char *placeNames[] = {"bump", "recall", "all-day", "sold-out", "language", "last", "sound", "pages"};

} // namespace

KeyRow::KeyRow(QWidget *parent) : Control(parent)
{
    setObjectName(u"keys"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_keys[Last].enabled = false;
}

void KeyRow::setKey(Place place, const QString &cap, const QString &word, bool active, bool enabled)
{
    Key &key = m_keys[place];
    if (key.cap == cap && key.word == word && key.active == active && key.enabled == enabled)
        return;
    key.cap = cap;
    key.word = word;
    key.active = active;
    key.enabled = enabled;
    this->place();
}

void KeyRow::setLast(const QString &words)
{
    if (words == m_keys[Last].word)
        return;
    m_keys[Last].word = words;
    place();
}

void KeyRow::setRefusal(const QString &words)
{
    m_refusal = words;
    place();
}

void KeyRow::setSound(bool on, const QString &words)
{
    m_soundOn = on;
    m_keys[Sound].word = words;
    place();
}

void KeyRow::setPages(const QString &words, const QString &behind, const QString &newcomer)
{
    if (words == m_keys[Pages].word && behind == m_behind && newcomer == m_newcomer)
        return;
    m_keys[Pages].word = words;
    m_behind = behind;
    m_newcomer = newcomer;
    if (newcomer.isEmpty())
        m_paintedNewcomer.clear();
    place();
}

QSize KeyRow::sizeHint() const
{
    return {metrics().px(200), metrics().at24(rowHeight)};
}

bool KeyRow::hasWord(int place) const
{
    return m_words || place >= Last;
}

qreal KeyRow::widthOf(int place, bool words) const
{
    const Key &key = m_keys[place];
    const QFont font = metrics().fontAt24(23, QFont::Bold);
    const qreal pad = at24(theme(), 2 * 14);
    if (place == Last) {
        const QString &text = m_refusal.isEmpty() ? key.word : m_refusal;
        const bool folded = m_folded && !m_refusal.isEmpty();
        const qreal wide = folded ? lineWidth(text, foldedFont()) * foldedShare : figuresWidth(text, font);
        return text.isEmpty() ? 0 : wide + at24(theme(), 24 + 12) + pad;
    }
    if (place == Sound)
        return figuresWidth(key.word, font) + at24(theme(), 26 + 12) + pad;
    if (place == Pages) {
        const QString extra = m_newcomer.isEmpty() ? m_behind : u"%1 %2"_s.arg(m_behind, m_newcomer);
        const qreal more = extra.isEmpty() ? 0 : figuresWidth(extra, font) + at24(theme(), 16);
        return figuresWidth(key.word, font) + more + at24(theme(), 2 * (capSide + 12)) + pad;
    }
    const qreal cap = std::max(at24(theme(), capSide), lineWidth(key.cap, metrics().fontAt24(22, QFont::ExtraBold)) + at24(theme(), 22));
    return cap + at24(theme(), 20) + (words ? lineWidth(key.word, font) + at24(theme(), 12) : at24(theme(), 0));
}

QFont KeyRow::foldedFont() const
{
    return metrics().fontAt24(21, QFont::Bold);
}

void KeyRow::place()
{
    const qreal high = at24(theme(), keyHeight);
    const qreal top = (height() - high) / 2 + metrics().stroke(1);
    const qreal between = at24(theme(), gap);
    const auto fits = [this, between] {
        qreal wanted = 2 * at24(theme(), margin);
        for (int place = 0; place < PlaceCount; ++place)
            wanted += widthOf(place, true) + between;
        return wanted <= width();
    };
    m_folded = false;
    m_words = fits();
    if (!m_words) {
        m_folded = true;
        m_words = fits();
    }
    qreal x = at24(theme(), margin);
    for (int place = Bump; place <= Language; ++place) {
        const qreal wide = widthOf(place, m_words);
        m_keys[place].box = QRectF(x, top, wide, high);
        x += wide + between;
    }
    qreal right = width() - at24(theme(), margin);
    for (int place : {int(Pages), int(Sound), int(Last)}) {
        const qreal wide = std::min(widthOf(place, true), std::max(0.0, right - x));
        m_keys[place].box = QRectF(right - wide, top, wide, high);
        right -= wide > 0 ? wide + between : 0;
    }
    targetsChanged();
}

Control::Target KeyRow::target(int index) const
{
    const Key &key = m_keys[index];
    const bool enabled = key.enabled && index != Bump && index != Last && key.box.width() > 0;
    return {key.box, at24(theme(), 16), index == Last && !m_refusal.isEmpty() ? m_refusal : key.word, QAccessible::Button, enabled, key.active};
}

QRect KeyRow::targetRect(const QString &name) const
{
    if (name == u"page-back" || name == u"page-on") {
        const QRectF box = m_keys[Pages].box;
        const QRectF half = name == u"page-back" ? box.adjusted(0, 0, -box.width() / 2, 0) : box.adjusted(box.width() / 2, 0, 0, 0);
        return half.toAlignedRect();
    }
    for (int place = 0; place < PlaceCount; ++place) {
        if (name == QLatin1StringView(placeNames[place]))
            return m_keys[place].box.toAlignedRect();
    }
    return {};
}

void KeyRow::notePointer(const QPointF &position)
{
    m_pointerX = position.x();
}

void KeyRow::mouseReleaseEvent(QMouseEvent *event)
{
    notePointer(event->position());
    Control::mouseReleaseEvent(event);
}

bool KeyRow::event(QEvent *event)
{
    if (event->type() == QEvent::TouchBegin || event->type() == QEvent::TouchEnd) {
        const auto points = static_cast<QTouchEvent *>(event)->points();
        if (!points.isEmpty())
            notePointer(points.first().position());
    }
    return Control::event(event);
}

void KeyRow::press(int index)
{
    if (index == Pages)
        emit paged(m_pointerX < m_keys[Pages].box.center().x() ? -1 : 1);
    else
        emit chosen(Place(index));
}

void KeyRow::resizeEvent(QResizeEvent *)
{
    place();
}

void KeyRow::themeChanged()
{
    place();
    Control::themeChanged();
}

void KeyRow::paintKey(QPainter &painter, int place) const
{
    const Key &key = m_keys[place];
    if (key.box.width() <= 0)
        return;
    const Palette &p = colors();
    const bool refusal = place == Last && !m_refusal.isEmpty();
    QColor ground = key.active ? p.amber : pressed(place) > 0 ? p.line : p.surface;
    QColor ink = key.active ? p.onKunyit : p.ink;
    if (refusal) {
        ground = p.ticketLate.ground;
        ink = p.ticketLate.text;
    }
    if (!key.enabled && place != Last)
        ink = p.disabled;
    fillCell(painter, key.box, at24(theme(), 16), ground);
    const QFont font = metrics().fontAt24(23, QFont::Bold);
    const QRectF inner = key.box.adjusted(at24(theme(), 10), 0, -at24(theme(), 12), 0);
    if (place == Last || place == Sound) {
        const QString icon = place == Sound ? u"sound"_s : refusal ? u"alert"_s : u"recall"_s;
        const QColor tint = place == Sound && !m_soundOn ? p.disabled : place == Last && !refusal ? p.ink2 : ink;
        const QRectF mark(inner.left() + at24(theme(), 4), inner.top(), at24(theme(), 25), inner.height());
        theme().icons().draw(painter, mark, icon, tint, 2.4);
        if (place == Sound && !m_soundOn) {
            painter.setPen(QPen(p.bad, at24(theme(), 3), Qt::SolidLine, Qt::RoundCap));
            const qreal reach = at24(theme(), 11);
            painter.drawLine(mark.center() + QPointF(-reach, reach), mark.center() + QPointF(reach, -reach));
        }
        painter.setPen(tint == p.ink2 ? p.inkOnRaised : tint);
        const QRectF words = inner.adjusted(at24(theme(), 40), 0, 0, 0);
        const QString &text = refusal ? m_refusal : key.word;
        if (refusal && m_folded)
            drawText(painter, words, setText(text, foldedFont(), words.width(), 2, 1.15), Qt::AlignLeft | Qt::AlignVCenter);
        else if (figuresWidth(text, font) <= words.width() + 1)
            drawFigures(painter, words, text, font, Qt::AlignLeft | Qt::AlignVCenter);
        else
            drawLine(painter, words, text, font, Qt::AlignLeft | Qt::AlignVCenter);
        return;
    }
    const QFont capFont = metrics().fontAt24(22, QFont::ExtraBold);
    const qreal wide = std::max(at24(theme(), capSide), lineWidth(key.cap, capFont) + at24(theme(), 22));
    const QRectF cap(inner.left(), inner.center().y() - at24(theme(), capSide) / 2, wide, at24(theme(), capSide));
    fillCell(painter, cap, at24(theme(), 10), key.active ? QColor(0x16, 0x21, 0x1A) : p.ground);
    edgeCell(painter, cap, at24(theme(), 10), key.active ? QColor(0x16, 0x21, 0x1A) : p.edge, std::max(1.0, at24(theme(), 2)));
    painter.setPen(key.active ? p.amber : key.enabled ? p.ink : p.disabled);
    drawLine(painter, cap, key.cap, capFont, Qt::AlignHCenter | Qt::AlignVCenter);
    if (!hasWord(place))
        return;
    painter.setPen(ink);
    drawLine(painter, inner.adjusted(wide + at24(theme(), 12), 0, at24(theme(), 4), 0), key.word, font, Qt::AlignLeft | Qt::AlignVCenter);
}

void KeyRow::paintPages(QPainter &painter) const
{
    const Key &key = m_keys[Pages];
    const Palette &p = colors();
    fillCell(painter, key.box, at24(theme(), 16), m_newcomer.isEmpty() ? (pressed(Pages) > 0 ? p.line : p.surface) : p.ticketNew.ground);
    const QColor ink = m_newcomer.isEmpty() ? p.ink : p.ticketNew.text;
    const qreal side = at24(theme(), capSide);
    const QRectF inner = key.box.adjusted(at24(theme(), 10), 0, -at24(theme(), 10), 0);
    const QRectF back(inner.left(), inner.center().y() - side / 2, side, side);
    const QRectF on(inner.right() - side, back.top(), side, side);
    for (const QRectF &cap : {back, on}) {
        fillCell(painter, cap, at24(theme(), 10), p.ground);
        edgeCell(painter, cap, at24(theme(), 10), p.edge, std::max(1.0, at24(theme(), 2)));
    }
    const QColor arrow = key.enabled ? p.ink : p.disabled;
    theme().icons().draw(painter, back.adjusted(side * 0.2, side * 0.2, -side * 0.2, -side * 0.2), u"back"_s, arrow, 2.8);
    theme().icons().draw(painter, on.adjusted(side * 0.2, side * 0.2, -side * 0.2, -side * 0.2), u"next"_s, arrow, 2.8);
    const QFont font = metrics().fontAt24(23, QFont::Bold);
    QRectF words(back.right() + at24(theme(), 12), inner.top(), on.left() - back.right() - at24(theme(), 24), inner.height());
    painter.setPen(ink);
    drawFigures(painter, words, key.word, font, Qt::AlignLeft | Qt::AlignVCenter);
    if (m_behind.isEmpty())
        return;
    painter.setPen(m_newcomer.isEmpty() ? p.amber : p.ticketNew.text);
    const QString extra = m_newcomer.isEmpty() ? m_behind : u"%1 %2"_s.arg(m_behind, m_newcomer);
    drawFigures(painter, words, extra, font, Qt::AlignRight | Qt::AlignVCenter);
}

void KeyRow::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(rect(), blended(colors().ground, QColor(255, 255, 255, 10)));
    painter.fillRect(QRectF(0, 0, width(), metrics().stroke(2)), colors().line);
    for (int place = Bump; place <= Sound; ++place)
        paintKey(painter, place);
    paintPages(painter);
    const bool counted = event->region().contains(m_keys[Pages].box.center().toPoint());
    if (m_newcomer.isEmpty() || m_newcomer == m_paintedNewcomer || !counted)
        return;
    m_paintedNewcomer = m_newcomer;
    // After this paint has gone to the screen.
    QMetaObject::invokeMethod(this, [this, number = m_newcomer] { emit newcomerPainted(number); }, Qt::QueuedConnection);
}

} // namespace saji
