// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/money.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

class TestMoney : public QObject
{
    Q_OBJECT

private slots:
    void readsDecimals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("minor");
        QTest::newRow("rupiah with sen") << u"150000.00"_s << qint64(15000000);
        QTest::newRow("without decimals") << u"28000"_s << qint64(2800000);
        QTest::newRow("one decimal") << u"4.5"_s << qint64(450);
        QTest::newRow("four decimals, as some web systems send") << u"28000.0000"_s << qint64(2800000);
        QTest::newRow("nothing") << u"0.00"_s << qint64(0);
        QTest::newRow("less") << u"-2000.00"_s << qint64(-200000);
        QTest::newRow("more") << u"+4000.00"_s << qint64(400000);
        QTest::newRow("less than one") << u"-0.05"_s << qint64(-5);
        QTest::newRow("the largest") << u"9999999999.99"_s << qint64(999999999999);
    }
    void readsDecimals()
    {
        QFETCH(QString, text);
        const auto money = Money::fromDecimal(text, u"IDR");
        QVERIFY2(money, qPrintable(money ? QString() : money.error().detail));
        QTEST(money->minorUnits(), "minor");
    }

    void refusesWhatIsNoAmount_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        for (const auto &text : {u""_s, u"-"_s, u"."_s, u".50"_s, u"5."_s, u"1,000"_s, u"1e5"_s, u"0x10"_s, u" 5"_s, u"5 "_s, u"--5"_s,
                                 u"+-5"_s, u"5.0.0"_s, u"5.00000"_s, u"5.001"_s, u"NaN"_s, u"٥"_s, u"Rp 5"_s})
            QTest::addRow("'%s'", qPrintable(text)) << text << ErrorCode::Malformed;
        QTest::newRow("eleven digits") << u"10000000000"_s << ErrorCode::TooLarge;
        QTest::newRow("a hundred digits") << QString(100, u'9') << ErrorCode::TooLarge;
    }
    void refusesWhatIsNoAmount()
    {
        QFETCH(QString, text);
        QFETCH(ErrorCode, code);
        const auto money = Money::fromDecimal(text, u"IDR");
        QVERIFY(!money);
        QVERIFY(money.error().code == code);
    }

    void refusesWhatIsNoCurrency()
    {
        for (const auto &currency : {u""_s, u"Rp"_s, u"idr"_s, u"RUPIAH"_s, u"ID1"_s})
            QVERIFY2(!Money::fromDecimal(u"1.00", currency), qPrintable(currency));
    }

    void writesWhatItReads()
    {
        for (const auto &text : {u"150000.00"_s, u"0.00"_s, u"-2000.00"_s, u"0.05"_s, u"-0.05"_s, u"9999999999.99"_s})
            QCOMPARE(Money::fromDecimal(text, u"IDR")->toDecimal(), text);
        QCOMPARE(Money::fromDecimal(u"4.5", u"SGD")->currency(), u"SGD"_s);
    }

    void addsUpAndNothingHasAnyCurrency()
    {
        const Money dollars(450, "SGD");
        QCOMPARE((Money() + dollars).currency(), u"SGD"_s);
        QCOMPARE((dollars + Money()).currency(), u"SGD"_s);
        QCOMPARE((dollars + dollars * 3).minorUnits(), 1800);
        QCOMPARE((dollars - dollars * 2).minorUnits(), -450);
        QVERIFY(Money(1) < Money(2));
    }

    void sharesAreRoundedToWhatPeoplePay_data()
    {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<int>("basisPoints");
        QTest::addColumn<qint64>("share");
        QTest::newRow("the story's tax") << qint64(13900000) << 1000 << qint64(1390000);
        QTest::newRow("down to whole rupiah") << qint64(12400) << 1000 << qint64(1200); // 12.4
        QTest::newRow("half goes up") << qint64(12500) << 1000 << qint64(1300);         // 12.5
        QTest::newRow("just below a half") << qint64(12499) << 1000 << qint64(1200);
        QTest::newRow("half goes away from zero") << qint64(-12500) << 1000 << qint64(-1300);
        QTest::newRow("nothing of something") << qint64(12500) << 0 << qint64(0);
        QTest::newRow("all of it") << qint64(12500) << 10000 << qint64(12500);
        QTest::newRow("huge sums do not overflow") << qint64(4'000'000'000'000'000'000) << 1000 << qint64(400'000'000'000'000'000);
    }
    void sharesAreRoundedToWhatPeoplePay()
    {
        QFETCH(qint64, minor);
        QFETCH(int, basisPoints);
        QTEST(Money(minor).share(basisPoints).minorUnits(), "share");
    }

    void centsArePaid()
    {
        QCOMPARE(Money(1005, "SGD").share(1000).minorUnits(), 101); // 1.005
        QCOMPARE(Money(1004, "SGD").share(1000).minorUnits(), 100);
    }

    void shareAgreesWithWideArithmetic()
    {
        for (qint64 minor = -3'000'000; minor <= 3'000'000; minor += 7919) {
            for (const int bp : {1, 250, 999, 1000, 1100, 5000}) {
                const double exact = double(minor) * bp / 1e6; // in rupiah
                const auto rounded = qint64(exact < 0 ? -std::floor(-exact + 0.5) : std::floor(exact + 0.5)) * 100;
                QCOMPARE(Money(minor).share(bp).minorUnits(), rounded);
            }
        }
    }

    void isShownAsEachLanguageDoes()
    {
        QCOMPARE(displayMoney(Money(4'500'000), u"id"), u"Rp\u00a045.000"_s);
        QCOMPARE(displayMoney(Money(4'500'000), u"en"), u"Rp\u00a045,000"_s);
        QCOMPARE(displayMoney(Money(14'190'000), u"id"), u"Rp\u00a0141.900"_s);
        QCOMPARE(displayMoney(Money(123'456'789'000), u"id"), u"Rp\u00a01.234.567.890"_s);
        QCOMPARE(displayMoney(Money(0), u"id"), u"Rp\u00a00"_s);
        QCOMPARE(displayMoney(Money(99'900), u"id"), u"Rp\u00a0999"_s);
        QCOMPARE(displayMoney(Money(100'050), u"id"), u"Rp\u00a01.000,50"_s);
        QCOMPARE(displayMoney(Money(-1'000'000), u"id"), u"\u2212Rp\u00a010.000"_s);
        QCOMPARE(displayMoney(Money(123'450, "SGD"), u"en"), u"SGD\u00a01,234.50"_s);
        QCOMPARE(displayMoney(Money(123'400, "SGD"), u"id"), u"SGD\u00a01.234,00"_s);
    }

    void adjustmentsCarryTheirSign()
    {
        QCOMPARE(displayAdjustment(Money(400'000), u"id"), u"+4.000"_s);
        QCOMPARE(displayAdjustment(Money(400'000), u"en"), u"+4,000"_s);
        QCOMPARE(displayAdjustment(Money(-200'000), u"id"), u"\u22122.000"_s);
        QCOMPARE(displayAdjustment(Money(0), u"id"), QString());
    }
};

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
