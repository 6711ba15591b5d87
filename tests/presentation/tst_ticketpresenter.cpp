// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/ticketpresenter.h>

#include <testkit/manualscheduler.h>
#include <ticketkit/faketicketservice.h>
#include <ticketkit/sampletickets.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! One kitchen on virtual time.
struct Kitchen
{
    ManualClock clock;
    ManualScheduler scheduler{clock};
    LanguageSwitch language;
    FakeTicketService service{clock};
    SampleTickets samples{clock};
    TicketPresenter presenter{SampleTickets::outlet, clock, scheduler, language};
    QList<std::pair<TicketAlert, OrderId>> alerts;
    QStringList refusals;

    explicit Kitchen(const QList<TicketView> &known = {})
    {
        QObject::connect(&presenter, &TicketPresenter::alerted, [this](TicketAlert alert, OrderId order) { alerts << std::pair(alert, order); });
        QObject::connect(&presenter, &TicketPresenter::refused, [this](const QString &words) { refusals << words; });
        service.know(known);
        presenter.attach(service);
    }
    OrderState state(OrderId order) const { return service.ticket(order).state; }
    int alertsOf(TicketAlert alert) const
    {
        return int(std::count_if(alerts.begin(), alerts.end(), [alert](const auto &one) { return one.first == alert; }));
    }
};

} // namespace

class TicketPresenterTest : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyBoardIsOnlyKnownToBeEmptyOnceTheEngineHasSpoken()
    {
        ManualClock clock;
        ManualScheduler scheduler(clock);
        LanguageSwitch language;
        FakeTicketService service(clock);
        TicketPresenter presenter(SampleTickets::outlet, clock, scheduler, language);
        QVERIFY(!presenter.isOpen());
        presenter.attach(service);
        QVERIFY(presenter.isOpen());
    }

    void threeTapsLeadATicketOffTheBoard()
    {
        Kitchen kitchen;
        const TicketView ticket = kitchen.samples.ticket(u"A"_s, 1);
        kitchen.service.arrive(ticket);
        QVERIFY(kitchen.presenter.tap(ticket.order));
        QCOMPARE(kitchen.state(ticket.order), OrderState::Preparing);
        kitchen.scheduler.advance(300ms);
        QVERIFY(kitchen.presenter.tap(ticket.order));
        QCOMPARE(kitchen.state(ticket.order), OrderState::Ready);
        kitchen.scheduler.advance(300ms);
        QVERIFY(kitchen.presenter.tap(ticket.order));
        QCOMPARE(kitchen.state(ticket.order), OrderState::Served);
        QCOMPARE(kitchen.presenter.model().rowCount(), 0);
        QVERIFY(!kitchen.presenter.tap(ticket.order));
    }

    void aSecondTapWithinTheLockOutDoesNothing()
    {
        Kitchen kitchen;
        const TicketView ticket = kitchen.samples.ticket(u"A"_s, 1);
        kitchen.service.arrive(ticket);
        QVERIFY(kitchen.presenter.tap(ticket.order));
        QSignalSpy locks(&kitchen.presenter, &TicketPresenter::locksChanged);
        kitchen.scheduler.advance(299ms);
        QVERIFY(kitchen.presenter.isLocked(ticket.order));
        QVERIFY(!kitchen.presenter.tap(ticket.order));
        QCOMPARE(kitchen.state(ticket.order), OrderState::Preparing);
        kitchen.scheduler.advance(1ms);
        QVERIFY(!kitchen.presenter.isLocked(ticket.order));
        QCOMPARE(locks.count(), 1);
    }

    void aTicketThatHasJustMovedIsNotBumpedByATapMeantForItsNeighbour()
    {
        Kitchen kitchen;
        const TicketView first = kitchen.samples.ticket(u"A"_s, 1);
        const TicketView second = kitchen.samples.ticket(u"A"_s, 2);
        kitchen.service.arrive(first);
        kitchen.service.arrive(second);
        kitchen.presenter.moved(second.order);
        QVERIFY(!kitchen.presenter.tap(second.order));
        QVERIFY(kitchen.presenter.tap(first.order));
        kitchen.scheduler.advance(TicketPresenter::lockOut);
        QVERIFY(kitchen.presenter.tap(second.order));
    }

    void aSlowLogIsNotAskedTwiceForTheSameStep()
    {
        Kitchen kitchen;
        const TicketView ticket = kitchen.samples.ticket(u"A"_s, 1);
        kitchen.service.arrive(ticket);
        kitchen.service.answers = false;
        kitchen.presenter.tap(ticket.order);
        kitchen.scheduler.advance(400ms);
        kitchen.presenter.tap(ticket.order);
        for (const auto &advance : std::as_const(kitchen.service.advances))
            QCOMPARE(advance.second, OrderState::Preparing); // asked again, never one further
    }

    void theLastBumpIsTakenBackOneStep()
    {
        Kitchen kitchen;
        const TicketView first = kitchen.samples.ticket(u"A"_s, 1);
        const TicketView second = kitchen.samples.ticket(u"A"_s, 2, OrderState::Ready);
        kitchen.service.arrive(first);
        kitchen.service.arrive(second);
        QVERIFY(!kitchen.presenter.lastBump());
        QVERIFY(!kitchen.presenter.recallLast());
        kitchen.presenter.tap(first.order);
        kitchen.presenter.tap(second.order);
        QCOMPARE(kitchen.presenter.lastBump()->number, u"A-002"_s);
        QCOMPARE(kitchen.presenter.lastBump()->to, OrderState::Served);
        kitchen.scheduler.advance(10s);
        QVERIFY(kitchen.presenter.recallLast());
        QCOMPARE(kitchen.state(second.order), OrderState::Ready);
        QCOMPARE(kitchen.presenter.model().rowCount(), 2);
        QCOMPARE(kitchen.presenter.lastBump()->number, u"A-001"_s);
        QVERIFY(kitchen.presenter.recallLast());
        QCOMPARE(kitchen.state(first.order), OrderState::Pending);
        QVERIFY(!kitchen.presenter.recallLast());
        QCOMPARE(kitchen.alertsOf(TicketAlert::Recalled), 0); // the cook knows: it was this cook
    }

    void aBumpThatAnotherScreenOvertookIsNotTakenBack()
    {
        Kitchen kitchen;
        TicketView ticket = kitchen.samples.ticket(u"A"_s, 1);
        kitchen.service.arrive(ticket);
        kitchen.presenter.tap(ticket.order);
        ticket = kitchen.service.ticket(ticket.order);
        ticket.state = OrderState::Ready;
        kitchen.service.arrive(ticket);
        QVERIFY(!kitchen.presenter.recallLast());
        QVERIFY(kitchen.service.recalls.isEmpty());
    }

    void eachNewTicketAsksForItsSoundOnce()
    {
        Kitchen kitchen;
        const TicketView ticket = kitchen.samples.ticket(u"A"_s, 1);
        kitchen.service.arrive(ticket);
        kitchen.service.arrive(ticket);
        kitchen.presenter.painted(ticket.order);
        kitchen.presenter.tap(ticket.order);
        QCOMPARE(kitchen.alertsOf(TicketAlert::New), 1);
        QCOMPARE(kitchen.alerts.first().second, ticket.order);
    }

    void afterARestartOnlyWhatNobodySawIsNew()
    {
        ManualClock clock;
        SampleTickets samples(clock);
        TicketView seen = samples.ticket(u"A"_s, 1);
        seen.seenHere = true;
        const TicketView cooking = samples.ticket(u"A"_s, 2, OrderState::Preparing);
        const TicketView unseen = samples.ticket(u"A"_s, 3);
        Kitchen kitchen({seen, cooking, unseen});
        QCOMPARE(kitchen.alerts.size(), 1);
        QCOMPARE(kitchen.alerts.first().second, unseen.order);
    }

    void aTicketTurnsLateOnceAndAloud()
    {
        Kitchen kitchen;
        kitchen.presenter.setLimits({300s, 480s});
        const TicketView ticket = kitchen.samples.ticket(u"A"_s, 1, OrderState::Pending, 0ms);
        kitchen.service.arrive(ticket);
        kitchen.scheduler.advance(479s);
        QCOMPARE(kitchen.presenter.lateCount(), 0);
        QCOMPARE(kitchen.alertsOf(TicketAlert::Late), 0);
        kitchen.scheduler.advance(2s);
        QCOMPARE(kitchen.presenter.lateCount(), 1);
        QCOMPARE(kitchen.alertsOf(TicketAlert::Late), 1);
        kitchen.scheduler.advance(10min);
        QCOMPARE(kitchen.alertsOf(TicketAlert::Late), 1);
    }

    void whatWasLateBeforeTheStartIsNotSoundedAgain()
    {
        ManualClock clock;
        SampleTickets samples(clock);
        TicketView late = samples.ticket(u"A"_s, 1, OrderState::Preparing, 20min);
        late.seenHere = true;
        Kitchen kitchen({late});
        kitchen.scheduler.advance(5s);
        QVERIFY(kitchen.alerts.isEmpty());
        QCOMPARE(kitchen.presenter.lateCount(), 1);
    }

    void aRecallOrCancellationElsewhereIsSounded()
    {
        Kitchen kitchen;
        TicketView ticket = kitchen.samples.ticket(u"A"_s, 1, OrderState::Ready);
        kitchen.service.arrive(ticket);
        ticket.state = OrderState::Preparing;
        ticket.recalled = true;
        kitchen.service.arrive(ticket);
        QCOMPARE(kitchen.alertsOf(TicketAlert::Recalled), 1);
        kitchen.service.cancel(ticket.order, ticket.outlet, u"tamu pulang"_s);
        QCOMPARE(kitchen.alertsOf(TicketAlert::Cancelled), 1);
    }

    void aCancelledTicketIsPutAwayByATap()
    {
        Kitchen kitchen;
        const TicketView ticket = kitchen.samples.ticket(u"A"_s, 1);
        kitchen.service.arrive(ticket);
        kitchen.service.cancel(ticket.order, ticket.outlet, {});
        QCOMPARE(kitchen.presenter.model().rowCount(), 1);
        QVERIFY(kitchen.presenter.tap(ticket.order));
        QCOMPARE(kitchen.presenter.model().rowCount(), 0);
        QVERIFY(kitchen.service.advances.isEmpty());
    }

    void seenIsWhatWasPaintedAndIsSaidOnce()
    {
        Kitchen kitchen;
        const TicketView ticket = kitchen.samples.ticket(u"A"_s, 1);
        kitchen.service.arrive(ticket);
        QVERIFY(kitchen.service.seen.isEmpty());
        kitchen.presenter.painted(ticket.order);
        kitchen.presenter.painted(ticket.order);
        QCOMPARE(kitchen.service.seen, QList{ticket.order});
    }

    void whatThisDeviceSawBeforeIsNotSaidAgain()
    {
        ManualClock clock;
        SampleTickets samples(clock);
        TicketView seen = samples.ticket(u"A"_s, 1);
        seen.seenHere = true;
        Kitchen kitchen({seen});
        kitchen.presenter.painted(seen.order);
        QVERIFY(kitchen.service.seen.isEmpty());
    }

    void allAgesTickTogetherAndByExactlyOneSecond()
    {
        Kitchen kitchen;
        kitchen.clock.advance(370ms);
        kitchen.service.arrive(kitchen.samples.ticket(u"A"_s, 1, OrderState::Pending, 100ms));
        kitchen.service.arrive(kitchen.samples.ticket(u"A"_s, 2, OrderState::Pending, 900ms));
        QStringList ages[2];
        QObject::connect(&kitchen.presenter, &TicketPresenter::ticked, [&] {
            for (int row = 0; row < 2; ++row)
                ages[row] << kitchen.presenter.card(row).age;
        });
        kitchen.scheduler.advance(4s);
        QCOMPARE(ages[0].size(), 4);
        QCOMPARE(ages[0], (QStringList{u"0:00"_s, u"0:01"_s, u"0:02"_s, u"0:03"_s}));
        QCOMPARE(ages[1].mid(1), (QStringList{u"0:02"_s, u"0:03"_s, u"0:04"_s}));
    }

    void aWallClockThatJumpsChangesNoAge()
    {
        Kitchen kitchen;
        const TicketView ticket = kitchen.samples.ticket(u"A"_s, 1, OrderState::Pending, 60s);
        kitchen.service.arrive(ticket);
        kitchen.scheduler.advance(1s);
        const QString before = kitchen.presenter.card(0).age;
        kitchen.clock.jumpWall(-6h);
        QCOMPARE(kitchen.presenter.card(0).age, before);
        kitchen.clock.jumpWall(12h);
        kitchen.scheduler.advance(1s);
        QCOMPARE(kitchen.presenter.card(0).age, u"1:02"_s);
    }

    void aStepThatCannotBeTakenIsSaidInWordsAndIsNoBump()
    {
        Kitchen kitchen;
        const TicketView ticket = kitchen.samples.ticket(u"A"_s, 1);
        kitchen.service.arrive(ticket);
        kitchen.service.refuses = ErrorCode::DiskFull;
        kitchen.presenter.tap(ticket.order);
        QCOMPARE(kitchen.refusals.size(), 1);
        QVERIFY(kitchen.refusals.first().contains(u"A-001"_s));
        QVERIFY(!kitchen.presenter.lastBump());
    }
};

QTEST_GUILESS_MAIN(TicketPresenterTest)
#include "tst_ticketpresenter.moc"
