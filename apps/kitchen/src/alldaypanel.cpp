// SPDX-License-Identifier: GPL-3.0-or-later
#include "alldaypanel.h"

#include "strokes.h"

#include <presentation/peerwords.h>
#include <presentation/ticketsummary.h>
#include <widgets/text.h>

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels of the 24" screen (look.md section 7, all-day).
constexpr qreal panelWidth = 480; // its card 460
constexpr qreal padding = 22;
constexpr qreal headHeight = 74;
constexpr qreal rowHeight = 92;
constexpr qreal countWidth = 84;
constexpr qreal moreHeight = 56;

} // namespace

AllDayPanel::AllDayPanel(TicketPresenter &tickets, SoldOutModel &soldOut, LanguageSwitch &language, const TicketLimits &limits, QWidget *parent)
    : Themed(parent), m_tickets(tickets), m_soldOut(soldOut), m_language(language), m_limits(limits)
{
    setObjectName(u"allDay"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(&m_tickets, &TicketPresenter::changed, this, &AllDayPanel::follow);
    connect(&m_soldOut, &SoldOutModel::stillSellingChanged, this, &AllDayPanel::follow);
    connect(&m_soldOut, &QAbstractItemModel::modelReset, this, &AllDayPanel::follow);
    connect(&m_soldOut, &QAbstractItemModel::dataChanged, this, &AllDayPanel::follow);
}

void AllDayPanel::setLimits(const TicketLimits &limits)
{
    m_limits = limits;
    follow();
}

void AllDayPanel::follow()
{
    if (!isVisible())
        return;
    QStringList words{tr("All day")};
    for (const TicketSummaryRow &row : summarize(m_tickets.model().tickets(), m_limits, m_tickets.second(), m_language.language()))
        words << u"%1 %2"_s.arg(row.portions).arg(row.name);
    if (const QStringList names = m_soldOut.soldOutNames(); !names.isEmpty())
        words << tr("Sold out: %1").arg(PeerWords::list(names)) << sellers();
    setAccessibleName(words.join(u"; "_s));
    update();
}

QString AllDayPanel::sellers() const
{
    const QStringList &selling = m_soldOut.stillSelling();
    return selling.isEmpty() ? tr("Every kiosk heard here has stopped.") : tr("Not stopped yet: %1").arg(PeerWords::list(selling));
}

void AllDayPanel::showEvent(QShowEvent *)
{
    follow();
}

QSize AllDayPanel::sizeHint() const
{
    return {metrics().at24(panelWidth), metrics().at24(800)};
}

qreal AllDayPanel::paintHead(QPainter &painter, const QRectF &box) const
{
    const QRectF head(box.left(), box.top() + at24(theme(), 6), box.width(), at24(theme(), headHeight));
    painter.setPen(colors().ink);
    drawLine(painter, head, tr("All day"), metrics().fontAt24(36, QFont::ExtraBold), Qt::AlignLeft | Qt::AlignVCenter);
    int open = 0;
    for (const TicketView &ticket : m_tickets.model().tickets())
        open += ticket.state == OrderState::Pending || ticket.state == OrderState::Preparing ? 1 : 0;
    painter.setPen(colors().ink2);
    drawLine(painter, head.adjusted(0, at24(theme(), 4), 0, 0), tr("%n to make", nullptr, open), metrics().fontAt24(24, QFont::DemiBold),
             Qt::AlignRight | Qt::AlignVCenter);
    return head.bottom();
}

qreal AllDayPanel::paintSoldOut(QPainter &painter, const QRectF &box) const
{
    const QStringList names = m_soldOut.soldOutNames();
    if (names.isEmpty())
        return box.bottom();
    const TextBlock title = setText(tr("Sold out: %1").arg(PeerWords::list(names)), metrics().fontAt24(27, QFont::ExtraBold),
                                    box.width() - at24(theme(), 2 * 20 + 44), 3, 1.2);
    const TextBlock help = setText(sellers(), metrics().fontAt24(22, QFont::DemiBold),
                                   box.width() - at24(theme(), 40), 3, 1.25);
    const qreal high = title.height() + help.height() + at24(theme(), 6 + 2 * 18);
    const QRectF card(box.left(), box.bottom() - high, box.width(), high);
    fillCell(painter, card, at24(theme(), 20), colors().cabaiTint);
    const qreal left = card.left() + at24(theme(), 20);
    theme().icons().draw(painter, QRectF(left, card.top() + at24(theme(), 18), at24(theme(), 30), title.lineHeight), u"soldout"_s, colors().onCabaiTint, 2.4);
    painter.setPen(colors().onCabaiTint);
    const QRectF words(left + at24(theme(), 44), card.top() + at24(theme(), 18), card.right() - left - at24(theme(), 64), title.height());
    drawText(painter, words, title, Qt::AlignLeft | Qt::AlignTop);
    if (!m_soldOut.stillSelling().isEmpty())
        painter.setPen(colors().amber);
    drawText(painter, QRectF(left, words.bottom() + at24(theme(), 6), card.width() - at24(theme(), 40), help.height()), help,
             Qt::AlignLeft | Qt::AlignTop);
    return card.top() - at24(theme(), 12);
}

void AllDayPanel::paintRows(QPainter &painter, const QRectF &box) const
{
    const QList<TicketSummaryRow> rows = summarize(m_tickets.model().tickets(), m_limits, m_tickets.second(), m_language.language());
    const qreal high = at24(theme(), rowHeight);
    if (rows.isEmpty()) {
        painter.setPen(colors().ink2);
        drawText(painter, box.adjusted(0, at24(theme(), 20), 0, 0),
                 setText(tr("Nothing to make: no open ticket asks for a dish."), metrics().fontAt24(24, QFont::DemiBold), box.width(), 3), Qt::AlignLeft | Qt::AlignTop);
        return;
    }
    const bool cut = rows.size() * high > box.height();
    const qsizetype shown = cut ? std::max<qsizetype>(1, qsizetype((box.height() - at24(theme(), moreHeight)) / high)) : rows.size();
    qreal y = box.top();
    for (qsizetype i = 0; i < shown; ++i) {
        const TicketSummaryRow &row = rows.at(i);
        painter.fillRect(QRectF(box.left(), y, box.width(), metrics().stroke(2)), colors().line);
        const QRectF count(box.left(), y, at24(theme(), countWidth), high);
        painter.setPen(colors().amber);
        drawLine(painter, count, QString::number(row.portions), metrics().font(Type::AllDayCount), Qt::AlignRight | Qt::AlignVCenter);
        const QRectF words(count.right() + at24(theme(), 18), y, box.right() - count.right() - at24(theme(), 18), high);
        painter.setPen(colors().ink);
        drawLine(painter, words.adjusted(0, at24(theme(), 12), 0, -high / 2 + at24(theme(), 4)), row.name, metrics().fontAt24(28, QFont::Bold),
                 Qt::AlignLeft | Qt::AlignVCenter);
        painter.setPen(row.latePortions > 0 ? colors().amber : colors().ink2);
        drawLine(painter, words.adjusted(0, high / 2 + at24(theme(), 2), 0, -at24(theme(), 10)), row.words(), metrics().fontAt24(22, QFont::DemiBold),
                 Qt::AlignLeft | Qt::AlignVCenter);
        y += high;
    }
    if (!cut)
        return;
    painter.fillRect(QRectF(box.left(), y, box.width(), metrics().stroke(2)), colors().line);
    painter.setPen(colors().ink2);
    drawLine(painter, QRectF(box.left(), y, box.width(), at24(theme(), moreHeight)), tr("and %n more dish(es)", nullptr, int(rows.size() - shown)),
             metrics().fontAt24(24, QFont::DemiBold), Qt::AlignLeft | Qt::AlignVCenter);
}

void AllDayPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QRectF card = QRectF(rect()).adjusted(0, at24(theme(), 16), -at24(theme(), 20), -at24(theme(), 16));
    fillCell(painter, card, metrics().radiusTicket(), colors().surface);
    const QRectF inner = card.adjusted(at24(theme(), padding), 0, -at24(theme(), padding), -at24(theme(), padding));
    const qreal top = paintHead(painter, inner);
    const qreal bottom = paintSoldOut(painter, inner);
    paintRows(painter, QRectF(inner.left(), top, inner.width(), bottom - top));
}

} // namespace saji
