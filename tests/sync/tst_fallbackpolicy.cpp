// SPDX-License-Identifier: GPL-3.0-or-later
#include <sync/fallbackpolicy.h>

#include <QTest>

using namespace std::chrono_literals;

namespace saji {

class TestFallbackPolicy : public QObject
{
    Q_OBJECT

private slots:
    void climbsToThirtySecondsOnTheInternet();
    void staysWithinFiveSecondsOnTheLan();
    void startsOverWhenTheSocketWasUp();
    void climbsOnWhenTheSocketBreaksYoung();
    void jitterSpreadsThoseWhoWereCutTogether();
    void pollsThreeSecondsAfterTheSocketFailed();
    void pollsWithinTheAgreedPace();
};

void TestFallbackPolicy::climbsToThirtySecondsOnTheInternet()
{
    FallbackPolicy policy(Reach::Internet, [] { return 0.0; });
    for (const auto expected : {1s, 2s, 5s, 10s, 30s, 30s, 30s})
        QCOMPARE(policy.nextSocketDelay(), Milliseconds(expected));
}

void TestFallbackPolicy::staysWithinFiveSecondsOnTheLan()
{
    FallbackPolicy policy(Reach::Lan, [] { return 0.0; });
    for (const auto expected : {1s, 2s, 5s, 5s, 5s})
        QCOMPARE(policy.nextSocketDelay(), Milliseconds(expected));
}

void TestFallbackPolicy::startsOverWhenTheSocketWasUp()
{
    FallbackPolicy policy(Reach::Internet, [] { return 0.0; });
    for (int i = 0; i < 10; ++i)
        (void)policy.nextSocketDelay();
    QVERIFY(policy.socketLasted(5s));
    QCOMPARE(policy.nextSocketDelay(), Milliseconds(1s));
}

void TestFallbackPolicy::climbsOnWhenTheSocketBreaksYoung()
{
    FallbackPolicy policy(Reach::Internet, [] { return 0.0; });
    for (const auto expected : {1s, 2s, 5s, 10s, 30s}) {
        QCOMPARE(policy.nextSocketDelay(), Milliseconds(expected));
        QVERIFY(!policy.socketLasted(4999ms));
    }
}

void TestFallbackPolicy::jitterSpreadsThoseWhoWereCutTogether()
{
    double jitter = 0.0;
    FallbackPolicy policy(Reach::Internet, [&jitter] { return jitter; });
    for (int i = 0; i < 4; ++i)
        (void)policy.nextSocketDelay();
    const auto early = policy.nextSocketDelay();
    jitter = 0.999;
    const auto late = policy.nextSocketDelay();
    QCOMPARE(early, Milliseconds(30s));
    QVERIFY(late > early + 5s);
    QVERIFY(late <= early + 10s);
}

void TestFallbackPolicy::pollsThreeSecondsAfterTheSocketFailed()
{
    QCOMPARE(FallbackPolicy(Reach::Lan, [] { return 0.0; }).pollingAfter(), Milliseconds(3s));
    QCOMPARE(FallbackPolicy(Reach::Internet, [] { return 0.0; }).pollingAfter(), Milliseconds(3s));
}

void TestFallbackPolicy::pollsWithinTheAgreedPace()
{
    const auto pace = FallbackPolicy(Reach::Internet, [] { return 0.0; }).pollPace();
    QCOMPARE(pace.busy, Milliseconds(1s));
    QCOMPARE(pace.idle, Milliseconds(30s));
    QCOMPARE(pace.requestTimeout, Milliseconds(5s));
    QCOMPARE(pace.onError, (QList<Milliseconds>{5s, 10s, 15s, 30s}));
    QVERIFY(FallbackPolicy(Reach::Lan, [] { return 0.0; }).pollPace().idle <= 1s);
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestFallbackPolicy)
#include "tst_fallbackpolicy.moc"
