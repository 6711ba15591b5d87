// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/flowlayout.h>
#include <widgets/ground.h>
#include <widgets/motion.h>
#include <widgets/pagestack.h>
#include <widgets/scrollarea.h>
#include <widgets/toast.h>
#include <widgets/touchbutton.h>

#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace saji;
using namespace Qt::StringLiterals;

//! What scrolls, turns and comes and goes.
class TestMoving : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Ground> m_window;

    ScrollArea *list(int buttons)
    {
        auto *area = new ScrollArea(m_window.get());
        area->setGeometry(0, 0, 500, 500);
        auto *column = new QVBoxLayout(area->content());
        for (int i = 0; i < buttons; ++i)
            column->addWidget(new TouchButton(u"Tombol %1"_s.arg(i)));
        m_window->show();
        m_window->activateWindow(); // on a bare X server nobody else does
        (void)QTest::qWaitForWindowActive(m_window.get());
        return area;
    }

    static void drag(QWidget *widget, const QPoint &from, int by, int steps, ulong stepMs)
    {
        const QPoint global = widget->mapToGlobal(from);
        ulong time = 5000;
        const auto send = [&](QEvent::Type type, const QPoint &at, Qt::MouseButtons buttons) {
            QMouseEvent event(type, widget->mapFromGlobal(at), at, type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons, Qt::NoModifier);
            event.setTimestamp(time += stepMs);
            QCoreApplication::sendEvent(widget, &event);
        };
        send(QEvent::MouseButtonPress, global, Qt::LeftButton);
        for (int i = 1; i <= steps; ++i)
            send(QEvent::MouseMove, global + QPoint(0, by * i / steps), Qt::LeftButton);
        send(QEvent::MouseButtonRelease, global + QPoint(0, by), Qt::NoButton);
    }

private slots:
    void init()
    {
        m_theme = std::make_unique<Theme>(Look::Light);
        m_theme->setReducedMotion(true);
        m_window = std::make_unique<Ground>();
        m_theme->attach(m_window.get());
        m_window->resize(500, 500);
    }

    void cleanup() { m_window.reset(); }

    void aDragOverAButtonScrollsAndPressesNothing()
    {
        ScrollArea *area = list(20);
        auto *button = area->content()->findChild<TouchButton *>();
        QSignalSpy clicked(button, &TouchButton::clicked);
        drag(button, button->rect().center(), -200, 10, 30);
        QCOMPARE(clicked.size(), 0);
        QVERIFY(qAbs(area->verticalScrollBar()->value() - 200) <= 2);
    }

    void aTapInAListPresses()
    {
        ScrollArea *area = list(20);
        auto *button = area->content()->findChild<TouchButton *>();
        QSignalSpy clicked(button, &TouchButton::clicked);
        drag(button, button->rect().center(), -5, 2, 30);
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(area->verticalScrollBar()->value(), 0);
    }

    void aFlingRunsOnAndStopsAtTheEnd()
    {
        m_theme->setReducedMotion(false);
        ScrollArea *area = list(60);
        auto *button = area->content()->findChild<TouchButton *>();
        drag(button, button->rect().center(), -200, 10, 5);
        const int left = area->verticalScrollBar()->value();
        QTRY_VERIFY(area->verticalScrollBar()->value() > left + 100);
        QVERIFY(area->verticalScrollBar()->value() <= area->verticalScrollBar()->maximum());
    }

    void reducedMotionFlingsNothing()
    {
        ScrollArea *area = list(60);
        auto *button = area->content()->findChild<TouchButton *>();
        drag(button, button->rect().center(), -200, 10, 5);
        QVERIFY(qAbs(area->verticalScrollBar()->value() - 200) <= 2);
    }

    void focusBringsItsWidgetIntoView()
    {
        ScrollArea *area = list(12);
        const auto buttons = area->content()->findChildren<TouchButton *>();
        buttons.first()->setFocus();
        for (int i = 0; i < 11; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(buttons.last()->hasFocus());
        const QPoint at = buttons.last()->mapTo(area->viewport(), QPoint(0, 0));
        QVERIFY(area->viewport()->rect().contains(QRect(at, buttons.last()->size())));
    }

    void revealScrollsNoFurtherThanNeeded()
    {
        ScrollArea *area = list(20);
        const auto buttons = area->content()->findChildren<TouchButton *>();
        area->reveal(buttons.at(1));
        QCOMPARE(area->verticalScrollBar()->value(), 0);
        area->reveal(buttons.at(15));
        QVERIFY(area->verticalScrollBar()->value() > 0);
        area->scrollToTop();
        QCOMPARE(area->verticalScrollBar()->value(), 0);
    }

    void tapsDuringAPageTurnGoNowhere()
    {
        m_theme->setReducedMotion(false);
        PageStack stack(m_window.get());
        auto *first = new TouchButton(u"Satu"_s);
        auto *second = new TouchButton(u"Dua"_s);
        stack.addWidget(first);
        stack.addWidget(second);
        stack.resize(400, 400);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QSignalSpy clicked(second, &TouchButton::clicked);
        QSignalSpy turned(&stack, &PageStack::turned);
        stack.turnTo(second);
        QVERIFY(stack.turning());
        QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, QPoint(200, 200));
        QCOMPARE(clicked.size(), 0);
        QVERIFY(turned.wait());
        QCOMPARE(stack.currentWidget(), second);
        QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, QPoint(200, 200));
        QCOMPARE(clicked.size(), 1);
    }

    void withReducedMotionAPageIsThereAtOnce()
    {
        PageStack stack(m_window.get());
        auto *first = new QWidget;
        auto *second = new QWidget;
        stack.addWidget(first);
        stack.addWidget(second);
        m_window->show();
        QSignalSpy turned(&stack, &PageStack::turned);
        stack.turnTo(second, PageStack::Way::Back);
        QCOMPARE(turned.size(), 1);
        QCOMPARE(stack.currentWidget(), second);
        stack.turnTo(second);
        QCOMPARE(turned.size(), 1);
    }

    void turningTwiceEndsOnTheLastPage()
    {
        m_theme->setReducedMotion(false);
        PageStack stack(m_window.get());
        QList<QWidget *> pages{new QWidget, new QWidget, new QWidget};
        for (QWidget *page : pages)
            stack.addWidget(page);
        stack.resize(300, 300);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QSignalSpy turned(&stack, &PageStack::turned);
        stack.turnTo(pages.at(1));
        stack.turnTo(pages.at(2));
        QVERIFY(turned.wait());
        QCOMPARE(turned.size(), 1);
        QCOMPARE(turned.first().first().value<QWidget *>(), pages.at(2));
    }

    void aToastComesSpeaksAndGoesWithoutTakingATap()
    {
        Toast toast(m_window.get());
        m_window->show();
        toast.showText(u"Sate ayam ditambahkan"_s);
        QVERIFY(toast.isVisible());
        QCOMPARE(toast.accessibleName(), u"Sate ayam ditambahkan"_s);
        QVERIFY(toast.testAttribute(Qt::WA_TransparentForMouseEvents));
        toast.showText(u"Es teh ditambahkan"_s);
        QCOMPARE(toast.accessibleName(), u"Es teh ditambahkan"_s);
        toast.hideNow();
        QVERIFY(!toast.isVisible());
    }

    void aTweenWithoutTimeIsThereAtOnce()
    {
        qreal value = 0;
        Tween tween(this, [&value](qreal now) { value = now; });
        QSignalSpy finished(&tween, &Tween::finished);
        tween.start(0, 5, 0);
        QCOMPARE(value, 5.0);
        QCOMPARE(finished.size(), 1);
        tween.start(0, 9, 40);
        QVERIFY(finished.wait());
        QCOMPARE(value, 9.0);
        tween.start(0, 1, 1000);
        tween.stop();
        QCOMPARE(finished.size(), 2);
        QVERIFY(!tween.running());
    }

    void wordsFlowIntoLinesAndTilesIntoColumns()
    {
        QWidget box;
        auto *flow = new FlowLayout(&box);
        flow->setContentsMargins(0, 0, 0, 0);
        flow->setSpacing(10);
        QList<QWidget *> parts;
        for (int i = 0; i < 4; ++i) {
            auto *part = new QWidget;
            part->setFixedSize(100, 40);
            parts.append(part);
            flow->addWidget(part);
        }
        QCOMPARE(flow->heightForWidth(430), 40);
        QCOMPARE(flow->heightForWidth(320), 90);
        QCOMPARE(flow->heightForWidth(100), 190);
        parts.at(1)->hide();
        QCOMPARE(flow->heightForWidth(320), 40);
        parts.at(1)->show();
        flow->setColumns(150, 2);
        QCOMPARE(flow->heightForWidth(320), 90);
        QCOMPARE(flow->heightForWidth(300), 190);
        box.resize(320, 90);
        box.show();
        QCOMPARE(parts.at(3)->pos().x(), 165);
        QCOMPARE(parts.at(3)->pos().y(), 50);
    }
};

QTEST_MAIN(TestMoving)
#include "tst_moving.moc"
