// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/staffgate.h>
#include <testkit/manualscheduler.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! Who knows the PIN comes in; who tries does not.
class tst_StaffGate : public QObject
{
    Q_OBJECT

    ManualClock m_clock;
    ManualScheduler m_scheduler{m_clock};

private slots:
    void opensToThePinAndToNothingElse()
    {
        StaffGate gate(u"2468"_s, m_clock, m_scheduler);
        QVERIFY(gate.isSet());
        QCOMPARE(gate.length(), 4);
        QVERIFY(!gate.enter(u"1234"_s));
        QCOMPARE(gate.triesLeft(), 2);
        QVERIFY(!gate.enter(QString()));
        QVERIFY(gate.enter(u"2468"_s));
        QCOMPARE(gate.triesLeft(), 3);
    }

    void isShutWhereNobodyGaveItAPin()
    {
        StaffGate gate({}, m_clock, m_scheduler);
        QVERIFY(!gate.isSet());
        QVERIFY2(!gate.enter(QString()), "no PIN is not an empty PIN");
    }

    void locksForAMinuteAfterThreeWrongOnesAndSaysSo()
    {
        StaffGate gate(u"2468"_s, m_clock, m_scheduler);
        int changes = 0;
        connect(&gate, &StaffGate::changed, &gate, [&changes] { ++changes; });
        for (int i = 0; i < 3; ++i)
            QVERIFY(!gate.enter(u"0000"_s));
        QVERIFY(gate.isLocked());
        QVERIFY2(!gate.enter(u"2468"_s), "not even the right one");
        changes = 0;
        m_scheduler.advance(59s);
        QVERIFY(gate.isLocked());
        QVERIFY2(changes > 50, "the seconds count down");
        m_scheduler.advance(2s);
        QVERIFY(!gate.isLocked());
        QCOMPARE(gate.triesLeft(), 3);
        QVERIFY(gate.enter(u"2468"_s));
    }
};

QTEST_GUILESS_MAIN(tst_StaffGate)
#include "tst_staffgate.moc"
