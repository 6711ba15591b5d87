// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/stepper.h>

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

class TestStepper : public QObject
{
    Q_OBJECT

private slots:
    void countsUpAndDownWithinItsRange()
    {
        Stepper stepper;
        stepper.setRange(1, 3);
        QSignalSpy edited(&stepper, &Stepper::valueEdited);
        stepper.press(1);
        stepper.press(1);
        QCOMPARE(stepper.value(), 3);
        QVERIFY(!stepper.target(1).enabled);
        stepper.press(1);
        QCOMPARE(stepper.value(), 3);
        QCOMPARE(edited.size(), 2);
        stepper.press(0);
        stepper.press(0);
        QCOMPARE(stepper.value(), 1);
        QVERIFY(!stepper.target(0).enabled);
    }

    void atTheLeastValueMinusAsksForRemoval()
    {
        Stepper stepper;
        stepper.setRemovable(true);
        QSignalSpy removed(&stepper, &Stepper::removeRequested);
        QSignalSpy edited(&stepper, &Stepper::valueEdited);
        QVERIFY(stepper.target(0).enabled);
        stepper.press(0);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(edited.size(), 0);
        QCOMPARE(stepper.value(), 1);
        stepper.setValue(2);
        stepper.press(0);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(stepper.value(), 1);
    }

    void settingTheValueIsNoEdit()
    {
        Stepper stepper;
        QSignalSpy edited(&stepper, &Stepper::valueEdited);
        QSignalSpy changed(&stepper, &Stepper::valueChanged);
        stepper.setValue(7);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(edited.size(), 0);
        stepper.setValue(1000);
        QCOMPARE(stepper.value(), 99);
    }

    void twoQuickTapsAreTwoPortions()
    {
        Stepper stepper;
        stepper.resize(stepper.sizeHint());
        const QPoint plus = stepper.target(1).box.center().toPoint();
        for (ulong at : {1000ul, 1150ul, 1300ul}) {
            for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
                QMouseEvent event(type, plus, stepper.mapToGlobal(plus), Qt::LeftButton, type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
                event.setTimestamp(at);
                QCoreApplication::sendEvent(&stepper, &event);
            }
        }
        QCOMPARE(stepper.value(), 4);
    }

    void plusAndMinusKeysCount()
    {
        Stepper stepper;
        QTest::keyClick(&stepper, '+');
        QTest::keyClick(&stepper, '+');
        QTest::keyClick(&stepper, '-');
        QCOMPARE(stepper.value(), 2);
        QTest::keyClick(&stepper, Qt::Key_Right);
        QCOMPARE(stepper.currentTarget(), 1);
        QTest::keyClick(&stepper, Qt::Key_Space);
        QCOMPARE(stepper.value(), 3);
    }

    void bothKeysAreLargeEnoughAndNamed()
    {
        for (const auto size : {Stepper::Size::Normal, Stepper::Size::Sheet, Stepper::Size::Narrow}) {
            Stepper stepper(size);
            stepper.setSubject(u"Es teh"_s);
            stepper.resize(stepper.sizeHint());
            for (int i = 0; i < 2; ++i) {
                QVERIFY(stepper.target(i).box.width() >= Metrics().px(15));
                QVERIFY(stepper.target(i).box.height() >= Metrics().px(15));
                QVERIFY(stepper.target(i).name.contains(u"Es teh"_s));
            }
            QVERIFY(stepper.target(1).box.left() - stepper.target(0).box.right() >= Metrics().px(3));
        }
    }
};

QTEST_MAIN(TestStepper)
#include "tst_stepper.moc"
