// SPDX-License-Identifier: GPL-3.0-or-later
#include <kioskkit/counter.h>

#include <widgets/banner.h>
#include <widgets/emptystate.h>
#include <widgets/label.h>
#include <widgets/numberdisplay.h>
#include <widgets/recordlist.h>
#include <widgets/tickrow.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Page = ScreenFlow::Screen;
using Overlay = ScreenFlow::Overlay;

//! What the people who work at this kiosk see and press, and what a guest sees of its disk.
class tst_Staff : public QObject
{
    Q_OBJECT

    static constexpr const char *pin = "246810";

    static void comeIn(Counter &counter)
    {
        counter.journey().flow().open(Overlay::Pin);
        QCoreApplication::processEvents();
        for (const char digit : QByteArray(pin))
            counter.tap(u"pinSheet/pin"_s, QString(QLatin1Char(digit)));
        counter.tap(u"pinSheet/pin"_s, 11);
        QCOMPARE(counter.screen(), Page::Staff);
    }
    static Milliseconds now(const Counter &counter) { return counter.clock.steadyNow(); }
    static bool shows(Counter &counter, const QString &name)
    {
        const auto *widget = counter.window().findChild<QWidget *>(name);
        return widget && widget->isVisible();
    }
    static RecordList *orders(Counter &counter) { return counter.window().findChild<RecordList *>(u"orders"_s); }

private slots:
    void thePinOpensTheDoorByMouse()
    {
        Counter counter;
        counter.goToMenu();
        counter.journey().flow().open(Overlay::Help);
        counter.tap(u"help/staff"_s);
        QCOMPARE(counter.overlay(), Overlay::Pin);
        for (const QString &digit : {u"2"_s, u"4"_s, u"6"_s, u"8"_s, u"1"_s, u"0"_s})
            counter.tap(u"pinSheet/pin"_s, digit);
        counter.tap(u"pinSheet/pin"_s, 11);
        QCOMPARE(counter.screen(), Page::Staff);
        counter.tap(u"staff/back"_s);
        QCOMPARE(counter.screen(), Page::Attract);
    }

    void thePinOpensTheDoorByKeysAndByFinger()
    {
        Counter counter;
        counter.journey().flow().open(Overlay::Pin);
        QCoreApplication::processEvents();
        counter.type(QString::fromLatin1(pin));
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.screen(), Page::Staff);
        counter.key(Qt::Key_Escape);
        QCOMPARE(counter.screen(), Page::Attract);
        counter.journey().flow().open(Overlay::Pin);
        QCoreApplication::processEvents();
        for (const char digit : QByteArray(pin))
            counter.touch(counter.spot(u"pinSheet/pin"_s, QString(QLatin1Char(digit))));
        counter.touch(counter.spot(u"pinSheet/pin"_s, 11));
        QCOMPARE(counter.screen(), Page::Staff);
    }

    void threeWrongPinsLockTheDoorForAMinute()
    {
        Counter counter;
        counter.journey().flow().open(Overlay::Pin);
        QCoreApplication::processEvents();
        for (int i = 0; i < 3; ++i) {
            counter.type(u"111111"_s);
            counter.key(Qt::Key_Return);
        }
        QVERIFY(counter.journey().gate().isLocked());
        counter.type(QString::fromLatin1(pin));
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.screen(), Page::Attract);
        counter.scheduler.advance(61s);
        counter.type(QString::fromLatin1(pin));
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.screen(), Page::Staff);
    }

    void withoutAPinTheDoorStaysShutAndSaysWhy()
    {
        JourneySettings settings = Counter::quick();
        settings.staffPin.clear();
        settings.language = u"en"_s;
        Counter counter(settings);
        counter.journey().flow().open(Overlay::Pin);
        QCoreApplication::processEvents();
        QVERIFY(!shows(counter, u"pin"_s));
        QStringList words;
        for (const Label *label : counter.window().findChild<QWidget *>(u"pinSheet"_s)->findChildren<Label *>())
            words << label->text();
        QVERIFY2(words.join(u' ').contains(u"staff-pin"_s), qPrintable(words.join(u' ')));
        counter.tap(u"pinSheet/cancelPin"_s);
        QCOMPARE(counter.overlay(), Overlay::None);
    }

    void theListShowsNoneOneAndManyAndSyncNowReallySyncs_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::newRow("Indonesian, portrait") << u"id"_s << QSize(1080, 1920);
        QTest::newRow("English, landscape") << u"en"_s << QSize(1366, 768);
    }

    void theListShowsNoneOneAndManyAndSyncNowReallySyncs()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        JourneySettings settings = Counter::quick();
        settings.language = language;
        Counter counter(settings, size);
        comeIn(counter);
        QVERIFY(!orders(counter)->isVisible());
        QVERIFY(counter.window().findChild<EmptyState *>()->isVisibleTo(&counter.window()));
        counter.outbox.wait(1, now(counter), 20s);
        QVERIFY(orders(counter)->isVisible());
        QCOMPARE(orders(counter)->targetCount(), 1);
        QVERIFY2(counter.says(u"staff/orders"_s).startsWith(u"A-001"_s), qPrintable(counter.says(u"staff/orders"_s)));
        counter.outbox.wait(200, now(counter), 26h);
        QVERIFY(orders(counter)->pageCount() > 5);
        counter.tap(u"staff/pager"_s, 1);
        QCOMPARE(orders(counter)->page(), 1);
        counter.tap(u"staff/syncNow"_s);
        QCOMPARE(counter.outbox.syncs, 1);
        QVERIFY(shows(counter, u"told"_s));
        QCOMPARE(counter.window().state().value(u"staff"_s)[u"waiting"_s].toInt(), 200);
    }

    void keptPicturesAreCountedAndCleared_data() { theListShowsNoneOneAndManyAndSyncNowReallySyncs_data(); }
    void keptPicturesAreCountedAndCleared()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        JourneySettings settings = Counter::quick();
        settings.language = language;
        Counter counter(settings, size);
        comeIn(counter);
        QVERIFY(!shows(counter, u"clearPictures"_s));
        counter.menu.state.pictureCache = {214, 36'000'000, 41, true};
        counter.menu.announce();
        QCoreApplication::processEvents();
        QVERIFY(shows(counter, u"clearPictures"_s));
        QStringList words;
        for (const Label *label : counter.window().findChild<QWidget *>(u"staff"_s)->findChildren<Label *>())
            words << label->text();
        QVERIFY2(words.join(u' ').contains(u"214"_s) && words.join(u' ').contains(u"41%"_s), qPrintable(words.join(u' ')));
        QVERIFY(words.join(u' ').contains(u"70%"_s));
        if (const auto folder = qEnvironmentVariable("SAJI_SHOTS"); !folder.isEmpty())
            counter.window().grab().save(folder + u"/pictures-"_s + language + u".png"_s);
        counter.tap(u"staff/clearPictures"_s);
        QCOMPARE(counter.menu.cleared, 1);
        QVERIFY(shows(counter, u"told"_s));
    }

    void anOrderOpensWithItsWayAndIsExported()
    {
        Counter counter;
        comeIn(counter);
        counter.outbox.wait(3, now(counter), 26h, OrderReach::SecondDevice);
        counter.tap(u"staff/orders"_s, 1);
        QCOMPARE(counter.overlay(), Overlay::StaffOrder);
        int done = 0;
        const auto rows = counter.window().findChild<QWidget *>(u"staffOrder"_s)->findChildren<TickRow *>();
        for (const TickRow *row : rows)
            done += row->isVisible() && row->done() ? 1 : 0;
        QCOMPARE(done, 2);
        QVERIFY2(!counter.sees(u"staffOrder/settle"_s), "what only waits cannot be settled");
        counter.tap(u"staffOrder/export"_s);
        QCOMPARE(counter.outbox.exports, QList<OrderId>{counter.outbox.state.waiting.at(1).id});
        QCOMPARE(counter.overlay(), Overlay::None);
        emit counter.outbox.exported(counter.outbox.exports.first(), u"/data/A-002.json"_s);
        QVERIFY(shows(counter, u"told"_s));
    }

    void aFlaggedOrderIsCheckedAgain()
    {
        Counter counter;
        comeIn(counter);
        counter.outbox.flag(2, now(counter));
        counter.tap(u"staff/lists"_s, 1);
        counter.tap(u"staff/orders"_s, 0);
        counter.tap(u"staffOrder/retry"_s);
        QCOMPARE(counter.outbox.retries.size(), 1);
        QCOMPARE(counter.outbox.retries.first().order, counter.outbox.state.flagged.first().id);
        QCOMPARE(counter.outbox.retries.first().by, u"Kios A"_s);
    }

    void settlingNeedsANoteAndThenItIsDone()
    {
        Counter counter;
        comeIn(counter);
        counter.outbox.flag(2, now(counter));
        counter.tap(u"staff/lists"_s, 1);
        counter.tap(u"staff/orders"_s, 1);
        counter.tap(u"staffOrder/settle"_s);
        QCOMPARE(counter.overlay(), Overlay::Settle);
        counter.key(Qt::Key_Return);
        QVERIFY2(counter.outbox.settled.isEmpty() && counter.overlay() == Overlay::Settle, "without a note nothing is settled");
        counter.type(u"uang kembali"_s);
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.outbox.settled.size(), 1);
        QCOMPARE(counter.outbox.settled.first().order, counter.outbox.state.flagged.at(1).id);
        QCOMPARE(counter.outbox.settled.first().note, u"uang kembali"_s);
        QCOMPARE(counter.overlay(), Overlay::None);
    }

    void aRefusedDecisionIsSaid()
    {
        Counter counter;
        comeIn(counter);
        counter.outbox.flag(1, now(counter));
        emit counter.outbox.refused(counter.outbox.state.flagged.first().id, Error{ErrorCode::Conflict, {}});
        QVERIFY(shows(counter, u"told"_s));
    }

    void staffAreCalledToTheAttractScreenOnlyWhenThereIsSomething()
    {
        Counter counter;
        QVERIFY(!shows(counter, u"staff"_s));
        counter.outbox.flag(2, now(counter));
        QVERIFY(counter.sees(u"attract/staff"_s));
        QVERIFY2(counter.says(u"attract/staff"_s).contains(u"2"_s), qPrintable(counter.says(u"attract/staff"_s)));
        counter.tap(u"attract/staff"_s);
        QCOMPARE(counter.overlay(), Overlay::Pin);
        counter.journey().flow().closeOverlay();
        counter.outbox.flag(0, now(counter));
        QVERIFY(!counter.sees(u"attract/staff"_s));
    }

    void aLowDiskIsForStaffNotForGuests()
    {
        Counter counter;
        counter.sync.status.storage.state = StorageState::Low;
        counter.sync.status.storage.freeBytes = 400'000'000;
        counter.sync.status.storage.totalBytes = 32'000'000'000;
        counter.sync.announce();
        QCOMPARE(counter.screen(), Page::Attract);
        comeIn(counter);
        const auto *banner = counter.window().findChild<Banner *>(u"storage"_s);
        QVERIFY(banner->isVisible());
        QVERIFY2(banner->sentence().contains(u"400"_s), qPrintable(banner->sentence()));
    }

    void aDiskThatCannotKeepOrdersSendsGuestsOnBeforeAnythingIsLost_data()
    {
        QTest::addColumn<StorageState>("state");
        QTest::addColumn<QString>("code");
        QTest::newRow("full") << StorageState::Full << u"DISK-FULL"_s;
        QTest::newRow("read-only") << StorageState::ReadOnly << u"READ-ONLY"_s;
        QTest::newRow("failing") << StorageState::Failing << u"IO"_s;
    }

    void aDiskThatCannotKeepOrdersSendsGuestsOnBeforeAnythingIsLost()
    {
        QFETCH(StorageState, state);
        QFETCH(QString, code);
        Counter counter;
        counter.goToMenu();
        counter.putSotoIntoBasket();
        counter.sync.status.storage.state = state;
        counter.sync.announce();
        QCOMPARE(counter.screen(), Page::OutOfService);
        QVERIFY2(counter.window().state().value(u"outage"_s).toString() == code, qPrintable(counter.window().state().value(u"outage"_s).toString()));
        QVERIFY(!counter.journey().sync().outageReason().isEmpty());
        counter.tap(u"outOfService/staff"_s);
        QCOMPARE(counter.overlay(), Overlay::Pin);
        counter.type(QString::fromLatin1(pin));
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.screen(), Page::Staff);
        counter.tap(u"staff/back"_s);
        QCOMPARE(counter.screen(), Page::OutOfService);
        counter.sync.status.storage.state = StorageState::Fine;
        counter.sync.announce();
        QCOMPARE(counter.screen(), Page::Attract);
    }

    void guestsAreNotSentToAKioskThatIsFullItself()
    {
        Counter counter;
        PeerView neighbour;
        neighbour.role = PeerRole::Kiosk;
        neighbour.name = u"Kios B"_s;
        neighbour.lastHeard = now(counter);
        PeerView full = neighbour;
        full.name = u"Kios C"_s;
        full.storage = StorageState::Full;
        counter.sync.status.peers = {full, neighbour};
        counter.sync.status.storage.state = StorageState::Full;
        counter.sync.announce();
        QStringList places;
        for (const Label *label : counter.window().findChild<QWidget *>(u"outOfService"_s)->findChildren<Label *>()) {
            if (label->isVisible())
                places << label->text();
        }
        QVERIFY(places.contains(u"Kios B"_s));
        QVERIFY(!places.contains(u"Kios C"_s));
    }

    void aHealedStoreIsToldUntilSomebodyHasReadIt()
    {
        Counter counter;
        StorageRecovery recovery;
        recovery.fromBackup = true;
        recovery.healedAt = now(counter);
        counter.sync.status.storage.recovery = recovery;
        counter.sync.announce();
        QVERIFY(counter.sees(u"attract/staff"_s));
        comeIn(counter);
        QVERIFY(shows(counter, u"healed"_s));
        counter.tap(u"staff/healed"_s);
        QVERIFY(!shows(counter, u"healed"_s));
        counter.tap(u"staff/back"_s);
        QVERIFY(!counter.sees(u"attract/staff"_s));
    }

    void theNumberScreenShowsOneTickAloneAndTwoWithACopy()
    {
        Counter counter;
        counter.goToMenu();
        counter.putSotoIntoBasket();
        counter.tap(u"menu/basketBar"_s);
        counter.tap(u"basket/confirm"_s);
        const PlacedOrder order = counter.orders.confirmLast(*SampleMenu::make());
        const auto ticks = [&counter] { return counter.window().findChild<NumberDisplay *>()->window()->findChildren<TickRow *>().first()->ticks(); };
        QCOMPARE(counter.screen(), Page::Number);
        QCOMPARE(ticks(), 1);
        OrderProgress progress;
        progress.order = order.id;
        progress.copies = {{PeerRole::Kitchen, u"Dapur Minang"_s, 30ms}};
        emit counter.orders.progressed(progress);
        QCOMPARE(ticks(), 2);
    }
};

QTEST_MAIN(tst_Staff)
#include "tst_staff.moc"
