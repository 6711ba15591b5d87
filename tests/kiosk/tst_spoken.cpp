// SPDX-License-Identifier: GPL-3.0-or-later
#include <kioskkit/counter.h>

#include <QAccessible>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

using Overlay = ScreenFlow::Overlay;

//! What a guest who cannot see hears: every place that can be pressed says what it is.
class tst_Spoken : public QObject
{
    Q_OBJECT

    static QStringList silentTargets(QWidget &window, int *heard)
    {
        QStringList silent;
        for (const Control *control : window.findChildren<Control *>()) {
            if (!control->isVisible())
                continue;
            for (int i = 0; i < control->targetCount(); ++i) {
                ++*heard;
                if (control->targetName(i).simplified().isEmpty())
                    silent << u"%1 %2 #%3"_s.arg(QString::fromLatin1(control->metaObject()->className()), control->objectName()).arg(i);
            }
        }
        return silent;
    }

private slots:
    void everyTargetOfEveryScreenHasWords_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::newRow("Indonesian, portrait") << u"id"_s << QSize(1080, 1920);
        QTest::newRow("English, landscape") << u"en"_s << QSize(1366, 768);
    }

    void everyTargetOfEveryScreenHasWords()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        JourneySettings settings = Counter::quick();
        settings.language = language;
        Counter counter(settings, size);
        Journey &journey = counter.journey();
        const auto check = [&](const char *place) {
            QCoreApplication::processEvents();
            int heard = 0;
            const QStringList silent = silentTargets(counter.window(), &heard);
            QVERIFY2(heard > 0, place);
            QVERIFY2(silent.isEmpty(), qPrintable(u"%1: %2"_s.arg(QString::fromLatin1(place), silent.join(u"; "_s))));
        };
        check("attract");
        counter.goToMenu();
        check("menu");
        counter.putSotoIntoBasket();
        check("menu with a basket");
        journey.openProduct(SampleMenu::soto);
        check("product");
        for (const Overlay overlay : {Overlay::Access, Overlay::Help, Overlay::Cancel}) {
            journey.flow().closeOverlay();
            journey.flow().open(overlay);
            check("a sheet over the menu");
        }
        journey.flow().closeOverlay();
        journey.flow().showBasket();
        check("basket");
        for (const Overlay overlay : {Overlay::Table, Overlay::Name}) {
            journey.flow().open(overlay);
            check("a sheet over the basket");
            journey.flow().closeOverlay();
        }
        counter.tap(u"basket/confirm"_s);
        counter.orders.confirmLast(*SampleMenu::make());
        check("number");
        journey.flow().leave();
        journey.flow().open(Overlay::Pin);
        check("PIN");
        journey.flow().enterStaff();
        counter.outbox.wait(9, counter.clock.steadyNow(), Milliseconds(90'000'000));
        counter.outbox.flag(2, counter.clock.steadyNow());
        check("staff");
        journey.openStaffOrder(counter.outbox.state.flagged.first().id);
        check("an order of the quarantine");
    }

    void aDishIsReadWithItsNameOutletAndPrice()
    {
        Counter counter;
        counter.goToMenu();
        const Control *grid = counter.control(u"menu/grid"_s);
        QVERIFY(grid && grid->targetCount() > 1);
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<Control *>(grid));
        QVERIFY(face && face->childCount() == grid->targetCount());
        const QString words = face->child(0)->text(QAccessible::Name);
        QVERIFY2(words.contains(u"Sate ayam"_s) && words.contains(u"Sate Pak Kumis"_s) && words.contains(u"38.000"_s), qPrintable(words));
    }
};

QTEST_MAIN(tst_Spoken)
#include "tst_spoken.moc"
