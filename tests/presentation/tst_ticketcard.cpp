// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/ticketcard.h>
#include <presentation/ticketwords.h>

#include <testkit/manualclock.h>
#include <ticketkit/sampletickets.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TicketCardTest : public QObject
{
    Q_OBJECT

    ManualClock m_clock;
    const TicketLimits m_limits{300s, 480s};

    TicketCard describe(const TicketView &ticket, QStringView language = u"id") const
    {
        return describeTicket(ticket, m_limits, m_clock.steadyNow(), language);
    }
    static QList<TicketRow::Kind> kinds(const TicketCard &card)
    {
        QList<TicketRow::Kind> kinds;
        for (const TicketRow &row : card.rows)
            kinds << row.kind;
        return kinds;
    }

private slots:
    void agesAreMinutesAndSecondsAndNeverNegative()
    {
        QCOMPARE(ticketAge(0ms), u"0:00"_s);
        QCOMPARE(ticketAge(999ms), u"0:00"_s);
        QCOMPARE(ticketAge(6s), u"0:06"_s);
        QCOMPARE(ticketAge(552s), u"9:12"_s);
        QCOMPARE(ticketAge(99min + 59s), u"99:59"_s);
        QCOMPARE(ticketAge(100min), u"1:40:00"_s);
        QCOMPARE(ticketAge(-3h), u"0:00"_s);
    }

    void aTicketFromAFutureClockIsZeroSecondsOld()
    {
        SampleTickets tickets(m_clock);
        const TicketView ticket = tickets.ticket(u"A"_s, 1, OrderState::Pending, -5min);
        QCOMPARE(describe(ticket).age, u"0:00"_s);
        QCOMPARE(describe(ticket).mood, TicketMood::New);
    }

    void ageingChangesTheMood_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("mood");
        const auto row = [](const char *name, OrderState state, int seconds, TicketMood mood) {
            QTest::newRow(name) << int(state) << seconds << int(mood);
        };
        row("a new one", OrderState::Pending, 0, TicketMood::New);
        row("one on the fire", OrderState::Preparing, 299, TicketMood::Cooking);
        row("due soon", OrderState::Preparing, 300, TicketMood::Soon);
        row("due soon and not started", OrderState::Pending, 479, TicketMood::Soon);
        row("late", OrderState::Pending, 480, TicketMood::Late);
        row("what is ready is not late", OrderState::Ready, 4000, TicketMood::Ready);
        row("what is cancelled is not late", OrderState::Cancelled, 4000, TicketMood::Cancelled);
    }
    void ageingChangesTheMood()
    {
        QFETCH(int, state);
        QFETCH(int, seconds);
        QFETCH(int, mood);
        SampleTickets tickets(m_clock);
        const TicketView ticket = tickets.ticket(u"A"_s, 1, OrderState(state), std::chrono::seconds(seconds));
        QCOMPARE(int(describe(ticket).mood), mood);
        QCOMPARE(isTicketLate(ticket, m_limits, m_clock.steadyNow()), TicketMood(mood) == TicketMood::Late);
    }

    void aRecalledTicketSaysSoAndSinceWhen()
    {
        SampleTickets tickets(m_clock);
        TicketView ticket = tickets.ticket(u"A"_s, 27, OrderState::Preparing, 482s);
        ticket.recalled = true;
        ticket.stateSince = m_clock.steadyNow() - 9s;
        ticket.table = u"6"_s;
        const TicketCard card = describe(ticket);
        QCOMPARE(card.mood, TicketMood::Recalled);
        QVERIFY2(card.foot.contains(u"0:09"_s), qPrintable(card.foot));
        QVERIFY2(isTicketLate(ticket, m_limits, m_clock.steadyNow()), "it is still late, whatever its colour");
    }

    void tappingTakesTheOneLegalStep()
    {
        QCOMPARE(nextTicketStep(OrderState::Pending), OrderState::Preparing);
        QCOMPARE(nextTicketStep(OrderState::Preparing), OrderState::Ready);
        QCOMPARE(nextTicketStep(OrderState::Ready), OrderState::Served);
        for (OrderState state : {OrderState::Served, OrderState::Completed, OrderState::Cancelled})
            QVERIFY(!nextTicketStep(state));
        for (OrderState state : {OrderState::Pending, OrderState::Preparing, OrderState::Ready})
            QVERIFY(mayBecome(state, *nextTicketStep(state)));
    }

    void modifiersStandBelowTheirItemWithWhatMattersMostOnItsOwnLine()
    {
        SampleTickets tickets(m_clock);
        TicketView ticket = tickets.ticket(u"A"_s, 1);
        OrderLine line = SampleTickets::line(2, u"Soto ayam"_s);
        line.modifiers = {SampleTickets::modifier(ModifierKind::Plain, u"Pedas"_s), SampleTickets::modifier(ModifierKind::Without, u"Tanpa seledri"_s),
                          SampleTickets::modifier(ModifierKind::Plain, u"nasi"_s), SampleTickets::modifier(ModifierKind::Extra, u"Ekstra koya"_s)};
        line.note = u"kuah dipisah"_s;
        line.allergyNote = Allergen::Peanuts | Allergen::Eggs;
        ticket.lines = {line};
        const TicketCard card = describe(ticket);
        using enum TicketRow::Kind;
        QCOMPARE(kinds(card), (QList{Item, Detail, Without, Extra, Note, Allergy}));
        QCOMPARE(card.rows.at(0).quantity, 2);
        QCOMPARE(card.rows.at(1).text, u"Pedas, nasi"_s);
        QCOMPARE(card.rows.at(2).text, u"seledri"_s);
        QCOMPARE(card.rows.at(3).text, u"koya"_s);
        QCOMPARE(card.rows.at(4).text, u"kuah dipisah"_s);
        QVERIFY(card.rows.at(5).text == card.rows.at(5).text.toUpper());
        QVERIFY(card.rows.at(5).text.contains(u','));
    }

    void aTagIsNotSaidTwice()
    {
        QCOMPARE(withoutTagWord(u"Tanpa seledri"_s, ModifierKind::Without), u"seledri"_s);
        QCOMPARE(withoutTagWord(u"No celery"_s, ModifierKind::Without), u"celery"_s);
        QCOMPARE(withoutTagWord(u"Extra koya"_s, ModifierKind::Extra), u"koya"_s);
        QCOMPARE(withoutTagWord(u"tanpa "_s, ModifierKind::Without), u"tanpa "_s);
        QCOMPARE(withoutTagWord(u"Tanpa nasi"_s, ModifierKind::Plain), u"Tanpa nasi"_s);
        QCOMPARE(withoutTagWord(u"Nori"_s, ModifierKind::Without), u"Nori"_s);
    }

    void whatIsReadyIsCheckedAndStillWarnsOfAllergies()
    {
        SampleTickets tickets(m_clock);
        TicketView ticket = tickets.ticket(u"A"_s, 1, OrderState::Ready);
        ticket.lines.first().allergyNote = Allergen::Milk;
        ticket.lines.first().modifiers = {SampleTickets::modifier(ModifierKind::Plain, u"Pedas"_s)};
        const TicketCard card = describe(ticket);
        QCOMPARE(kinds(card), (QList{TicketRow::Kind::Item, TicketRow::Kind::Allergy}));
        QVERIFY(card.rows.first().done);
    }

    void whatIsCancelledIsStruckOutAndTellsWhyAndHowToPutItAway()
    {
        SampleTickets tickets(m_clock);
        TicketView ticket = tickets.ticket(u"A"_s, 1, OrderState::Cancelled);
        ticket.cancelReason = u"tamu pulang"_s;
        const TicketCard card = describe(ticket);
        QCOMPARE(kinds(card), (QList{TicketRow::Kind::Item, TicketRow::Kind::Hint, TicketRow::Kind::Hint}));
        QVERIFY(card.rows.first().voided);
        QVERIFY(card.rows.at(1).text.contains(u"tamu pulang"_s));
    }

    void namesFollowTheLanguageOfTheScreen()
    {
        SampleTickets tickets(m_clock);
        const TicketView ticket = tickets.ticket(u"A"_s, 1);
        QCOMPARE(describe(ticket, u"id").rows.first().text, u"Soto ayam Lamongan"_s);
        QCOMPARE(describe(ticket, u"en").rows.first().text, u"Lamongan chicken soto"_s);
    }

    void whoNamesTableOrBagAndTheGuest()
    {
        SampleTickets tickets(m_clock);
        TicketView ticket = tickets.ticket(u"A"_s, 1);
        ticket.table = u"12"_s;
        ticket.customerName = u"Dewi"_s;
        QVERIFY(describe(ticket).who.contains(u"12 · Dewi"_s));
        ticket.service = ServiceKind::Takeaway;
        QVERIFY(!describe(ticket).who.contains(u"12"_s));
        QVERIFY(describe(ticket).who.endsWith(u"· Dewi"_s));
    }

    void theSecondCardSaysWhichPartItIs()
    {
        SampleTickets tickets(m_clock);
        TicketView ticket = tickets.ticket(u"A"_s, 36);
        ticket.table = u"15"_s;
        ticket.customerName = u"Hadi"_s;
        const TicketCard card = describe(ticket);
        QCOMPARE(card.whoOfPart(0, 2), card.who);
        QVERIFY(card.whoOfPart(1, 2).contains(u"2 / 2"_s));
        QVERIFY(!card.whoOfPart(1, 2).contains(u"Hadi"_s));
    }
};

QTEST_GUILESS_MAIN(TicketCardTest)
#include "tst_ticketcard.moc"
