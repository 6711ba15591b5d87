// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/boardlayout.h>

#include <QTest>

using namespace saji;

//! A board in small: heads of 10, rows of 5, feet of 3, no gap unless said; so ten rows fill a column of 63.
class BoardLayoutTest : public QObject
{
    Q_OBJECT

private:
    static BoardTicket ticketOf(int rows, int startsEvery = 1)
    {
        BoardTicket ticket{.head = 10, .rows = {}, .foot = 3, .continuedFoot = 3};
        for (int row = 0; row < rows; ++row)
            ticket.rows << BoardTicket::Row{.height = 5, .starts = row % startsEvery == 0};
        return ticket;
    }
    static QList<BoardTicket> ticketsOf(const QList<int> &rows)
    {
        QList<BoardTicket> tickets;
        for (int count : rows)
            tickets << ticketOf(count);
        return tickets;
    }

    static void noRowIsLostAndNoneTwice(const BoardLayout &layout, const QList<BoardTicket> &tickets)
    {
        QList<int> next(tickets.size(), 0);
        QList<int> part(tickets.size(), 0);
        int lastTicket = 0;
        for (const BoardCard &card : layout.cards()) {
            QVERIFY2(card.ticket >= lastTicket, "oldest first");
            lastTicket = card.ticket;
            QCOMPARE(card.firstRow, next.at(card.ticket));
            QCOMPARE(card.part, part[card.ticket]++);
            next[card.ticket] += card.rowCount;
        }
        for (int ticket = 0; ticket < tickets.size(); ++ticket)
            QCOMPARE(next.at(ticket), int(tickets.at(ticket).rows.size()));
    }

    static void nothingOverlapsOrSticksOut(const BoardLayout &layout, const BoardSpace &space)
    {
        for (qsizetype i = 0; i < layout.cards().size(); ++i) {
            const BoardCard &card = layout.cards().at(i);
            QVERIFY(card.top >= 0);
            QVERIFY(card.column < space.columns);
            QVERIFY2(card.top + card.height <= space.height, "a card sticks out of its column");
            if (i == 0)
                continue;
            const BoardCard &before = layout.cards().at(i - 1);
            if (before.page == card.page && before.column == card.column)
                QVERIFY(card.top >= before.top + before.height + space.gap);
        }
    }

private slots:
    void anEmptyBoardHasOnePage()
    {
        const BoardLayout layout({.columns = 5, .height = 100, .gap = 2}, {});
        QVERIFY(layout.cards().isEmpty());
        QCOMPARE(layout.pages(), 1);
        QVERIFY(layout.ticketsOn(0).isEmpty());
        QCOMPARE(layout.pageOf(0), -1);
    }

    void columnsFillFromTopToBottomThenToTheRight()
    {
        const BoardLayout layout({.columns = 2, .height = 60, .gap = 4}, ticketsOf({2, 2, 2}));
        QCOMPARE(layout.cards().size(), 3);
        QCOMPARE(layout.cards().at(0).column, 0);
        QCOMPARE(layout.cards().at(1).column, 0);
        QCOMPARE(layout.cards().at(1).top, 23 + 4);
        QCOMPARE(layout.cards().at(2).column, 1);
        QCOMPARE(layout.cards().at(2).top, 0);
    }

    void theLastCardOfAFullColumnReachesTheEdgeAndTopsStay()
    {
        const BoardLayout layout({.columns = 2, .height = 60, .gap = 4}, ticketsOf({2, 2, 2}));
        QCOMPARE(layout.cards().at(0).height, 23);
        QCOMPARE(layout.cards().at(1).top + layout.cards().at(1).height, 60);
        QCOMPARE(layout.cards().at(2).height, 23);
    }

    void aLoneShortCardIsNotDrawnOut()
    {
        // The second ticket needs the whole next column; the first would be stretched to four times its height.
        const BoardLayout layout({.columns = 2, .height = 100, .gap = 0}, {ticketOf(1), ticketOf(17, 17)});
        QCOMPARE(layout.cards().at(0).height, 18);
    }

    void aLongTicketGoesOnInTheNextColumn()
    {
        const BoardLayout layout({.columns = 3, .height = 63, .gap = 0}, ticketsOf({3, 8}));
        QCOMPARE(layout.cards().size(), 3);
        const BoardCard &first = layout.cards().at(1);
        const BoardCard &second = layout.cards().at(2);
        QCOMPARE(first.ticket, 1);
        QVERIFY(first.goesOn());
        QCOMPARE(first.parts, 2);
        QCOMPARE(second.part, 1);
        QVERIFY(!second.goesOn());
        QCOMPARE(second.column, 1);
        QCOMPARE(second.firstRow, first.rowCount);
    }

    void neitherPartOfASplitTicketHasFewerThanThreeRows()
    {
        for (int rows = 4; rows < 20; ++rows) {
            const BoardLayout layout({.columns = 4, .height = 63, .gap = 0}, ticketsOf({4, rows}));
            for (const BoardCard &card : layout.cards())
                QVERIFY2(card.parts == 1 || card.rowCount >= BoardLayout::fewestRows, qPrintable(QString::number(rows)));
        }
    }

    void aTicketThatWouldLeaveLittleEmptyMovesWhole()
    {
        // 15 of 63 are left, less than a quarter.
        const BoardLayout layout({.columns = 3, .height = 63, .gap = 0}, ticketsOf({7, 8}));
        QCOMPARE(layout.cards().size(), 2);
        QCOMPARE(layout.cards().at(1).column, 1);
    }

    void aModifierStaysWithItsItem()
    {
        // An item every four rows: the card may end only before an item.
        const BoardLayout layout({.columns = 3, .height = 63, .gap = 0}, {ticketOf(3), ticketOf(12, 4)});
        for (const BoardCard &card : layout.cards()) {
            if (card.part > 0)
                QCOMPARE(card.firstRow % 4, 0);
        }
        QVERIFY(layout.cards().size() > 2);
    }

    void aTicketIsNotSplitOverTwoPagesWhenAColumnHoldsIt()
    {
        const BoardLayout layout({.columns = 1, .height = 63, .gap = 0}, ticketsOf({3, 8}));
        QCOMPARE(layout.cards().size(), 2);
        QCOMPARE(layout.cards().at(1).page, 1);
        QCOMPARE(layout.cards().at(1).parts, 1);
    }

    void aTicketTallerThanTheBoardGoesOnOverAllPagesItNeeds()
    {
        const QList<BoardTicket> tickets = ticketsOf({60});
        const BoardSpace space{.columns = 2, .height = 63, .gap = 0};
        const BoardLayout layout(space, tickets);
        noRowIsLostAndNoneTwice(layout, tickets);
        nothingOverlapsOrSticksOut(layout, space);
        QCOMPARE(layout.pages(), 3);
        QCOMPARE(layout.ticketsOn(2), QList<int>{0});
        QCOMPARE(layout.pageOf(0), 0);
    }

    void oneItemWithEndlessModifiersIsCutWhereItMustBe()
    {
        const QList<BoardTicket> tickets{ticketOf(40, 40)};
        const BoardSpace space{.columns = 2, .height = 63, .gap = 0};
        const BoardLayout layout(space, tickets);
        noRowIsLostAndNoneTwice(layout, tickets);
        nothingOverlapsOrSticksOut(layout, space);
    }

    void aBoardTooLowForAHeadStillShowsEveryTicket()
    {
        const QList<BoardTicket> tickets = ticketsOf({1, 4, 2});
        const BoardSpace space{.columns = 2, .height = 8, .gap = 0};
        const BoardLayout layout(space, tickets);
        noRowIsLostAndNoneTwice(layout, tickets);
        nothingOverlapsOrSticksOut(layout, space);
    }

    void twoHundredTicketsLoseNothing()
    {
        QList<BoardTicket> tickets;
        for (int i = 0; i < 200; ++i)
            tickets << ticketOf(1 + (i * 7) % 23, 1 + i % 4);
        const BoardSpace space{.columns = 5, .height = 120, .gap = 4};
        const BoardLayout layout(space, tickets);
        noRowIsLostAndNoneTwice(layout, tickets);
        nothingOverlapsOrSticksOut(layout, space);
        QVERIFY(layout.pages() > 10);
        int counted = 0;
        for (int page = 0; page < layout.pages(); ++page) {
            for (int ticket : layout.ticketsOn(page))
                counted += layout.pageOf(ticket) == page ? 1 : 0;
        }
        QCOMPARE(counted, 200);
    }

    void aNewTicketAtTheEndMovesNoTop()
    {
        QList<BoardTicket> tickets = ticketsOf({3, 8, 2, 5, 6});
        const BoardSpace space{.columns = 5, .height = 80, .gap = 4};
        const BoardLayout before(space, tickets);
        tickets << ticketOf(4);
        const BoardLayout after(space, tickets);
        for (qsizetype i = 0; i < before.cards().size(); ++i) {
            QCOMPARE(after.cards().at(i).top, before.cards().at(i).top);
            QCOMPARE(after.cards().at(i).column, before.cards().at(i).column);
        }
    }
};

QTEST_GUILESS_MAIN(BoardLayoutTest)
#include "tst_boardlayout.moc"
