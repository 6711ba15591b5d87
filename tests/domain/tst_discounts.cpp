// SPDX-License-Identifier: GPL-3.0-or-later
#include "foodcourt.h"

#include <domain/discounts.h>

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace saji;
using namespace saji::foodcourt;

namespace {

const PromotionMoment now{Milliseconds(1'750'000'000'000), {}};

Sale sale(int product, qint64 unit, int quantity = 1, OutletId outlet = soto, CategoryId category = meals)
{
    return {outlet, category, ProductId(product), quantity, rupiah(unit), rupiah(unit)};
}

Promotion promotion(PromotionType type, int id = 1)
{
    Promotion p;
    p.id = PromotionId(id);
    p.name = {u"promo"_s, {}};
    p.type = type;
    if (type == PromotionType::BuyXGetY)
        p.basisPoints = 10'000;
    return p;
}

Promotion percent(int rate, int id = 1)
{
    auto p = promotion(PromotionType::Percentage, id);
    p.basisPoints = rate * 100;
    return p;
}

Promotion off(qint64 amount, int id = 1)
{
    auto p = promotion(PromotionType::Fixed, id);
    p.amount = rupiah(amount);
    return p;
}

Promotion buyGet(int buy, int get, int id = 1)
{
    auto p = promotion(PromotionType::BuyXGetY, id);
    p.buy = buy;
    p.get = get;
    return p;
}

Promotion set(const QList<BundlePiece> &pieces, qint64 amount, int id = 1)
{
    auto p = promotion(PromotionType::Bundle, id);
    p.pieces = pieces;
    p.amount = rupiah(amount);
    return p;
}

QList<Discount> taken(const QList<Sale> &sales, const QList<Promotion> &promotions, const PromotionMoment &moment = now)
{
    return discountsFor(sales, promotions, "Asia/Jakarta", moment);
}

//! What all promotions take off, in rupiah.
qint64 rupiahOff(const QList<Sale> &sales, const QList<Promotion> &promotions, const PromotionMoment &moment = now)
{
    Money sum;
    for (const auto &discount : taken(sales, promotions, moment))
        sum += discount.amount;
    return sum.minorUnits() / 100;
}

} // namespace

class TestDiscounts : public QObject
{
    Q_OBJECT

private slots:
    void withoutAMomentNothingHolds()
    {
        QVERIFY(taken({sale(1, 10'000)}, {percent(50)}, {}).isEmpty());
    }

    void aPercentageIsOfWhatIsInScope()
    {
        auto p = percent(20);
        p.scope.categories = {drinks};
        const QList<Sale> sales{sale(1, 30'000), sale(2, 8'000, 2, soto, drinks), sale(3, 12'000, 1, sate, drinks)};
        const auto discounts = taken(sales, {p});
        QCOMPARE(discounts.size(), 1);
        QCOMPARE(discounts.first().amount, rupiah(5'600));
        QCOMPARE(discounts.first().perSale, QList<Money>({rupiah(0), rupiah(3'200), rupiah(2'400)}));
        p.scope.outlets = {sate};
        QCOMPARE(rupiahOff(sales, {p}), 2'400);
        p.scope = {{}, {}, {ProductId(1)}};
        QCOMPARE(rupiahOff(sales, {p}), 6'000);
        p.scope = {{sate}, {}, {ProductId(1)}};
        QCOMPARE(rupiahOff(sales, {p}), 0);
    }

    void aFixedAmountIsNeverMoreThanWhatItIsTakenFrom()
    {
        QCOMPARE(rupiahOff({sale(1, 30'000)}, {off(10'000)}), 10'000);
        QCOMPARE(rupiahOff({sale(1, 7'000)}, {off(10'000)}), 7'000);
        QCOMPARE(rupiahOff({sale(1, 30'000, 5)}, {off(10'000)}), 10'000); // once an order
    }

    void aFixedAmountIsBorneByEachOutletInProportion()
    {
        const auto discounts = taken({sale(1, 30'000), sale(2, 20'000, 3, sate), sale(3, 10'000)}, {off(10'000)});
        QCOMPARE(discounts.first().perSale, QList<Money>({rupiah(3'000), rupiah(6'000), rupiah(1'000)}));
    }

    void spreadingLosesNoRupiah()
    {
        const auto discounts = taken({sale(1, 10'000), sale(2, 10'000), sale(3, 10'000)}, {off(10'000)});
        QCOMPARE(discounts.first().perSale, QList<Money>({rupiah(3'333), rupiah(3'334), rupiah(3'333)}));
    }

    void aMinimumPurchaseIsOfWhatIsInScope()
    {
        auto p = percent(10);
        p.minPurchase = rupiah(50'000);
        QCOMPARE(rupiahOff({sale(1, 49'999)}, {p}), 0);
        QCOMPARE(rupiahOff({sale(1, 50'000)}, {p}), 5'000);
        QCOMPARE(rupiahOff({sale(1, 25'000, 2)}, {p}), 5'000);
        p.scope.outlets = {soto};
        QCOMPARE(rupiahOff({sale(1, 30'000), sale(2, 30'000, 1, sate)}, {p}), 0);
    }

    void aMaximumCapsWhateverTheTypeIs()
    {
        auto p = percent(50);
        p.maxDiscount = rupiah(15'000);
        QCOMPARE(rupiahOff({sale(1, 20'000)}, {p}), 10'000);
        QCOMPARE(rupiahOff({sale(1, 100'000)}, {p}), 15'000);
        auto free = buyGet(1, 1);
        free.maxDiscount = rupiah(5'000);
        QCOMPARE(rupiahOff({sale(1, 20'000, 2)}, {free}), 5'000);
        auto bundled = set({{{ProductId(1)}, 1}, {{ProductId(2)}, 1}}, 20'000);
        bundled.maxDiscount = rupiah(1'000);
        QCOMPARE(rupiahOff({sale(1, 20'000), sale(2, 8'000)}, {bundled}), 1'000);
    }

    void aUsageLimitCountsTheOrdersThatAreKnown()
    {
        auto p = off(10'000);
        p.usageLimit = 3;
        auto moment = now;
        QCOMPARE(rupiahOff({sale(1, 30'000)}, {p}, moment), 10'000);
        moment.uses.insert(p.id, 2);
        QCOMPARE(rupiahOff({sale(1, 30'000)}, {p}, moment), 10'000);
        moment.uses.insert(p.id, 3);
        QCOMPARE(rupiahOff({sale(1, 30'000)}, {p}, moment), 0);
        moment.uses.insert(p.id, 30);
        QCOMPARE(rupiahOff({sale(1, 30'000)}, {p}, moment), 0);
        p.usageLimit = 0;
        QCOMPARE(rupiahOff({sale(1, 30'000)}, {p}, moment), 10'000);
    }

    void whatIsSwitchedOffDoesNotHold()
    {
        auto p = off(10'000);
        p.active = false;
        QCOMPARE(rupiahOff({sale(1, 30'000)}, {p}), 0);
        p.active = true;
        p.schedule.lastDay = QDate(2020, 1, 1);
        QCOMPARE(rupiahOff({sale(1, 30'000)}, {p}), 0);
    }

    void ofEachGroupTheCheapestIsGiven_data()
    {
        QTest::addColumn<int>("buy");
        QTest::addColumn<int>("get");
        QTest::addColumn<QList<int>>("prices"); // in thousands, one portion each
        QTest::addColumn<int>("given");         // in thousands
        QTest::newRow("one for one, alone") << 1 << 1 << QList<int>{10} << 0;
        QTest::newRow("one for one") << 1 << 1 << QList<int>{10, 8} << 8;
        QTest::newRow("one for one, three") << 1 << 1 << QList<int>{10, 8, 6} << 8;
        QTest::newRow("one for one, four") << 1 << 1 << QList<int>{6, 10, 8, 4} << 12;
        QTest::newRow("two for one, two") << 2 << 1 << QList<int>{10, 8} << 0;
        QTest::newRow("two for one") << 2 << 1 << QList<int>{14, 14, 12} << 12;
        QTest::newRow("two for one, seven") << 2 << 1 << QList<int>{7, 6, 5, 4, 3, 2, 1} << 7;
        QTest::newRow("one for two") << 1 << 2 << QList<int>{9, 5, 3} << 8;
        QTest::newRow("three for two, five") << 3 << 2 << QList<int>{9, 8, 7, 6, 5} << 11;
    }
    void ofEachGroupTheCheapestIsGiven()
    {
        QFETCH(int, buy);
        QFETCH(int, get);
        QFETCH(QList<int>, prices);
        QFETCH(int, given);
        QList<Sale> sales;
        for (qsizetype i = 0; i < prices.size(); ++i)
            sales.append(sale(int(i) + 1, prices[i] * 1000));
        QCOMPARE(rupiahOff(sales, {buyGet(buy, get)}), given * 1000);
    }

    void manyPortionsOfOneLineAreAsManyLines()
    {
        for (int quantity = 0; quantity < 40; ++quantity) {
            QList<Sale> lines;
            for (int i = 0; i < quantity; ++i)
                lines.append(sale(1, 10'000));
            QCOMPARE(rupiahOff({sale(1, 10'000, quantity)}, {buyGet(3, 2)}), rupiahOff(lines, {buyGet(3, 2)}));
        }
    }

    void halfPriceIsAGiftAsWell()
    {
        auto p = buyGet(1, 1);
        p.basisPoints = 5'000;
        QCOMPARE(rupiahOff({sale(1, 10'000), sale(2, 8'000)}, {p}), 4'000);
    }

    void anotherDishCanBeGiven()
    {
        auto p = buyGet(2, 1);
        p.scope.products = {ProductId(1)}; // what is bought; the gift need not be in scope
        p.getProducts = {ProductId(9)};
        QCOMPARE(rupiahOff({sale(2, 28'000, 2), sale(9, 8'000)}, {p}), 0);
        QCOMPARE(rupiahOff({sale(1, 28'000, 2), sale(9, 8'000)}, {p}), 8'000);
        QCOMPARE(rupiahOff({sale(1, 28'000, 2), sale(9, 8'000, 3)}, {p}), 8'000);
        QCOMPARE(rupiahOff({sale(1, 28'000, 4), sale(9, 8'000, 3)}, {p}), 16'000);
        QCOMPARE(rupiahOff({sale(1, 28'000, 1), sale(9, 8'000, 3)}, {p}), 0); // gifts do not count as bought
        QCOMPARE(rupiahOff({sale(1, 28'000, 2)}, {p}), 0);
    }

    void setsOfOneOrderCanBeLimited()
    {
        auto p = buyGet(1, 1);
        p.perOrder = 1;
        QCOMPARE(rupiahOff({sale(1, 10'000, 6)}, {p}), 10'000);
        auto bundled = set({{{ProductId(1)}, 1}, {{ProductId(2)}, 1}}, 20'000);
        bundled.perOrder = 2;
        QCOMPARE(rupiahOff({sale(1, 20'000, 9), sale(2, 8'000, 9)}, {bundled}), 16'000);
    }

    void aBundleCostsWhatItSays()
    {
        const auto p = set({{{ProductId(1)}, 1}, {{ProductId(2), ProductId(3)}, 2}}, 30'000);
        QCOMPARE(rupiahOff({sale(1, 28'000), sale(2, 6'000), sale(3, 8'000)}, {p}), 12'000);
        QCOMPARE(rupiahOff({sale(1, 28'000), sale(2, 6'000)}, {p}), 0);                     // not a whole set
        QCOMPARE(rupiahOff({sale(1, 28'000, 2), sale(2, 6'000, 4)}, {p}), 20'000);          // two sets
        QCOMPARE(rupiahOff({sale(1, 28'000), sale(2, 6'000), sale(3, 8'000, 2)}, {p}), 14'000); // the dearer ones are in the set
    }

    void aBundleNeverMakesAnythingDearer()
    {
        QCOMPARE(rupiahOff({sale(1, 10'000), sale(2, 5'000)}, {set({{{ProductId(1)}, 1}, {{ProductId(2)}, 1}}, 20'000)}), 0);
    }

    void aDishInTwoPiecesIsNotCountedTwice()
    {
        const auto p = set({{{ProductId(1)}, 1}, {{ProductId(1)}, 1}}, 1'000);
        QCOMPARE(rupiahOff({sale(1, 10'000, 4)}, {p}), 0);
    }

    void extrasArePaidForInGiftsAndSets()
    {
        Sale dish = sale(1, 28'000);
        dish.unit = rupiah(38'000); // with rice and an egg
        auto two = dish;
        two.quantity = 2;
        QCOMPARE(rupiahOff({two}, {buyGet(1, 1)}), 28'000);
        QCOMPARE(rupiahOff({dish, sale(2, 8'000)}, {set({{{ProductId(1)}, 1}, {{ProductId(2)}, 1}}, 30'000)}), 6'000);
        dish.unit = rupiah(20'000); // a choice that costs less: no more than that is given
        two = dish;
        two.quantity = 2;
        QCOMPARE(rupiahOff({two}, {buyGet(1, 1)}), 20'000);
        QCOMPARE(rupiahOff({two}, {percent(10)}), 4'000);
    }

    void theHigherPriorityIsLookedAtFirst()
    {
        auto small = percent(10, 1);
        auto large = percent(50, 2);
        small.priority = 1;
        const auto discounts = taken({sale(1, 10'000)}, {large, small});
        QCOMPARE(discounts.size(), 1);
        QCOMPARE(discounts.first().promotion, small.id);
    }

    void ofEqualPriorityTheBetterForTheGuestWins()
    {
        const auto discounts = taken({sale(1, 10'000)}, {percent(10, 1), percent(30, 2), off(2'000, 3)});
        QCOMPARE(discounts.size(), 1);
        QCOMPARE(discounts.first().promotion, PromotionId(2));
        // ... and of equally good ones the one with the lower number, in whatever order they come.
        QCOMPARE(taken({sale(1, 10'000)}, {percent(20, 5), off(2'000, 4)}).first().promotion, PromotionId(4));
    }

    void whatIsNotStackableClosesItsPortions()
    {
        auto first = percent(10, 1);
        first.priority = 1;
        first.scope.products = {ProductId(1)};
        QCOMPARE(rupiahOff({sale(1, 10'000), sale(2, 10'000)}, {first, percent(50, 2)}), 1'000 + 5'000);
        auto second = percent(50, 2);
        second.stackable = true;
        QCOMPARE(rupiahOff({sale(1, 10'000), sale(2, 10'000)}, {first, second}), 1'000 + 5'000);
    }

    void stackablePromotionsTakeFromWhatIsLeft()
    {
        auto first = percent(10, 1);
        auto second = percent(50, 2);
        first.stackable = second.stackable = true;
        first.priority = 1;
        QCOMPARE(rupiahOff({sale(1, 10'000)}, {first, second}), 1'000 + 4'500);
        auto whole = off(50'000, 3);
        whole.stackable = true;
        whole.priority = -1;
        QCOMPARE(rupiahOff({sale(1, 10'000)}, {first, second, whole}), 10'000);
    }

    void portionsThatAGroupDoesNotNeedStayOpen()
    {
        auto group = buyGet(2, 1, 1);
        group.priority = 1;
        // Three of five are a group; the other two are free for the second promotion.
        const auto discounts = taken({sale(1, 10'000, 5)}, {group, percent(10, 2)});
        QCOMPARE(discounts.size(), 2);
        QCOMPARE(discounts.first().amount, rupiah(10'000));
        QCOMPARE(discounts.last().amount, rupiah(2'000));
    }

    void oneMoreThanTheLimitChangesNothingElse()
    {
        const QList<Sale> sales{sale(1, 12'345, 3), sale(2, 999, 7, sate), sale(3, 50'001)};
        auto limited = off(10'000, 1);
        limited.usageLimit = 1;
        auto moment = now;
        moment.uses.insert(limited.id, 1);
        QCOMPARE(taken(sales, {limited, percent(7, 2)}, moment), taken(sales, {percent(7, 2)}));
    }

    void noBasketAndNoMixOfPromotionsBreaksTheRules()
    {
        QRandomGenerator random(20260615);
        const auto upTo = [&](int n) { return int(random.bounded(n + 1)); };
        for (int round = 0; round < 3000; ++round) {
            QList<Sale> sales;
            for (int i = upTo(8); i >= 0; --i) {
                auto s = sale(1 + upTo(5), 100 * upTo(500), 1 + upTo(9), upTo(1) ? soto : sate, upTo(1) ? meals : drinks);
                s.unit = Money(std::max<qint64>(0, s.base.minorUnits() + (upTo(4) - 2) * 150'050));
                sales.append(s);
            }
            QList<Promotion> promotions;
            for (int i = 1 + upTo(6); i > 0; --i)
                promotions.append(anyPromotion(i, upTo));
            const auto discounts = taken(sales, promotions);
            QList<Money> left;
            for (const auto &s : sales)
                left.append(s.unit * s.quantity);
            for (const auto &discount : discounts) {
                QVERIFY(discount.amount > Money());
                QCOMPARE(std::accumulate(discount.perSale.begin(), discount.perSale.end(), Money()), discount.amount);
                const auto &p = *std::ranges::find(promotions, discount.promotion, &Promotion::id);
                QVERIFY(p.maxDiscount.isZero() || discount.amount <= p.maxDiscount);
                for (qsizetype i = 0; i < sales.size(); ++i) {
                    QVERIFY(discount.perSale[i] >= Money());
                    QVERIFY(discount.perSale[i].isZero() || p.getProducts.contains(sales[i].product) || p.scope.covers(sales[i].outlet, sales[i].category, sales[i].product));
                    left[i] = left[i] - discount.perSale[i];
                    QVERIFY(left[i] >= Money());
                }
            }
            // The same basket, the same promotions in another order: the same discounts.
            std::ranges::reverse(promotions);
            QCOMPARE(taken(sales, promotions), discounts);
        }
    }

private:
    template<class UpTo>
    static Promotion anyPromotion(int id, UpTo upTo)
    {
        auto p = promotion(PromotionType(upTo(3)), id);
        p.basisPoints = 100 * (1 + upTo(99));
        p.amount = Money(50 * (1 + upTo(900'000)));
        p.buy = 1 + upTo(3);
        p.get = 1 + upTo(2);
        if (upTo(1))
            p.getProducts = {ProductId(1 + upTo(5))};
        p.pieces = {{{ProductId(1), ProductId(2)}, 1 + upTo(2)}, {{ProductId(3)}, 1}};
        if (upTo(1))
            p.scope.outlets = {soto};
        if (upTo(1))
            p.scope.categories = {drinks};
        if (upTo(1))
            p.maxDiscount = Money(50 * (1 + upTo(400'000)));
        if (upTo(1))
            p.minPurchase = Money(100 * upTo(2'000'000));
        p.perOrder = upTo(2);
        p.priority = upTo(2);
        p.stackable = upTo(1) == 1;
        return p;
    }
};

QTEST_GUILESS_MAIN(TestDiscounts)
#include "tst_discounts.moc"
