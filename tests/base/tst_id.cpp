// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/id.h>
#include <testkit/manualclock.h>

#include <QSet>
#include <QTest>

#include <type_traits>

using namespace saji;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using CupId = Id<struct CupTag>;
using SpoonId = Id<struct SpoonTag>;
using CupNumber = Number<struct CupTag>;

static_assert(!std::is_convertible_v<CupId, SpoonId>, "a cup must not pass for a spoon");
static_assert(!std::is_constructible_v<SpoonId, CupId>);
static_assert(!std::is_convertible_v<qint64, CupNumber>);

class TestId : public QObject
{
    Q_OBJECT

private slots:
    void isAUuidOfVersionSevenAndTheRfcVariant()
    {
        ManualClock clock;
        SeededRandom random(1);
        for (int i = 0; i < 200; ++i) {
            const auto bytes = CupId::create(clock, random).toBytes();
            QCOMPARE(uchar(bytes[6]) >> 4, 7);
            QCOMPARE(uchar(bytes[8]) >> 6, 2);
        }
    }

    void beginsWithItsTimeOfBirth()
    {
        ManualClock clock(Milliseconds(0x0123456789abLL));
        SeededRandom random(1);
        const auto text = CupId::create(clock, random).toString();
        QVERIFY2(text.startsWith(u"01234567-89ab-7"_s), qPrintable(text));
    }

    void laterOnesSortLater()
    {
        ManualClock clock;
        SeededRandom random(3);
        auto last = CupId::create(clock, random);
        for (int i = 0; i < 100; ++i) {
            clock.advance(1ms);
            const auto next = CupId::create(clock, random);
            QVERIFY(last < next);
            QVERIFY(last.toString() < next.toString());
            last = next;
        }
    }

    void noTwoAreEqualWithinAMillisecond()
    {
        ManualClock clock;
        SeededRandom random(4);
        QSet<CupId> ids;
        for (int i = 0; i < 10'000; ++i)
            ids.insert(CupId::create(clock, random));
        QCOMPARE(ids.size(), 10'000);
    }

    void survivesTextAndBytes()
    {
        ManualClock clock;
        SeededRandom random(5);
        const auto id = CupId::create(clock, random);
        QVERIFY(*CupId::fromString(id.toString()) == id);
        QVERIFY(*CupId::fromString(id.toString().toUpper()) == id);
        QVERIFY(*CupId::fromBytes(id.toBytes()) == id);
        QCOMPARE(id.toString().size(), 36);
        QCOMPARE(id.toBytes().size(), 16);
    }

    void refusesWhatIsNoId_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << u""_s;
        QTest::newRow("word") << u"cup"_s;
        QTest::newRow("short") << u"01234567-89ab-7000-8000-00000000000"_s;
        QTest::newRow("null") << u"00000000-0000-0000-0000-000000000000"_s;
        QTest::newRow("letters") << u"g1234567-89ab-7000-8000-000000000000"_s;
        QTest::newRow("long") << QString(10'000, u'7');
    }

    void refusesWhatIsNoId()
    {
        QFETCH(QString, text);
        const auto id = CupId::fromString(text);
        QVERIFY(!id);
        QVERIFY(id.error().code == ErrorCode::Malformed);
        QVERIFY(id.error().detail.size() < 120);
    }

    void refusesBytesOfAnotherLength()
    {
        QVERIFY(CupId::fromBytes(QByteArray(15, 'x')).error().code == ErrorCode::Malformed);
        QVERIFY(CupId::fromBytes(QByteArray(17, 'x')).error().code == ErrorCode::Malformed);
    }

    void isNullUntilItIsGiven()
    {
        QVERIFY(CupId().isNull());
        QVERIFY(CupNumber().isNull());
        QVERIFY(!CupNumber(3).isNull());
        QVERIFY(CupNumber(3) < CupNumber(4));
    }
};

QTEST_GUILESS_MAIN(TestId)
#include "tst_id.moc"
