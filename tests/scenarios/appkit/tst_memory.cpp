// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/memory.h>

#include <QFile>
#include <QTest>
#include <QtMath>

using namespace saji;

namespace {

//! Pages of files that are mapped here and resident.
qint64 filePages()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    return statm.open(QIODevice::ReadOnly) ? statm.readAll().split(' ').value(2).toLongLong() : -1;
}

} // namespace

class TestMemory : public QObject
{
    Q_OBJECT

private slots:
    void codeOfTheStartIsGivenBackAndTheProgramGoesOn()
    {
        const auto before = filePages();
        giveBackStartMemory();
        const auto after = filePages();
        QVERIFY(before > 0);
        QVERIFY2(after < before, qPrintable(QStringLiteral("%1 pages before, %2 after").arg(before).arg(after)));
        QCOMPARE(QString::number(qSqrt(2.0), 'f', 3), QStringLiteral("1.414")); // code that was given back is there again
    }
};

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
