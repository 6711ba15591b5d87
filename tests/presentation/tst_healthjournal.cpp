// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/healthjournal.h>

#include <testkit/manualclock.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct House
{
    ManualClock clock;
    LanguageSwitch language;
    HealthJournal journal{language};
    QAbstractItemModelTester tester{&journal, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QList<PeerView> peers;
    quint64 pending = 0;
    qint64 newest = 12;

    House()
    {
        peers = {peer(PeerRole::Hub, u"Hub"_s), peer(PeerRole::Kiosk, u"Kios A"_s), peer(PeerRole::Kiosk, u"Kios B"_s)};
        look();
    }
    PeerView peer(PeerRole role, const QString &name) const
    {
        PeerView view;
        view.role = role;
        view.id = name;
        view.name = name;
        view.mode = SyncMode::Connected;
        view.cause = SyncCause::None;
        view.lastHeard = clock.steadyNow();
        view.catalogVersion = 12;
        return view;
    }
    void look() { journal.witness(describeDevices(peers, newest, clock.steadyNow()), newest, pending, clock.steadyNow()); }
    //! A second passes; all but `quiet` are heard.
    void live(int seconds, const QString &quiet = {})
    {
        for (int i = 0; i < seconds; ++i) {
            clock.advance(1s);
            for (PeerView &view : peers) {
                if (view.name != quiet && view.mode != SyncMode::Disconnected)
                    view.lastHeard = clock.steadyNow();
            }
            look();
        }
    }
    QString title(int row) const { return journal.index(row).data(HealthJournal::TitleRole).toString(); }
    QString detail(int row) const { return journal.index(row).data(HealthJournal::DetailRole).toString(); }
    PeerLampKind lamp(int row) const { return PeerLampKind(journal.index(row).data(HealthJournal::LampRole).toInt()); }
};

} // namespace

class HealthJournalTest : public QObject
{
    Q_OBJECT

private slots:
    void opensWithHowManyItKnows()
    {
        House house;
        QCOMPARE(house.journal.rowCount(), 1);
        QVERIFY(house.detail(0).contains(u'3'));
        house.live(5);
        QCOMPARE(house.journal.rowCount(), 1);
    }

    void silenceAndItsEndAreTwoEntriesTheSecondWithItsLength()
    {
        House house;
        house.live(14, u"Kios B"_s);
        QCOMPARE(house.journal.rowCount(), 2);
        QVERIFY(house.title(0).contains(u"Kios B"_s));
        QCOMPARE(house.lamp(0), PeerLampKind::Silent);
        house.live(1);
        QCOMPARE(house.journal.rowCount(), 3);
        QCOMPARE(house.lamp(0), PeerLampKind::Ok);
        QVERIFY(house.detail(0) != house.detail(1));
    }

    void aWayThatClosesNamesItsCause()
    {
        House house;
        house.peers[0].mode = SyncMode::Disconnected;
        house.peers[0].cause = SyncCause::NoAnswer;
        house.live(2);
        QCOMPARE(house.journal.rowCount(), 2);
        QVERIFY(!house.detail(0).isEmpty());
        house.peers[0].mode = SyncMode::Connected;
        house.live(1);
        QCOMPARE(house.journal.rowCount(), 3);
    }

    void aNewMenuIsFollowedUntilAllHaveIt()
    {
        House house;
        house.newest = 13;
        house.live(1);
        QCOMPARE(house.journal.rowCount(), 2);
        for (PeerView &view : house.peers)
            view.catalogVersion = 13;
        house.live(1);
        QCOMPARE(house.journal.rowCount(), 3);
        QVERIFY(house.title(0).contains(u"13"_s));
        house.live(3);
        QCOMPARE(house.journal.rowCount(), 3);
    }

    void aDrainedQueueIsTold()
    {
        House house;
        house.pending = 37;
        house.live(2);
        house.pending = 12;
        house.live(2);
        house.pending = 0;
        house.live(2);
        QCOMPARE(house.journal.rowCount(), 2);
        QVERIFY(house.detail(0).contains(u"37"_s));
    }

    void aNewcomerIsTold()
    {
        House house;
        house.peers << house.peer(PeerRole::Kitchen, u"Sate"_s);
        house.live(1);
        QVERIFY(house.title(0).contains(u"Sate"_s));
    }

    void theJournalIsBounded()
    {
        House house;
        for (int i = 0; i < 60; ++i) {
            house.live(6, u"Kios B"_s);
            house.live(1);
        }
        QCOMPARE(house.journal.rowCount(), 50);
    }
};

QTEST_GUILESS_MAIN(HealthJournalTest)
#include "tst_healthjournal.moc"
