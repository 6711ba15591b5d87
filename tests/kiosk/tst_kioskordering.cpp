// SPDX-License-Identifier: GPL-3.0-or-later
#include <kioskkit/counter.h>
#include <widgets/basketrow.h>
#include <widgets/numberdisplay.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

using Page = ScreenFlow::Screen;
using Overlay = ScreenFlow::Overlay;

//! A guest and a basket: the kiosk's real window, pressed with mouse, finger and keys; the services are played by the test.
class tst_KioskOrdering : public QObject
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
};

QTEST_MAIN(tst_KioskOrdering)
#include "tst_kioskordering.moc"
