// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/ticketpainter.h>

#include <widgets/figures.h>
#include <widgets/text.h>

#include "paint.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels of the 24" screen (look.md section 7, kitchen ticket).
constexpr qreal headFlat = 148;
constexpr qreal compactHead = 129; // the number stays, the air around it goes
constexpr qreal compactItems = 0.88;
constexpr qreal numberTop = 22;
constexpr qreal compactNumberTop = 11;
constexpr qreal toothDepth = 10;
constexpr qreal toothWidth = 22;
constexpr qreal whoHeight = 46;
constexpr qreal padding = 20;
constexpr qreal indent = 70; // figure and its gap
constexpr qreal itemTop = 9;
constexpr qreal itemLine = 35;
constexpr qreal detailHeight = 35;
constexpr qreal allergyGap = 7;
constexpr qreal allergyStrip = 52;
constexpr qreal voidedExtra = 20;
constexpr qreal footPlain = 18;
constexpr qreal footWorded = 48;
constexpr int nameLines = 3;
constexpr int noteLines = 3;
constexpr int allergyLines = 6; // all 14 of the list

bool isOnScreen(const QPainter &painter, const QRectF &box)
{
    return !painter.hasClipping() || painter.clipBoundingRect().intersects(box);
}

QColor withAlpha(QColor color, qreal alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

} // namespace

TicketPainter::TicketPainter(Theme &theme, bool compact)
    : m_theme(theme), m_palette(theme.palette()), m_metrics(theme.metrics()), m_itemScale(compact ? compactItems : 1),
      m_headFlat(compact ? compactHead : headFlat), m_numberTop(compact ? compactNumberTop : numberTop)
{
}

qreal TicketPainter::at(qreal reference) const
{
    return reference / Metrics::landscape24 * m_metrics.pxPerMm;
}

qreal TicketPainter::item(qreal reference) const
{
    return at(reference) * m_itemScale;
}

QFont TicketPainter::itemFont(qreal reference, QFont::Weight weight) const
{
    return m_metrics.fontAt24(reference * m_itemScale, weight);
}

ColorPair TicketPainter::pairOf(TicketTone tone) const
{
    switch (tone) {
    case TicketTone::New: return m_palette.ticketNew;
    case TicketTone::Cooking: return m_palette.ticketCooking;
    case TicketTone::Soon: return m_palette.ticketSoon;
    case TicketTone::Late: return m_palette.ticketLate;
    case TicketTone::Waiting: return m_palette.ticketWaiting;
    case TicketTone::Ready: return m_palette.ticketReady;
    case TicketTone::Recalled: return m_palette.ticketRecalled;
    case TicketTone::Cancelled: return m_palette.ticketCancelled;
    }
    return m_palette.ticketNew;
}

QString TicketPainter::iconOf(TicketTone tone)
{
    switch (tone) {
    case TicketTone::New: return u"bell"_s;
    case TicketTone::Cooking: return u"flame"_s;
    case TicketTone::Soon: return u"clock"_s;
    case TicketTone::Late: return u"alert"_s;
    case TicketTone::Waiting: return u"list"_s;
    case TicketTone::Ready: return u"check"_s;
    case TicketTone::Recalled: return u"recall"_s;
    case TicketTone::Cancelled: return u"close"_s;
    }
    return {};
}

int TicketPainter::headHeight(const TicketFace &face) const
{
    const qreal teeth = face.tone == TicketTone::Late ? toothDepth : 0;
    return int(std::round(at(m_headFlat + teeth) + item(whoHeight)));
}

QRectF TicketPainter::nameBox(const QRectF &row) const
{
    return row.adjusted(at(indent), 0, -at(padding), 0);
}

int TicketPainter::rowHeight(const TicketFaceRow &row, int width) const
{
    const QRectF name = nameBox(QRectF(0, 0, width, 0));
    switch (row.kind) {
    case TicketFaceRow::Kind::Item: {
        const qreal tag = row.voided ? at(96) : 0;
        const auto lines = setText(row.text, itemFont(30, QFont::Bold), name.width() - tag, nameLines).lines.size();
        return int(std::floor(item(itemTop + itemLine * qreal(lines) + (row.voided ? voidedExtra : 0))));
    }
    case TicketFaceRow::Kind::Note: {
        const auto lines = setText(row.text, itemFont(25, QFont::DemiBold), name.width() - item(36), noteLines).lines.size();
        return int(std::floor(item(6 + 31 * qreal(lines))));
    }
    case TicketFaceRow::Kind::Detail:
    case TicketFaceRow::Kind::Without:
    case TicketFaceRow::Kind::Extra:
    case TicketFaceRow::Kind::Hint: return int(std::floor(item(detailHeight)));
    case TicketFaceRow::Kind::Allergy: {
        // Whatever it takes: an allergy is never cut.
        const auto lines = allergyWords(row, width).lines.size();
        return int(std::floor(item(allergyGap + allergyStrip + 36 * qreal(lines - 1))));
    }
    }
    return 0;
}

TextBlock TicketPainter::allergyWords(const TicketFaceRow &row, qreal width) const
{
    const qreal room = width - at(padding) - item(44) - at(12);
    const QFont font = itemFont(29, QFont::ExtraBold);
    const TextBlock line = setLine(row.text, font, room);
    return line.elided ? setText(row.text, font, room, allergyLines, 36.0 / 29) : line;
}

TicketMeasure TicketPainter::measure(const TicketFace &face, int width) const
{
    TicketMeasure measure;
    measure.head = headHeight(face);
    for (const TicketFaceRow &row : face.rows)
        measure.rows << rowHeight(row, width);
    measure.foot = int(std::floor(item(face.foot.isEmpty() ? footPlain : footWorded)));
    measure.continuedFoot = int(std::floor(item(footWorded)));
    return measure;
}

QRectF TicketPainter::ageBox(const QRectF &card) const
{
    // Room for "99:59", and no more: the word beside it may be long.
    return QRectF(card.right() - at(17 + 150), card.top() + at(m_headFlat - 54), at(150), at(50));
}

qreal TicketPainter::ringWidth() const
{
    return std::max<qreal>(2, at(5));
}

void TicketPainter::paintRing(QPainter &painter, const QRectF &card, qreal strength) const
{
    if (strength <= 0)
        return;
    const qreal width = ringWidth();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(withAlpha(m_palette.link, strength), width));
    painter.setBrush(Qt::NoBrush);
    const qreal radius = m_metrics.radiusTicket();
    painter.drawRoundedRect(card.adjusted(-width / 4, -width / 4, width / 4, width / 4), radius, radius);
}

void TicketPainter::paint(QPainter &painter, const QRectF &card, const TicketFace &face, const TicketPart &part, qreal pressed) const
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const qreal radius = m_metrics.radiusTicket();
    fillRound(painter, card, radius, pressedTone(m_palette.surface, m_palette, pressed));
    paintWho(painter, card, face);
    paintHead(painter, card, face, pressed);
    qreal y = card.top() + headHeight(face);
    for (int index = part.firstRow; index < std::min(part.firstRow + part.rowCount, int(face.rows.size())); ++index) {
        const TicketFaceRow &row = face.rows.at(index);
        const QRectF box(card.left(), y, card.width(), rowHeight(row, int(card.width())));
        if (isOnScreen(painter, box))
            paintRow(painter, box, row);
        y = box.bottom();
    }
    paintFoot(painter, card, face, part);
    painter.restore();
}

void TicketPainter::paintHead(QPainter &painter, const QRectF &card, const TicketFace &face, qreal pressed) const
{
    const QRectF head(card.left(), card.top(), card.width(), at(m_headFlat));
    const qreal below = face.tone == TicketTone::Late ? at(toothDepth) : 0;
    if (!isOnScreen(painter, head.adjusted(0, 0, 0, below)))
        return;
    const ColorPair pair = pairOf(face.tone);
    const qreal radius = m_metrics.radiusTicket();
    QPainterPath path;
    path.moveTo(head.bottomLeft());
    path.lineTo(head.left(), head.top() + radius);
    path.arcTo(head.left(), head.top(), 2 * radius, 2 * radius, 180, -90);
    path.arcTo(head.right() - 2 * radius, head.top(), 2 * radius, 2 * radius, 90, -90);
    path.lineTo(head.bottomRight());
    if (below > 0) {
        // Whole teeth only, so both ends of the edge look alike.
        const int teeth = std::max(1, int(std::round(head.width() / at(toothWidth))));
        const qreal step = head.width() / teeth;
        for (int tooth = 0; tooth < teeth; ++tooth) {
            path.lineTo(head.right() - step * (tooth + 0.5), head.bottom() + below);
            path.lineTo(head.right() - step * (tooth + 1), head.bottom());
        }
    }
    path.closeSubpath();
    const QColor ground = mixed(pair.ground, m_palette.dark ? QColor(Qt::black) : m_palette.ink, pressed * 0.22);
    painter.fillPath(path, ground);
    if (face.tone == TicketTone::Cancelled) {
        painter.save();
        painter.setClipPath(path, Qt::IntersectClip);
        painter.fillRect(head, QBrush(withAlpha(pair.text, 0.07), Qt::BDiagPattern));
        painter.restore();
    }
    paintNumber(painter, card, face, pair);
    paintKeyCap(painter, card, face, pair);
    const QRectF line(card.left() + at(padding), card.top() + at(m_headFlat - 54), card.width() - at(2 * padding), at(50));
    m_theme.icons().draw(painter, QRectF(line.left(), line.top() + at(11), at(28), at(28)), iconOf(face.tone), pair.text, 2.6);
    const QRectF age = ageBox(card);
    painter.setPen(pair.text);
    const QFont ageFont = m_metrics.font(Type::KitchenAge);
    drawFigures(painter, age, face.age, ageFont, Qt::AlignRight | Qt::AlignVCenter);
    const qreal ageLeft = age.right() - figuresWidth(face.age, ageFont);
    drawLine(painter, QRectF(line.left() + at(41), line.top(), ageLeft - line.left() - at(41 + 10), line.height()), face.state,
             m_metrics.font(Type::KitchenState), Qt::AlignLeft | Qt::AlignVCenter);
}

void TicketPainter::paintNumber(QPainter &painter, const QRectF &card, const TicketFace &face, const ColorPair &pair) const
{
    const qreal capRoom = face.keyCap.isEmpty() ? at(padding) : at(14 + 46 + 8);
    const QRectF box(card.left() + at(padding), card.top() + at(m_numberTop), card.width() - at(padding) - capRoom, at(66));
    if (!isOnScreen(painter, box))
        return;
    QFont font = m_metrics.font(Type::KitchenNumber);
    const qreal wide = lineWidth(face.number, font);
    if (wide > box.width())
        font.setPixelSize(int(font.pixelSize() * box.width() / wide));
    // The hyphen only keeps letter and digits apart. A number never ticks, so its digits may stand as they please.
    const qsizetype hyphen = face.number.indexOf(u'-') + 1;
    qreal x = box.left();
    const auto draw = [&](const QString &piece, qreal strength) {
        painter.setPen(withAlpha(pair.text, strength));
        drawText(painter, QRectF(x, box.top(), box.width(), box.height()), setLine(piece, font, box.width()), Qt::AlignLeft | Qt::AlignVCenter);
        x += lineWidth(piece, font);
    };
    if (hyphen > 0) {
        draw(face.number.left(hyphen - 1), 1);
        const qreal em = font.pixelSize();
        fillRound(painter, QRectF(x + em * 0.07, box.center().y() - em * 0.045, em * 0.22, em * 0.09), em * 0.02, withAlpha(pair.text, 0.5));
        x += em * 0.36;
    }
    draw(face.number.mid(hyphen), 1);
}

void TicketPainter::paintKeyCap(QPainter &painter, const QRectF &card, const TicketFace &face, const ColorPair &pair) const
{
    if (face.keyCap.isEmpty())
        return;
    const QRectF cap(card.right() - at(14 + 46), card.top() + at(14), at(46), at(46));
    if (!isOnScreen(painter, cap))
        return;
    const qreal strength = face.locked ? 0.35 : 1;
    fillRound(painter, cap, at(12), withAlpha(Qt::black, 0.24 * strength));
    painter.setPen(withAlpha(pair.text, strength));
    drawLine(painter, cap, face.keyCap, m_metrics.fontAt24(25, QFont::ExtraBold), Qt::AlignHCenter | Qt::AlignVCenter);
}

void TicketPainter::paintWho(QPainter &painter, const QRectF &card, const TicketFace &face) const
{
    const qreal bottom = card.top() + headHeight(face);
    const QRectF row(card.left(), bottom - item(whoHeight), card.width(), item(whoHeight));
    if (!isOnScreen(painter, row.adjusted(0, -at(toothDepth + 1), 0, 0)))
        return;
    // Up to the flat edge of the head: the teeth are painted over it.
    painter.fillRect(QRectF(row.left(), card.top() + at(m_headFlat) - 1, row.width(), bottom - card.top() - at(m_headFlat) + 1), m_palette.raised);
    qreal right = row.right() - at(14);
    if (!face.next.isEmpty()) {
        const QFont font = m_metrics.fontAt24(20, QFont::Bold);
        const qreal width = lineWidth(face.next, font) + at(13 + 26);
        const QRectF pill(right - width, row.center().y() - at(16), width, at(32));
        fillRound(painter, pill, pill.height() / 2, withAlpha(m_palette.ink, face.locked ? 0.06 : 0.12));
        painter.setPen(withAlpha(m_palette.inkOnRaised, face.locked ? 0.5 : 1));
        drawLine(painter, pill.adjusted(at(13), 0, -at(24), 0), face.next, font, Qt::AlignLeft | Qt::AlignVCenter);
        m_theme.icons().draw(painter, QRectF(pill.right() - at(24), pill.top(), at(18), pill.height()), u"next"_s,
                             withAlpha(m_palette.inkOnRaised, face.locked ? 0.5 : 1), 2.6);
        right = pill.left() - at(10);
    }
    m_theme.icons().draw(painter, QRectF(row.left() + at(padding), row.top(), at(26), row.height()), face.whoIcon, m_palette.inkOnRaised, 2.2);
    painter.setPen(m_palette.inkOnRaised);
    const QRectF words(row.left() + at(padding + 36), row.top(), right - row.left() - at(padding + 36), row.height());
    drawLine(painter, words, face.who, m_metrics.fontAt24(23, QFont::DemiBold), Qt::AlignLeft | Qt::AlignVCenter);
}

void TicketPainter::paintRow(QPainter &painter, const QRectF &row, const TicketFaceRow &content) const
{
    const QRectF name = nameBox(row);
    switch (content.kind) {
    case TicketFaceRow::Kind::Item:
        content.voided ? paintVoided(painter, row, content) : paintItem(painter, row, content);
        break;
    case TicketFaceRow::Kind::Detail:
        painter.setPen(m_palette.inkOnRaised);
        drawLine(painter, name, content.text, itemFont(25, QFont::DemiBold), Qt::AlignLeft | Qt::AlignVCenter);
        break;
    case TicketFaceRow::Kind::Without:
    case TicketFaceRow::Kind::Extra: paintTagged(painter, row, content); break;
    case TicketFaceRow::Kind::Note: {
        m_theme.icons().draw(painter, QRectF(name.left(), name.top() + item(6), item(26), item(31)), u"edit"_s, m_palette.amber, 2.4);
        painter.setPen(m_palette.onKunyitTint);
        const QRectF words = name.adjusted(item(36), item(3), 0, 0);
        drawText(painter, words, setText(content.text, itemFont(25, QFont::DemiBold), words.width(), noteLines, 1.24), Qt::AlignLeft | Qt::AlignVCenter);
        break;
    }
    case TicketFaceRow::Kind::Allergy: paintAllergy(painter, row, content); break;
    case TicketFaceRow::Kind::Hint:
        painter.setPen(m_palette.onCabaiTint);
        drawLine(painter, row.adjusted(at(padding), 0, -at(padding), 0), content.text, itemFont(24, QFont::DemiBold), Qt::AlignLeft | Qt::AlignVCenter);
        break;
    }
}

void TicketPainter::paintItem(QPainter &painter, const QRectF &row, const TicketFaceRow &content) const
{
    const QRectF box = row.adjusted(0, item(itemTop), 0, 0);
    const QRectF firstLine(box.left() + at(padding), box.top(), at(indent - padding), item(itemLine));
    const QFont font = itemFont(30, QFont::ExtraBold);
    if (content.done) {
        m_theme.icons().draw(painter, QRectF(firstLine.left(), firstLine.top(), item(30), firstLine.height()), u"check"_s, m_palette.ok, 2.8);
    } else {
        painter.setPen(m_palette.amber);
        drawFigures(painter, firstLine, content.figure, font, Qt::AlignLeft | Qt::AlignVCenter);
    }
    painter.setPen(content.done ? m_palette.done : m_palette.ink);
    const QRectF name = nameBox(box);
    drawText(painter, name, setText(content.text, itemFont(30, QFont::Bold), name.width(), nameLines, itemLine / 30), Qt::AlignLeft | Qt::AlignTop);
}

void TicketPainter::paintVoided(QPainter &painter, const QRectF &row, const TicketFaceRow &content) const
{
    const QRectF box = row.adjusted(0, item(4), 0, -item(4));
    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    const qreal step = at(26);
    painter.setPen(QPen(withAlpha(m_palette.ticketCancelled.ground, 0.9), at(10)));
    for (qreal x = box.left() - box.height(); x < box.right() + box.height(); x += step)
        painter.drawLine(QPointF(x, box.bottom() + at(6)), QPointF(x + box.height() + at(12), box.top() - at(6)));
    painter.restore();
    const qreal tagWidth = at(96);
    const QRectF name = nameBox(box).adjusted(0, 0, -tagWidth, 0);
    QFont font = itemFont(30, QFont::Bold);
    font.setStrikeOut(true);
    painter.setPen(m_palette.voided);
    drawText(painter, name, setText(content.text, font, name.width(), nameLines, itemLine / 30), Qt::AlignLeft | Qt::AlignVCenter);
    drawLine(painter, QRectF(box.left() + at(padding), box.top(), at(indent - padding), box.height()), content.figure, font,
             Qt::AlignLeft | Qt::AlignVCenter);
    const QRectF tag(box.right() - at(18) - at(86), box.center().y() - at(17), at(86), at(34));
    fillRound(painter, tag, at(9), Qt::white);
    painter.setPen(m_palette.tagWithout.ground);
    drawLine(painter, tag.adjusted(at(6), 0, -at(6), 0), content.tag, m_metrics.fontAt24(21, QFont::ExtraBold), Qt::AlignHCenter | Qt::AlignVCenter);
}

void TicketPainter::paintTagged(QPainter &painter, const QRectF &row, const TicketFaceRow &content) const
{
    const QRectF name = nameBox(row);
    const bool without = content.kind == TicketFaceRow::Kind::Without;
    const ColorPair pair = without ? m_palette.tagWithout : m_palette.tagExtra;
    const QFont font = itemFont(21, QFont::ExtraBold);
    const qreal width = lineWidth(content.tag, font) + item(without ? 22 : 26);
    const QRectF tag(name.left(), name.center().y() - item(15), width, item(30));
    // Square forbids, round adds: the shape tells it to whoever does not see the colour.
    fillRound(painter, tag, without ? item(4) : tag.height() / 2, pair.ground);
    painter.setPen(pair.text);
    drawLine(painter, tag, content.tag, font, Qt::AlignHCenter | Qt::AlignVCenter);
    painter.setPen(m_palette.inkOnRaised);
    drawLine(painter, name.adjusted(width + item(9), 0, 0, 0), content.text, itemFont(25, QFont::DemiBold), Qt::AlignLeft | Qt::AlignVCenter);
}

void TicketPainter::paintAllergy(QPainter &painter, const QRectF &row, const TicketFaceRow &content) const
{
    const QRectF strip = row.adjusted(0, item(allergyGap), 0, 0);
    painter.fillRect(strip, m_palette.tagAllergy.ground);
    m_theme.icons().draw(painter, QRectF(strip.left() + at(padding), strip.top(), item(32), strip.height()), u"octagon"_s, m_palette.tagAllergy.text, 2.4);
    painter.setPen(m_palette.tagAllergy.text);
    drawText(painter, strip.adjusted(at(padding) + item(44), 0, -at(12), 0), allergyWords(content, row.width()), Qt::AlignLeft | Qt::AlignVCenter);
}

void TicketPainter::paintFoot(QPainter &painter, const QRectF &card, const TicketFace &face, const TicketPart &part) const
{
    const bool goesOn = !part.goesOn.isEmpty();
    const QString &words = goesOn ? part.goesOn : face.foot;
    const QRectF foot(card.left() + at(padding), card.bottom() - item(footWorded), card.width() - at(2 * padding), item(footWorded - 4));
    if (words.isEmpty() || !isOnScreen(painter, foot))
        return;
    const QString icon = goesOn ? u"next"_s : face.footIcon;
    const QFont font = m_metrics.fontAt24(22, QFont::DemiBold);
    painter.setPen(m_palette.ink2);
    if (goesOn) {
        drawLine(painter, foot, words, font, Qt::AlignLeft | Qt::AlignVCenter);
        const qreal width = std::min(foot.width() - at(26), lineWidth(words, font));
        m_theme.icons().draw(painter, QRectF(foot.left() + width + at(6), foot.top(), at(20), foot.height()), icon, m_palette.ink2, 2.4);
        return;
    }
    m_theme.icons().draw(painter, QRectF(foot.left(), foot.top(), at(24), foot.height()), icon, m_palette.ink2, 2.2);
    drawLine(painter, foot.adjusted(at(34), 0, 0, 0), words, font, Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace saji
