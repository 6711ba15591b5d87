// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace saji {

//! What a board has to give, in pixels.
struct BoardSpace
{
    int columns = 5;
    int height = 0; //!< of a column
    int gap = 0; //!< between two cards
};

//! What one ticket asks for, in pixels, measured by whoever paints it.
struct BoardTicket
{
    struct Row
    {
        int height = 0;
        bool starts = true; //!< a card may begin here: an item, not its modifiers
    };
    int head = 0; //!< number, state and who; repeated on every card of the ticket
    QList<Row> rows = {};
    int foot = 0; //!< below the last row
    int continuedFoot = 0; //!< below a card that goes on
};

//! One card in its place.
struct BoardCard
{
    int ticket = 0; //!< index of the ticket
    int firstRow = 0;
    int rowCount = 0;
    int part = 0;
    int parts = 1;
    int page = 0;
    int column = 0;
    int top = 0;
    int height = 0;

    bool goesOn() const { return part + 1 < parts; }
};

//! Hangs tickets on a board: columns fill from top to bottom, oldest first, then the next page.
//!
//! A long ticket goes on at the top of the next column as a second card; no card of a split ticket has fewer than three rows as long as
//! the ticket has them, and a short ticket moves as a whole. A column that is followed by another ends at the board's lower edge: its last
//! card is stretched, so that tops never move.
class BoardLayout
{
public:
    static constexpr int fewestRows = 3;

    BoardLayout() = default;
    BoardLayout(const BoardSpace &space, const QList<BoardTicket> &tickets);

    const QList<BoardCard> &cards() const { return m_cards; } //!< in reading order
    int pages() const { return m_pages; }
    //! The tickets that have their first card on this page, or go on there: what its keys bump.
    QList<int> ticketsOn(int page) const;
    //! The page of a ticket's first card; -1 for none.
    int pageOf(int ticket) const;

private:
    void hang(int ticket);
    int rowsThatFit(const BoardTicket &ticket, int firstRow, int room) const;
    void put(int ticket, int firstRow, int rows, int height);
    void nextColumn();
    void stretch();
    int room() const;

    BoardSpace m_space;
    QList<BoardTicket> m_tickets;
    QList<BoardCard> m_cards;
    int m_column = 0; // counted over all pages
    int m_used = 0;
    int m_pages = 1;
};

} // namespace saji
