// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/boardlayout.h>

#include <algorithm>

namespace saji {

namespace {

// Splitting costs a second head, so a ticket splits only where moving it whole would leave more than a quarter of the column empty.
constexpr int worthSplitting = 4;
// A short card is not drawn out over more than this share of the column: empty ground is calmer than an empty card.
constexpr double mostStretch = 0.2;

int rowsHeight(const BoardTicket &ticket, int firstRow, int count)
{
    int height = 0;
    for (int row = firstRow; row < firstRow + count; ++row)
        height += ticket.rows.at(row).height;
    return height;
}

} // namespace

BoardLayout::BoardLayout(const BoardSpace &space, const QList<BoardTicket> &tickets) : m_space(space), m_tickets(tickets)
{
    m_space.columns = std::max(1, m_space.columns);
    for (int ticket = 0; ticket < tickets.size(); ++ticket)
        hang(ticket);
    stretch();
    m_pages = m_cards.isEmpty() ? 1 : m_cards.last().page + 1;
    m_tickets.clear();
}

int BoardLayout::room() const
{
    return m_space.height - (m_used == 0 ? 0 : m_used + m_space.gap);
}

void BoardLayout::nextColumn()
{
    ++m_column;
    m_used = 0;
}

void BoardLayout::put(int ticket, int firstRow, int rows, int height)
{
    const int top = m_used == 0 ? 0 : m_used + m_space.gap;
    m_cards << BoardCard{.ticket = ticket, .firstRow = firstRow, .rowCount = rows, .page = m_column / m_space.columns,
                         .column = m_column % m_space.columns, .top = top, .height = height};
    m_used = top + height;
}

// How many rows a card may take that goes on in the next column; 0 = none that leaves both cards readable.
int BoardLayout::rowsThatFit(const BoardTicket &ticket, int firstRow, int room) const
{
    const int left = int(ticket.rows.size()) - firstRow;
    int height = ticket.head + ticket.continuedFoot;
    int best = 0;
    for (int count = 1; count < left; ++count) {
        height += ticket.rows.at(firstRow + count - 1).height;
        if (height > room)
            break;
        const bool readable = count >= fewestRows && left - count >= fewestRows;
        if (readable && ticket.rows.at(firstRow + count).starts)
            best = count;
    }
    return best;
}

void BoardLayout::hang(int index)
{
    const BoardTicket &ticket = m_tickets.at(index);
    const int firstCard = int(m_cards.size());
    int row = 0;
    while (true) {
        const int left = int(ticket.rows.size()) - row;
        const int whole = ticket.head + rowsHeight(ticket, row, left) + ticket.foot;
        if (whole <= room()) {
            put(index, row, left, whole);
            break;
        }
        // A card on another page is easily missed: only a ticket that no column can hold goes over there.
        const bool tooTall = whole > m_space.height;
        const bool samePage = (m_column + 1) % m_space.columns != 0;
        const bool worthIt = room() >= m_space.height / worthSplitting;
        int count = (tooTall || (samePage && worthIt)) ? rowsThatFit(ticket, row, room()) : 0;
        if (count == 0 && m_used > 0) {
            nextColumn();
            continue;
        }
        if (count == 0) {
            // One item with more modifiers than a column is high, or a very low board: cut where it must be cut.
            count = 1;
            while (count < left - 1 && ticket.head + ticket.continuedFoot + rowsHeight(ticket, row, count + 1) <= m_space.height)
                ++count;
        }
        if (count >= left) {
            put(index, row, left, std::min(whole, m_space.height));
            break;
        }
        put(index, row, count, std::min(m_space.height, ticket.head + rowsHeight(ticket, row, count) + ticket.continuedFoot));
        row += count;
        nextColumn();
    }
    const int parts = int(m_cards.size()) - firstCard;
    for (int part = 0; part < parts; ++part) {
        m_cards[firstCard + part].part = part;
        m_cards[firstCard + part].parts = parts;
    }
}

void BoardLayout::stretch()
{
    for (qsizetype i = 0; i + 1 < m_cards.size(); ++i) {
        BoardCard &card = m_cards[i];
        const BoardCard &next = m_cards.at(i + 1);
        const bool lastInColumn = next.page != card.page || next.column != card.column;
        const int left = m_space.height - card.top - card.height;
        if (lastInColumn && left > 0 && left <= m_space.height * mostStretch)
            card.height += left;
    }
}

QList<int> BoardLayout::ticketsOn(int page) const
{
    QList<int> tickets;
    for (const BoardCard &card : m_cards) {
        if (card.page == page && !tickets.contains(card.ticket))
            tickets << card.ticket;
    }
    return tickets;
}

int BoardLayout::pageOf(int ticket) const
{
    const auto found = std::find_if(m_cards.begin(), m_cards.end(), [&](const BoardCard &card) { return card.ticket == ticket; });
    return found == m_cards.end() ? -1 : found->page;
}

} // namespace saji
