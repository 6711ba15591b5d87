// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/random.h>
#include <store/versionvector.h>

#include <QTest>

namespace saji {
namespace {

Origin origin(quint64 number)
{
    return {DeviceId(QUuid(uint(number), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), 7};
}

VersionVector vector(std::initializer_list<std::pair<quint64, quint64>> entries)
{
    VersionVector made;
    for (const auto &[number, seq] : entries)
        made.raise(origin(number), seq);
    return made;
}

} // namespace

class TestVersionVector : public QObject
{
    Q_OBJECT

private slots:
    void isOnlyEverRaised();
    void zeroIsNoEntry();
    void mergeTakesTheHigherOfEach();
    void coversWhatItHasAndNothingBeyond();
    void lagCountsEventsNotOrigins();
};

void TestVersionVector::isOnlyEverRaised()
{
    auto have = vector({{1, 5}});
    have.raise(origin(1), 3);
    QCOMPARE(have.upTo(origin(1)), 5);
    have.raise(origin(1), 6);
    QCOMPARE(have.upTo(origin(1)), 6);
    QCOMPARE(have.upTo({origin(1).device, 8}), 0); // another epoch is another origin
}

void TestVersionVector::zeroIsNoEntry()
{
    const auto have = vector({{1, 0}});
    QVERIFY(have.isEmpty());
    QCOMPARE(have, VersionVector());
}

void TestVersionVector::mergeTakesTheHigherOfEach()
{
    auto have = vector({{1, 5}, {2, 1}});
    have.merge(vector({{1, 3}, {2, 4}, {3, 1}}));
    QCOMPARE(have, vector({{1, 5}, {2, 4}, {3, 1}}));
}

void TestVersionVector::coversWhatItHasAndNothingBeyond()
{
    const auto have = vector({{1, 5}});
    QVERIFY(have.covers(EventStamp{{}, origin(1), 5}));
    QVERIFY(!have.covers(EventStamp{{}, origin(1), 6}));
    QVERIFY(!have.covers(EventStamp{{}, origin(2), 1}));
    QVERIFY(have.covers(vector({{1, 5}})));
    QVERIFY(have.covers(VersionVector()));
    QVERIFY(!have.covers(vector({{1, 5}, {2, 1}})));
}

void TestVersionVector::lagCountsEventsNotOrigins()
{
    QCOMPARE(vector({{1, 5}, {2, 9}}).lagBehind(vector({{1, 7}, {2, 4}, {3, 3}})), 5);
    QCOMPARE(VersionVector().lagBehind({}), 0);
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestVersionVector)
#include "tst_versionvector.moc"
