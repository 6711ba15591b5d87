// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/screenflow.h>
#include <testkit/manualscheduler.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace std::chrono_literals;

class tst_ScreenFlow : public QObject
{
    Q_OBJECT

    using Screen = ScreenFlow::Screen;
    using Overlay = ScreenFlow::Overlay;

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<ScreenFlow> m_flow;
    std::unique_ptr<QSignalSpy> m_wiped;

    void toMenu()
    {
        m_flow->begin();
        m_flow->chooseService();
    }

private slots:
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_scheduler = std::make_unique<ManualScheduler>(*m_clock);
        m_flow = std::make_unique<ScreenFlow>(*m_clock, *m_scheduler);
        m_wiped = std::make_unique<QSignalSpy>(m_flow.get(), &ScreenFlow::wiped);
    }

    void cleanup()
    {
        m_wiped.reset();
        m_flow.reset();
    }

    void goesForwardAndBackTheSameWay()
    {
        QCOMPARE(m_flow->screen(), Screen::Attract);
        toMenu();
        QCOMPARE(m_flow->screen(), Screen::Menu);
        m_flow->showBasket();
        QCOMPARE(m_flow->screen(), Screen::Basket);
        m_flow->back();
        m_flow->back();
        QCOMPARE(m_flow->screen(), Screen::Service);
        m_flow->back();
        QCOMPARE(m_flow->screen(), Screen::Attract);
    }

    void staffComeInFromAnywhereButTheNumberAndLeaveAnEmptyKiosk()
    {
        m_flow->open(Overlay::StaffOrder);
        QVERIFY2(m_flow->overlay() == Overlay::None, "the staff's sheets are for the staff's screen");
        toMenu();
        m_flow->open(Overlay::Pin);
        QCOMPARE(m_flow->overlay(), Overlay::Pin);
        m_flow->enterStaff();
        QCOMPARE(m_flow->screen(), Screen::Staff);
        QCOMPARE(m_wiped->count(), 1);
        m_flow->open(Overlay::Help);
        QCOMPARE(m_flow->overlay(), Overlay::None);
        m_flow->open(Overlay::StaffOrder);
        QCOMPARE(m_flow->overlay(), Overlay::StaffOrder);
        m_flow->back();
        m_flow->back();
        QCOMPARE(m_flow->screen(), Screen::Attract);
        m_flow->placed();
        m_flow->enterStaff();
        QCOMPARE(m_flow->screen(), Screen::Number);
    }

    void outOfServiceOnlyStaffGetOn()
    {
        m_flow->setInService(false);
        QCOMPARE(m_flow->screen(), Screen::OutOfService);
        m_flow->open(Overlay::Help);
        QCOMPARE(m_flow->overlay(), Overlay::None);
        m_flow->open(Overlay::Pin);
        QCOMPARE(m_flow->overlay(), Overlay::Pin);
        m_flow->enterStaff();
        QCOMPARE(m_flow->screen(), Screen::Staff);
        m_flow->setInService(true);
        m_flow->setInService(false);
        QVERIFY2(m_flow->screen() == Screen::Staff, "what staff look at stays");
        m_flow->leave();
        QCOMPARE(m_flow->screen(), Screen::OutOfService);
    }

    void aPinThatNobodyTypesGoesAway()
    {
        m_flow->open(Overlay::Pin);
        m_scheduler->advance(121s);
        QVERIFY(m_flow->warningLeft());
        m_scheduler->advance(21s);
        QCOMPARE(m_flow->overlay(), Overlay::None);
        QCOMPARE(m_flow->screen(), Screen::Attract);
    }

    void backClosesWhatLiesOnTopFirst()
    {
        toMenu();
        m_flow->open(Overlay::Product);
        m_flow->back();
        QCOMPARE(m_flow->screen(), Screen::Menu);
        QCOMPARE(m_flow->overlay(), Overlay::None);
    }

    void asksBeforeItThrowsABasketAway()
    {
        toMenu();
        m_flow->cancel(true);
        QCOMPARE(m_flow->overlay(), Overlay::Cancel);
        QCOMPARE(m_wiped->count(), 0);
        m_flow->leave();
        QCOMPARE(m_flow->screen(), Screen::Attract);
        QCOMPARE(m_wiped->count(), 1);
    }

    void leavesAtOnceWhenThereIsNothingToLose()
    {
        toMenu();
        m_flow->cancel(false);
        QCOMPARE(m_flow->screen(), Screen::Attract);
        QCOMPARE(m_wiped->count(), 1);
    }

    void theStoreSaysHowLongItWaits()
    {
        m_flow->setPatience({30, 200, 40, 24});
        toMenu();
        m_scheduler->advance(29s);
        QVERIFY(!m_flow->warningLeft());
        m_scheduler->advance(2s);
        QVERIFY(m_flow->warningLeft());
        QCOMPARE(m_flow->warningTotal(), Milliseconds(40s));
        m_scheduler->advance(35s);
        QCOMPARE(m_flow->screen(), Screen::Menu);
        m_scheduler->advance(10s);
        QCOMPARE(m_flow->screen(), Screen::Attract);
        toMenu();
        m_flow->open(Overlay::Product);
        m_scheduler->advance(190s);
        QVERIFY(!m_flow->warningLeft());
    }

    void theAttractScreenIsNeverIdle()
    {
        m_scheduler->advance(24h);
        QCOMPARE(m_wiped->count(), 0);
        QVERIFY(!m_flow->warningLeft());
    }

    void warnsBeforeItGivesTheScreenAway()
    {
        toMenu();
        m_scheduler->advance(59s);
        QVERIFY(!m_flow->warningLeft());
        m_scheduler->advance(1s);
        QVERIFY(m_flow->warningLeft());
        QVERIFY(*m_flow->warningLeft() > 19s);
        m_scheduler->advance(19s);
        QCOMPARE(m_wiped->count(), 0);
        m_scheduler->advance(2s);
        QCOMPARE(m_wiped->count(), 1);
        QCOMPARE(m_flow->screen(), Screen::Attract);
        m_scheduler->advance(1h);
        QCOMPARE(m_wiped->count(), 1);
    }

    void oneTapExtendsAsOftenAsNeeded()
    {
        toMenu();
        for (int times = 0; times < 10; ++times) {
            m_scheduler->advance(70s);
            QVERIFY(m_flow->warningLeft());
            m_flow->stay();
            QVERIFY(!m_flow->warningLeft());
        }
        QCOMPARE(m_wiped->count(), 0);
        QCOMPARE(m_flow->screen(), Screen::Menu);
    }

    void anyInputCounts()
    {
        toMenu();
        for (int times = 0; times < 20; ++times) {
            m_scheduler->advance(50s);
            m_flow->touched();
        }
        QVERIFY(!m_flow->warningLeft());
    }

    void aTapElsewhereDoesNotAnswerTheWarning()
    {
        toMenu();
        m_scheduler->advance(61s);
        m_flow->touched();
        QVERIFY2(m_flow->warningLeft(), "the press on \"cancel\" must still find its button");
    }

    void readingTakesLonger()
    {
        toMenu();
        m_flow->open(Overlay::Product);
        m_scheduler->advance(119s);
        QVERIFY(!m_flow->warningLeft());
        m_scheduler->advance(2s);
        QVERIFY(m_flow->warningLeft());
    }

    void accessibleGuestsHaveThreeTimesAsLong()
    {
        m_flow->begin();
        m_flow->setAccessible(true);
        m_flow->chooseService();
        m_scheduler->advance(179s);
        QVERIFY(!m_flow->warningLeft());
        m_scheduler->advance(2s);
        QVERIFY(m_flow->warningLeft());
    }

    void neverLeavesWhileAnOrderIsBeingPlaced()
    {
        toMenu();
        m_flow->showBasket();
        m_flow->setPlacing(true);
        m_scheduler->advance(1h);
        QVERIFY(!m_flow->warningLeft());
        m_flow->back();
        m_flow->cancel(true);
        m_flow->leave();
        QCOMPARE(m_flow->screen(), Screen::Basket);
        m_flow->placed();
        QCOMPARE(m_flow->screen(), Screen::Number);
    }

    void theNumberStaysHalfAMinuteAndATouchKeepsIt()
    {
        toMenu();
        m_flow->showBasket();
        m_flow->placed();
        m_scheduler->advance(25s);
        QVERIFY(*m_flow->numberLeft() <= 5s);
        m_flow->touched();
        m_scheduler->advance(25s);
        QCOMPARE(m_flow->screen(), Screen::Number);
        m_scheduler->advance(6s);
        QCOMPARE(m_flow->screen(), Screen::Attract);
        QCOMPARE(m_wiped->count(), 1);
    }

    void aRefusalLeavesTheBasketOpen()
    {
        toMenu();
        m_flow->showBasket();
        m_flow->setPlacing(true);
        m_flow->refused();
        QCOMPARE(m_flow->screen(), Screen::Basket);
        QCOMPARE(m_flow->overlay(), Overlay::Refusal);
    }

    void outOfServiceComesAndGoesByItself()
    {
        toMenu();
        m_flow->setInService(false);
        QCOMPARE(m_flow->screen(), Screen::OutOfService);
        m_flow->begin();
        m_flow->open(Overlay::Product);
        QCOMPARE(m_flow->screen(), Screen::OutOfService);
        QCOMPARE(m_flow->overlay(), Overlay::None);
        m_flow->setInService(true);
        QCOMPARE(m_flow->screen(), Screen::Attract);
    }

    void aNumberOutlivesAFullDisk()
    {
        toMenu();
        m_flow->showBasket();
        m_flow->placed();
        m_flow->setInService(false);
        QCOMPARE(m_flow->screen(), Screen::Number);
        m_scheduler->advance(31s);
        QCOMPARE(m_flow->screen(), Screen::OutOfService);
    }

    void aHouseWithoutAttractScreenStartsInTheMenu()
    {
        m_flow->setStartScreen(Screen::Menu);
        QCOMPARE(m_flow->screen(), Screen::Menu);
        m_scheduler->advance(1h);
        QVERIFY2(!m_flow->warningLeft() && m_wiped->isEmpty(), "nobody has been here");
        m_flow->touched();
        m_scheduler->advance(61s);
        QVERIFY(m_flow->warningLeft());
        m_scheduler->advance(21s);
        QCOMPARE(m_wiped->count(), 1);
        QCOMPARE(m_flow->screen(), Screen::Menu);
        m_scheduler->advance(1h);
        QCOMPARE(m_wiped->count(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_ScreenFlow)
#include "tst_screenflow.moc"
