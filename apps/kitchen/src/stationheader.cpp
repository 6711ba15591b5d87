// SPDX-License-Identifier: GPL-3.0-or-later
#include "stationheader.h"

#include "strokes.h"

#include <widgets/figures.h>
#include <widgets/monogram.h>
#include <widgets/synclamp.h>
#include <widgets/text.h>

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels of the 24" screen (look.md section 7, station header).
constexpr qreal headerHeight = 88;
constexpr qreal margin = 24;
constexpr qreal monogramSide = 56;
constexpr qreal chipHeight = 52;
constexpr qreal lampSide = 17;
constexpr qreal lampGap = 30;

Lamp lampOf(PeerLampKind kind)
{
    switch (kind) {
    case PeerLampKind::Ok: return Lamp::Ok;
    case PeerLampKind::Polling: return Lamp::Polling;
    case PeerLampKind::Offline: return Lamp::Offline;
    case PeerLampKind::Silent: return Lamp::Silent;
    }
    return Lamp::Silent;
}

} // namespace

StationHeader::StationHeader(TicketPresenter &tickets, PeerPresenter &peers, QWidget *parent)
    : Control(parent), m_tickets(tickets), m_peers(peers)
{
    setObjectName(u"header"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_tickets, &TicketPresenter::changed, this, &StationHeader::refresh);
    connect(&m_tickets, &TicketPresenter::ticked, this, &StationHeader::refresh);
    connect(&m_peers, &PeerPresenter::ticked, this, &StationHeader::refresh);
    refresh();
}

void StationHeader::setOutlet(const QString &name, const QString &monogram, QRgb hue)
{
    m_outlet = name;
    m_monogram = monogram;
    m_hue = hue;
    update();
}

void StationHeader::setStation(const QString &name)
{
    m_station = name;
    update();
}

void StationHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Control::changeEvent(event);
}

void StationHeader::refresh()
{
    m_count = m_tickets.model().rowCount();
    m_late = m_tickets.lateCount();
    m_hour = m_peers.hourNow();
    update();
}

QSize StationHeader::sizeHint() const
{
    return {metrics().px(200), metrics().at24(headerHeight)};
}

bool StationHeader::hasWords(const PeerLamp &lamp, Words words)
{
    return words == Words::All || (words == Words::Trouble && lamp.kind != PeerLampKind::Ok);
}

qreal StationHeader::lampsWidth(const QList<PeerLamp> &lamps, Words words) const
{
    const QFont name = metrics().fontAt24(22, QFont::Bold);
    const QFont age = metrics().fontAt24(22, QFont::DemiBold);
    qreal width = at24(theme(), 2 * 20) - at24(theme(), lampGap);
    for (const PeerLamp &lamp : lamps) {
        width += at24(theme(), lampSide + 10 + lampGap) + lineWidth(lamp.name, name);
        if (hasWords(lamp, words))
            width += at24(theme(), 9) + figuresWidth(lamp.words, age);
    }
    return width;
}

StationHeader::Shown StationHeader::fitLamps(qreal room) const
{
    for (const Words words : {Words::All, Words::Trouble}) {
        for (const QList<PeerLamp> &lamps : {m_peers.lamps(), m_peers.fewLamps()}) {
            const qreal width = lampsWidth(lamps, words);
            if (width <= room)
                return {lamps, words, width};
        }
    }
    QList<PeerLamp> sick = m_peers.fewLamps();
    sick.removeIf([](const PeerLamp &lamp) { return lamp.kind == PeerLampKind::Ok; });
    for (const Words words : {Words::All, Words::None}) {
        if (const qreal width = lampsWidth(sick, words); width <= room)
            return {sick, words, width};
    }
    return {sick.mid(0, 1), Words::None, std::max(0.0, room)};
}

QRectF StationHeader::lampBox() const
{
    const qreal clock = figuresWidth(u"00.00"_s, metrics().fontAt24(40, QFont::ExtraBold));
    const qreal right = width() - at24(theme(), margin + 24) - clock;
    const qreal height = at24(theme(), chipHeight);
    return QRectF(right - m_shown.width, (this->height() - height) / 2, m_shown.width, height);
}

Control::Target StationHeader::target(int) const
{
    QStringList words;
    for (const PeerLamp &lamp : m_peers.lamps())
        words << u"%1 %2"_s.arg(lamp.name, lamp.sentence);
    return {lampBox(), at24(theme(), 16), tr("Sources: %1").arg(words.join(u", "_s)), QAccessible::Button, true, false};
}

void StationHeader::press(int)
{
    emit lampsPressed();
}

qreal StationHeader::paintChip(QPainter &painter, qreal left, const QString &icon, const QString &text, const ColorPair &pair) const
{
    const QFont font = metrics().fontAt24(24, QFont::ExtraBold);
    const qreal iconRoom = icon.isEmpty() ? 0 : at24(theme(), 26 + 12);
    const qreal width = figuresWidth(text, font) + iconRoom + at24(theme(), 2 * 19);
    const qreal high = at24(theme(), chipHeight);
    const QRectF box(left, (height() - high) / 2, width, high);
    fillCell(painter, box, at24(theme(), 16), pair.ground);
    const QRectF inner = box.adjusted(at24(theme(), 19), 0, -at24(theme(), 19), 0);
    if (!icon.isEmpty())
        theme().icons().draw(painter, QRectF(inner.left(), inner.top(), at24(theme(), 27), inner.height()), icon, pair.text, 2.4);
    painter.setPen(pair.text);
    drawFigures(painter, inner.adjusted(iconRoom, 0, 0, 0), text, font, Qt::AlignLeft | Qt::AlignVCenter);
    return box.right();
}

void StationHeader::paintLamps(QPainter &painter, const QRectF &box) const
{
    if (m_shown.lamps.isEmpty())
        return;
    fillCell(painter, box, at24(theme(), 16), pressed() > 0 ? colors().line : colors().surface);
    painter.save();
    painter.setClipRect(box);
    const QFont name = metrics().fontAt24(22, QFont::Bold);
    qreal x = box.left() + at24(theme(), 20);
    const qreal right = box.right() - at24(theme(), 12);
    for (const PeerLamp &lamp : m_shown.lamps) {
        const bool bad = lamp.kind == PeerLampKind::Silent;
        const qreal side = at24(theme(), lampSide);
        drawLamp(painter, QRectF(x, box.center().y() - side / 2, side, side), lampOf(lamp.kind), colors());
        x += side + at24(theme(), 10);
        painter.setPen(bad ? colors().bad : colors().ink);
        const qreal wide = lineWidth(lamp.name, name);
        drawLine(painter, QRectF(x, box.top(), std::min(wide + 1, right - x), box.height()), lamp.name, name, Qt::AlignLeft | Qt::AlignVCenter);
        x += wide;
        if (hasWords(lamp, m_shown.words)) {
            const QFont age = metrics().fontAt24(22, bad ? QFont::ExtraBold : QFont::DemiBold);
            painter.setPen(bad ? colors().bad : lamp.kind == PeerLampKind::Offline ? colors().amber : colors().ink2);
            x += at24(theme(), 9);
            drawFigures(painter, QRectF(x, box.top(), right - x, box.height()), lamp.words, age, Qt::AlignLeft | Qt::AlignVCenter);
            x += figuresWidth(lamp.words, metrics().fontAt24(22, QFont::DemiBold));
        }
        x += at24(theme(), lampGap);
    }
    painter.restore();
}

qreal StationHeader::paintName(QPainter &painter) const
{
    const qreal side = at24(theme(), monogramSide);
    const QRectF mark(at24(theme(), margin), (height() - side) / 2, side, side);
    if (!m_monogram.isEmpty())
        drawMonogram(painter, mark, m_monogram, m_hue, theme());
    qreal x = m_monogram.isEmpty() ? mark.left() : mark.right() + at24(theme(), 20);
    const QFont name = metrics().fontAt24(35, QFont::ExtraBold);
    const QString words = m_outlet.isEmpty() ? m_station : m_outlet;
    const qreal wide = std::min(lineWidth(words, name), width() * 0.3);
    painter.setPen(colors().ink);
    drawLine(painter, QRectF(x, 0, wide + 1, height()), words, name, Qt::AlignLeft | Qt::AlignVCenter);
    return x + wide;
}

void StationHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(rect(), blended(colors().ground, QColor(255, 255, 255, 10)));
    painter.fillRect(QRectF(0, height() - metrics().stroke(2), width(), metrics().stroke(2)), colors().line);
    qreal x = paintName(painter);

    const QFont clock = metrics().fontAt24(40, QFont::ExtraBold);
    painter.setPen(colors().ink);
    drawFigures(painter, QRectF(0, 0, width() - at24(theme(), margin), height()), m_hour, clock, Qt::AlignRight | Qt::AlignVCenter);

    qreal chips = 0;
    const QString tickets = tr("%n ticket(s)", nullptr, m_count);
    const QString late = tr("%n late", nullptr, m_late);
    if (m_count > 0)
        chips = lineWidth(tickets + late, metrics().fontAt24(24, QFont::ExtraBold)) + at24(theme(), 160);
    const qreal clockRoom = figuresWidth(u"00.00"_s, clock) + at24(theme(), margin + 48);
    m_shown = fitLamps(width() - clockRoom - x - chips - at24(theme(), 30));
    paintLamps(painter, lampBox());

    const QFont station = metrics().fontAt24(25, QFont::DemiBold);
    const qreal room = lampBox().left() - x - chips - at24(theme(), 50);
    if (!m_station.isEmpty() && !m_outlet.isEmpty() && m_station != m_outlet && room > at24(theme(), 90)) {
        const qreal wide = std::min(room, lineWidth(m_station, station));
        painter.setPen(colors().ink2);
        drawLine(painter, QRectF(x + at24(theme(), 15), at24(theme(), 3), wide + 1, height()), m_station, station, Qt::AlignLeft | Qt::AlignVCenter);
        x += at24(theme(), 15) + wide;
    }
    if (m_count > 0)
        x = paintChip(painter, x + at24(theme(), 48), {}, tickets, {colors().surface, colors().ink});
    if (m_late > 0)
        paintChip(painter, x + at24(theme(), 20), u"alert"_s, late, colors().ticketLate);
}

} // namespace saji
