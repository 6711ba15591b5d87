// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/ground.h>
#include <widgets/iconbutton.h>
#include <widgets/touchbutton.h>

#include <QAccessible>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

void send(QWidget &widget, QEvent::Type type, const QPoint &at, ulong timestamp)
{
    const bool release = type == QEvent::MouseButtonRelease;
    QMouseEvent event(type, at, widget.mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, release ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    event.setTimestamp(timestamp);
    QCoreApplication::sendEvent(&widget, &event);
}

void tap(QWidget &widget, ulong timestamp)
{
    send(widget, QEvent::MouseButtonPress, widget.rect().center(), timestamp);
    send(widget, QEvent::MouseButtonRelease, widget.rect().center(), timestamp + 10);
}

} // namespace

class TestTouchButton : public QObject
{
    Q_OBJECT

    Theme m_theme{Look::Light};
    std::unique_ptr<Ground> m_window;
    TouchButton *m_button = nullptr;
    TouchButton *m_other = nullptr;
    QPointingDevice *m_finger = QTest::createTouchDevice();

private slots:
    void init()
    {
        m_window = std::make_unique<Ground>();
        m_theme.attach(m_window.get());
        auto *column = new QVBoxLayout(m_window.get());
        m_button = new TouchButton(u"Bayar"_s);
        m_other = new TouchButton(u"Batal"_s, TouchButton::Kind::Quiet);
        column->addWidget(m_button);
        column->addWidget(m_other);
        m_window->resize(600, 400);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void actsOnReleaseNotOnPress()
    {
        QSignalSpy clicked(m_button, &TouchButton::clicked);
        QTest::mousePress(m_button, Qt::LeftButton);
        QCOMPARE(clicked.size(), 0);
        QTest::mouseRelease(m_button, Qt::LeftButton);
        QCOMPARE(clicked.size(), 1);
    }

    void slidingOffCancels()
    {
        QSignalSpy clicked(m_button, &TouchButton::clicked);
        send(*m_button, QEvent::MouseButtonPress, m_button->rect().center(), 1000);
        send(*m_button, QEvent::MouseMove, QPoint(m_button->width() / 2, m_button->height() + 200), 1050);
        send(*m_button, QEvent::MouseButtonRelease, QPoint(m_button->width() / 2, m_button->height() + 200), 1100);
        QCOMPARE(clicked.size(), 0);
    }

    void slidingBackPressesAfterAll()
    {
        QSignalSpy clicked(m_button, &TouchButton::clicked);
        send(*m_button, QEvent::MouseButtonPress, m_button->rect().center(), 1000);
        send(*m_button, QEvent::MouseMove, QPoint(m_button->width() / 2, m_button->height() + 200), 1050);
        send(*m_button, QEvent::MouseMove, m_button->rect().center(), 1080);
        send(*m_button, QEvent::MouseButtonRelease, m_button->rect().center(), 1100);
        QCOMPARE(clicked.size(), 1);
    }

    void aSecondTapAtOnceIsTheSameTap()
    {
        QSignalSpy clicked(m_button, &TouchButton::clicked);
        tap(*m_button, 1000);
        tap(*m_button, 1120);
        QCOMPARE(clicked.size(), 1);
        tap(*m_button, 1900);
        QCOMPARE(clicked.size(), 2);
    }

    void aFingerPressesLikeAMouse()
    {
        QSignalSpy clicked(m_button, &TouchButton::clicked);
        const QPoint middle = m_button->rect().center();
        QTest::touchEvent(m_button, m_finger).press(0, middle, m_button);
        QCOMPARE(clicked.size(), 0);
        QTest::touchEvent(m_button, m_finger).release(0, middle, m_button);
        QCOMPARE(clicked.size(), 1);
    }

    void aFingerThatSlidesOffCancels()
    {
        QSignalSpy clicked(m_button, &TouchButton::clicked);
        QTest::touchEvent(m_button, m_finger).press(0, m_button->rect().center(), m_button);
        QTest::touchEvent(m_button, m_finger).move(0, QPoint(10, m_button->height() + 150), m_button);
        QTest::touchEvent(m_button, m_finger).release(0, QPoint(10, m_button->height() + 150), m_button);
        QCOMPARE(clicked.size(), 0);
    }

    void aSecondFingerChangesNothing()
    {
        QSignalSpy clicked(m_button, &TouchButton::clicked);
        const QPoint middle = m_button->rect().center();
        QTest::touchEvent(m_button, m_finger).press(0, middle, m_button);
        QTest::touchEvent(m_button, m_finger).stationary(0).press(1, middle + QPoint(20, 0), m_button);
        QTest::touchEvent(m_button, m_finger).stationary(0).release(1, middle + QPoint(20, 0), m_button);
        QCOMPARE(clicked.size(), 0);
        QTest::touchEvent(m_button, m_finger).release(0, middle, m_button);
        QCOMPARE(clicked.size(), 1);
    }

    void keysPressIt_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("space") << Qt::Key_Space;
        QTest::newRow("return") << Qt::Key_Return;
        QTest::newRow("keypad") << Qt::Key_Enter;
    }

    void keysPressIt()
    {
        QFETCH(Qt::Key, key);
        QSignalSpy clicked(m_button, &TouchButton::clicked);
        m_button->setFocus();
        QTest::keyPress(m_button, key);
        QCOMPARE(clicked.size(), 0);
        QTest::keyRelease(m_button, key);
        QCOMPARE(clicked.size(), 1);
    }

    void aReleaseWithoutItsPressIsNobodysTap()
    {
        // The key went down on another screen, which this button has replaced.
        QSignalSpy clicked(m_button, &TouchButton::clicked);
        m_button->setFocus();
        QTest::keyRelease(m_button, Qt::Key_Space);
        QTest::mouseRelease(m_button, Qt::LeftButton);
        QCOMPARE(clicked.size(), 0);
    }

    void disabledAndBusyIgnoreEveryInput()
    {
        QSignalSpy clicked(m_button, &TouchButton::clicked);
        m_button->setBusy(true);
        QTest::mouseClick(m_button, Qt::LeftButton);
        m_button->setBusy(false);
        m_button->setEnabled(false);
        QTest::mouseClick(m_button, Qt::LeftButton);
        QCOMPARE(clicked.size(), 0);
        m_button->setEnabled(true);
        QTest::mouseClick(m_button, Qt::LeftButton);
        QCOMPARE(clicked.size(), 1);
    }

    void aButtonThatIsDisabledUnderAFingerDoesNotAct()
    {
        QSignalSpy clicked(m_button, &TouchButton::clicked);
        QTest::mousePress(m_button, Qt::LeftButton);
        m_button->setEnabled(false);
        m_button->setEnabled(true);
        QTest::mouseRelease(m_button, Qt::LeftButton);
        QCOMPARE(clicked.size(), 0);
    }

    void aTapMayDeleteItsButton()
    {
        QPointer<TouchButton> button(m_button);
        connect(m_button, &TouchButton::clicked, this, [button] { delete button.data(); });
        QTest::touchEvent(m_button, m_finger).press(0, m_button->rect().center(), m_button);
        const QPoint at = m_button->rect().center();
        QTest::touchEvent(m_button, m_finger).release(0, at, m_button);
        QVERIFY(!button);
    }

    void arrowsAndTabWalkOn()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_button->setFocus();
        QTest::keyClick(m_button, Qt::Key_Down);
        QVERIFY(m_other->hasFocus());
        QTest::keyClick(m_other, Qt::Key_Up);
        QVERIFY(m_button->hasFocus());
        QTest::keyClick(m_button, Qt::Key_Tab);
        QVERIFY(m_other->hasFocus());
    }

    void saysWhatItIsAndLetsOthersPressIt()
    {
        m_button->setFigure(u"Rp 76.000"_s);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(m_button);
        QVERIFY(face);
        QCOMPARE(face->role(), QAccessible::Button);
        QCOMPARE(face->text(QAccessible::Name), u"Bayar, Rp 76.000"_s);
        QSignalSpy clicked(m_button, &TouchButton::clicked);
        face->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(clicked.size(), 1);
        m_button->setEnabled(false);
        QVERIFY(face->state().disabled);
        face->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(clicked.size(), 1);
    }

    void aPressShowsInTheFirstFrame()
    {
        const QImage rest = m_button->grab().toImage();
        QTest::mousePress(m_button, Qt::LeftButton);
        const QImage held = m_button->grab().toImage();
        QCOMPARE(held.pixelColor(held.width() / 2, 8), m_theme.palette().leafPressed);
        QVERIFY(rest != held);
        QTest::mouseRelease(m_button, Qt::LeftButton);
    }

    void everyTargetIsAtLeastFifteenMillimetres()
    {
        for (const auto size : {TouchButton::Size::Hero, TouchButton::Size::Large, TouchButton::Size::Big, TouchButton::Size::Normal, TouchButton::Size::Compact}) {
            TouchButton button(u"A"_s);
            button.setSize(size);
            QVERIFY(button.sizeHint().height() >= Metrics().px(15));
        }
        QVERIFY(IconButton(u"back"_s, u"Kembali"_s).sizeHint().width() >= Metrics().px(15));
    }

    void growsWithTheTextInsteadOfCuttingIt()
    {
        TouchButton button(u"Tambah menu yang lain lagi"_s);
        const int wide = button.sizeHint().width();
        QCOMPARE(button.heightForWidth(wide), button.sizeHint().height());
        QVERIFY(button.heightForWidth(wide / 3) > button.sizeHint().height());
    }
};

QTEST_MAIN(TestTouchButton)
#include "tst_touchbutton.moc"
