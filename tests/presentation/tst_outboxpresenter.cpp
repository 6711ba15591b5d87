// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/outboxpresenter.h>
#include <presentation/outboxwords.h>
#include <presentation/peerlamp.h>
#include <screenkit/fakeservices.h>
#include <screenkit/samplemenu.h>
#include <testkit/manualscheduler.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The outbox as staff read it: what waits, how long, what is in quarantine and why, and that nothing is left out.
class tst_OutboxPresenter : public QObject
{
    Q_OBJECT

    LanguageSwitch m_language{u"en"_s};
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<FakeOutboxService> m_service;
    std::unique_ptr<OutboxPresenter> m_outbox;

    Milliseconds now() const { return m_clock->steadyNow(); }

private slots:
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_clock->advance(72h);
        m_scheduler = std::make_unique<ManualScheduler>(*m_clock);
        m_service = std::make_unique<FakeOutboxService>();
        m_outbox = std::make_unique<OutboxPresenter>(*m_clock, *m_scheduler, m_language);
        m_outbox->setMenuState({SampleMenu::make(), {}, now(), false});
        m_outbox->setActor(u"Kios A"_s);
    }

    void cleanup() { m_outbox.reset(); }

    void claimsNothingBeforeItKnows()
    {
        QVERIFY(!m_outbox->isKnown());
        QVERIFY(m_outbox->summary().mood != HealthMood::Good);
        m_outbox->attach(*m_service);
        QVERIFY(m_outbox->isKnown());
        QCOMPARE(m_outbox->summary().mood, HealthMood::Good);
        QCOMPARE(m_outbox->oldest(), u"–"_s);
    }

    void saysByGravity()
    {
        m_outbox->attach(*m_service);
        m_service->wait(1, now(), 5s, OrderReach::Hub);
        QVERIFY2(m_outbox->summary().mood == HealthMood::Good, "on its way is normal");
        m_service->wait(37, now(), 49min, OrderReach::Hub);
        QCOMPARE(m_outbox->summary().mood, HealthMood::Look);
        QVERIFY(m_outbox->summary().sentence.contains(u"37"_s));
        QVERIFY(m_outbox->summary().evidence.contains(u"49 minute"_s));
        m_service->flag(2, now());
        QCOMPARE(m_outbox->summary().icon, u"octagon"_s);
        QCOMPARE(m_outbox->needed(), 2);
        m_service->wait(3, now(), 26h);
        QCOMPARE(m_outbox->summary().mood, HealthMood::Bad);
        QVERIFY2(m_outbox->summary().evidence.contains(u"none is deleted"_s), qPrintable(m_outbox->summary().evidence));
        QCOMPARE(m_outbox->needed(), 5);
    }

    void tellsOrdersThatAreOnOneDeviceOnlyFromSafeOnes()
    {
        m_outbox->attach(*m_service);
        m_service->wait(4, now(), 10min, OrderReach::ThisDevice);
        QVERIFY(m_outbox->summary().evidence.contains(u"4"_s));
        QVERIFY(m_outbox->figures().first().evidence.contains(u"one device"_s));
        m_service->wait(4, now(), 10min, OrderReach::SecondDevice);
        QVERIFY(m_outbox->summary().evidence.contains(u"two devices"_s));
    }

    void eachOrderShowsHowFarItIs_data()
    {
        QTest::addColumn<OrderReach>("reach");
        QTest::addColumn<int>("steps"); // device, second, hub, server; kitchen is told apart
        QTest::newRow("this device") << OrderReach::ThisDevice << 0b0001;
        QTest::newRow("second device") << OrderReach::SecondDevice << 0b0011;
        QTest::newRow("hub") << OrderReach::Hub << 0b0111;
        QTest::newRow("server") << OrderReach::Server << 0b1011; // by which way nobody says
    }

    void eachOrderShowsHowFarItIs()
    {
        QFETCH(OrderReach, reach);
        QFETCH(int, steps);
        OutboxOrder order;
        order.reach = reach;
        QCOMPARE(OutboxWords::steps(order), steps);
        order.seenByKitchen = true;
        QCOMPARE(OutboxWords::steps(order), steps | 0b10000);
        QVERIFY(!OutboxWords::state(order).isEmpty());
    }

    void everyReasonOfTheQuarantineIsExplained()
    {
        QSet<QString> reasons, advice;
        for (int reason = int(FlagReason::DuplicateNumber); reason <= int(FlagReason::Other); ++reason) {
            reasons << OutboxWords::reason(FlagReason(reason));
            advice << OutboxWords::advice(FlagReason(reason));
        }
        QCOMPARE(reasons.size(), int(FlagReason::Other) + 1);
        QCOMPARE(advice.size(), int(FlagReason::Other) + 1);
        QVERIFY(!reasons.contains(QString()) && !advice.contains(QString()));
    }

    void rowsKeepTheirPlaceWhileAgesTick()
    {
        m_outbox->attach(*m_service);
        OutboxModel &model = m_outbox->waiting();
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_service->wait(3, now(), 10min);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const QString age = model.index(0, OutboxModel::AgeColumn).data().toString();
        m_scheduler->advance(2min);
        QCOMPARE(reset.count(), 0);
        QVERIFY(changed.count() > 100);
        QVERIFY(model.index(0, OutboxModel::AgeColumn).data().toString() != age);
        m_service->state.waiting[1].reach = OrderReach::Hub;
        m_service->announce();
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.index(1, 0).data(OutboxModel::StepsRole).toInt() & 0b111, 0b111);
        m_service->wait(2, now(), 5min);
        QCOMPARE(reset.count(), 1);
    }

    void lampsSayOnItsWayThenWaitingThenOverdue()
    {
        m_outbox->attach(*m_service);
        const auto lamp = [this] { return PeerLampKind(m_outbox->waiting().index(0, 0).data(OutboxModel::LampRole).toInt()); };
        m_service->wait(1, now(), 5s);
        QCOMPARE(lamp(), PeerLampKind::Ok);
        m_scheduler->advance(61s);
        QCOMPARE(lamp(), PeerLampKind::Offline);
        m_service->wait(1, now(), 25h);
        QCOMPARE(lamp(), PeerLampKind::Silent);
        QVERIFY(m_outbox->waiting().index(0, OutboxModel::StateColumn).data().toString().startsWith(u"Overdue"_s));
    }

    void whatTheListsHaveNoRoomForIsCounted()
    {
        m_outbox->attach(*m_service);
        m_service->wait(5000, now(), 3h);
        m_service->flag(250, now());
        QCOMPARE(m_outbox->waiting().rowCount(), OutboxState::maxListed);
        QVERIFY(m_outbox->moreWaiting().contains(QString::number(5000 - OutboxState::maxListed)));
        QVERIFY(m_outbox->moreFlagged().contains(QString::number(250 - OutboxState::maxListed)));
        m_service->wait(250, now(), 48h);
        QCOMPARE(m_outbox->figures().at(2).figure, u"250"_s); // overdue, also those that are not listed
        m_service->wait(2, now(), 3h);
        QVERIFY(m_outbox->moreWaiting().isEmpty());
    }

    void aSheetShowsStepsReasonsAndWhatMayBeDone()
    {
        m_outbox->attach(*m_service);
        m_service->wait(1, now(), 26h);
        m_service->flag(2, now());
        const OutboxSheet late = m_outbox->sheet(m_service->state.waiting.first().id);
        QCOMPARE(late.number, u"A-001"_s);
        QCOMPARE(late.steps.size(), outboxSteps);
        QVERIFY(late.steps.at(0).done && !late.steps.at(3).done);
        QVERIFY2(late.trouble.contains(u"never deleted"_s), qPrintable(late.trouble));
        QVERIFY(!late.canSettle && !late.canRetry);
        const OutboxSheet flagged = m_outbox->sheet(m_service->state.flagged.first().id);
        QCOMPARE(flagged.flags.size(), 1);
        QCOMPARE(flagged.flags.first().reason, u"Price differs"_s);
        QVERIFY(flagged.canSettle && flagged.canRetry);
        QCOMPARE(flagged.steps.size(), outboxSteps - 1); // whether it was at the hub, too, nobody knows
        m_service->state.flagged.first().isRetrying = true;
        m_service->announce();
        QVERIFY2(!m_outbox->sheet(flagged.order).canRetry, "it has been asked already");
        QVERIFY(m_outbox->sheet(OrderId(QUuid::createUuid())).number.isEmpty());
    }

    void decisionsReachTheServiceWithTheNameOfWhoDecided()
    {
        m_outbox->attach(*m_service);
        m_service->flag(2, now());
        QSignalSpy told(m_outbox.get(), &OutboxPresenter::told);
        const OrderId order = m_service->state.flagged.first().id;
        m_outbox->syncNow();
        QCOMPARE(m_service->syncs, 1);
        m_outbox->retry(order);
        QCOMPARE(m_service->retries.size(), 1);
        QCOMPARE(m_service->retries.first().by, u"Kios A"_s);
        m_outbox->settle(order, u"   "_s);
        QVERIFY2(m_service->settled.isEmpty(), "nothing is settled without a note");
        m_outbox->settle(order, u" refunded  at the counter "_s);
        QCOMPARE(m_service->settled.first().note, u"refunded at the counter"_s);
        m_outbox->exportOrder(order);
        QCOMPARE(m_service->exports, QList<OrderId>{order});
        QCOMPARE(told.count(), 3); // an export is told when the file is there
        emit m_service->exported(order, u"/data/A-500.json"_s);
        QVERIFY(told.last().at(0).toString().contains(u"/data/A-500.json"_s));
        emit m_service->refused(order, Error{ErrorCode::Conflict, {}});
        QVERIFY(!told.last().at(1).toBool());
    }

    void saysWhenTheServerIsTriedNext()
    {
        m_outbox->attach(*m_service);
        QVERIFY(m_outbox->way().isEmpty());
        m_service->state.attempts = 12;
        m_service->state.nextTry = now() + 14s;
        m_service->announce();
        QVERIFY2(m_outbox->way().contains(u"14"_s) && m_outbox->way().contains(u"12"_s), qPrintable(m_outbox->way()));
        m_scheduler->advance(20s);
        QVERIFY(m_outbox->way().startsWith(u"Trying now"_s));
    }

    void anOrderOfAnotherDaySaysSo()
    {
        m_outbox->attach(*m_service);
        m_service->wait(1, now(), 50h);
        const QModelIndex row = m_outbox->waiting().index(0, OutboxModel::PlacedColumn);
        QVERIFY2(row.data(OutboxModel::DetailRole).toString().contains(u"2 day"_s), qPrintable(row.data(OutboxModel::DetailRole).toString()));
        QVERIFY2(!row.data().toString().contains(u"day"_s), "the table has a column for the age");
    }
};

QTEST_GUILESS_MAIN(tst_OutboxPresenter)
#include "tst_outboxpresenter.moc"
