// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/card.h>
#include <widgets/ground.h>
#include <widgets/sheet.h>
#include <widgets/touchbutton.h>

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace saji;
using namespace Qt::StringLiterals;

class TestSheet : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Ground> m_window;
    TouchButton *m_below = nullptr;
    Sheet *m_sheet = nullptr;
    TouchButton *m_first = nullptr;
    TouchButton *m_second = nullptr;

private slots:
    void init()
    {
        m_theme = std::make_unique<Theme>(Look::Light, Metrics::fitted(QSize(540, 960)));
        m_theme->setReducedMotion(true);
        m_window = std::make_unique<Ground>();
        m_theme->attach(m_window.get());
        m_below = new TouchButton(u"Di bawah"_s, TouchButton::Kind::Primary, m_window.get());
        m_below->setGeometry(20, 600, 300, 80);
        m_sheet = new Sheet(m_window.get());
        auto *column = new QVBoxLayout(m_sheet->panel());
        m_first = new TouchButton(u"Satu"_s);
        m_second = new TouchButton(u"Dua"_s);
        column->addWidget(m_first);
        column->addWidget(m_second);
        column->addStretch();
        m_window->resize(540, 960);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_below->setFocus();
    }

    void cleanup() { m_window.reset(); }

    void leavesAStripOfThePageAboveIt()
    {
        m_sheet->open();
        const Metrics &m = m_theme->metrics();
        QCOMPARE(m_sheet->geometry(), m_window->rect());
        QCOMPARE(m_sheet->panel()->geometry(), QRect(0, m.at215(132), 540, 960 - m.at215(132)));
    }

    void takesTheFocusAndGivesItBack()
    {
        m_sheet->open();
        QVERIFY(m_first->hasFocus());
        m_sheet->close();
        QVERIFY(m_below->hasFocus());
        QVERIFY(!m_sheet->isVisible());
    }

    void tabStaysInside()
    {
        m_sheet->open();
        QTest::keyClick(m_first, Qt::Key_Tab);
        QVERIFY(m_second->hasFocus());
        QTest::keyClick(m_second, Qt::Key_Tab);
        QVERIFY(m_first->hasFocus());
        QTest::keyClick(m_first, Qt::Key_Backtab);
        QVERIFY(m_second->hasFocus());
    }

    void nothingBelowCanBePressed()
    {
        QSignalSpy below(m_below, &TouchButton::clicked);
        m_sheet->setFitted(true);
        m_sheet->open();
        QVERIFY(m_sheet->panel()->geometry().top() > 700);
        QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, m_below->geometry().center());
        QCOMPARE(below.size(), 0);
        m_sheet->close();
        QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, m_below->geometry().center());
        QCOMPARE(below.size(), 1);
    }

    void aTapOnTheScrimAndEscapeOnlyAsk()
    {
        QSignalSpy asked(m_sheet, &Sheet::dismissRequested);
        m_sheet->open();
        QTest::mouseClick(m_sheet, Qt::LeftButton, {}, QPoint(100, 20));
        QCOMPARE(asked.size(), 1);
        QTest::keyClick(m_first, Qt::Key_Escape);
        QCOMPARE(asked.size(), 2);
        QVERIFY(m_sheet->isOpen());
        QTest::mouseClick(m_sheet, Qt::LeftButton, {}, m_sheet->panel()->geometry().center() + QPoint(0, 100));
        QCOMPARE(asked.size(), 2);
    }

    void saysOnceThatItIsOpenAndClosed()
    {
        QSignalSpy opened(m_sheet, &Sheet::opened);
        QSignalSpy closed(m_sheet, &Sheet::closed);
        m_sheet->open();
        m_sheet->open();
        m_sheet->close();
        m_sheet->close();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(closed.size(), 1);
    }

    void movesAPictureAndThenShowsThePanel()
    {
        m_theme->setReducedMotion(false);
        QSignalSpy opened(m_sheet, &Sheet::opened);
        m_sheet->open();
        QVERIFY(m_sheet->panel()->y() > m_window->height());
        QVERIFY(opened.wait());
        QCOMPARE(m_sheet->panel()->y(), m_theme->metrics().at215(132));
        QSignalSpy closed(m_sheet, &Sheet::closed);
        m_sheet->close();
        QVERIFY(closed.wait());
    }

    void closingOnTheWayUpEndsClosed()
    {
        m_theme->setReducedMotion(false);
        QSignalSpy opened(m_sheet, &Sheet::opened);
        QSignalSpy closed(m_sheet, &Sheet::closed);
        m_sheet->open();
        m_sheet->close();
        QVERIFY(closed.wait());
        QCOMPARE(opened.size(), 0);
        QVERIFY(!m_sheet->isVisible());
    }

    void followsTheSizeOfItsWindow()
    {
        m_sheet->open();
        m_window->resize(600, 800);
        QCoreApplication::processEvents();
        QCOMPARE(m_sheet->geometry(), m_window->rect());
        QCOMPARE(m_sheet->panel()->width(), 600);
    }

    void aDialogStandsInTheLowerHalf()
    {
        Sheet dialog(m_window.get(), Sheet::Place::Dialog);
        auto *column = new QVBoxLayout(dialog.panel());
        column->addWidget(new TouchButton(u"Ya"_s));
        dialog.open();
        const QRect place = dialog.panel()->geometry();
        QVERIFY(place.center().y() > m_window->height() / 2);
        QVERIFY(place.bottom() < m_window->height());
        QCOMPARE(place.width(), m_theme->metrics().at215(920));
    }
};

QTEST_MAIN(TestSheet)
#include "tst_sheet.moc"
