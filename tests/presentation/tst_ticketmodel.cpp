// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/ticketmodel.h>

#include <testkit/manualclock.h>
#include <ticketkit/sampletickets.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

class TicketModelTest : public QObject
{
    Q_OBJECT

    ManualClock m_clock;

    static QStringList numbers(const TicketModel &model)
    {
        QStringList numbers;
        for (int row = 0; row < model.rowCount(); ++row)
            numbers << model.index(row).data(TicketModel::NumberRole).toString();
        return numbers;
    }
    static TicketView in(TicketView ticket, OrderState state)
    {
        ticket.state = state;
        return ticket;
    }

private slots:
    void theOldestHangsFirstInWhateverOrderTheyArrive()
    {
        TicketModel model(SampleTickets::outlet);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        SampleTickets tickets(m_clock);
        const TicketView first = tickets.ticket(u"A"_s, 1);
        const TicketView second = tickets.ticket(u"B"_s, 9);
        const TicketView third = tickets.ticket(u"A"_s, 2);
        for (const TicketView &ticket : {third, first, second})
            model.apply(ticket);
        QCOMPARE(numbers(model), (QStringList{u"A-001"_s, u"B-009"_s, u"A-002"_s}));
    }

    void theSameFactTwiceIsOneTicket()
    {
        TicketModel model(SampleTickets::outlet);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const TicketView ticket = SampleTickets(m_clock).ticket(u"A"_s, 1);
        model.apply(ticket);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.apply(ticket);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(inserted.count(), 0);
    }

    void servedTicketsLeave()
    {
        TicketModel model(SampleTickets::outlet);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        SampleTickets tickets(m_clock);
        const TicketView ticket = tickets.ticket(u"A"_s, 1);
        model.apply(ticket);
        model.apply(in(ticket, OrderState::Ready));
        QCOMPARE(model.rowCount(), 1);
        model.apply(in(ticket, OrderState::Served));
        QCOMPARE(model.rowCount(), 0);
        model.apply(in(ticket, OrderState::Ready));
        QCOMPARE(model.rowCount(), 1); // recalled
    }

    void aCancelledTicketStaysUntilACookPutsItAway()
    {
        TicketModel model(SampleTickets::outlet);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const TicketView ticket = SampleTickets(m_clock).ticket(u"A"_s, 1);
        model.apply(ticket);
        QVERIFY(!model.putAway(ticket.order));
        model.apply(in(ticket, OrderState::Cancelled));
        QCOMPARE(model.rowCount(), 1);
        model.reset({});
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.putAway(ticket.order));
        QCOMPARE(model.rowCount(), 0);
        model.apply(in(ticket, OrderState::Cancelled));
        QCOMPARE(model.rowCount(), 0);
    }

    void whatWasCancelledBeforeAnybodySawItNeedsNoCook()
    {
        TicketModel model(SampleTickets::outlet);
        model.apply(in(SampleTickets(m_clock).ticket(u"A"_s, 1), OrderState::Cancelled));
        QCOMPARE(model.rowCount(), 0);
    }

    void otherOutletsHangElsewhere()
    {
        TicketModel model(SampleTickets::outlet);
        SampleTickets tickets(m_clock);
        TicketView other = tickets.ticket(u"A"_s, 1);
        other.outlet = OutletId(2);
        model.apply(other);
        model.reset({other, tickets.ticket(u"A"_s, 2)});
        QCOMPARE(numbers(model), QStringList{u"A-002"_s});
    }

    void aResetReplacesEverythingOpen()
    {
        TicketModel model(SampleTickets::outlet);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        SampleTickets tickets(m_clock);
        model.apply(tickets.ticket(u"A"_s, 1));
        const TicketView second = tickets.ticket(u"A"_s, 2);
        model.reset({second, in(tickets.ticket(u"A"_s, 3), OrderState::Served)});
        QCOMPARE(numbers(model), QStringList{u"A-002"_s});
        QCOMPARE(model.rowOf(second.order), 0);
    }

    void anEarlierPlacedFactMovesTheTicketToItsPlace()
    {
        TicketModel model(SampleTickets::outlet);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        SampleTickets tickets(m_clock);
        const TicketView first = tickets.ticket(u"A"_s, 1);
        const TicketView second = tickets.ticket(u"A"_s, 2);
        TicketView third = tickets.ticket(u"A"_s, 3);
        model.reset({second, third});
        third.stamp = first.stamp;
        model.apply(third);
        QCOMPARE(numbers(model), (QStringList{u"A-003"_s, u"A-002"_s}));
    }

    void rolesTellWhatAScriptNeeds()
    {
        TicketModel model(SampleTickets::outlet);
        SampleTickets tickets(m_clock);
        TicketView ticket = tickets.ticket(u"A"_s, 1, OrderState::Preparing);
        ticket.table = u"12"_s;
        ticket.lines << SampleTickets::line(3, u"Nasi putih"_s);
        model.apply(ticket);
        const QModelIndex index = model.index(0);
        QCOMPARE(index.data(TicketModel::StateRole).toString(), u"preparing"_s);
        QCOMPARE(index.data(TicketModel::TableRole).toString(), u"12"_s);
        QCOMPARE(index.data(TicketModel::PortionsRole).toInt(), 4);
        QCOMPARE(index.data(TicketModel::OrderRole).toString(), ticket.order.toString());
    }
};

QTEST_GUILESS_MAIN(TicketModelTest)
#include "tst_ticketmodel.moc"
