// SPDX-License-Identifier: GPL-3.0-or-later
#include "foodcourt.h"

#include <domain/orderfold.h>

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace saji;
using namespace saji::foodcourt;
using namespace std::chrono_literals;

namespace {

Origin origin(int n, quint64 epoch = 1)
{
    return {DeviceId(QUuid(0x01890000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, uchar(n))), epoch};
}

const Origin kiosk = origin(1);
const Origin kitchen = origin(2);
const Origin expo = origin(3);
const Origin server = origin(4);

const Menu menu(parts());
const PlacedOrder agreed = placed(story(menu), menu);
const OrderId id = agreed.id;

StampedFact fact(int time, const Origin &by, const Fact &what)
{
    return {{Hlc::of(Milliseconds(1'000'000 + time)), by, quint64(time + 1)}, Milliseconds(time * 1000), what};
}

StampedFact placing(int time = 0)
{
    return fact(time, kiosk, OrderPlaced{agreed});
}

StampedFact advance(int time, const Origin &by, OrderState to, OutletId outlet = soto)
{
    return fact(time, by, TicketAdvanced{id, outlet, to, {}});
}

StampedFact recall(int time, const Origin &by, OrderState from)
{
    return fact(time, by, TicketRecalled{id, soto, from, {}});
}

StampedFact cancel(int time, const Origin &by, const QString &why = u"habis"_s)
{
    return fact(time, by, TicketCancelled{id, soto, why, {}});
}

const Ticket &soupOf(const std::optional<Order> &order)
{
    return *order->ticket(soto);
}

//! A lunch in which three screens and the server all have something to say about one ticket.
QList<StampedFact> quarrel(SeededRandom &random, int count)
{
    QList<StampedFact> facts{placing()};
    for (int i = 1; i <= count; ++i) {
        const auto by = origin(2 + int(random.below(3)));
        const auto outlet = random.below(2) ? soto : sate;
        const auto state = OrderState(random.below(6));
        const TicketAdvanced step{id, outlet, state, {}}; // the most common thing a cook does
        const Fact steps[] = {step,
                              step,
                              step,
                              TicketRecalled{id, outlet, state, {}},
                              TicketSeen{id, outlet, by.device},
                              OrderRegistered{id, i},
                              OrderFlagged{id, u"f%1"_s.arg(random.below(3)), {}},
                              TicketCancelled{id, outlet, QString::number(i), {}}};
        // Cancelling ends a ticket: seldom, or there is little to fold.
        facts.append(fact(i, by, steps[random.below(random.below(10) == 0 ? 8 : 7)]));
    }
    return facts;
}

} // namespace

class TestOrderFold : public QObject
{
    Q_OBJECT

private slots:
    void isNothingBeforeItWasPlaced()
    {
        QVERIFY(!foldOrder({}));
        QVERIFY(!foldOrder({advance(1, kitchen, OrderState::Preparing), cancel(2, expo)}));
    }

    void aPlacedOrderHasOnePendingTicketPerOutlet()
    {
        const auto order = foldOrder({placing()});
        QVERIFY(order);
        QCOMPARE(order->placed, agreed);
        QCOMPARE(order->placedBy, kiosk);
        QCOMPARE(order->stamp, placing().stamp);
        QCOMPARE(order->tickets.size(), 2);
        QCOMPARE(order->tickets[0].outlet, soto);
        QCOMPARE(order->tickets[1].outlet, sate);
        for (const auto &ticket : order->tickets)
            QCOMPARE(ticket.state, OrderState::Pending);
        QVERIFY(order->isOpen());
        QVERIFY(!order->ticket(OutletId(9)));
        QCOMPARE(order->part(sate)->total, rupiah(41'800));
        QVERIFY(!order->part(OutletId(9)));
    }

    void goesItsWay()
    {
        const auto order = foldOrder({placing(), advance(1, kitchen, OrderState::Preparing), advance(2, kitchen, OrderState::Ready),
                                      advance(3, kitchen, OrderState::Served), advance(4, kitchen, OrderState::Completed)});
        QCOMPARE(soupOf(order).state, OrderState::Completed);
        QCOMPARE(soupOf(order).stateSince, 4000ms);
        QCOMPARE(order->ticket(sate)->state, OrderState::Pending);
        QVERIFY(order->isOpen());
    }

    void isOpenUntilEveryTicketIsServedOrCancelled()
    {
        QList<StampedFact> facts{placing(), cancel(1, kitchen)};
        QVERIFY(foldOrder(facts)->isOpen());
        facts << advance(2, expo, OrderState::Preparing, sate) << advance(3, expo, OrderState::Ready, sate);
        QVERIFY(foldOrder(facts)->isOpen());
        facts << advance(4, expo, OrderState::Served, sate);
        QVERIFY(!foldOrder(facts)->isOpen());
    }

    void passesOverStepsThatAreNotLegalWhereTheyFall()
    {
        const auto order = foldOrder({placing(), advance(1, kitchen, OrderState::Ready), advance(2, kitchen, OrderState::Pending),
                                      advance(3, kitchen, OrderState::Served)});
        QCOMPARE(soupOf(order).state, OrderState::Pending);
        QCOMPARE(soupOf(order).stateSince, 0ms);
    }

    void twoCooksBumpingTheSameTicketMakeOneStep()
    {
        const auto order = foldOrder({placing(), advance(1, kitchen, OrderState::Preparing), advance(2, expo, OrderState::Preparing)});
        QCOMPARE(soupOf(order).state, OrderState::Preparing);
        QCOMPARE(soupOf(order).stateSince, 1000ms);
    }

    void aRecallGoesOneStepBackAndIsNamedUntilTheNextStep()
    {
        QList<StampedFact> facts{placing(), advance(1, kitchen, OrderState::Preparing), advance(2, kitchen, OrderState::Ready),
                                 recall(3, expo, OrderState::Ready)};
        QCOMPARE(soupOf(foldOrder(facts)).state, OrderState::Preparing);
        QVERIFY(soupOf(foldOrder(facts)).recalled);
        QCOMPARE(soupOf(foldOrder(facts)).stateSince, 3000ms);
        facts << advance(4, kitchen, OrderState::Ready);
        QCOMPARE(soupOf(foldOrder(facts)).state, OrderState::Ready);
        QVERIFY(!soupOf(foldOrder(facts)).recalled);
    }

    void twoCooksTakingBackTheSameBumpTakeBackOne()
    {
        const auto order = foldOrder({placing(), advance(1, kitchen, OrderState::Preparing), advance(2, kitchen, OrderState::Ready),
                                      recall(3, expo, OrderState::Ready), recall(4, kitchen, OrderState::Ready)});
        QCOMPARE(soupOf(order).state, OrderState::Preparing);
    }

    void oneFactUnderTwoEpochsCountsOnceAndTwoFactsUnderOneStampBoth()
    {
        const auto again = origin(2, 9);
        const auto other = origin(2, 5);
        const auto bump = [](const Origin &by) { return fact(2, by, TicketAdvanced{id, soto, OrderState::Preparing, {}}); };
        const auto ask = [](const Origin &by) { return fact(3, by, OrderRetried{id, u"Budi"_s}); };
        const auto flag = fact(1, server, OrderFlagged{id, u"price_differs"_s, {}});
        QCOMPARE(foldOrder({placing(), flag, bump(kitchen), ask(kitchen), ask(again)})->review.retries, 1);
        // Three epochs, two facts, one stamp: what lies between two tellings of one fact does not make it two.
        auto meanwhile = ask(other);
        meanwhile.fact = TicketAdvanced{id, soto, OrderState::Preparing, {}};
        const auto order = foldOrder({placing(), flag, ask(kitchen), meanwhile, ask(again)});
        QCOMPARE(order->review.retries, 1);
        QCOMPARE(soupOf(order).state, OrderState::Preparing);
    }

    void aCancelledTicketStaysSoWithItsReason()
    {
        const auto order = foldOrder({placing(), cancel(1, kitchen), advance(2, expo, OrderState::Preparing), cancel(3, expo, u"other"_s),
                                      recall(4, expo, OrderState::Cancelled)});
        QCOMPARE(soupOf(order).state, OrderState::Cancelled);
        QCOMPARE(soupOf(order).cancelReason, u"habis"_s);
    }

    void whatIsServedCannotBeCancelled()
    {
        const auto order = foldOrder({placing(), advance(1, kitchen, OrderState::Preparing), advance(2, kitchen, OrderState::Ready),
                                      advance(3, kitchen, OrderState::Served), cancel(4, expo)});
        QCOMPARE(soupOf(order).state, OrderState::Served);
        QVERIFY(soupOf(order).cancelReason.isEmpty());
    }

    void aScreenHasSeenATicketOnce()
    {
        const TicketSeen painted{id, soto, kitchen.device};
        const auto order =
            foldOrder({placing(), fact(1, kitchen, painted), fact(2, expo, TicketSeen{id, soto, expo.device}), fact(3, kitchen, painted)});
        QCOMPARE(soupOf(order).seen.size(), 2);
        QCOMPARE(soupOf(order).seen.first(), (SeenMark{kitchen.device, 1000ms}));
        QVERIFY(order->ticket(sate)->seen.isEmpty());
    }

    void theFirstRegistrationCountsAndFlagsAddUp()
    {
        const OrderFlagged duplicate{id, u"duplicate_number"_s, {}};
        const OrderFlagged price{id, u"price_differs"_s, {}};
        const auto order = foldOrder({placing(), fact(1, server, OrderRegistered{id, 7}), fact(2, server, OrderRegistered{id, 8}),
                                      fact(3, server, duplicate), fact(4, server, price), fact(5, server, duplicate)});
        QCOMPARE(order->registeredAs, 7);
        QCOMPARE(order->review.flags, QList<OrderFlagged>({duplicate, price}));
    }

    void theAnswerToARetryTakesThePlaceOfWhatWasSaidBefore()
    {
        const OrderFlagged unknown{id, u"unknown_catalog"_s, {}};
        const OrderFlagged price{id, u"price_differs"_s, {}};
        const auto asked = QList{placing(), fact(1, server, unknown), fact(2, kitchen, OrderRetried{id, u"Budi"_s})};
        const auto waiting = foldOrder(asked)->review;
        QCOMPARE(waiting.flags, QList<OrderFlagged>({unknown}));
        QVERIFY(waiting.isRetrying && waiting.retries == 1);
        const auto again = foldOrder(asked + QList{fact(3, server, price)})->review;
        QCOMPARE(again.flags, QList<OrderFlagged>({price}));
        QVERIFY(!again.isRetrying && again.needsSomebody());
        const auto cleared = foldOrder(asked + QList{fact(3, server, OrderCleared{id})})->review;
        QVERIFY(!cleared.needsSomebody() && !cleared.isRetrying);
        QCOMPARE(cleared.retries, 1);
    }

    void whatIsSettledStaysSettledAndTheFirstWordCounts()
    {
        const OrderFlagged price{id, u"price_differs"_s, {}};
        const auto review = foldOrder({placing(), fact(1, server, price), fact(2, kitchen, OrderSettled{id, u"paid"_s, u"Budi"_s}),
                                       fact(3, expo, OrderSettled{id, u"again"_s, u"Ani"_s}), fact(4, server, price)})
                                ->review;
        QVERIFY(!review.needsSomebody());
        QCOMPARE(review.settledBy, u"Budi"_s);
        QCOMPARE(review.settledNote, u"paid"_s);
        // A retry of what nobody has to look at any more asks for nothing.
        QCOMPARE(foldReview({fact(1, server, OrderCleared{id}), fact(2, kitchen, OrderRetried{id, {}})}).retries, 0);
    }

    void ofTwoPlacedFactsTheFirstStampWins()
    {
        auto other = agreed;
        other.number.counter = 43;
        const auto late = fact(5, origin(9), OrderPlaced{other});
        for (const auto &facts : {QList{placing(), late}, QList{late, placing()}}) {
            const auto order = foldOrder(facts);
            QCOMPARE(order->placed.number.counter, 42);
            QCOMPARE(order->tickets.size(), 2);
        }
    }

    void aFactUnderTwoEpochsOfARestoredDeviceCountsOnce()
    {
        auto again = advance(1, origin(2, 7), OrderState::Preparing);
        again.stamp.seq = 900;
        auto recalled = recall(2, origin(2, 7), OrderState::Preparing);
        auto recalledAgain = recalled;
        recalledAgain.stamp.origin = kitchen;
        const auto order = foldOrder({placing(), advance(1, kitchen, OrderState::Preparing), again, recalled, recalledAgain});
        QCOMPARE(soupOf(order).state, OrderState::Pending);
        QVERIFY(soupOf(order).recalled);
    }

    void noTimeIsBeforeTheOrderWasPlaced()
    {
        auto early = advance(1, kitchen, OrderState::Preparing);
        early.bornAt = -5s; // measured along another path
        auto seen = fact(2, kitchen, TicketSeen{id, soto, kitchen.device});
        seen.bornAt = -1s;
        auto start = placing();
        start.bornAt = 10s;
        const auto order = foldOrder({start, early, seen});
        QCOMPARE(soupOf(order).stateSince, 10s);
        QCOMPARE(soupOf(order).seen.first().at, 10s);
    }

    void everyOrderOfArrivalGivesTheSameOrder()
    {
        QList<StampedFact> facts{placing(),
                                 advance(1, kitchen, OrderState::Preparing),
                                 advance(2, kitchen, OrderState::Ready),
                                 recall(3, expo, OrderState::Ready),
                                 advance(3, kitchen, OrderState::Served),
                                 cancel(5, expo),
                                 fact(6, kitchen, TicketSeen{id, soto, kitchen.device})};
        const auto expected = foldOrder(facts);
        QList<int> order(facts.size());
        std::iota(order.begin(), order.end(), 0);
        int permutations = 0;
        do {
            QList<StampedFact> arrived;
            for (const int i : std::as_const(order))
                arrived.append(facts[i]);
            QVERIFY(foldOrder(arrived) == expected);
            ++permutations;
        } while (std::ranges::next_permutation(order).found);
        QCOMPARE(permutations, 5040);
    }

    void arrivingInPiecesEndsInTheSameOrder()
    {
        SeededRandom random(5);
        for (int round = 0; round < 200; ++round) {
            auto facts = quarrel(random, 60);
            const auto expected = foldOrder(facts);
            for (auto i = facts.size() - 1; i > 0; --i)
                facts.swapItemsAt(i, qsizetype(random.below(quint64(i + 1))));
            // Duplicates by a second path are harmless too.
            for (int i = 0; i < 10; ++i)
                facts.append(facts[qsizetype(random.below(quint64(facts.size())))]);
            QVERIFY(foldOrder(facts) == expected);
        }
    }

    void aTicketGoesBackOnlyByRecall()
    {
        SeededRandom random(6);
        int recalls = 0;
        for (int round = 0; round < 200; ++round) {
            const auto facts = quarrel(random, 60);
            auto before = foldOrder(facts.first(1));
            for (qsizetype n = 2; n <= facts.size(); ++n) {
                const auto after = foldOrder(facts.first(n));
                for (qsizetype t = 0; t < after->tickets.size(); ++t) {
                    const auto &was = before->tickets[t];
                    const auto &is = after->tickets[t];
                    if (was.state == is.state)
                        continue;
                    const bool recalled = std::holds_alternative<TicketRecalled>(facts[n - 1].fact);
                    recalls += recalled;
                    QVERIFY(recalled ? recalledFrom(was.state) == is.state : mayBecome(was.state, is.state));
                    QVERIFY(is.stateSince >= was.stateSince);
                }
                before = after;
            }
        }
        QVERIFY(recalls > 50); // or this test has seen nothing
    }
};

QTEST_GUILESS_MAIN(TestOrderFold)
#include "tst_orderfold.moc"
