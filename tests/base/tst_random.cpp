// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/random.h>

#include <QSet>
#include <QTest>

#include <array>

using namespace saji;

class TestRandom : public QObject
{
    Q_OBJECT

private slots:
    void matchesThePublishedSequence()
    {
        // The reference values of SplitMix64 for the seed 1234567.
        SeededRandom random(1234567);
        for (const quint64 expected : {6457827717110365317ULL, 3203168211198807973ULL, 9817491932198370423ULL, 4593380528125082431ULL,
                                       16408922859458223821ULL})
            QCOMPARE(random.next(), expected);
    }

    void theSameSeedGivesTheSameRun()
    {
        SeededRandom a(99), b(99), c(100);
        bool differs = false;
        for (int i = 0; i < 100; ++i) {
            const auto value = a.next();
            QCOMPARE(b.next(), value);
            differs = differs || c.next() != value;
        }
        QVERIFY(differs);
    }

    void unitStaysBelowOneAndFillsItsRange()
    {
        SeededRandom random(0);
        std::array<int, 10> tenths{};
        for (int i = 0; i < 10'000; ++i) {
            const double value = random.unit();
            QVERIFY(value >= 0.0 && value < 1.0);
            ++tenths.at(size_t(value * 10));
        }
        for (const int count : tenths)
            QVERIFY2(count > 850 && count < 1150, qPrintable(QString::number(count)));
    }

    void belowStaysBelowItsBoundAndReachesAll()
    {
        SeededRandom random(7);
        QSet<quint64> seen;
        for (int i = 0; i < 1000; ++i)
            seen.insert(random.below(6));
        QCOMPARE(seen, (QSet<quint64>{0, 1, 2, 3, 4, 5}));
        QCOMPARE(random.below(0), 0ULL);
        QCOMPARE(random.below(1), 0ULL);
    }

    void theSystemDoesNotRepeatItself()
    {
        SystemRandom random;
        QSet<quint64> seen;
        for (int i = 0; i < 1000; ++i)
            seen.insert(random.next());
        QCOMPARE(seen.size(), 1000);
    }
};

QTEST_GUILESS_MAIN(TestRandom)
#include "tst_random.moc"
