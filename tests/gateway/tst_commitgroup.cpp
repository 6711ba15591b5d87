// SPDX-License-Identifier: GPL-3.0-or-later
#include "commitgroup.h"
#include "tuning.h"

#include <QTest>

using namespace saji;
using namespace std::chrono_literals;

class TestCommitGroup : public QObject
{
    Q_OBJECT

private slots:
    void aSingleStatementOfAnIdleHubIsCommittedAtOnce()
    {
        CommitGroup group;
        QCOMPARE(group.gatherFor(1, 1000ms), 0ms);
        group.committed(1, 1000ms, 1008ms); // a slow disk
        QCOMPARE(group.gatherFor(1, 9000ms), 0ms);
    }

    void aFastDiskIsWaitedForByNobody()
    {
        CommitGroup group;
        group.committed(25, 1000ms, 1001ms);
        QCOMPARE(group.gatherFor(25, 1001ms), 0ms);
    }

    void onASlowDiskTwoHalvesBecomeOneGroup()
    {
        CommitGroup group;
        group.committed(25, 1000ms, 1008ms);
        QVERIFY(group.gatherFor(25, 1008ms) > 0ms);
        QVERIFY(!group.isComplete(49));
        QVERIFY(group.isComplete(50));
        group.committed(50, 1009ms, 1018ms);
        // From then on the whole group is what is waited for, and a few quick ones are no reason to wait for more.
        QVERIFY(group.gatherFor(3, 1018ms) > 0ms);
        QVERIFY(group.isComplete(50));
    }

    void whoDoesNotSpeakAgainIsNotWaitedFor()
    {
        CommitGroup group;
        group.committed(25, 1000ms, 1008ms);
        QCOMPARE(group.gatherFor(10, 1008ms), tuning::gatherStep);
        QCOMPARE(group.gatherFor(10, 1009ms), 0ms); // a step that brought nobody is the last one
    }

    void gatheringEndsAfterHalfACommitWhoeverStillComes()
    {
        CommitGroup group;
        group.committed(100, 1000ms, 1008ms);
        auto now = 1008ms;
        for (int waiting = 1; group.gatherFor(waiting, now) > 0ms; ++waiting) {
            now += 1ms;
            QVERIFY(now <= 1012ms);
        }
        QCOMPARE(now, 1012ms);
    }
};

QTEST_GUILESS_MAIN(TestCommitGroup)
#include "tst_commitgroup.moc"
