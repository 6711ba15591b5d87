// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/promotion.h>

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

Milliseconds utc(const QString &moment)
{
    return Milliseconds(QDateTime::fromString(moment + u'Z', Qt::ISODate).toMSecsSinceEpoch());
}

PromotionSchedule hours(int from, int until)
{
    PromotionSchedule schedule;
    schedule.fromMinute = from;
    schedule.untilMinute = until;
    return schedule;
}

constexpr quint8 only(int weekday) // 1 = Monday
{
    return quint8(1 << (weekday - 1));
}

} // namespace

//! When a promotion holds: by the wall clock of the store, and by nobody else's.
class TestPromotion : public QObject
{
    Q_OBJECT

private slots:
    void withoutAScheduleItAlwaysHolds()
    {
        const PromotionSchedule always;
        QVERIFY(always.holdsAt(utc(u"2026-06-15T00:00:00"_s), "Asia/Jakarta"));
        QVERIFY(always.holdsAt(Milliseconds(0), "Asia/Jakarta"));
    }

    void theHoursAreThoseOfTheStoreNotOfGreenwich()
    {
        const auto afternoon = hours(14 * 60, 17 * 60);
        // Jakarta is seven hours ahead: 14:00 there is 07:00 in Greenwich.
        QVERIFY(!afternoon.holdsAt(utc(u"2026-06-15T06:59:59"_s), "Asia/Jakarta"));
        QVERIFY(afternoon.holdsAt(utc(u"2026-06-15T07:00:00"_s), "Asia/Jakarta"));
        QVERIFY(afternoon.holdsAt(utc(u"2026-06-15T09:59:59"_s), "Asia/Jakarta"));
        QVERIFY(!afternoon.holdsAt(utc(u"2026-06-15T10:00:00"_s), "Asia/Jakarta"));
        QVERIFY(!afternoon.holdsAt(utc(u"2026-06-15T14:30:00"_s), "Asia/Jakarta"));
        QVERIFY(afternoon.holdsAt(utc(u"2026-06-15T14:30:00"_s), "UTC"));
        // Two stores of one chain, one hour apart.
        QVERIFY(afternoon.holdsAt(utc(u"2026-06-15T06:30:00"_s), "Asia/Makassar"));
    }

    void theDaysAreThoseOfTheStore()
    {
        PromotionSchedule june;
        june.firstDay = QDate(2026, 6, 1);
        june.lastDay = QDate(2026, 6, 30);
        // The first of June begins in Jakarta while Greenwich still has May.
        QVERIFY(!june.holdsAt(utc(u"2026-05-31T16:59:59"_s), "Asia/Jakarta"));
        QVERIFY(june.holdsAt(utc(u"2026-05-31T17:00:00"_s), "Asia/Jakarta"));
        QVERIFY(june.holdsAt(utc(u"2026-06-30T16:59:59"_s), "Asia/Jakarta"));
        QVERIFY(!june.holdsAt(utc(u"2026-06-30T17:00:00"_s), "Asia/Jakarta"));
        // In Honolulu it begins ten hours after Greenwich.
        QVERIFY(!june.holdsAt(utc(u"2026-06-01T09:59:59"_s), "Pacific/Honolulu"));
        QVERIFY(june.holdsAt(utc(u"2026-06-01T10:00:00"_s), "Pacific/Honolulu"));
    }

    void theWeekdayIsThatOfTheStore()
    {
        PromotionSchedule monday;
        monday.weekdays = only(1);
        // 2026-06-15 is a Monday.
        QVERIFY(!monday.holdsAt(utc(u"2026-06-14T16:59:59"_s), "Asia/Jakarta"));
        QVERIFY(monday.holdsAt(utc(u"2026-06-14T17:00:00"_s), "Asia/Jakarta")); // a Sunday in Greenwich
        QVERIFY(monday.holdsAt(utc(u"2026-06-15T16:59:59"_s), "Asia/Jakarta"));
        QVERIFY(!monday.holdsAt(utc(u"2026-06-15T17:00:00"_s), "Asia/Jakarta")); // still Monday in Greenwich
    }

    void hoursPastMidnightBelongToTheDayOnWhichTheyBegan()
    {
        auto friday = hours(22 * 60, 2 * 60);
        friday.weekdays = only(5);
        // 2026-06-19 is a Friday.
        QVERIFY(!friday.holdsAt(utc(u"2026-06-19T01:00:00"_s), "UTC")); // the night of Thursday
        QVERIFY(!friday.holdsAt(utc(u"2026-06-19T21:59:59"_s), "UTC"));
        QVERIFY(friday.holdsAt(utc(u"2026-06-19T22:00:00"_s), "UTC"));
        QVERIFY(friday.holdsAt(utc(u"2026-06-20T01:59:59"_s), "UTC"));
        QVERIFY(!friday.holdsAt(utc(u"2026-06-20T02:00:00"_s), "UTC"));
        QVERIFY(!friday.holdsAt(utc(u"2026-06-20T22:00:00"_s), "UTC"));
        friday.lastDay = QDate(2026, 6, 19);
        QVERIFY(friday.holdsAt(utc(u"2026-06-20T01:59:59"_s), "UTC"));
        friday.firstDay = QDate(2026, 6, 20);
        friday.lastDay = {};
        QVERIFY(!friday.holdsAt(utc(u"2026-06-20T01:59:59"_s), "UTC"));
    }

    void theLastMinuteOfADayIsPartOfIt()
    {
        const auto evening = hours(18 * 60, PromotionSchedule::minutesOfDay);
        QVERIFY(evening.holdsAt(utc(u"2026-06-15T23:59:59"_s), "UTC"));
        QVERIFY(!evening.holdsAt(utc(u"2026-06-16T00:00:00"_s), "UTC"));
        const auto untilMidnight = hours(18 * 60, 0);
        QVERIFY(untilMidnight.holdsAt(utc(u"2026-06-15T23:59:59"_s), "UTC"));
        QVERIFY(!untilMidnight.holdsAt(utc(u"2026-06-16T00:00:00"_s), "UTC"));
    }

    void summerTimeMovesTheMomentNotTheHour()
    {
        const auto breakfast = hours(7 * 60, 8 * 60);
        QVERIFY(breakfast.holdsAt(utc(u"2026-03-28T06:30:00"_s), "Europe/Berlin")); // winter, UTC+1
        QVERIFY(!breakfast.holdsAt(utc(u"2026-03-28T05:30:00"_s), "Europe/Berlin"));
        QVERIFY(breakfast.holdsAt(utc(u"2026-03-30T05:30:00"_s), "Europe/Berlin")); // summer, UTC+2
        QVERIFY(!breakfast.holdsAt(utc(u"2026-03-30T06:30:00"_s), "Europe/Berlin"));
    }

    void anHourThatTheClockSkipsNeverComes()
    {
        const auto skipped = hours(2 * 60, 3 * 60); // on 2026-03-29 Berlin goes from 02:00 to 03:00
        for (int minute = 0; minute < 180; ++minute)
            QVERIFY(!skipped.holdsAt(utc(u"2026-03-29T00:00:00"_s) + std::chrono::minutes(minute), "Europe/Berlin"));
    }

    void anHourThatComesTwiceHoldsTwice()
    {
        const auto twice = hours(2 * 60, 3 * 60); // on 2026-10-25 Berlin goes from 03:00 back to 02:00
        int held = 0;
        for (int minute = 0; minute < 240; ++minute)
            held += twice.holdsAt(utc(u"2026-10-24T23:00:00"_s) + std::chrono::minutes(minute), "Europe/Berlin") ? 1 : 0;
        QCOMPARE(held, 120);
    }

    void anUnknownZoneIsGreenwich()
    {
        QVERIFY(hours(14 * 60, 15 * 60).holdsAt(utc(u"2026-06-15T14:30:00"_s), "Atlantis/Downtown"));
    }

    void anAbsurdClockHarmsNobody()
    {
        const auto morning = hours(6 * 60, 7 * 60);
        (void)morning.holdsAt(Milliseconds::max(), "Asia/Jakarta");
        (void)morning.holdsAt(Milliseconds::min(), "Asia/Jakarta");
        QVERIFY(PromotionSchedule().holdsAt(Milliseconds::max(), "Asia/Jakarta"));
    }

    void everyMinuteOfAYearIsAsALocalClockSays_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"Asia/Jakarta", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void everyMinuteOfAYearIsAsALocalClockSays()
    {
        QFETCH(QByteArray, zone);
        const QTimeZone local(zone);
        auto schedule = hours(11 * 60 + 30, 13 * 60);
        schedule.weekdays = only(2) | only(7);
        schedule.firstDay = QDate(2026, 2, 10);
        schedule.lastDay = QDate(2026, 11, 20);
        for (auto at = utc(u"2026-01-01T00:00:00"_s); at < utc(u"2027-01-01T00:00:00"_s); at += std::chrono::minutes(7)) {
            const auto there = QDateTime::fromMSecsSinceEpoch(at.count(), local);
            const bool expected = there.date() >= schedule.firstDay && there.date() <= schedule.lastDay
                                  && (there.date().dayOfWeek() == 2 || there.date().dayOfWeek() == 7) && there.time() >= QTime(11, 30)
                                  && there.time() < QTime(13, 0);
            if (schedule.holdsAt(at, zone) != expected)
                QFAIL(qPrintable(there.toString(Qt::ISODate)));
        }
    }

    void aScopeCoversWhatIsInEachOfItsLists()
    {
        PromotionScope scope;
        QVERIFY(scope.covers(OutletId(1), CategoryId(1), ProductId(1)));
        scope.outlets = {OutletId(1), OutletId(2)};
        scope.categories = {CategoryId(5)};
        QVERIFY(scope.covers(OutletId(2), CategoryId(5), ProductId(1)));
        QVERIFY(!scope.covers(OutletId(3), CategoryId(5), ProductId(1)));
        QVERIFY(!scope.covers(OutletId(1), CategoryId(6), ProductId(1)));
        scope.products = {ProductId(7)};
        QVERIFY(!scope.covers(OutletId(2), CategoryId(5), ProductId(1)));
        QVERIFY(scope.covers(OutletId(2), CategoryId(5), ProductId(7)));
    }
};

QTEST_GUILESS_MAIN(TestPromotion)
#include "tst_promotion.moc"
