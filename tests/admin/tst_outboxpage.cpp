// SPDX-License-Identifier: GPL-3.0-or-later
#include <adminkit/practicepanel.h>

#include <widgets/datatable.h>
#include <widgets/healthsentence.h>
#include <widgets/segmentrow.h>
#include <widgets/textfield.h>
#include <widgets/touchbutton.h>

#include <QLineEdit>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The outbox of the whole store on the panel, pressed as a manager would.
class OutboxPageTest : public QObject
{
    Q_OBJECT

    static void shown(PracticePanel &panel)
    {
        panel.open();
        panel.window().show();
        panel.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(&panel.window()));
        panel.window().turnTo(AdminWindow::Outbox);
        panel.settle();
    }
    template<class Widget>
    static Widget *find(PracticePanel &panel, const QString &name)
    {
        return panel.window().findChild<Widget *>(name);
    }
    static void click(PracticePanel &panel, QWidget *widget)
    {
        QVERIFY(widget && widget->isVisible());
        QTest::mouseClick(panel.window().windowHandle(), Qt::LeftButton, {}, widget->mapTo(&panel.window(), widget->rect().center()));
        panel.settle();
    }
    static void clickRow(PracticePanel &panel, const QString &table, int row)
    {
        auto *view = find<DataTable>(panel, table);
        QVERIFY(view && view->isVisible());
        const QPoint spot = view->visualRect(view->model()->index(row, 0)).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, spot);
        panel.settle();
    }
    static void toQuarantine(PracticePanel &panel)
    {
        auto *lists = find<SegmentRow>(panel, u"lists"_s);
        QTest::mouseClick(lists, Qt::LeftButton, {}, lists->target(1).box.center().toPoint());
        panel.settle();
    }
    static OrderId waiting(const PracticePanel &panel, int row) { return panel.outbox.state.waiting.at(row).id; }
    static OrderId flagged(const PracticePanel &panel, int row) { return panel.outbox.state.flagged.at(row).id; }

private slots:
    void opensByKeyAndCountsWhatNeedsAPerson()
    {
        PracticePanel panel;
        panel.open();
        panel.window().show();
        panel.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(&panel.window()));
        QTest::keyClick(&panel.window(), Qt::Key_3);
        QCOMPARE(panel.window().page(), AdminWindow::Outbox);
        panel.outbox.flag(2, panel.clock.steadyNow());
        panel.outbox.wait(3, panel.clock.steadyNow(), 26h);
        QCOMPARE(panel.admin->state().value(u"quarantine"_s).toInt(), 2);
        QCOMPARE(panel.admin->state().value(u"overdue"_s).toInt(), 3);
        QCOMPARE(panel.admin->outbox().needed(), 5);
    }

    void showsNoneOneAndTwoHundred_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("none") << 0;
        QTest::newRow("one") << 1;
        QTest::newRow("two hundred") << 200;
    }

    void showsNoneOneAndTwoHundred()
    {
        QFETCH(int, count);
        PracticePanel panel({1366, 768}, u"en"_s, Look::Light);
        shown(panel);
        panel.outbox.wait(count, panel.clock.steadyNow(), 5h);
        panel.settle();
        auto *table = find<DataTable>(panel, u"waiting"_s);
        QCOMPARE(table->isVisible(), count > 0);
        QCOMPARE(table->model()->rowCount(), std::min(count, OutboxState::maxListed));
        QCOMPARE(find<QWidget>(panel, u"outboxPanel"_s)->isVisible(), count > 0);
        if (count > OutboxState::maxListed)
            QVERIFY(!panel.admin->outbox().moreWaiting().isEmpty());
    }

    void syncNowReallySyncs()
    {
        PracticePanel panel;
        shown(panel);
        panel.outbox.wait(5, panel.clock.steadyNow(), 5h);
        panel.settle();
        QWidget *page = find<QWidget>(panel, u"outbox"_s);
        TouchButton *button = nullptr;
        for (TouchButton *candidate : page->findChildren<TouchButton *>()) {
            if (candidate->isVisible() && candidate->text() == u"Sinkronkan sekarang"_s)
                button = candidate;
        }
        click(panel, button);
        QCOMPARE(panel.outbox.syncs, 1);
    }

    void aRowOpensItsOrderByMouseAndByArrowKeys()
    {
        PracticePanel panel;
        shown(panel);
        panel.outbox.wait(5, panel.clock.steadyNow(), 5h);
        panel.settle();
        clickRow(panel, u"waiting"_s, 2);
        click(panel, find<QWidget>(panel, u"export"_s));
        QCOMPARE(panel.outbox.exports.last(), waiting(panel, 2));
        auto *table = find<DataTable>(panel, u"waiting"_s);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        click(panel, find<QWidget>(panel, u"export"_s));
        QCOMPARE(panel.outbox.exports.last(), waiting(panel, 3));
        QVERIFY2(!find<QWidget>(panel, u"settle"_s)->isVisible(), "what only waits cannot be settled");
    }

    void aFingerDoesWhatTheMouseDoes()
    {
        PracticePanel panel;
        shown(panel);
        panel.outbox.wait(5, panel.clock.steadyNow(), 5h);
        panel.settle();
        auto *screen = QTest::createTouchDevice();
        const auto touch = [&](const QPoint &spot) {
            QTest::touchEvent(panel.window().windowHandle(), screen).press(0, spot);
            QTest::touchEvent(panel.window().windowHandle(), screen).release(0, spot);
            panel.settle();
        };
        auto *view = find<DataTable>(panel, u"waiting"_s);
        touch(view->viewport()->mapTo(&panel.window(), view->visualRect(view->model()->index(3, 0)).center()));
        auto *button = find<QWidget>(panel, u"export"_s);
        touch(button->mapTo(&panel.window(), button->rect().center()));
        QCOMPARE(panel.outbox.exports, QList<OrderId>{waiting(panel, 3)});
    }

    void theChosenOrderStaysChosenWhenOthersArrive()
    {
        PracticePanel panel;
        shown(panel);
        panel.outbox.wait(5, panel.clock.steadyNow(), 5h);
        panel.settle();
        clickRow(panel, u"waiting"_s, 2);
        const OrderId chosen = waiting(panel, 2);
        panel.outbox.state.waiting.removeFirst();
        panel.outbox.state.waitingCount = 4;
        panel.outbox.announce();
        panel.settle();
        click(panel, find<QWidget>(panel, u"export"_s));
        QCOMPARE(panel.outbox.exports.last(), chosen);
    }

    void aFlaggedOrderIsCheckedAgain()
    {
        PracticePanel panel;
        shown(panel);
        panel.outbox.flag(3, panel.clock.steadyNow());
        toQuarantine(panel);
        clickRow(panel, u"quarantine"_s, 1);
        click(panel, find<QWidget>(panel, u"retry"_s));
        QCOMPARE(panel.outbox.retries.size(), 1);
        QCOMPARE(panel.outbox.retries.first().order, flagged(panel, 1));
        QCOMPARE(panel.outbox.retries.first().by, u"Panel kantor"_s);
        QVERIFY(find<QWidget>(panel, u"told"_s)->isVisible());
    }

    void settlingAsksFirstAndWantsANote()
    {
        PracticePanel panel;
        shown(panel);
        panel.outbox.flag(3, panel.clock.steadyNow());
        toQuarantine(panel);
        click(panel, find<QWidget>(panel, u"settle"_s));
        auto *dialog = find<QWidget>(panel, u"settleDialog"_s);
        QVERIFY(dialog->isVisible());
        click(panel, find<QWidget>(panel, u"settleYes"_s));
        QVERIFY2(panel.outbox.settled.isEmpty() && dialog->isVisible(), "without a note nothing is settled");
        auto *note = find<TextField>(panel, u"note"_s)->edit();
        QTest::keyClicks(note, u"ditelepon, 1 porsi diganti"_s);
        QCOMPARE(note->text(), u"ditelepon, 1 porsi diganti"_s); // the 1 is a letter here, no page
        QCOMPARE(panel.window().page(), AdminWindow::Outbox);
        click(panel, find<QWidget>(panel, u"settleYes"_s));
        QCOMPARE(panel.outbox.settled.size(), 1);
        QCOMPARE(panel.outbox.settled.first().order, flagged(panel, 0));
        QCOMPARE(panel.outbox.settled.first().note, u"ditelepon, 1 porsi diganti"_s);
    }

    void notNowSettlesNothing()
    {
        PracticePanel panel;
        shown(panel);
        panel.outbox.flag(1, panel.clock.steadyNow());
        toQuarantine(panel);
        click(panel, find<QWidget>(panel, u"settle"_s));
        QTest::keyClicks(find<TextField>(panel, u"note"_s)->edit(), u"x"_s);
        click(panel, find<QWidget>(panel, u"settleNo"_s));
        QVERIFY(panel.outbox.settled.isEmpty());
        QTRY_VERIFY(!find<QWidget>(panel, u"settleDialog"_s)->isVisible());
    }

    void whatNeedsAPersonIsSaidOnTheHealthPageAndLeadsHere()
    {
        PracticePanel panel;
        shown(panel);
        panel.window().turnTo(AdminWindow::Health);
        panel.live(5s);
        QCOMPARE(panel.admin->state().value(u"mood"_s).toString(), u"good"_s);
        panel.outbox.wait(5, panel.clock.steadyNow(), 10s, OrderReach::Hub);
        QVERIFY2(panel.admin->state().value(u"mood"_s).toString() == u"good"_s, "orders on their way are normal");
        panel.outbox.flag(2, panel.clock.steadyNow());
        panel.live(1s);
        QCOMPARE(panel.admin->state().value(u"mood"_s).toString(), u"look"_s);
        QVERIFY(panel.admin->state().value(u"sentence"_s).toString().contains(u"2"_s));
        AdviceCard *card = nullptr;
        for (AdviceCard *candidate : panel.window().findChildren<AdviceCard *>()) {
            if (candidate->isVisible())
                card = candidate;
        }
        QVERIFY(card);
        click(panel, card->findChild<TouchButton *>());
        QCOMPARE(panel.window().page(), AdminWindow::Outbox);
        QVERIFY(find<DataTable>(panel, u"quarantine"_s)->isVisible());
    }

    void aDiskThatRunsFullIsSomethingToDo()
    {
        PracticePanel panel({1920, 1080}, u"en"_s);
        panel.open();
        panel.live(5s);
        QCOMPARE(panel.admin->health().problemCount(), 0);
        panel.peer(u"kiosk-a"_s).storage = StorageState::Low;
        panel.peer(u"kiosk-a"_s).freeBytes = 480'000'000;
        panel.peer(u"kiosk-b"_s).storage = StorageState::Full;
        panel.peer(u"kiosk-c"_s).healed = true;
        panel.live(1s);
        QCOMPARE(panel.admin->health().problemCount(), 3);
        QStringList causes;
        for (const HealthAdvice &advice : panel.admin->health().advice())
            causes << advice.cause;
        const QString all = causes.join(u" | "_s);
        QVERIFY2(all.contains(u"Kios A: disk almost full (480 MB free)"_s), qPrintable(all));
        QVERIFY2(all.contains(u"Kios B: disk full"_s), qPrintable(all));
        QVERIFY2(all.contains(u"Kios C: its store was damaged"_s), qPrintable(all));
    }
};

QTEST_MAIN(OutboxPageTest)
#include "tst_outboxpage.moc"
