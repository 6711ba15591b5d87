// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/healthpresenter.h>

#include <screenkit/fakeservices.h>
#include <screenkit/samplemenu.h>
#include <testkit/manualscheduler.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class CountingSyncService : public FakeSyncService
{
public:
    void syncNow() override { ++syncs; }
    int syncs = 0;
};

struct Panel
{
    ManualClock clock;
    ManualScheduler scheduler{clock};
    LanguageSwitch language;
    CountingSyncService sync;
    FakeMenuService menu;
    HealthPresenter presenter{clock, scheduler, language};

    Panel()
    {
        menu.give(SampleMenu::make(12));
        sync.status.ordersToday = 412;
        sync.status.peers = {peer(PeerRole::Server, u"pusat"_s), peer(PeerRole::Hub, u"Hub"_s), peer(PeerRole::Kiosk, u"Kios A"_s),
                             peer(PeerRole::Kitchen, u"Soto Bu Tini"_s)};
        presenter.attach(sync, menu);
        live(4);
    }
    PeerView peer(PeerRole role, const QString &name) const
    {
        PeerView view;
        view.role = role;
        view.id = name;
        view.name = name;
        view.mode = SyncMode::Connected;
        view.cause = SyncCause::None;
        view.since = view.lastHeard = clock.steadyNow();
        view.catalogVersion = 12;
        view.pending = 0;
        view.roundTrip = 3ms;
        return view;
    }
    PeerView &at(int index) { return sync.status.peers[index]; }
    void live(int seconds, const QString &quiet = {})
    {
        for (int i = 0; i < seconds; ++i) {
            scheduler.advance(1s);
            for (PeerView &view : sync.status.peers) {
                if (view.name != quiet && view.mode != SyncMode::Disconnected)
                    view.lastHeard = clock.steadyNow();
            }
            sync.announce();
        }
    }
    HealthWords words() const { return presenter.words(); }
};

} // namespace

class HealthPresenterTest : public QObject
{
    Q_OBJECT

private slots:
    void allWellIsNeverSaidWithoutACount()
    {
        Panel panel;
        QCOMPARE(panel.words().mood, HealthMood::Good);
        QVERIFY(panel.words().sentence.contains(u"412"_s));
        QVERIFY(panel.words().evidence.contains(u'4'));
        QVERIFY(!panel.presenter.hasProblems());
        QVERIFY(panel.presenter.advice().isEmpty());
    }

    void thePanelNamesKiosksThatHaveNotStoppedAndWhatOfTheMenuIsLeftOut()
    {
        Panel panel;
        QVERIFY(!panel.presenter.menuAge().contains(u"Kios A"_s));
        panel.menu.setSoldOut(SampleMenu::soto, true);
        panel.live(1);
        QVERIFY2(panel.presenter.menuAge().contains(u"Kios A"_s), qPrintable(panel.presenter.menuAge()));
        panel.at(2).soldOut = soldOutDigest({SampleMenu::soto});
        panel.live(1);
        QVERIFY2(!panel.presenter.menuAge().contains(u"Kios A"_s), qPrintable(panel.presenter.menuAge()));
        panel.menu.state.checkedAt = panel.clock.steadyNow();
        panel.menu.give(std::make_shared<const Menu>([] {
            Menu::Parts parts;
            parts.store = SampleMenu::make()->store();
            parts.outlets = SampleMenu::make()->outlets();
            parts.categories = SampleMenu::make()->categories();
            parts.products = SampleMenu::make()->products();
            return parts;
        }(), 7000));
        QVERIFY2(panel.presenter.menuAge().contains(u"70"_s) && panel.presenter.menuAge().contains(u"cannot be used"_s),
                 qPrintable(panel.presenter.menuAge()));
    }

    void aRevokedDeviceIsSaidToBeSoWithWhatToDo()
    {
        Panel panel;
        PeerView &kiosk = panel.at(2);
        kiosk.mode = SyncMode::Disconnected;
        kiosk.cause = SyncCause::Revoked;
        kiosk.since = panel.clock.steadyNow();
        panel.live(30);
        const auto advice = panel.presenter.advice();
        QCOMPARE(advice.size(), 1);
        QVERIFY2(advice.first().cause.startsWith(u"Kios A was removed from the restaurant at "_s), qPrintable(advice.first().cause));
        QVERIFY2(advice.first().effect.contains(u"empty its data folder"_s), qPrintable(advice.first().effect));
        QVERIFY(!advice.first().canRetry);
        QCOMPARE(panel.words().mood, HealthMood::Look);
    }

    void aRevokedDeviceIsSaidToBeSoByWhomAndWhen()
    {
        Panel panel;
        panel.clock.setWall(Milliseconds(1'749'966'060'000)); // 12:41 in Jakarta
        PeerView &kiosk = panel.at(2);
        kiosk.mode = SyncMode::Disconnected;
        kiosk.cause = SyncCause::Revoked;
        kiosk.removal = Removal{panel.clock.wallNow(), u"Rina"_s};
        panel.live(30);
        QCOMPARE(panel.presenter.advice().first().cause, u"Kios A: removed by Rina, 12.41"_s);
        QCOMPARE(panel.words().sentence, u"Kios A: removed by Rina, 12.41."_s);
        QVERIFY(!panel.words().canRetry);
        PeerView removed = panel.at(2);
        removed.removal->at = panel.clock.wallNow() - std::chrono::hours(24);
        QVERIFY2(panel.presenter.removalOf(removed).startsWith(u"removed by Rina, 14 Jun 12.4"_s), qPrintable(panel.presenter.removalOf(removed)));
        removed.removal = Removal{std::nullopt, u"Rina"_s};
        QCOMPARE(panel.presenter.removalOf(removed), u"removed by Rina"_s);
        removed.removal = Removal{};
        QCOMPARE(panel.presenter.removalOf(removed), QString());
    }

    void theHeadlineOfAPanelThatWasRevokedSaysSoWhateverElseItHears()
    {
        Panel panel;
        panel.sync.status.removed = Removal{};
        panel.live(1);
        QCOMPARE(panel.words().mood, HealthMood::Bad);
        QCOMPARE(panel.words().sentence, u"This panel was removed from the restaurant."_s);
        QVERIFY2(panel.words().evidence.contains(u"pair it with a new code"_s), qPrintable(panel.words().evidence));
        QVERIFY(!panel.words().canRetry);
        panel.sync.status.removed->by = u"Rina"_s;
        for (PeerView &view : panel.sync.status.peers)
            view.mode = SyncMode::Disconnected;
        panel.live(60);
        QCOMPARE(panel.words().sentence, u"This panel was removed from the restaurant."_s);
        QVERIFY2(panel.words().evidence.startsWith(u"Removed by Rina. Ask the manager."_s), qPrintable(panel.words().evidence));
    }

    void aPanelThatWasRevokedItselfSaysSo()
    {
        Panel panel;
        panel.at(0).mode = SyncMode::Disconnected;
        panel.at(0).cause = SyncCause::SelfRevoked;
        panel.live(30);
        const auto effect = panel.presenter.advice().first().effect;
        QVERIFY(!panel.presenter.advice().first().canRetry);
        QVERIFY2(effect.startsWith(u"The restaurant has removed this device. Ask the manager."_s), qPrintable(effect));
    }

    void recordsOnTheirWayAreCountedInTheSentence()
    {
        Panel panel;
        panel.at(2).pending = 7;
        panel.at(2).oldestPendingAge = 2s;
        panel.live(1);
        QCOMPARE(panel.words().mood, HealthMood::Good);
        QVERIFY(panel.words().sentence.contains(u'7'));
    }

    void aServerOfflineIsSaidWithWhatWaitsAndThatSalesGoOn()
    {
        Panel panel;
        panel.at(0).mode = SyncMode::Disconnected;
        panel.at(0).cause = SyncCause::NoAnswer;
        panel.at(0).since = panel.clock.steadyNow();
        panel.at(2).pending = 37;
        panel.live(3);
        QCOMPARE(panel.words().mood, HealthMood::Look);
        QVERIFY(panel.words().evidence.contains(u"37"_s));
        QVERIFY(panel.words().canRetry);
        QCOMPARE(panel.presenter.advice().size(), 1);
        QVERIFY(panel.presenter.hasProblems());
    }

    void silenceIsGraverThanAnOfflineServer()
    {
        Panel panel;
        panel.at(0).mode = SyncMode::Disconnected;
        panel.live(10, u"Kios A"_s);
        QCOMPARE(panel.words().mood, HealthMood::Bad);
        QVERIFY(panel.words().sentence.contains(u"Kios A"_s));
        QCOMPARE(panel.presenter.advice().size(), 2);
        QCOMPARE(panel.presenter.advice().first().mood, HealthMood::Bad);
    }

    void aPanelThatHearsNobodySaysNothingGoodOfAnybody()
    {
        Panel panel;
        for (PeerView &view : panel.sync.status.peers) {
            view.mode = SyncMode::Disconnected;
            view.cause = SyncCause::NoAnswer;
        }
        panel.live(10);
        QCOMPARE(panel.words().mood, HealthMood::Bad);
        QVERIFY(!panel.words().sentence.contains(u"412"_s));
    }

    void beforeAnythingWasHeardItIsConnectingNotWell()
    {
        ManualClock clock;
        ManualScheduler scheduler(clock);
        LanguageSwitch language;
        const HealthPresenter presenter(clock, scheduler, language);
        QVERIFY(presenter.words().mood != HealthMood::Good);
        QCOMPARE(presenter.figures().size(), 4);
    }

    void anOldMenuIsADeviceToLookAt()
    {
        Panel panel;
        panel.at(2).catalogVersion = 11;
        panel.live(1);
        QCOMPARE(panel.words().mood, HealthMood::Look);
        QVERIFY(panel.words().sentence.contains(u"Kios A"_s));
        QVERIFY(panel.presenter.advice().first().cause.contains(u"11"_s));
    }

    void figuresTellTheDayAndWhoWasQuietLongest()
    {
        Panel panel;
        panel.at(2).pending = 3;
        panel.live(1);
        panel.live(2, u"Soto Bu Tini"_s);
        const QList<HealthFigure> figures = panel.presenter.figures();
        QCOMPARE(figures.size(), 4);
        QCOMPARE(figures.at(0).figure, u"412"_s);
        QCOMPARE(figures.at(1).figure, u"3"_s);
        QVERIFY(figures.at(2).figure.contains(u'3'));
        QCOMPARE(figures.at(3).evidence, u"Soto Bu Tini"_s);
        panel.live(5, u"Soto Bu Tini"_s);
        QCOMPARE(panel.presenter.figures().at(3).mood, HealthMood::Bad);
    }

    void trendsArePointsOfTheLastMinutesAndBounded()
    {
        Panel panel;
        panel.live(60);
        const qsizetype points = panel.presenter.figures().at(0).trend.size();
        QVERIFY(points >= 12 && points <= 13);
        panel.live(600);
        QCOMPARE(panel.presenter.figures().at(0).trend.size(), 60);
    }

    void retryDialsAndAsksForTheMenu()
    {
        Panel panel;
        panel.presenter.retry();
        QCOMPARE(panel.sync.syncs, 1);
        QCOMPARE(panel.menu.refreshes, 1);
    }

    void theJournalStartsWhenTheLinksHaveSettled()
    {
        Panel panel;
        QCOMPARE(panel.presenter.journal().rowCount(), 1);
        panel.live(10, u"Kios A"_s);
        QCOMPARE(panel.presenter.journal().rowCount(), 2);
    }

    void theStoreIsNamedByItsMenu()
    {
        Panel panel;
        QCOMPARE(panel.presenter.storeName(), u"Pasar Saji"_s);
        panel.language.setLanguage(u"en"_s);
        QCOMPARE(panel.presenter.storePlace(), u"Floor 2"_s);
    }
};

QTEST_GUILESS_MAIN(HealthPresenterTest)
#include "tst_healthpresenter.moc"
