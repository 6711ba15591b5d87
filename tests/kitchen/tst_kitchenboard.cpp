// SPDX-License-Identifier: GPL-3.0-or-later
#include <kitchenkit/practicekitchen.h>

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! A cook at the board: mouse, finger and bump bar on the real window.
class KitchenBoardTest : public QObject
{
    Q_OBJECT

    static void shown(PracticeKitchen &kitchen)
    {
        kitchen.window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&kitchen.window()));
        kitchen.settle();
    }
    static void click(PracticeKitchen &kitchen, const QString &number)
    {
        kitchen.settle();
        auto *board = kitchen.window().findChild<QWidget *>(u"board"_s);
        QTest::mouseClick(board, Qt::LeftButton, {}, board->mapFrom(&kitchen.window(), kitchen.placeOf(number)));
        kitchen.settle();
    }
    static void key(PracticeKitchen &kitchen, int code)
    {
        QTest::keyClick(&kitchen.window(), Qt::Key(code));
        kitchen.settle();
    }
    static int page(const PracticeKitchen &kitchen) { return kitchen.kitchen->state().value(u"page"_s).toInt(); }
    static int pages(const PracticeKitchen &kitchen) { return kitchen.kitchen->state().value(u"pages"_s).toInt(); }

private slots:
    void aNewTicketAppearsIsPaintedAndOnlyThenSeen()
    {
        PracticeKitchen kitchen;
        kitchen.open();
        shown(kitchen);
        const TicketView ticket = kitchen.samples.ticket(u"A"_s, 42);
        QSignalSpy painted(&kitchen.window(), &KitchenWindow::painted);
        kitchen.tickets.arrive(ticket);
        QVERIFY(kitchen.tickets.seen.isEmpty());
        QTRY_COMPARE(painted.count(), 1);
        QCOMPARE(kitchen.tickets.seen, QList{ticket.order});
        QVERIFY(kitchen.kitchen->state().value(u"tickets"_s)[0][u"painted_at"_s].toDouble() > 0);
    }

    void aHiddenWindowHasSeenNothing()
    {
        PracticeKitchen kitchen;
        kitchen.open();
        kitchen.tickets.arrive(kitchen.samples.ticket(u"A"_s, 42));
        kitchen.settle();
        QVERIFY(kitchen.tickets.seen.isEmpty());
    }

    void threeTapsTakeATicketFromNewToServed()
    {
        PracticeKitchen kitchen;
        kitchen.open({kitchen.samples.ticket(u"A"_s, 42)});
        shown(kitchen);
        for (const QString &state : {u"preparing"_s, u"ready"_s, QString()}) {
            click(kitchen, u"A-042"_s);
            QCOMPARE(kitchen.stateOf(u"A-042"_s), state);
            kitchen.live(TicketPresenter::lockOut);
        }
    }

    void aDoubleTapTakesOneStep()
    {
        PracticeKitchen kitchen;
        kitchen.open({kitchen.samples.ticket(u"A"_s, 42)});
        shown(kitchen);
        click(kitchen, u"A-042"_s);
        click(kitchen, u"A-042"_s);
        QCOMPARE(kitchen.stateOf(u"A-042"_s), u"preparing"_s);
        QCOMPARE(kitchen.tickets.advances.size(), 1);
    }

    void aFingerDoesWhatTheMouseDoes()
    {
        PracticeKitchen kitchen;
        kitchen.open({kitchen.samples.ticket(u"A"_s, 42)});
        shown(kitchen);
        auto *device = QTest::createTouchDevice();
        auto *board = kitchen.window().findChild<QWidget *>(u"board"_s);
        const QPoint place = board->mapFrom(&kitchen.window(), kitchen.placeOf(u"A-042"_s));
        QTest::touchEvent(board, device).press(0, place, board);
        QTest::touchEvent(board, device).release(0, place, board);
        kitchen.settle();
        QCOMPARE(kitchen.stateOf(u"A-042"_s), u"preparing"_s);
    }

    void slidingOffACardDoesNothing()
    {
        PracticeKitchen kitchen;
        kitchen.open({kitchen.samples.ticket(u"A"_s, 42)});
        shown(kitchen);
        auto *board = kitchen.window().findChild<QWidget *>(u"board"_s);
        const QPoint place = board->mapFrom(&kitchen.window(), kitchen.placeOf(u"A-042"_s));
        QTest::mousePress(board, Qt::LeftButton, {}, place);
        QTest::mouseMove(board, QPoint(board->width() - 5, board->height() - 5));
        QTest::mouseRelease(board, Qt::LeftButton, {}, QPoint(board->width() - 5, board->height() - 5));
        QVERIFY(kitchen.tickets.advances.isEmpty());
    }

    void aBoardThatMovesUnderAFingerDoesNotBumpTheNeighbour()
    {
        PracticeKitchen kitchen;
        const TicketView first = kitchen.samples.ticket(u"A"_s, 1, OrderState::Ready);
        const TicketView second = kitchen.samples.ticket(u"A"_s, 2, OrderState::Ready);
        kitchen.open({first, second});
        shown(kitchen);
        auto *board = kitchen.window().findChild<QWidget *>(u"board"_s);
        const QPoint place = board->mapFrom(&kitchen.window(), kitchen.placeOf(u"A-001"_s));
        QTest::mousePress(board, Qt::LeftButton, {}, place);
        TicketView gone = first;
        gone.state = OrderState::Served;
        kitchen.tickets.arrive(gone);
        kitchen.settle();
        kitchen.live(TicketPresenter::lockOut + 50ms); // even when the lock is long over
        QTest::mouseRelease(board, Qt::LeftButton, {}, place);
        QVERIFY(kitchen.tickets.advances.isEmpty());
    }

    void whatHasJustComeToAnotherPlaceIsLockedForAMoment()
    {
        PracticeKitchen kitchen;
        kitchen.open({kitchen.samples.ticket(u"A"_s, 1, OrderState::Ready), kitchen.samples.ticket(u"A"_s, 2, OrderState::Ready)});
        shown(kitchen);
        click(kitchen, u"A-001"_s);
        QCOMPARE(kitchen.stateOf(u"A-001"_s), QString());
        click(kitchen, u"A-002"_s); // stands where A-001 stood
        QCOMPARE(kitchen.stateOf(u"A-002"_s), u"ready"_s);
        kitchen.live(TicketPresenter::lockOut);
        click(kitchen, u"A-002"_s);
        QCOMPARE(kitchen.stateOf(u"A-002"_s), QString());
    }

    void keysBumpTheTicketWithTheirCap()
    {
        PracticeKitchen kitchen;
        kitchen.open(kitchen.samples.lunch());
        shown(kitchen);
        key(kitchen, Qt::Key_9);
        QCOMPARE(kitchen.stateOf(u"A-042"_s), u"preparing"_s);
        key(kitchen, Qt::Key_0); // no tenth ticket
        QCOMPARE(kitchen.tickets.advances.size(), 1);
    }

    void theSameKeyTwiceDoesNotBumpWhoeverHasItNow()
    {
        PracticeKitchen kitchen;
        kitchen.open({kitchen.samples.ticket(u"A"_s, 1, OrderState::Ready), kitchen.samples.ticket(u"A"_s, 2, OrderState::Ready)});
        shown(kitchen);
        key(kitchen, Qt::Key_1);
        key(kitchen, Qt::Key_1);
        QCOMPARE(kitchen.stateOf(u"A-001"_s), QString());
        QCOMPARE(kitchen.stateOf(u"A-002"_s), u"ready"_s);
    }

    void recallTakesTheLastBumpBack()
    {
        PracticeKitchen kitchen;
        kitchen.open({kitchen.samples.ticket(u"A"_s, 42, OrderState::Ready)});
        shown(kitchen);
        key(kitchen, Qt::Key_R);
        QVERIFY(kitchen.tickets.recalls.isEmpty());
        key(kitchen, Qt::Key_1);
        QCOMPARE(kitchen.stateOf(u"A-042"_s), QString());
        key(kitchen, Qt::Key_R);
        QCOMPARE(kitchen.stateOf(u"A-042"_s), u"ready"_s);
    }

    void twoHundredTicketsArePagedAndTheOldestComeBackByThemselves()
    {
        PracticeKitchen kitchen;
        kitchen.open(kitchen.samples.many(200));
        shown(kitchen);
        QVERIFY(pages(kitchen) > 10);
        key(kitchen, Qt::Key_Left);
        QCOMPARE(page(kitchen), 1);
        key(kitchen, Qt::Key_Right);
        key(kitchen, Qt::Key_PageDown);
        QCOMPARE(page(kitchen), 3);
        kitchen.live(31s);
        kitchen.settle();
        QCOMPARE(page(kitchen), 1);
    }

    void aTicketOnALaterPageIsSeenOnceItsNumberStoodInTheCounter()
    {
        PracticeKitchen kitchen;
        QList<TicketView> known = kitchen.samples.many(60);
        for (TicketView &ticket : known)
            ticket.seenHere = true;
        kitchen.open(known);
        shown(kitchen);
        QVERIFY(kitchen.tickets.seen.isEmpty());
        const TicketView late = kitchen.samples.ticket(u"B"_s, 777);
        kitchen.tickets.arrive(late);
        QCOMPARE(kitchen.placeOf(u"B-777"_s), QPoint(-1, -1));
        QTRY_COMPARE(kitchen.tickets.seen, QList{late.order});
    }
};

QTEST_MAIN(KitchenBoardTest)
#include "tst_kitchenboard.moc"
