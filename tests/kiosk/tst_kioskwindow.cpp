// SPDX-License-Identifier: GPL-3.0-or-later
#include <kioskkit/counter.h>

#include <widgets/banner.h>
#include <widgets/basketrow.h>
#include <widgets/chip.h>
#include <widgets/numberdisplay.h>
#include <widgets/primarybar.h>
#include <widgets/productgrid.h>
#include <widgets/stepper.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Page = ScreenFlow::Screen;
using Overlay = ScreenFlow::Overlay;

//! The kiosk's real window, pressed with mouse, finger and keys; the services are played by the test.
class tst_KioskWindow : public QObject
{
    Q_OBJECT

    static QString sotoName(const QString &language) { return language == u"id"_s ? u"Soto ayam Lamongan"_s : u"Lamongan chicken soup"_s; }
    static QString soupCategory(const QString &language) { return language == u"id"_s ? u"Soto"_s : u"Soups"_s; }

private slots:
    void aGuestOrdersWithAMouse_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::newRow("Indonesian, portrait") << u"id"_s << QSize(1080, 1920);
        QTest::newRow("English, portrait") << u"en"_s << QSize(1080, 1920);
        QTest::newRow("Indonesian, landscape") << u"id"_s << QSize(1366, 768);
        QTest::newRow("English, landscape") << u"en"_s << QSize(1920, 1080);
        QTest::newRow("Indonesian, a small window") << u"id"_s << QSize(540, 960);
    }

    void aGuestOrdersWithAMouse()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        JourneySettings settings = Counter::quick();
        settings.language = language;
        Counter counter(settings, size);

        counter.tap(u"attract/start"_s);
        QCOMPARE(counter.screen(), Page::Service);
        counter.tap(u"service/dineIn"_s);
        QCOMPARE(counter.screen(), Page::Menu);
        counter.tap(u"menu/categories"_s, soupCategory(language));
        counter.tap(u"menu/grid"_s, sotoName(language));
        QCOMPARE(counter.overlay(), Overlay::Product);
        counter.tap(u"product/add"_s); // the spice level is missing
        QCOMPARE(counter.overlay(), Overlay::Product);
        QVERIFY2(counter.says(u"product/add"_s).contains(language == u"id"_s ? u"Tingkat pedas"_s : u"Spice"_s), qPrintable(counter.says(u"product/add"_s)));
        counter.tap(u"product/spice11"_s, 1);
        counter.tap(u"product/quantity"_s, 1);
        counter.tap(u"product/add"_s);
        QCOMPARE(counter.overlay(), Overlay::None);
        QCOMPARE(counter.journey().cart().counts().value(SampleMenu::soto), 2);

        counter.tap(counter.sees(u"menu/basketBar"_s) ? u"menu/basketBar"_s : u"menu/viewOrder"_s);
        QCOMPARE(counter.screen(), Page::Basket);
        counter.tap(u"basket/confirm"_s);
        QCOMPARE(counter.orders.placedCarts.size(), 1);
        QVERIFY2(counter.screen() == Page::Basket, "no number before the order is on the disk");
        counter.orders.confirmLast(*SampleMenu::make());
        QCOMPARE(counter.screen(), Page::Number);
        const auto *number = counter.window().findChild<NumberDisplay *>();
        QVERIFY(number && number->isVisible());
        QCOMPARE(number->number(), u"A-042"_s);
        counter.tap(u"number/done"_s);
        QCOMPARE(counter.screen(), Page::Attract);
        QVERIFY(counter.journey().cart().isEmpty());
    }

    void aGuestOrdersWithAFinger()
    {
        Counter counter;
        counter.touch(counter.spot(u"attract/start"_s));
        counter.touch(counter.spot(u"service/takeaway"_s));
        QCOMPARE(counter.screen(), Page::Menu);
        counter.touch(counter.spot(u"menu/grid"_s, u"Sate ayam"_s));
        QCOMPARE(counter.overlay(), Overlay::Product);
        counter.touch(counter.spot(u"product/add"_s));
        counter.touch(counter.spot(u"menu/basketBar"_s));
        counter.touch(counter.spot(u"basket/confirm"_s));
        QCOMPARE(counter.orders.placedCarts.size(), 1);
        QCOMPARE(counter.orders.placedCarts.first().service, ServiceKind::Takeaway);
    }

    void aGuestOrdersWithKeysAlone()
    {
        Counter counter;
        const auto walkTo = [&](const QString &path) {
            Control *wanted = counter.control(path);
            for (int steps = 0; wanted && steps < 60 && !wanted->hasFocus(); ++steps)
                counter.key(Qt::Key_Tab);
            return wanted && wanted->hasFocus();
        };
        QVERIFY(walkTo(u"attract/start"_s));
        counter.key(Qt::Key_Return);
        QVERIFY(walkTo(u"service/dineIn"_s));
        counter.key(Qt::Key_Space);
        QCOMPARE(counter.screen(), Page::Menu);
        QVERIFY(walkTo(u"menu/grid"_s));
        counter.key(Qt::Key_Right); // the iced tea needs no choice
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.overlay(), Overlay::Product);
        QVERIFY(walkTo(u"product/add"_s));
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.journey().cart().counts().value(SampleMenu::esTeh), 1);
        QVERIFY(walkTo(u"menu/basketBar"_s));
        counter.key(Qt::Key_Return);
        QVERIFY(walkTo(u"basket/confirm"_s));
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.orders.placedCarts.size(), 1);
    }

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

    void slidingOffTheButtonPlacesNothing()
    {
        Counter counter;
        counter.goToMenu();
        counter.putSotoIntoBasket();
        counter.tap(u"menu/basketBar"_s);
        const QPoint confirm = counter.spot(u"basket/confirm"_s);
        counter.slide(confirm, confirm - QPoint(0, 600));
        QCOMPARE(counter.orders.placedCarts.size(), 0);
        counter.tap(confirm);
        QCOMPARE(counter.orders.placedCarts.size(), 1);
    }

    void twoQuickTapsAreOneOrder()
    {
        Counter counter;
        counter.goToMenu();
        counter.putSotoIntoBasket();
        counter.tap(u"menu/basketBar"_s);
        const QPoint confirm = counter.spot(u"basket/confirm"_s);
        counter.tap(confirm);
        QTest::qWait(400); // longer than any debounce: the second tap is meant, and still finds the order on its way
        counter.tap(confirm);
        QCOMPARE(counter.orders.placedCarts.size(), 1);
        counter.orders.confirmLast(*SampleMenu::make());
        counter.tap(confirm); // now something else lies there
        QCOMPARE(counter.orders.placedCarts.size(), 1);
    }

    void theOtherLanguageKeepsTheBasketAndThePlace()
    {
        Counter counter;
        counter.goToMenu();
        counter.putSotoIntoBasket(2);
        counter.tap(u"menu/basketBar"_s);
        QVERIFY(counter.says(u"basket/confirm"_s).contains(u"Pesan sekarang"_s));
        counter.tap(u"basket/utilities"_s, 1);
        QVERIFY(counter.says(u"basket/confirm"_s).contains(u"Place order"_s));
        QCOMPARE(counter.journey().cart().cart().portions(), 2);
        QCOMPARE(counter.journey().cart().lines().first().title, u"Lamongan chicken soup"_s);
        counter.tap(u"basket/back"_s);
        QVERIFY(counter.says(u"menu/grid"_s).startsWith(u"Madura chicken satay"_s));
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

    void aSoldOutDishStaysButCannotBeAdded()
    {
        Counter counter;
        counter.goToMenu();
        counter.menu.setSoldOut(SampleMenu::sate, true);
        QVERIFY2(counter.says(u"menu/grid"_s, 0).contains(u"Habis"_s), qPrintable(counter.says(u"menu/grid"_s, 0)));
        counter.tap(u"menu/grid"_s, u"Sate ayam"_s);
        QCOMPARE(counter.overlay(), Overlay::Product);
        QVERIFY(counter.says(u"product/add"_s).contains(u"Habis"_s));
        counter.tap(u"product/add"_s);
        QVERIFY(counter.journey().cart().isEmpty());
        counter.menu.setSoldOut(SampleMenu::sate, false);
        counter.tap(u"product/add"_s);
        QCOMPARE(counter.journey().cart().cart().portions(), 1);
    }

    void whatSellsOutInTheBasketMustGoFirst()
    {
        Counter counter;
        counter.goToMenu();
        counter.putSotoIntoBasket();
        counter.tap(u"menu/grid"_s, u"Es teh"_s);
        counter.tap(u"product/add"_s);
        counter.tap(u"menu/basketBar"_s);
        counter.menu.setSoldOut(SampleMenu::soto, true);
        QVERIFY2(counter.says(u"basket/confirm"_s).contains(u"Hapus yang habis"_s), qPrintable(counter.says(u"basket/confirm"_s)));
        counter.tap(u"basket/confirm"_s);
        QCOMPARE(counter.orders.placedCarts.size(), 0);
        QCOMPARE(counter.journey().cart().rowCount(), 1);
        QTest::qWait(400);
        counter.tap(u"basket/confirm"_s);
        QCOMPARE(counter.orders.placedCarts.size(), 1);
    }

    void aRefusedOrderSaysWhyAndLosesNothing()
    {
        Counter counter;
        counter.goToMenu();
        counter.putSotoIntoBasket();
        counter.tap(u"menu/basketBar"_s);
        counter.tap(u"basket/confirm"_s);
        counter.orders.refuseLast(ErrorCode::Conflict);
        QCOMPARE(counter.overlay(), Overlay::Refusal);
        QVERIFY(counter.sees(u"refusalDialog/yes"_s));
        counter.tap(u"refusalDialog/yes"_s);
        QCOMPARE(counter.overlay(), Overlay::None);
        QCOMPARE(counter.screen(), Page::Basket);
        QCOMPARE(counter.journey().cart().cart().portions(), 1);
        QTest::qWait(400);
        counter.tap(u"basket/confirm"_s);
        QCOMPARE(counter.orders.placedCarts.size(), 2);
        QCOMPARE(counter.orders.placedCarts.at(0).id(), counter.orders.placedCarts.at(1).id());
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

    void tableAndNameGoWithTheOrder()
    {
        Counter counter;
        counter.goToMenu();
        counter.putSotoIntoBasket();
        counter.tap(u"menu/basketBar"_s);
        counter.tap(u"basket/table"_s);
        counter.type(u"12"_s);
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.overlay(), Overlay::None);
        counter.tap(u"basket/name"_s);
        QCOMPARE(counter.overlay(), Overlay::Name);
        counter.tap(u"nameForm/keyboard"_s, u"D"_s); // names begin with a capital
        counter.type(u"ewi"_s);
        counter.tap(u"nameForm/keyboard"_s, u"Selesai"_s);
        counter.tap(u"basket/confirm"_s);
        QCOMPARE(counter.orders.placedCarts.size(), 1);
        QCOMPARE(counter.orders.placedCarts.first().table, u"12"_s);
        QCOMPARE(counter.orders.placedCarts.first().customerName, u"Dewi"_s);
    }

    void aNoteAndAnAllergyReachTheBasket()
    {
        Counter counter;
        counter.goToMenu();
        counter.tap(u"menu/grid"_s, u"Sate ayam"_s);
        counter.tap(u"product/note"_s);
        QVERIFY(counter.sees(u"noteForm/noteKeyboard"_s));
        counter.tap(u"noteForm/allergen_peanuts"_s);
        counter.type(u"bumbupisah"_s); // the focus is on the allergen; a blank would press it again
        counter.tap(u"noteForm/noteKeyboard"_s, u"Selesai"_s);
        QVERIFY(!counter.sees(u"noteForm/noteKeyboard"_s));
        counter.tap(u"product/add"_s);
        const CartItem item = counter.journey().cart().item(0);
        QCOMPARE(item.note, u"bumbupisah"_s);
        QCOMPARE(item.allergyNote, Allergens(Allergen::Peanuts));
    }

    void aLineOfTheBasketCanBeChanged()
    {
        Counter counter;
        counter.goToMenu();
        counter.putSotoIntoBasket();
        counter.tap(u"menu/basketBar"_s);
        counter.tap(u"basket/stepper0"_s, 1);
        QCOMPARE(counter.journey().cart().lines().first().quantity, 2);
        auto *row = counter.window().findChild<BasketRow *>(u"row0"_s);
        QVERIFY(row);
        counter.tap(row->mapTo(&counter.window(), QPoint(row->height() / 2, row->height() / 2)));
        QCOMPARE(counter.overlay(), Overlay::Product);
        counter.tap(u"product/option121"_s); // a boiled egg
        counter.tap(u"product/add"_s);
        QCOMPARE(counter.journey().cart().rowCount(), 1);
        QVERIFY(counter.journey().cart().lines().first().choices.contains(u"Telur rebus"_s));
        counter.tap(u"basket/stepper0"_s, 0);
        QTest::qWait(400);
        counter.tap(u"basket/stepper0"_s, 0); // at one, minus is a trash can
        QVERIFY(counter.journey().cart().isEmpty());
    }

    void accessibilityShowsAtOnceAndGoesWithTheGuest()
    {
        Counter counter;
        counter.goToMenu();
        counter.tap(u"menu/utilities"_s, 2);
        counter.tap(u"access/highContrast"_s);
        QCOMPARE(counter.theme().palette().look, Look::HighContrast);
        counter.tap(u"access/textSize"_s, 3);
        QCOMPARE(counter.theme().metrics().textScale, 200);
        counter.tap(u"access/accessDone"_s);
        QCOMPARE(counter.overlay(), Overlay::None);
        counter.journey().flow().leave();
        QCOMPARE(counter.theme().palette().look, Look::Light);
        QCOMPARE(counter.theme().metrics().textScale, 100);
    }

    void inSeatedModeEveryButtonIsWithinReach()
    {
        Counter counter;
        counter.goToMenu();
        counter.putSotoIntoBasket();
        counter.journey().access().setSeated(true);
        const int reach = counter.window().height() * 36 / 100;
        const auto check = [&](const char *where) {
            QCoreApplication::processEvents();
            for (Control *control : counter.window().findChildren<Control *>()) {
                for (int i = 0; control->isVisible() && i < control->targetCount(); ++i) {
                    const QPoint middle = control->mapTo(&counter.window(), control->target(i).box.center()).toPoint();
                    const QWidget *hit = counter.window().childAt(middle);
                    if (hit != control || !control->target(i).enabled)
                        continue; // covered or out of view
                    QVERIFY2(middle.y() >= reach, qPrintable(u"%1: %2 at %3"_s.arg(QString::fromLatin1(where), control->targetName(i)).arg(middle.y())));
                }
            }
        };
        check("menu");
        counter.tap(u"menu/grid"_s, 0);
        check("product");
        counter.journey().flow().closeOverlay();
        counter.tap(u"menu/basketBar"_s);
        check("basket");
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

    void everythingThatCanBePressedHasANameAndFifteenMillimetres_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("portrait") << QSize(1080, 1920);
        QTest::newRow("landscape") << QSize(1920, 1080);
    }

    void everythingThatCanBePressedHasANameAndFifteenMillimetres()
    {
        QFETCH(QSize, size);
        Counter counter(Counter::quick(), size);
        const auto check = [&](const QString &where) {
            QCoreApplication::processEvents();
            const qreal least = counter.theme().metrics().pxPerMm * 15 - 1;
            int seen = 0;
            for (Control *control : counter.window().findChildren<Control *>()) {
                for (int i = 0; control->isVisible() && i < control->targetCount(); ++i) {
                    const Control::Target target = control->target(i);
                    if (target.box.isEmpty())
                        continue;
                    ++seen;
                    const QString what = u"%1: %2 (%3) %4 x %5"_s.arg(where, control->targetName(i), control->objectName()).arg(target.box.width()).arg(target.box.height());
                    QVERIFY2(!control->targetName(i).trimmed().isEmpty(), qPrintable(what));
                    QVERIFY2(target.box.width() >= least && target.box.height() >= least, qPrintable(what));
                }
            }
            QVERIFY(seen > 0);
        };
        check(u"attract"_s);
        counter.tap(u"attract/start"_s);
        check(u"service"_s);
        counter.tap(u"service/dineIn"_s);
        check(u"menu"_s);
        counter.putSotoIntoBasket();
        counter.tap(u"menu/grid"_s, 0);
        check(u"product"_s);
        counter.tap(u"product/note"_s);
        check(u"note"_s);
        counter.journey().flow().closeOverlay();
        for (const Overlay overlay : {Overlay::Access, Overlay::Help, Overlay::Cancel}) {
            counter.journey().flow().open(overlay);
            check(u"overlay %1"_s.arg(int(overlay)));
            counter.journey().flow().closeOverlay();
        }
        counter.journey().flow().showBasket();
        check(u"basket"_s);
        counter.journey().flow().open(Overlay::Name);
        check(u"name"_s);
        counter.journey().flow().closeOverlay();
        counter.tap(u"basket/confirm"_s);
        counter.orders.confirmLast(*SampleMenu::make());
        check(u"number"_s);
    }

    void everyOrderingScreenHasTheLanguageOneTapAway()
    {
        Counter counter;
        QVERIFY(counter.sees(u"attract/language"_s));
        counter.tap(u"attract/language"_s, 1);
        QCOMPARE(counter.journey().language().language(), u"en"_s);
        counter.tap(u"attract/start"_s);
        QCOMPARE(counter.journey().language().language(), u"en"_s);
        counter.tap(u"service/language_id"_s);
        QCOMPARE(counter.journey().language().language(), u"id"_s);
        counter.tap(u"service/dineIn"_s);
        counter.tap(u"menu/utilities"_s, 1);
        QCOMPARE(counter.journey().language().language(), u"en"_s);
        counter.tap(u"menu/grid"_s, 0);
        counter.tap(u"product/utilities"_s, 1);
        QCOMPARE(counter.journey().language().language(), u"id"_s);
        counter.tap(u"product/add"_s);
        counter.tap(u"menu/basketBar"_s);
        counter.tap(u"basket/utilities"_s, 1);
        QCOMPARE(counter.journey().language().language(), u"en"_s);
        counter.tap(u"basket/confirm"_s);
        counter.orders.confirmLast(*SampleMenu::make());
        counter.tap(u"number/language"_s);
        QCOMPARE(counter.journey().language().language(), u"id"_s);
        QCOMPARE(counter.window().state().value(u"number"_s).toString(), u"A-042"_s);
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
