// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

//! A few rounds of ./run crash-test, with every program of the suite as a process.
class TestCrash : public QObject
{
    Q_OBJECT

private slots:
    void whatWasConfirmedOutlivesEveryKill()
    {
        QTemporaryDir folder;
        Program demo(u"saji-demo"_s);
        const int code = demo.run({u"--crash-test"_s, u"6"_s, u"--seed"_s, u"7"_s, u"--out"_s, folder.filePath(u"crash"_s)}, 280'000);
        QVERIFY2(code == 0, qPrintable(demo.out() + demo.err()));
        QVERIFY2(demo.out().endsWith(u"clean\n"_s), qPrintable(demo.out()));
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
