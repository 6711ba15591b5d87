// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/retention.h>

#include <QTest>

using namespace std::chrono_literals;

namespace saji {
namespace {

constexpr Milliseconds noon{1'749'988'800'000}; // 2025-06-15 12:00 UTC

//! Lives through `span` with a backup every `step`; what is left, newest first.
QList<Milliseconds> live(Milliseconds span, Milliseconds step, const Retention &retention = {})
{
    QList<Milliseconds> kept;
    for (auto now = noon - span; now <= noon; now += step) {
        kept.prepend(now);
        const auto surplus = retention.surplus(kept, now);
        for (const auto place : surplus)
            kept.removeAt(place);
    }
    return kept;
}

Milliseconds longestGap(const QList<Milliseconds> &times, Milliseconds from, Milliseconds to)
{
    Milliseconds gap{0};
    for (qsizetype i = 1; i < times.size(); ++i) {
        if (noon - times.at(i) <= to && noon - times.at(i - 1) >= from)
            gap = qMax(gap, times.at(i - 1) - times.at(i));
    }
    return gap;
}

} // namespace

class TestRetention : public QObject
{
    Q_OBJECT

private slots:
    void aFewAreAllKept();
    void theLastHourIsKeptCloselyThenHoursThenDays();
    void aRestaurantThatClosesAtNightKeepsItsDays();
    void theOldestGoFirst();
    void theOrderOfMakingCountsWhenTheClockWasSetBack();
    void aClockFarAheadStillLeavesTheNewestTen();
    void nothingAtAllIsFine();
};

void TestRetention::aFewAreAllKept()
{
    QCOMPARE(live(45min, 5min).size(), 10);
}

void TestRetention::theLastHourIsKeptCloselyThenHoursThenDays()
{
    const auto kept = live(60 * 24h, 5min);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(kept.at(i), noon - i * 5min);
    QVERIFY(longestGap(kept, 50min, 23h) <= 1h);
    QVERIFY(longestGap(kept, 25h, 29 * 24h) <= 24h);
    QVERIFY(noon - kept.last() >= 29 * 24h);
    QVERIFY(noon - kept.last() <= 30 * 24h);
    QVERIFY2(kept.size() >= 10 + 22 + 28 && kept.size() <= 10 + 25 + 31, qPrintable(QString::number(kept.size())));
}

void TestRetention::aRestaurantThatClosesAtNightKeepsItsDays()
{
    QList<Milliseconds> kept;
    const auto midnight = noon - 12h;
    for (int day = 40; day >= 1; --day) {
        for (auto now = midnight - day * 24h + 10h; now < midnight - day * 24h + 22h; now += 5min) {
            kept.prepend(now);
            for (const auto place : Retention().surplus(kept, now))
                kept.removeAt(place);
        }
    }
    QSet<qint64> days;
    for (const auto taken : std::as_const(kept))
        days.insert(taken.count() / Milliseconds(24h).count());
    QVERIFY2(days.size() >= 30, qPrintable(QString::number(days.size())));
    QVERIFY(kept.size() < 60);
}

void TestRetention::theOldestGoFirst()
{
    QList<Milliseconds> taken;
    for (int i = 0; i < 20; ++i)
        taken.append(noon - i * 1min);
    // All within this hour and the last: ten are the newest, one is the newest of the last hour (11:59).
    const auto surplus = Retention().surplus(taken, noon);
    QCOMPARE(surplus.size(), 10);
    QCOMPARE(surplus.first(), 19);
    QVERIFY(std::is_sorted(surplus.rbegin(), surplus.rend()));
}

void TestRetention::theOrderOfMakingCountsWhenTheClockWasSetBack()
{
    QList<Milliseconds> taken;
    for (int i = 0; i < 12; ++i)
        taken.append(noon - i * 5min); // made after somebody set the clock right
    for (int i = 0; i < 30; ++i)
        taken.append(noon + 24h * 365 - i * 5min); // made before, a year ahead
    const auto surplus = Retention().surplus(taken, noon);
    for (int newest = 0; newest < 10; ++newest)
        QVERIFY(!surplus.contains(newest));
    // They count as old as the oldest right one, so they do not stay for a year.
    QVERIFY(surplus.size() >= 29);
}

void TestRetention::aClockFarAheadStillLeavesTheNewestTen()
{
    QList<Milliseconds> taken;
    for (int i = 0; i < 50; ++i)
        taken.append(noon - i * 1h);
    const auto surplus = Retention().surplus(taken, noon + 24h * 400);
    QCOMPARE(surplus.size(), 40);
    QCOMPARE(surplus.last(), 10);
}

void TestRetention::nothingAtAllIsFine()
{
    QVERIFY(Retention().surplus({}, noon).isEmpty());
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestRetention)
#include "tst_retention.moc"
