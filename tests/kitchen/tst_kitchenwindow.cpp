// SPDX-License-Identifier: GPL-3.0-or-later
#include <kitchenkit/practicekitchen.h>

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! Everything around the board: sources, sound, languages, panels.
class KitchenWindowTest : public QObject
{
    Q_OBJECT

    static void shown(PracticeKitchen &kitchen)
    {
        kitchen.window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&kitchen.window()));
        kitchen.settle();
    }
    static void key(PracticeKitchen &kitchen, int code)
    {
        QTest::keyClick(&kitchen.window(), Qt::Key(code));
        kitchen.settle();
    }
    static QString screen(const PracticeKitchen &kitchen) { return kitchen.kitchen->state().value(u"screen"_s).toString(); }
    static QJsonObject banner(const PracticeKitchen &kitchen) { return kitchen.kitchen->state().value(u"banner"_s).toObject(); }

private slots:
    void saysThatItIsOpeningUntilTheEngineHasSpoken()
    {
        PracticeKitchen kitchen;
        shown(kitchen);
        QCOMPARE(screen(kitchen), u"opening"_s);
        kitchen.open();
        QCOMPARE(screen(kitchen), u"empty"_s);
    }

    void aNewTicketRingsOnceEvenWhenMuted()
    {
        PracticeKitchen kitchen;
        kitchen.open();
        shown(kitchen);
        QSignalSpy rang(&kitchen.kitchen->chime(), &Chime::rang);
        const TicketView ticket = kitchen.samples.ticket(u"A"_s, 42);
        kitchen.tickets.arrive(ticket);
        kitchen.tickets.arrive(ticket);
        kitchen.live(5s);
        QCOMPARE(rang.count(), 1);
    }

    void ticketsThatComeTogetherRingTogether()
    {
        PracticeKitchen kitchen;
        kitchen.open();
        QSignalSpy rang(&kitchen.kitchen->chime(), &Chime::rang);
        for (int i = 0; i < 20; ++i)
            kitchen.tickets.arrive(kitchen.samples.ticket(u"A"_s, i));
        QCOMPARE(rang.count(), 1);
        kitchen.live(2s);
        kitchen.tickets.arrive(kitchen.samples.ticket(u"A"_s, 99));
        QCOMPARE(rang.count(), 2);
    }

    void ticketsGrowLateByTheOutletsOwnLimits()
    {
        PracticeKitchen kitchen;
        kitchen.open({kitchen.samples.ticket(u"A"_s, 1, OrderState::Pending, 0s)});
        shown(kitchen);
        kitchen.live(479s);
        QCOMPARE(kitchen.kitchen->state().value(u"late"_s).toInt(), 0);
        kitchen.live(2s);
        QCOMPARE(kitchen.kitchen->state().value(u"late"_s).toInt(), 1);
        QCOMPARE(kitchen.kitchen->state().value(u"rings"_s)[u"late"_s].toInt(), 1);
    }

    void theLanguageChangesAtRunTimeAndTheTicketsStay()
    {
        PracticeKitchen kitchen;
        kitchen.open(kitchen.samples.lunch());
        shown(kitchen);
        QCOMPARE(kitchen.kitchen->tickets().card(0).stateWord, u"TELAT"_s);
        key(kitchen, Qt::Key_L);
        QCOMPARE(kitchen.kitchen->tickets().card(0).stateWord, u"LATE"_s);
        QCOMPARE(kitchen.kitchen->state().value(u"count"_s).toInt(), 9);
        key(kitchen, Qt::Key_L);
        QCOMPARE(kitchen.kitchen->tickets().card(0).stateWord, u"TELAT"_s);
    }

    void aSilentKioskIsABarWithItsName()
    {
        PracticeKitchen kitchen;
        kitchen.open();
        shown(kitchen);
        kitchen.live(5s);
        QCOMPARE(banner(kitchen).value(u"level"_s).toString(), u"none"_s);
        kitchen.live(5s, {u"kiosk-b"_s});
        QCOMPARE(banner(kitchen).value(u"level"_s).toString(), u"alarm"_s);
        QVERIFY(banner(kitchen).value(u"sentence"_s).toString().contains(u"Kios B"_s));
        QVERIFY(kitchen.window().findChild<QWidget *>(u"banner"_s)->isVisible());
        kitchen.live(2s);
        QCOMPARE(banner(kitchen).value(u"level"_s).toString(), u"none"_s);
        QVERIFY(!kitchen.window().findChild<QWidget *>(u"banner"_s)->isVisible());
    }

    void cutOffFromEverythingTicketsCanStillBeBumped()
    {
        PracticeKitchen kitchen;
        kitchen.open({kitchen.samples.ticket(u"A"_s, 1)});
        shown(kitchen);
        kitchen.live(5s);
        kitchen.close(u"hub"_s);
        kitchen.close(u"server"_s);
        kitchen.live(2s, {u"kiosk-a"_s, u"kiosk-b"_s});
        QCOMPARE(banner(kitchen).value(u"level"_s).toString(), u"alarm"_s);
        key(kitchen, Qt::Key_1);
        QCOMPARE(kitchen.stateOf(u"A-001"_s), u"preparing"_s);
    }

    void soldOutIsMarkedByTouch()
    {
        PracticeKitchen kitchen;
        kitchen.open();
        shown(kitchen);
        key(kitchen, Qt::Key_H);
        QVERIFY(kitchen.window().isSheetOpen());
        auto *grid = kitchen.window().findChild<QWidget *>(u"soldOut"_s);
        QTest::mouseClick(grid, Qt::LeftButton, {}, QPoint(20, 20));
        QCOMPARE(kitchen.menu.state.soldOut.size(), 1);
        key(kitchen, Qt::Key_H);
        QVERIFY(!kitchen.window().isSheetOpen());
    }

    void behindASheetNoKeyBumps()
    {
        PracticeKitchen kitchen;
        kitchen.open({kitchen.samples.ticket(u"A"_s, 1)});
        shown(kitchen);
        key(kitchen, Qt::Key_H);
        key(kitchen, Qt::Key_1);
        QVERIFY(kitchen.tickets.advances.isEmpty());
        key(kitchen, Qt::Key_H);
        key(kitchen, Qt::Key_1);
        QCOMPARE(kitchen.tickets.advances.size(), 1);
    }

    void theAllDayPanelOpensAndCloses()
    {
        PracticeKitchen kitchen;
        kitchen.open(kitchen.samples.lunch());
        shown(kitchen);
        key(kitchen, Qt::Key_S);
        QVERIFY(kitchen.window().isAllDayShown());
        const auto *panel = kitchen.window().findChild<QWidget *>(u"allDay"_s);
        QVERIFY2(panel->accessibleName().contains(u"11 Soto ayam Lamongan"_s), qPrintable(panel->accessibleName()));
        kitchen.menu.setSoldOut(ProductId(153), true);
        kitchen.live(1s);
        QVERIFY2(panel->accessibleName().contains(u"Belum berhenti menjual: Kios A"_s), qPrintable(panel->accessibleName()));
        key(kitchen, Qt::Key_Escape);
        QVERIFY(!kitchen.window().isAllDayShown());
    }

    void aRefusedStepIsSaidAndGoesAgain()
    {
        PracticeKitchen kitchen;
        kitchen.open({kitchen.samples.ticket(u"A"_s, 1)});
        shown(kitchen);
        kitchen.tickets.refuses = ErrorCode::DiskFull;
        key(kitchen, Qt::Key_1);
        QVERIFY(kitchen.window().refusal().contains(u"A-001"_s));
        kitchen.live(7s);
        QVERIFY(kitchen.window().refusal().isEmpty());
    }

    void aRefusalLeavesTheKeysTheirWords()
    {
        PracticeKitchen kitchen({1366, 768});
        kitchen.open({kitchen.samples.ticket(u"A"_s, 1)});
        shown(kitchen);
        const auto placeOfSoldOut = [&kitchen] {
            QRect place;
            QMetaObject::invokeMethod(kitchen.window().findChild<QWidget *>(u"keys"_s), "targetRect", Qt::DirectConnection, Q_RETURN_ARG(QRect, place),
                                      Q_ARG(QString, u"sold-out"_s));
            return place;
        };
        const QRect before = placeOfSoldOut();
        QVERIFY(before.width() > before.height());
        kitchen.tickets.refuses = ErrorCode::DiskFull;
        key(kitchen, Qt::Key_1);
        QVERIFY(!kitchen.window().refusal().isEmpty());
        QCOMPARE(placeOfSoldOut(), before);
    }

    void muteAndVolumeAreKeysToo()
    {
        PracticeKitchen kitchen;
        shown(kitchen);
        Chime &chime = kitchen.kitchen->chime();
        QVERIFY(chime.isMuted());
        key(kitchen, Qt::Key_M);
        QVERIFY(chime.isAudible());
        key(kitchen, Qt::Key_Minus);
        QCOMPARE(chime.volume(), 60);
    }
};

QTEST_MAIN(KitchenWindowTest)
#include "tst_kitchenwindow.moc"
