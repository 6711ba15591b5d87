// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/peerpresenter.h>
#include <presentation/peerwords.h>

#include <screenkit/fakeservices.h>
#include <testkit/manualscheduler.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! A kitchen with two kiosks, a hub and a server, on virtual time; everybody speaks every second unless told to be quiet.
struct KitchenScreen
{
    ManualClock clock;
    ManualScheduler scheduler{clock};
    LanguageSwitch language;
    FakeSyncService sync;
    PeerPresenter presenter{clock, scheduler, language};
    QSet<QString> silent;

    KitchenScreen()
    {
        sync.status.peers = {peer(PeerRole::Server, u"s"_s, u"pusat"_s), peer(PeerRole::Hub, u"h"_s, u"kotak"_s),
                             peer(PeerRole::Kiosk, u"b"_s, u"Kios B"_s, false), peer(PeerRole::Kiosk, u"a"_s, u"Kios A"_s, false),
                             peer(PeerRole::Kitchen, u"k"_s, u"Sate"_s, false)};
        presenter.attach(sync);
    }
    PeerView peer(PeerRole role, const QString &id, const QString &name, bool direct = true) const
    {
        PeerView view;
        view.role = role;
        view.id = id;
        view.name = name;
        view.mode = SyncMode::Connected;
        view.cause = SyncCause::None;
        view.since = view.lastHeard = clock.steadyNow();
        view.direct = direct;
        return view;
    }
    PeerView &named(const QString &id)
    {
        return *std::find_if(sync.status.peers.begin(), sync.status.peers.end(), [&](const PeerView &view) { return view.id == id; });
    }
    void close(const QString &id, SyncCause cause = SyncCause::NoAnswer)
    {
        named(id).mode = SyncMode::Disconnected;
        named(id).cause = cause;
        named(id).since = clock.steadyNow();
    }
    //! Time passes; all but `quiet` are heard each second.
    void live(int seconds, const QStringList &quiet = {})
    {
        for (int second = 0; second < seconds; ++second) {
            scheduler.advance(1s);
            for (PeerView &view : sync.status.peers) {
                if (!quiet.contains(view.id) && silent.remove(view.id))
                    view.mode = SyncMode::Connected;
                if (!quiet.contains(view.id) && view.mode != SyncMode::Disconnected)
                    view.lastHeard = clock.steadyNow();
                // The hub, which reports the kiosks, gives one up after three pings.
                if (!view.direct && view.mode == SyncMode::Connected && clock.steadyNow() - *view.lastHeard >= 3s) {
                    view.mode = SyncMode::Disconnected;
                    silent << view.id;
                }
            }
            sync.announce();
        }
    }
    PeerBanner::Level level() const { return presenter.banner().level; }
};

} // namespace

class PeerPresenterTest : public QObject
{
    Q_OBJECT

private slots:
    void spansAreShortForLampsAndWholeForSentences()
    {
        const QLocale id(QLocale::Indonesian);
        QVERIFY(PeerWords::span(400ms, id).startsWith(u"0,4"_s));
        QVERIFY(PeerWords::span(9999ms, id).startsWith(u"9,9"_s));
        QVERIFY(PeerWords::span(14s, id).startsWith(u"14 "_s));
        QVERIFY(PeerWords::span(134s, id).contains(u"14"_s));
        QVERIFY(PeerWords::span(49min, id).startsWith(u"49 "_s));
        QVERIFY(PeerWords::span(-5s, id).startsWith(u"0,0"_s));
        QVERIFY(PeerWords::span(400ms, QLocale(QLocale::English)).startsWith(u"0.4"_s));
        QCOMPARE(PeerWords::list({u"a"_s}), u"a"_s);
        QVERIFY(PeerWords::list({u"a"_s, u"b"_s, u"c"_s}).startsWith(u"a, b"_s));
    }

    void aLampPerSourceKiosksFirstOtherKitchensNot()
    {
        KitchenScreen station;
        station.live(4);
        QStringList names;
        for (const PeerLamp &lamp : station.presenter.lamps()) {
            names << lamp.name;
            QCOMPARE(lamp.kind, PeerLampKind::Ok);
        }
        QCOMPARE(names.size(), 4);
        QCOMPARE(names.mid(0, 2), (QStringList{u"Kios A"_s, u"Kios B"_s}));
        QCOMPARE(station.level(), PeerBanner::Level::None);
        QVERIFY(station.presenter.isComplete());
    }

    void whenThereAreManyKiosksTheHealthyOnesShareALampAndTheSickDoNot()
    {
        KitchenScreen station;
        for (int i = 0; i < 8; ++i)
            station.sync.status.peers << station.peer(PeerRole::Kiosk, u"x%1"_s.arg(i), u"Kios %1"_s.arg(i), false);
        station.live(10, {u"x3"_s});
        const QList<PeerLamp> few = station.presenter.fewLamps();
        QCOMPARE(few.size(), 4); // 9 healthy kiosks, the silent one, hub, server
        QVERIFY(few.first().name.contains(u'9'));
        QCOMPARE(few.at(1).name, u"Kios 3"_s);
        QCOMPARE(few.at(1).kind, PeerLampKind::Silent);
    }

    void aSilentKioskRaisesTheAlarmWithinSecondsAndByName()
    {
        KitchenScreen station;
        station.live(10);
        QSignalSpy alarms(&station.presenter, &PeerPresenter::alarmed);
        station.live(2, {u"b"_s});
        QCOMPARE(alarms.count(), 0);
        station.live(1, {u"b"_s});
        QCOMPARE(station.level(), PeerBanner::Level::Alarm);
        QVERIFY(station.presenter.banner().sentence.contains(u"Kios B"_s));
        QVERIFY(station.presenter.banner().detail.contains(u"Kios A"_s));
        QCOMPARE(alarms.count(), 1);
        QVERIFY(!station.presenter.isComplete());
        QVERIFY(station.presenter.proof().contains(u"Kios B"_s));
    }

    void whoPingsSlowlyIsSilentLater()
    {
        KitchenScreen station;
        station.live(5);
        station.named(u"s"_s).pingEvery = 10s;
        station.close(u"h"_s);
        station.live(30, {u"s"_s});
        QVERIFY(station.level() != PeerBanner::Level::Alarm);
        station.live(6, {u"s"_s});
        QCOMPARE(station.level(), PeerBanner::Level::Alarm);
    }

    void theAlarmComesTwoAndAHalfSecondsAfterTheLastWordNotAtTheNextTick()
    {
        KitchenScreen station;
        station.live(10);
        QSignalSpy alarms(&station.presenter, &PeerPresenter::alarmed);
        station.scheduler.advance(2499ms);
        QCOMPARE(alarms.count(), 0);
        station.scheduler.advance(3ms);
        QCOMPARE(alarms.count(), 1);
    }

    void whoIsHeardMeanwhileIsNotAccused()
    {
        KitchenScreen station;
        station.live(10);
        // The engine has heard everybody, but has said so a while ago.
        for (PeerView &view : station.sync.status.peers)
            view.lastHeard = station.clock.steadyNow() + 1900ms;
        QSignalSpy alarms(&station.presenter, &PeerPresenter::alarmed);
        station.scheduler.advance(4s);
        QCOMPARE(alarms.count(), 0);
    }

    void aSilentHubIsToldAndHeardOnceThoughOrdersStillComeByTheServer()
    {
        KitchenScreen station;
        station.live(10);
        QSignalSpy alarms(&station.presenter, &PeerPresenter::alarmed);
        station.live(3, {u"h"_s});
        QCOMPARE(station.level(), PeerBanner::Level::Notice);
        QVERIFY(station.presenter.banner().sentence.contains(PeerWords::cause(SyncCause::Silent)));
        QCOMPARE(alarms.count(), 1);
        station.live(30, {u"h"_s});
        QCOMPARE(alarms.count(), 1);
        station.live(2);
        QCOMPARE(station.level(), PeerBanner::Level::None);
        station.live(3, {u"h"_s});
        QCOMPARE(alarms.count(), 2);
    }

    void kiosksThatAreHeardDirectlyAreAWayOfTheirOwn()
    {
        KitchenScreen station;
        station.named(u"a"_s).direct = station.named(u"b"_s).direct = true;
        station.live(5);
        station.close(u"h"_s);
        station.close(u"s"_s);
        station.live(4);
        QCOMPARE(station.level(), PeerBanner::Level::Notice); // the hub is gone, the orders come
        QVERIFY(station.presenter.isComplete());
    }

    void theAlarmSoundsAgainUntilSomebodyTakesNote()
    {
        KitchenScreen station;
        station.live(10);
        QSignalSpy alarms(&station.presenter, &PeerPresenter::alarmed);
        station.live(26, {u"b"_s});
        QCOMPARE(alarms.count(), 3);
        station.presenter.acknowledge();
        QVERIFY(station.presenter.banner().quiet);
        station.live(30, {u"b"_s});
        QCOMPARE(alarms.count(), 3);
        QCOMPARE(station.level(), PeerBanner::Level::Alarm); // still there, only small
        station.live(12, {u"b"_s, u"a"_s});
        QVERIFY(!station.presenter.banner().quiet); // another worry
        QVERIFY(alarms.count() > 3);
    }

    void whatIsHeardAgainClearsTheBar()
    {
        KitchenScreen station;
        station.live(10);
        station.live(10, {u"b"_s});
        station.presenter.acknowledge();
        station.live(1);
        QCOMPARE(station.level(), PeerBanner::Level::None);
        station.live(10, {u"b"_s});
        QVERIFY(!station.presenter.banner().quiet);
    }

    void aServerOfflineIsALampAndNoBarAsLongAsTheHubIsThere()
    {
        KitchenScreen station;
        station.live(5);
        station.close(u"s"_s);
        station.live(60);
        QCOMPARE(station.level(), PeerBanner::Level::None);
        QCOMPARE(station.presenter.lamps().last().kind, PeerLampKind::Offline);
        QVERIFY(station.presenter.isComplete());
    }

    void aRevokedKioskIsNoSourceAndNobodyIsAlarmed()
    {
        KitchenScreen station;
        station.live(5);
        const auto before = station.presenter.lamps().size();
        station.close(u"b"_s, SyncCause::Revoked);
        station.live(60, {u"b"_s});
        QCOMPARE(station.level(), PeerBanner::Level::None);
        QCOMPARE(station.presenter.lamps().size(), before - 1);
        QVERIFY(station.presenter.isComplete());
    }

    void aScreenThatWasRevokedSaysSoWhateverElseItHears()
    {
        KitchenScreen station;
        station.live(5);
        station.sync.status.removed = Removal{};
        station.live(1);
        QCOMPARE(station.level(), PeerBanner::Level::Alarm);
        QVERIFY2(station.presenter.banner().sentence.startsWith(u"This screen was removed from the restaurant."_s), qPrintable(station.presenter.banner().sentence));
        QVERIFY(station.presenter.banner().detail.contains(u"pair it with a new code"_s));
        QVERIFY(!station.presenter.isComplete());
        QVERIFY(!station.presenter.proof().startsWith(u"Really empty"_s));
        station.presenter.acknowledge();
        QVERIFY(station.presenter.banner().quiet);
    }

    void aHubOfflineIsANoticeThatCanBePutAway()
    {
        KitchenScreen station;
        station.live(5);
        station.close(u"h"_s);
        station.live(2);
        QCOMPARE(station.level(), PeerBanner::Level::None); // it may mend itself
        station.live(1);
        QCOMPARE(station.level(), PeerBanner::Level::Notice);
        QVERIFY(!station.presenter.banner().detail.isEmpty());
        station.presenter.acknowledge();
        QVERIFY(station.presenter.banner().quiet);
    }

    void cutOffFromEverythingIsSaidWithSinceWhenAndWhatToDo()
    {
        KitchenScreen station;
        station.live(5);
        QSignalSpy alarms(&station.presenter, &PeerPresenter::alarmed);
        station.close(u"h"_s);
        station.close(u"s"_s);
        station.live(1, {u"a"_s, u"b"_s});
        QCOMPARE(station.level(), PeerBanner::Level::Alarm);
        QCOMPARE(alarms.count(), 1);
        QVERIFY(station.presenter.banner().sentence.contains(station.presenter.hourNow()));
        QVERIFY(!station.presenter.isComplete());
    }

    void pollingIsANotice()
    {
        KitchenScreen station;
        station.close(u"s"_s);
        station.named(u"h"_s).mode = SyncMode::Polling;
        station.live(12);
        QCOMPARE(station.level(), PeerBanner::Level::Notice);
        const QList<PeerLamp> lamps = station.presenter.lamps();
        QCOMPARE(lamps.at(2).kind, PeerLampKind::Polling);
        QVERIFY(station.presenter.isComplete());
    }

    void nothingIsAlarmingInTheFirstSeconds()
    {
        ManualClock clock;
        ManualScheduler scheduler(clock);
        LanguageSwitch language;
        FakeSyncService sync;
        PeerView hub;
        hub.role = PeerRole::Hub;
        sync.status.peers = {hub};
        PeerPresenter presenter(clock, scheduler, language);
        QSignalSpy alarms(&presenter, &PeerPresenter::alarmed);
        presenter.attach(sync);
        scheduler.advance(2900ms);
        QCOMPARE(presenter.banner().level, PeerBanner::Level::None);
        scheduler.advance(1s);
        QCOMPARE(presenter.banner().level, PeerBanner::Level::Alarm);
        QCOMPARE(alarms.count(), 1);
    }

    void aDiskThatCannotBeWrittenComesBeforeEverything()
    {
        KitchenScreen station;
        station.sync.status.storageError = Error{ErrorCode::DiskFull, {}};
        station.live(1, {u"a"_s, u"b"_s});
        QCOMPARE(station.level(), PeerBanner::Level::Alarm);
        QVERIFY(!station.presenter.banner().sentence.contains(u"Kios"_s));
    }

    void aKioskThatNobodyHeardForHalfADayIsGone()
    {
        KitchenScreen station;
        station.live(5);
        station.named(u"b"_s).lastHeard = station.clock.steadyNow() - 13h;
        station.live(10, {u"b"_s});
        QCOMPARE(station.level(), PeerBanner::Level::None);
        QCOMPARE(station.presenter.lamps().size(), 3);
    }

    void theProofCountsTheSecondsOfTheOldestVoice()
    {
        KitchenScreen station;
        station.live(5);
        QVERIFY2(station.presenter.proof().contains(u'1'), qPrintable(station.presenter.proof()));
        station.scheduler.advance(2500ms);
        QVERIFY2(station.presenter.proof().contains(u'3'), qPrintable(station.presenter.proof()));
    }

    void theMenuSaysHowOldItIs()
    {
        KitchenScreen station;
        QVERIFY(!station.presenter.menuAge().isEmpty());
        MenuState state;
        Menu::Parts parts;
        parts.version = 12;
        parts.outlets = {Outlet{}};
        parts.outlets[0].id = OutletId(1);
        parts.categories = {Category{CategoryId(1), {u"Soto"_s, {}}, {}, 0}};
        Product product;
        product.id = ProductId(1);
        product.outlet = OutletId(1);
        product.category = CategoryId(1);
        product.name = {u"Soto"_s, {}};
        parts.products = {product};
        state.menu = std::make_shared<const Menu>(parts);
        state.checkedAt = station.clock.steadyNow() - 3min;
        station.presenter.setMenu(state);
        QVERIFY(station.presenter.menuAge().contains(u"12"_s));
        QVERIFY(station.presenter.menuAge().contains(u'3'));
    }
};

QTEST_GUILESS_MAIN(PeerPresenterTest)
#include "tst_peerpresenter.moc"
