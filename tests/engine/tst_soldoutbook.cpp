// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace saji::foodcourt;
using namespace std::chrono_literals;

namespace {

Hlc at(int seconds)
{
    return Hlc::of(ManualClock::defaultWall + std::chrono::seconds(seconds));
}

} // namespace

class TestSoldOutBook : public QObject
{
    Q_OBJECT

private slots:
    void theLaterStampCountsWhateverCameFirst()
    {
        Shop shop;
        Elsewhere kitchen(8), expo(9);
        const auto gone = kitchen.say(SoldOutChanged{sateAyam, true, {}}, at(10));
        const auto back = expo.say(SoldOutChanged{sateAyam, false, {}}, at(20));
        shop.hear({back});
        QVERIFY(!shop.soldOut->products().contains(sateAyam));
        shop.restart(); // also what is restocked is remembered, or the older word would win now
        shop.hear({gone});
        QVERIFY(!shop.soldOut->products().contains(sateAyam));
        shop.hear({kitchen.say(SoldOutChanged{sateAyam, true, {}}, at(30))});
        QVERIFY(shop.soldOut->products().contains(sateAyam));
    }

    void staysSoldOutOverARestart()
    {
        Shop shop;
        shop.write(SoldOutChanged{sateAyam, true, {}});
        shop.write(SoldOutChanged{perkedel, true, {}});
        shop.write(SoldOutChanged{perkedel, false, {}});
        for (const bool cleanly : {true, false}) {
            shop.restart(cleanly);
            QCOMPARE(shop.soldOut->products(), QSet<ProductId>({sateAyam}));
        }
    }

    void tellsOnlyWhenSomethingIsDifferent()
    {
        Shop shop;
        QSignalSpy changed(shop.soldOut.get(), &SoldOutBook::changed);
        Elsewhere kitchen(8);
        shop.hear({kitchen.say(SoldOutChanged{sateAyam, true, {}}), kitchen.say(SoldOutChanged{perkedel, true, {}})});
        QCOMPARE(changed.size(), 1);
        shop.hear({kitchen.say(SoldOutChanged{sateAyam, true, {}})});
        QCOMPARE(changed.size(), 1);
        shop.hear({kitchen.say(SoldOutChanged{esTeh, true, {}}), kitchen.say(SoldOutChanged{esTeh, false, {}})});
        QCOMPARE(changed.size(), 1);
        shop.hear({kitchen.say(SoldOutChanged{sateAyam, false, {}})});
        QCOMPARE(changed.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestSoldOutBook)
#include "tst_soldoutbook.moc"
