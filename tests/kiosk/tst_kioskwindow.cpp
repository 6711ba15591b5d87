// SPDX-License-Identifier: GPL-3.0-or-later
#include <kioskkit/counter.h>
#include <widgets/banner.h>
#include <widgets/chip.h>
#include <widgets/productgrid.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Page = ScreenFlow::Screen;
using Overlay = ScreenFlow::Overlay;

//! The kiosk's real window and what it shows in which moment; the services are played by the test.
class tst_KioskWindow : public QObject
{
    Q_OBJECT

private slots:
    void oldPricesAreSaidWhereverPricesAre()
    {
        Counter counter;
        counter.scheduler.advance(25h);
        QCoreApplication::processEvents();
        counter.goToMenu();
        const auto says = [&counter](const QString &screen) {
            QStringList words;
            const auto *page = counter.window().findChild<QWidget *>(screen);
            for (const Banner *banner : page->findChildren<Banner *>()) {
                if (banner->isVisible())
                    words << banner->sentence();
            }
            for (const Tag *tag : page->findChildren<Tag *>()) {
                if (tag->isVisible())
                    words << tag->accessibleName();
            }
            return words.join(u'|');
        };
        const auto old = u"Harga mungkin sudah berubah."_s;
        QVERIFY2(says(u"menu"_s).contains(old), qPrintable(says(u"menu"_s)));
        counter.tap(u"menu/grid"_s, 0);
        QCOMPARE(counter.overlay(), Overlay::Product);
        QVERIFY2(says(u"product"_s).contains(old), qPrintable(says(u"product"_s)));
        counter.key(Qt::Key_Escape);
        counter.putSotoIntoBasket(1);
        counter.journey().flow().showBasket();
        QCoreApplication::processEvents();
        QVERIFY2(says(u"basket"_s).contains(old), qPrintable(says(u"basket"_s)));
    }

    void escapeGoesBackOneStepAtATime()
    {
        Counter counter;
        counter.goToMenu();
        counter.tap(u"menu/grid"_s, 0);
        QCOMPARE(counter.overlay(), Overlay::Product);
        counter.key(Qt::Key_Escape);
        QCOMPARE(counter.overlay(), Overlay::None);
        QCOMPARE(counter.screen(), Page::Menu);
        counter.key(Qt::Key_Escape);
        QCOMPARE(counter.screen(), Page::Service);
    }

    void theOfflineBannerSaysWhatStillWorksAndCoversNothing()
    {
        Counter counter;
        counter.goToMenu();
        QVERIFY(!counter.sees(u"menu/banner"_s));
        const QRect before = counter.control(u"menu/grid"_s)->geometry();
        counter.sync.say(false, true, SyncMode::Connected);
        counter.scheduler.advance(3s);
        auto *banner = qobject_cast<Banner *>(counter.control(u"menu/banner"_s));
        QVERIFY(banner);
        QCOMPARE(banner->sentence(), u"Internet terputus. Anda tetap bisa memesan."_s);
        const QRect grid = counter.control(u"menu/grid"_s)->geometry();
        QVERIFY(grid.top() > before.top());
        QVERIFY(!banner->geometry().intersects(counter.control(u"menu/outlets"_s)->geometry()));
        counter.sync.say(true, true, SyncMode::Connected);
        QVERIFY(!counter.sees(u"menu/banner"_s));
        QCOMPARE(counter.control(u"menu/grid"_s)->geometry(), before);
    }

    void aMenuOfAnySizeShowsWhatItHas_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 2, 200, 10'000})
            QTest::addRow("%d dishes", count) << count;
    }

    void aMenuOfAnySizeShowsWhatItHas()
    {
        QFETCH(int, count);
        Counter counter;
        counter.give(SampleMenu::ofSize(count));
        counter.goToMenu();
        auto *grid = qobject_cast<ProductGrid *>(counter.control(u"menu/grid"_s));
        QVERIFY(grid);
        QVERIFY(grid->targetCount() >= 1);
        if (count == 10'000) {
            const QString first = counter.says(u"menu/grid"_s, 0);
            counter.tap(u"menu/categories"_s, u"Nasi"_s);
            QVERIFY(grid->pageCount() > 100);
            counter.tap(u"menu/pager"_s, 1);
            QCOMPARE(grid->page(), 1);
            QVERIFY(counter.says(u"menu/grid"_s, 0) != first);
        }
    }

    void withoutAMenuTheKioskRestsUntilOneComes()
    {
        Counter counter;
        counter.give(std::make_shared<const Menu>());
        QCOMPARE(counter.screen(), Page::OutOfService);
        QVERIFY(counter.sees(u"outOfService/language"_s));
        counter.give(SampleMenu::make());
        QCOMPARE(counter.screen(), Page::Attract);
    }

    void aFullDiskTakesTheKioskOutOfService()
    {
        Counter counter;
        counter.goToMenu();
        counter.putSotoIntoBasket();
        counter.sync.status.storageError = Error{ErrorCode::DiskFull, u"0 bytes"_s};
        counter.sync.announce();
        QCOMPARE(counter.screen(), Page::OutOfService);
        QVERIFY(counter.journey().cart().isEmpty());
    }

    void nobodyThereMeansTheNextGuestFindsACleanScreen()
    {
        Counter counter;
        counter.goToMenu();
        counter.putSotoIntoBasket();
        counter.journey().language().toggle();
        counter.scheduler.advance(61s);
        QVERIFY(counter.sees(u"idleDialog/yes"_s));
        counter.tap(u"idleDialog/yes"_s);
        QCOMPARE(counter.screen(), Page::Menu);
        QCOMPARE(counter.journey().cart().cart().portions(), 1);
        counter.scheduler.advance(85s);
        QCOMPARE(counter.screen(), Page::Attract);
        QVERIFY(counter.journey().cart().isEmpty());
        QCOMPARE(counter.journey().language().language(), u"id"_s);
    }

    void aTapAnywhereKeepsTheScreen()
    {
        Counter counter;
        counter.goToMenu();
        counter.scheduler.advance(50s);
        counter.tap(u"menu/categories"_s, 1);
        counter.scheduler.advance(50s);
        QVERIFY(!counter.sees(u"idleDialog/yes"_s));
    }

    void cancellingAsksOnlyWhenThereIsSomethingToLose()
    {
        Counter counter;
        counter.goToMenu();
        counter.tap(u"menu/utilities"_s, 0);
        QCOMPARE(counter.screen(), Page::Attract);
        counter.goToMenu();
        counter.putSotoIntoBasket();
        counter.tap(u"menu/utilities"_s, 0);
        QCOMPARE(counter.overlay(), Overlay::Cancel);
        counter.tap(u"cancelDialog/yes"_s); // go on ordering
        QCOMPARE(counter.screen(), Page::Menu);
        QTest::qWait(400);
        counter.tap(u"menu/utilities"_s, 0);
        counter.tap(u"cancelDialog/no"_s);
        QCOMPARE(counter.screen(), Page::Attract);
    }

    void theNumberScreenTicksAsFactsArriveAndLeavesByItself()
    {
        Counter counter;
        counter.goToMenu();
        counter.putSotoIntoBasket();
        counter.tap(u"menu/basketBar"_s);
        counter.tap(u"basket/confirm"_s);
        const PlacedOrder order = counter.orders.confirmLast(*SampleMenu::make());
        QJsonObject state = counter.window().state();
        QCOMPARE(state.value(u"number"_s).toString(), u"A-042"_s);
        QCOMPARE(counter.journey().order().facts().at(1).done, false);
        OrderProgress progress;
        progress.order = order.id;
        progress.kitchens = {{OutletId(1), u"Soto Bu Tini"_s, 40ms, OrderState::Pending}};
        emit counter.orders.progressed(progress);
        QVERIFY(counter.journey().order().facts().at(1).done);
        counter.scheduler.advance(31s);
        QCOMPARE(counter.screen(), Page::Attract);
    }

    void saysOnceWhenADishCanBeTapped()
    {
        JourneySettings settings = Counter::quick();
        settings.startInMenu = true;
        Counter counter(settings);
        QCOMPARE(counter.screen(), Page::Menu);
        QTRY_VERIFY(counter.sellable > 0);
        counter.window().update();
        QTest::qWait(50);
        QCOMPARE(counter.sellable, 1);
        counter.tap(u"menu/grid"_s, 0);
        QCOMPARE(counter.overlay(), Overlay::Product);
    }
};

QTEST_MAIN(tst_KioskWindow)
#include "tst_kioskwindow.moc"
