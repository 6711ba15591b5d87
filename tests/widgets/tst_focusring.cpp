// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/focusring.h>
#include <widgets/ground.h>
#include <widgets/sheet.h>
#include <widgets/card.h>
#include <widgets/stepper.h>
#include <widgets/touchbutton.h>

#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace saji;
using namespace Qt::StringLiterals;

class TestFocusRing : public QObject
{
    Q_OBJECT

    Theme m_theme{Look::Light};
    std::unique_ptr<Ground> m_window;
    TouchButton *m_button = nullptr;
    Stepper *m_stepper = nullptr;
    FocusRing *m_ring = nullptr;

private slots:
    void init()
    {
        m_theme.setReducedMotion(true);
        m_window = std::make_unique<Ground>();
        m_theme.attach(m_window.get());
        m_ring = m_window->findChild<FocusRing *>();
        m_button = new TouchButton(u"Bayar"_s, TouchButton::Kind::Primary, m_window.get());
        m_button->setGeometry(100, 100, 300, 100);
        m_stepper = new Stepper(Stepper::Size::Normal, m_window.get());
        m_stepper->move(100, 300);
        m_stepper->resize(m_stepper->sizeHint());
        m_window->resize(600, 600);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_button->setFocus();
    }

    void isHiddenUntilTheFirstKey()
    {
        QVERIFY(!m_ring->isVisible());
        QTest::keyClick(m_button, Qt::Key_Tab);
        QVERIFY(m_ring->isVisible());
        QTest::mouseClick(m_button, Qt::LeftButton);
        QVERIFY(!m_ring->isVisible());
    }

    void liesOutsideTheControlAndLeavesAGap()
    {
        m_ring->setKeyboardMode(true);
        QVERIFY(m_ring->geometry().contains(m_button->geometry().adjusted(-10, -10, 10, 10)));
        const QImage shot = m_window->grab().toImage();
        QCOMPARE(shot.pixelColor(250, 100 - 8), m_theme.palette().focus);
        QCOMPARE(shot.pixelColor(250, 100 - 3), m_theme.palette().focusGap);
        QCOMPARE(shot.pixelColor(250, 110), m_theme.palette().leaf);
    }

    void followsTheTargetWithinAControl()
    {
        m_ring->setKeyboardMode(true);
        m_stepper->setFocus();
        const QRect minus = m_ring->geometry();
        QTest::keyClick(m_stepper, Qt::Key_Right);
        QVERIFY(m_ring->geometry().left() > minus.left());
        QVERIFY(m_ring->geometry().contains(m_stepper->mapTo(m_window.get(), m_stepper->target(1).box.center().toPoint())));
    }

    void followsAControlThatMoves()
    {
        m_ring->setKeyboardMode(true);
        const QRect before = m_ring->geometry();
        m_button->move(100, 400);
        QTRY_COMPARE(m_ring->geometry(), before.translated(0, 300));
        m_button->hide();
        QTRY_VERIFY(!m_ring->isVisible() || !m_ring->geometry().intersects(QRect(90, 390, 300, 100)));
    }

    void neverTakesATap()
    {
        m_ring->setKeyboardMode(true);
        QVERIFY(m_ring->testAttribute(Qt::WA_TransparentForMouseEvents));
        QCOMPARE(m_window->childAt(250, 150), m_button);
    }

    void showsAboveASheet()
    {
        Sheet sheet(m_window.get());
        auto *column = new QVBoxLayout(sheet.panel());
        auto *inside = new TouchButton(u"Di dalam"_s);
        column->addWidget(inside);
        m_ring->setKeyboardMode(true);
        sheet.open();
        QVERIFY(inside->hasFocus());
        QVERIFY(m_ring->isVisible());
        const auto children = m_window->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
        QVERIFY(children.indexOf(m_ring) > children.indexOf(&sheet));
    }

    void aWiderRingMarksHighContrast()
    {
        m_ring->setKeyboardMode(true);
        const int light = m_ring->width();
        m_theme.setLook(Look::HighContrast);
        QVERIFY(m_ring->width() > light);
        m_theme.setLook(Look::Light);
    }
};

QTEST_MAIN(TestFocusRing)
#include "tst_focusring.moc"
