// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/ticketbumps.h>

#include <base/random.h>
#include <testkit/manualclock.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

class TicketBumpsTest : public QObject
{
    Q_OBJECT

    ManualClock m_clock;
    SeededRandom m_random{5};
    const OrderId m_a = OrderId::create(m_clock, m_random);
    const OrderId m_b = OrderId::create(m_clock, m_random);

    static TicketBump bump(OrderId order, OrderState from, OrderState to)
    {
        return {.order = order, .outlet = OutletId(1), .number = u"A-001"_s, .from = from, .to = to};
    }

private slots:
    void theLastBumpIsTheFirstTakenBack()
    {
        TicketBumps bumps;
        QVERIFY(!bumps.last());
        QVERIFY(!bumps.take());
        bumps.add(bump(m_a, OrderState::Pending, OrderState::Preparing));
        bumps.heard(m_a, OrderState::Preparing);
        bumps.add(bump(m_b, OrderState::Ready, OrderState::Served));
        bumps.heard(m_b, OrderState::Served);
        QCOMPARE(bumps.take()->order, m_b);
        QCOMPARE(bumps.take()->order, m_a);
        QVERIFY(!bumps.take());
    }

    void aBumpThatTheLogHasNotAnsweredYetCanBeTakenBack()
    {
        TicketBumps bumps;
        bumps.add(bump(m_a, OrderState::Pending, OrderState::Preparing));
        bumps.heard(m_a, OrderState::Pending);
        QCOMPARE(bumps.last()->order, m_a);
        QVERIFY(!bumps.last()->confirmed);
    }

    void whatAnotherScreenHasChangedSinceIsForgotten()
    {
        TicketBumps bumps;
        bumps.add(bump(m_a, OrderState::Pending, OrderState::Preparing));
        bumps.heard(m_a, OrderState::Preparing);
        bumps.heard(m_a, OrderState::Ready);
        QVERIFY(!bumps.last());
    }

    void anEarlierBumpOfTheSameTicketIsReachedByTheSecondRecall()
    {
        TicketBumps bumps;
        bumps.add(bump(m_a, OrderState::Pending, OrderState::Preparing));
        bumps.heard(m_a, OrderState::Preparing);
        bumps.add(bump(m_a, OrderState::Preparing, OrderState::Ready));
        bumps.heard(m_a, OrderState::Ready);
        QCOMPARE(bumps.take()->to, OrderState::Ready);
        bumps.heard(m_a, OrderState::Preparing);
        QCOMPARE(bumps.take()->to, OrderState::Preparing);
    }

    void aDoubleTapBeforeTheAnswerIsOneBump()
    {
        TicketBumps bumps;
        bumps.add(bump(m_a, OrderState::Pending, OrderState::Preparing));
        bumps.add(bump(m_a, OrderState::Pending, OrderState::Preparing));
        bumps.heard(m_a, OrderState::Preparing);
        QVERIFY(bumps.take());
        QVERIFY(!bumps.take());
    }

    void aRefusedStepWasNoBump()
    {
        TicketBumps bumps;
        bumps.add(bump(m_a, OrderState::Pending, OrderState::Preparing));
        bumps.refused(m_a);
        QVERIFY(!bumps.last());
    }

    void thePileIsBounded()
    {
        TicketBumps bumps;
        for (qsizetype i = 0; i < TicketBumps::kept + 20; ++i) {
            const OrderId order = OrderId::create(m_clock, m_random);
            bumps.add(bump(order, OrderState::Ready, OrderState::Served));
            bumps.heard(order, OrderState::Served);
        }
        qsizetype taken = 0;
        while (bumps.take())
            ++taken;
        QCOMPARE(taken, TicketBumps::kept);
    }
};

QTEST_GUILESS_MAIN(TicketBumpsTest)
#include "tst_ticketbumps.moc"
