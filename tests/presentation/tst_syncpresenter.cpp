// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/syncpresenter.h>
#include <screenkit/samplemenu.h>
#include <testkit/manualscheduler.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_SyncPresenter : public QObject
{
    Q_OBJECT

    using Kind = SyncBanner::Kind;

    LanguageSwitch m_language;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<SyncPresenter> m_sync;

    void say(bool central, bool local, SyncMode mode)
    {
        SyncStatus status;
        status.centralConnected = central;
        status.localConnected = local;
        status.mode = mode;
        if (central || local)
            m_last = m_clock->steadyNow();
        status.lastConnected = m_last;
        m_sync->setStatus(status);
    }
    std::optional<Milliseconds> m_last;

private slots:
    void init()
    {
        m_last.reset();
        m_clock = std::make_unique<ManualClock>();
        m_scheduler = std::make_unique<ManualScheduler>(*m_clock);
        m_sync = std::make_unique<SyncPresenter>(m_language, *m_clock, *m_scheduler);
        m_sync->setMenuState({SampleMenu::make(), {}, m_clock->steadyNow(), false});
    }

    void cleanup() { m_sync.reset(); }

    void saysNothingWhileAllIsWell()
    {
        say(true, true, SyncMode::Connected);
        m_scheduler->advance(1h);
        QCOMPARE(m_sync->banner().kind, Kind::None);
        QCOMPARE(m_sync->lamp(), SyncPresenter::Lamp::Connected);
    }

    void startingUpIsNotAnOutage()
    {
        say(false, false, SyncMode::Disconnected);
        m_scheduler->advance(3s);
        QCOMPARE(m_sync->banner().kind, Kind::None);
        m_scheduler->advance(3s);
        QCOMPARE(m_sync->banner().kind, Kind::Alone);
    }

    void aBlinkRaisesNoBanner()
    {
        say(true, true, SyncMode::Connected);
        m_scheduler->advance(1min);
        say(false, true, SyncMode::Connected);
        m_scheduler->advance(1s);
        QCOMPARE(m_sync->banner().kind, Kind::None);
        say(true, true, SyncMode::Connected);
        m_scheduler->advance(1min);
        QCOMPARE(m_sync->banner().kind, Kind::None);
    }

    void withoutInternetTheKitchensStillHear()
    {
        say(true, true, SyncMode::Connected);
        m_scheduler->advance(1min);
        say(false, true, SyncMode::Connected);
        QSignalSpy changed(m_sync.get(), &SyncPresenter::changed);
        m_scheduler->advance(2s);
        QVERIFY2(changed.count() >= 1, "the banner comes by itself, without another status");
        QCOMPARE(m_sync->banner().kind, Kind::NoInternet);
        QCOMPARE(m_sync->banner().sentence, u"The internet is down. You can still order."_s);
    }

    void theBannerKnowsHowOldTheMenuIs()
    {
        say(true, true, SyncMode::Connected);
        say(false, true, SyncMode::Connected);
        m_scheduler->advance(5min);
        QVERIFY(!m_sync->banner().detail.contains(u"Menu"_s));
        m_scheduler->advance(20min);
        QVERIFY(m_sync->banner().detail.contains(u"Menu last checked"_s));
    }

    void anOldMenuIsSaidEvenWhenConnected()
    {
        say(true, true, SyncMode::Connected);
        m_scheduler->advance(23h);
        QCOMPARE(m_sync->banner().kind, Kind::None);
        m_scheduler->advance(2h);
        QCOMPARE(m_sync->banner().kind, Kind::OldMenu);
        m_sync->setMenuState({SampleMenu::make(2), {}, m_clock->steadyNow(), false});
        QCOMPARE(m_sync->banner().kind, Kind::None);
    }

    void withoutInternetAnOldMenuIsSaidToo()
    {
        say(true, true, SyncMode::Connected);
        say(false, true, SyncMode::Connected);
        m_scheduler->advance(23h);
        QVERIFY(!m_sync->banner().detail.contains(u"Prices"_s));
        m_scheduler->advance(2h);
        QCOMPARE(m_sync->banner().kind, Kind::NoInternet);
        QVERIFY2(m_sync->banner().detail.contains(u"Prices may have changed."_s), qPrintable(m_sync->banner().detail));
        say(false, false, SyncMode::Disconnected);
        m_scheduler->advance(5s);
        QCOMPARE(m_sync->banner().kind, Kind::Alone);
        QVERIFY(m_sync->banner().detail.contains(u"Prices may have changed."_s));
    }

    void staffReadWhatOfTheMenuIsLeftOutAndHowThePicturesServe()
    {
        QVERIFY(m_sync->menuFaults().isEmpty());
        QVERIFY(m_sync->pictures().isEmpty());
        MenuState state{std::make_shared<const Menu>(Menu::Parts(), 3), {}, m_clock->steadyNow(), false};
        state.pictureCache = {214, 36'000'000, 93, false};
        m_sync->setMenuState(state);
        QVERIFY2(m_sync->menuFaults().contains(u'3'), qPrintable(m_sync->menuFaults()));
        QVERIFY(m_sync->pictures().contains(u"214"_s) && m_sync->pictures().contains(u"93"_s));
        QVERIFY(!m_sync->pictures().contains(u"70"_s));
        state.pictureCache = {214, 36'000'000, 41, true};
        m_sync->setMenuState(state);
        QVERIFY(m_sync->pictures().contains(u"41"_s) && m_sync->pictures().contains(u"70"_s));
    }

    void pollingForLongIsSaidCalmly()
    {
        say(true, false, SyncMode::Polling);
        m_scheduler->advance(5s);
        QCOMPARE(m_sync->banner().kind, Kind::None);
        m_scheduler->advance(6s);
        QCOMPARE(m_sync->banner().kind, Kind::Slow);
        QCOMPARE(m_sync->lamp(), SyncPresenter::Lamp::Polling);
    }

    void aloneWinsOverOffline()
    {
        say(true, true, SyncMode::Connected);
        say(false, false, SyncMode::Disconnected);
        m_scheduler->advance(2s);
        QCOMPARE(m_sync->banner().kind, Kind::Alone);
        QCOMPARE(m_sync->lamp(), SyncPresenter::Lamp::Offline);
        m_scheduler->advance(3min);
        QVERIFY(m_sync->lampAge().contains(u"3"_s));
    }

    void tellsStaffWhyEachWayIsClosed()
    {
        SyncStatus status;
        PeerView server;
        server.role = PeerRole::Server;
        server.cause = SyncCause::NoAnswer;
        server.since = m_clock->steadyNow();
        PeerView hub;
        hub.role = PeerRole::Hub;
        hub.mode = SyncMode::Connected;
        hub.cause = SyncCause::None;
        PeerView heardOf;
        heardOf.role = PeerRole::Hub;
        heardOf.direct = false;
        status.peers = {server, hub, heardOf};
        m_sync->setStatus(status);
        m_scheduler->advance(4min);
        const QStringList reasons = m_sync->reasons();
        QCOMPARE(reasons.size(), 2);
        QVERIFY(reasons.at(0).startsWith(u"Central server: no answer, since 4"_s));
        QCOMPARE(reasons.at(1), u"Hub of this house: connected"_s);
    }

    void aKioskThatCannotKeepOrdersIsOutOfService()
    {
        QCOMPARE(m_sync->outage(), SyncPresenter::Outage::None);
        SyncStatus status;
        status.storageError = Error{ErrorCode::DiskFull, u"0 bytes left"_s};
        m_sync->setStatus(status);
        QCOMPARE(m_sync->outage(), SyncPresenter::Outage::Storage);
        QCOMPARE(m_sync->outageCode(), u"DISK-FULL"_s);
    }

    void aKioskThatWasRevokedTakesNoOrders()
    {
        SyncStatus status;
        status.removed = Removal{};
        m_sync->setStatus(status);
        QCOMPARE(m_sync->outage(), SyncPresenter::Outage::Removed);
        QCOMPARE(m_sync->outageCode(), u"REMOVED"_s);
        QVERIFY(m_sync->outageReason().contains(u"pair it with a new code"_s));
    }

    void aKioskWithoutAMenuIsOutOfService()
    {
        SyncPresenter fresh(m_language, *m_clock, *m_scheduler);
        QCOMPARE(fresh.outage(), SyncPresenter::Outage::None); // nobody has said anything yet
        fresh.setMenuState({std::make_shared<const Menu>(), {}, std::nullopt, true});
        QCOMPARE(fresh.outage(), SyncPresenter::Outage::NoMenuYet);
        fresh.setMenuState({SampleMenu::make(), {}, m_clock->steadyNow(), false});
        QCOMPARE(fresh.outage(), SyncPresenter::Outage::None);
    }
};

QTEST_GUILESS_MAIN(tst_SyncPresenter)
#include "tst_syncpresenter.moc"
