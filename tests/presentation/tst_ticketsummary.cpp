// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/ticketsummary.h>

#include <testkit/manualclock.h>
#include <ticketkit/sampletickets.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TicketSummaryTest : public QObject
{
    Q_OBJECT

private slots:
    void portionsOfAllOpenTicketsAreCountedPerDish()
    {
        ManualClock clock;
        const QList<TicketSummaryRow> rows = summarize(SampleTickets(clock).lunch(), {300s, 480s}, clock.steadyNow(), u"id");
        QCOMPARE(rows.first().name, u"Soto ayam Lamongan"_s);
        QCOMPARE(rows.first().portions, 3 + 4 + 1 + 1 + 2);
        QCOMPARE(rows.first().tickets, 5);
        QCOMPARE(rows.first().latePortions, 3);
        for (qsizetype i = 1; i < rows.size(); ++i)
            QVERIFY(rows.at(i).portions <= rows.at(i - 1).portions);
    }

    void whatIsReadyOrCancelledAsksForNothingMore()
    {
        ManualClock clock;
        SampleTickets tickets(clock);
        const QList<TicketView> none{tickets.ticket(u"A"_s, 1, OrderState::Ready), tickets.ticket(u"A"_s, 2, OrderState::Cancelled)};
        QVERIFY(summarize(none, {}, clock.steadyNow(), u"id").isEmpty());
    }

    void aDishTwiceOnOneTicketIsOneTicket()
    {
        ManualClock clock;
        SampleTickets tickets(clock);
        TicketView ticket = tickets.ticket(u"A"_s, 1);
        ticket.lines = {SampleTickets::line(1, u"Rawon"_s, u"Rawon soup"_s), SampleTickets::line(2, u"Rawon"_s, u"Rawon soup"_s)};
        const QList<TicketSummaryRow> rows = summarize({ticket}, {}, clock.steadyNow(), u"en");
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().portions, 3);
        QCOMPARE(rows.first().tickets, 1);
        QCOMPARE(rows.first().name, u"Rawon soup"_s);
    }
};

QTEST_GUILESS_MAIN(TicketSummaryTest)
#include "tst_ticketsummary.moc"
