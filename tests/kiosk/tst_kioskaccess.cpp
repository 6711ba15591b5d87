// SPDX-License-Identifier: GPL-3.0-or-later
#include <kioskkit/counter.h>
#include <widgets/banner.h>
#include <widgets/label.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Overlay = ScreenFlow::Overlay;

//! Every guest can use it: within reach, with a name, large enough, in both languages.
class tst_KioskAccess : public QObject
{
    Q_OBJECT

private slots:
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

    //! The digits of a sum that is cut at its left make another sum.
    void theLargestLettersLeaveTheSumWhole()
    {
        Counter counter(Counter::quick(), {1920, 1080});
        counter.goToMenu();
        counter.putSotoIntoBasket(3);
        counter.journey().access().setTextScale(200);
        QCoreApplication::processEvents();
        const auto *sum = counter.window().findChild<Label *>(u"panelSum"_s);
        const auto *word = counter.window().findChild<Label *>(u"panelSumWord"_s);
        QVERIFY(sum && sum->isVisible() && word && word->isVisible());
        QVERIFY2(sum->width() >= sum->sizeHint().width(), qPrintable(u"%1 of %2"_s.arg(sum->width()).arg(sum->sizeHint().width())));
        QVERIFY(!word->geometry().intersects(sum->geometry()));
    }

    void aBannerThatNeedsAnotherLinePushesWhatIsBelow()
    {
        Counter counter;
        counter.goToMenu();
        counter.sync.say(false, true, SyncMode::Connected);
        counter.scheduler.advance(10s);
        const auto *banner = counter.window().findChild<Banner *>(u"banner"_s);
        QVERIFY(banner && banner->isVisible());
        const int before = banner->height();
        counter.menu.state.checkedAt = counter.clock.steadyNow() - 26h;
        counter.menu.announce();
        counter.sync.say(false, false, SyncMode::Disconnected);
        counter.scheduler.advance(10s);
        QVERIFY(banner->height() > before);
        QCOMPARE(banner->height(), banner->heightForWidth(banner->width()));
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
};

QTEST_MAIN(tst_KioskAccess)
#include "tst_kioskaccess.moc"
