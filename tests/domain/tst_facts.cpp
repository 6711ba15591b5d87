// SPDX-License-Identifier: GPL-3.0-or-later
#include "foodcourt.h"

#include <domain/facts.h>
#include <domain/isoday.h>

#include <QCborArray>
#include <QCborMap>
#include <QTest>

#include <functional>

using namespace saji;
using namespace saji::foodcourt;

namespace {

const OrderId someOrder(QUuid(u"01890000-0000-7000-8000-000000000002"_s));
const DeviceId someDevice(QUuid(u"01890000-0000-7000-8000-000000000003"_s));

PlacedOrder fullOrder()
{
    auto p = parts();
    p.outlets[0].serviceChargeBasisPoints = 500;
    p.products[0].name.en = u"Lamongan chicken soto"_s;
    const Menu menu(p);
    auto cart = story(menu);
    cart.service = ServiceKind::Takeaway;
    auto noted = item(sotoAyam, 1, {hot, noRice, tripe});
    noted.note = u"jangan asin ☺"_s;
    const auto added = cart.add(noted, menu);
    Q_ASSERT(added);
    auto order = placed(cart, menu);
    order.device = someDevice;
    order.deviceName = u"Kios A"_s;
    order.placedWallMs = 1'749'981'600'000;
    return order;
}

QList<Fact> oneOfEach()
{
    return {OrderPlaced{fullOrder()},
            TicketAdvanced{someOrder, soto, OrderState::Ready, u"Dapur Soto"_s},
            TicketRecalled{someOrder, soto, OrderState::Served, u"Dapur Soto"_s},
            TicketCancelled{someOrder, sate, u"habis"_s, u"Dapur Sate"_s},
            TicketSeen{someOrder, soto, someDevice},
            OrderRegistered{someOrder, 1017},
            OrderFlagged{someOrder, u"price_differs"_s, u"subtotal 1 instead of 2"_s},
            OrderRetried{someOrder, u"Budi"_s},
            OrderCleared{someOrder},
            OrderSettled{someOrder, u"dibayar di kasir"_s, u"Budi"_s},
            SoldOutChanged{sateAyam, true, u"Dapur Sate"_s},
            SoldOutChanged{sateAyam, false, u"Dapur Sate"_s}};
}

QCborMap mapOf(const Fact &fact)
{
    return QCborValue::fromCbor(encodeFact(fact).payload).toMap();
}

ErrorCode outcome(const QString &kind, const QByteArray &payload)
{
    const auto fact = decodeFact(kind, payload);
    return fact ? ErrorCode::Internal : fact.error().code;
}

} // namespace

class TestFacts : public QObject
{
    Q_OBJECT

private slots:
    void aDayIsWrittenAsIsoDoes()
    {
        for (auto day = QDate(1999, 12, 1); day < QDate(2001, 2, 1); day = day.addDays(1))
            QCOMPARE(isoDay(day), day.toString(Qt::ISODate));
        for (const auto day : {QDate(), QDate(1, 2, 3), QDate(9999, 12, 31), QDate(10'000, 1, 1), QDate(-5, 1, 1)})
            QCOMPARE(isoDay(day), day.toString(Qt::ISODate));
    }

    void readsBackWhatItWrote()
    {
        for (const auto &fact : oneOfEach()) {
            const auto encoded = encodeFact(fact);
            const auto decoded = decodeFact(encoded.kind, encoded.payload);
            QVERIFY2(decoded, qPrintable(decoded ? QString() : decoded.error().detail));
            QVERIFY2(*decoded == fact, qPrintable(encoded.kind));
            QVERIFY(encodeFact(*decoded).payload == encoded.payload);
        }
    }

    void everyKindHasAWordOfItsOwn()
    {
        QStringList kinds;
        for (const auto &fact : oneOfEach())
            kinds.append(encodeFact(fact).kind);
        QCOMPARE(kinds.join(u' '), u"order.placed order.advanced order.recalled order.cancelled order.seen order.registered order.flagged order.retried order.cleared order.settled "
                                   "product.sold_out product.restocked"_s);
    }

    void moneyKeepsItsCurrency()
    {
        auto order = fullOrder();
        const auto dollars = [](Money &m) { m = Money(m.minorUnits(), "SGD"); };
        for (auto *m : {&order.subtotal, &order.total, &order.serviceCharge, &order.tax})
            dollars(*m);
        const auto encoded = encodeFact(OrderPlaced{order});
        const auto decoded = decodeFact(encoded.kind, encoded.payload);
        QVERIFY(decoded);
        const auto &back = std::get<OrderPlaced>(*decoded).order;
        QCOMPARE(back.total.currency(), u"SGD"_s);
        QCOMPARE(back.parts.first().lines.first().unit.currency(), u"SGD"_s);
    }

    void isCompact()
    {
        const auto bytes = encodeFact(OrderPlaced{fullOrder()}).payload.size();
        QVERIFY2(bytes < 1100, qPrintable(QString::number(bytes)));
        QVERIFY(encodeFact(TicketAdvanced{someOrder, soto, OrderState::Ready, {}}).payload.size() < 40);
    }

    void knowsTheOrderAFactSpeaksOf()
    {
        for (const auto &fact : oneOfEach()) {
            if (std::holds_alternative<SoldOutChanged>(fact))
                QVERIFY(orderOf(fact).isNull());
            else if (const auto *placedFact = std::get_if<OrderPlaced>(&fact))
                QCOMPARE(orderOf(fact), placedFact->order.id);
            else
                QCOMPARE(orderOf(fact), someOrder);
        }
    }

    void passesOverKeysOfNewerVersions()
    {
        for (const auto &fact : oneOfEach()) {
            auto map = mapOf(fact);
            map.insert("zz"_L1, QCborArray{1, 2, QCborMap{{1, 2}}});
            map.insert(77, u"later"_s);
            const auto decoded = decodeFact(encodeFact(fact).kind, map.toCborValue().toCbor());
            QVERIFY(decoded);
            QVERIFY(*decoded == fact);
        }
    }

    void aPlacedOrderIsWrittenAsShortAsCborCan()
    {
        auto order = fullOrder();
        order.parts.first().lines.first().unit = Money(70'000'000'000, "IDR"); // a number of every length
        order.parts.first().lines.first().line = Money(70'000, "IDR");
        order.placedWallMs = -1;
        const auto payload = encodeFact(OrderPlaced{order}).payload;
        QCOMPARE(payload, QCborValue::fromCbor(payload).toCbor());
    }

    void aKindOfANewerVersionIsNotFound()
    {
        QCOMPARE(outcome(u"order.sung"_s, QCborMap().toCborValue().toCbor()), ErrorCode::NotFound);
        QCOMPARE(outcome(QString(), {}), ErrorCode::NotFound);
    }

    void refusesEveryTruncationAndAnythingBehind()
    {
        for (const auto &fact : oneOfEach()) {
            const auto encoded = encodeFact(fact);
            for (qsizetype length = 0; length < encoded.payload.size(); ++length)
                QCOMPARE(outcome(encoded.kind, encoded.payload.left(length)), ErrorCode::Malformed);
            QCOMPARE(outcome(encoded.kind, encoded.payload + '\0'), ErrorCode::Malformed);
        }
    }

    void survivesAnyByteFlipped()
    {
        SeededRandom random(11);
        for (const auto &fact : oneOfEach()) {
            const auto encoded = encodeFact(fact);
            for (int i = 0; i < 2000; ++i) {
                auto bytes = encoded.payload;
                for (auto flips = 1 + random.below(3); flips > 0; --flips)
                    bytes[qsizetype(random.below(quint64(bytes.size())))] = char(random.next());
                const auto decoded = decodeFact(encoded.kind, bytes);
                // What is let in can be written again, and is then the same.
                if (decoded) {
                    const auto again = encodeFact(*decoded);
                    const auto back = decodeFact(again.kind, again.payload);
                    QVERIFY(back && *back == *decoded);
                }
            }
        }
    }

    void namesTheMistakeInAPlacedOrder_data()
    {
        using Spoil = std::function<void(QCborMap &)>;
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("place");
        const auto inPart = [](QCborMap &map, qsizetype index, const std::function<void(QCborMap &)> &spoil) {
            auto list = map.value("parts"_L1).toArray();
            auto part = list.at(index).toMap();
            spoil(part);
            list[index] = part;
            map.insert("parts"_L1, list);
        };
        const auto inLine = [inPart](QCborMap &map, const std::function<void(QCborMap &)> &spoil) {
            inPart(map, 0, [&](QCborMap &part) {
                auto lines = part.value("l"_L1).toArray();
                auto line = lines.at(0).toMap();
                spoil(line);
                lines[0] = line;
                part.insert("l"_L1, lines);
            });
        };
        QTest::newRow("no id") << Spoil([](QCborMap &m) { m.remove("o"_L1); }) << u"order.placed: o:"_s;
        QTest::newRow("short id") << Spoil([](QCborMap &m) { m.insert("b"_L1, QByteArray(15, 'x')); }) << u"b:"_s;
        QTest::newRow("null id") << Spoil([](QCborMap &m) { m.insert("b"_L1, QByteArray(16, '\0')); }) << u"b:"_s;
        QTest::newRow("code of a stranger") << Spoil([](QCborMap &m) { m.insert("c"_L1, u"a1"_s); }) << u"c:"_s;
        QTest::newRow("number 0") << Spoil([](QCborMap &m) { m.insert("n"_L1, 0); }) << u"n:"_s;
        QTest::newRow("number as text") << Spoil([](QCborMap &m) { m.insert("n"_L1, u"42"_s); }) << u"n:"_s;
        QTest::newRow("number as double") << Spoil([](QCborMap &m) { m.insert("n"_L1, 42.0); }) << u"n:"_s;
        QTest::newRow("no such day") << Spoil([](QCborMap &m) { m.insert("d"_L1, u"2025-02-30"_s); }) << u"d:"_s;
        QTest::newRow("no currency") << Spoil([](QCborMap &m) { m.insert("cur"_L1, u"rp"_s); }) << u"cur:"_s;
        QTest::newRow("service of a third kind") << Spoil([](QCborMap &m) { m.insert("s"_L1, 2); }) << u"s:"_s;
        QTest::newRow("negative total") << Spoil([](QCborMap &m) { m.insert("tt"_L1, -1); }) << u"tt:"_s;
        QTest::newRow("astronomic total") << Spoil([](QCborMap &m) { m.insert("tt"_L1, qint64(1) << 60); }) << u"tt:"_s;
        QTest::newRow("no parts") << Spoil([](QCborMap &m) { m.insert("parts"_L1, QCborArray()); }) << u"parts:"_s;
        QTest::newRow("parts as text") << Spoil([](QCborMap &m) { m.insert("parts"_L1, u"two"_s); }) << u"parts:"_s;
        QTest::newRow("a part that is no map") << Spoil([](QCborMap &m) { m.insert("parts"_L1, QCborArray{7}); }) << u"parts[0]"_s;
        QTest::newRow("one outlet twice") << Spoil([inPart](QCborMap &m) { inPart(m, 1, [](QCborMap &p) { p.insert("o"_L1, 1); }); })
                                          << u"parts: one outlet"_s;
        QTest::newRow("outlet 0") << Spoil([inPart](QCborMap &m) { inPart(m, 1, [](QCborMap &p) { p.insert("o"_L1, 0); }); })
                                  << u"parts[1].o:"_s;
        QTest::newRow("quantity 0") << Spoil([inLine](QCborMap &m) { inLine(m, [](QCborMap &l) { l.insert("q"_L1, 0); }); })
                                    << u"parts[0].l[0].q:"_s;
        QTest::newRow("quantity 1000") << Spoil([inLine](QCborMap &m) { inLine(m, [](QCborMap &l) { l.insert("q"_L1, 1000); }); })
                                       << u"parts[0].l[0].q:"_s;
        QTest::newRow("endless name") << Spoil([inLine](QCborMap &m) {
            inLine(m, [](QCborMap &l) { l.insert("n"_L1, QString(121, u'x')); });
        }) << u"parts[0].l[0].n:"_s;
        QTest::newRow("modifier of a fourth kind") << Spoil([inLine](QCborMap &m) {
            inLine(m, [](QCborMap &l) {
                l.insert("m"_L1, QCborArray{QCborMap{{u"m"_s, 1}, {u"g"_s, u"g"_s}, {u"n"_s, u"n"_s}, {u"k"_s, 3}}});
            });
        }) << u"parts[0].l[0].m[0].k:"_s;
    }
    void namesTheMistakeInAPlacedOrder()
    {
        QFETCH(std::function<void(QCborMap &)>, spoil);
        QFETCH(QString, place);
        auto map = mapOf(OrderPlaced{fullOrder()});
        spoil(map);
        const auto decoded = decodeFact(u"order.placed"_s, map.toCborValue().toCbor());
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::Malformed);
        QVERIFY2(decoded.error().detail.contains(place), qPrintable(decoded.error().detail));
    }

    void refusesSmallFactsOutOfRange()
    {
        const auto spoiled = [](const Fact &fact, QLatin1StringView key, const QCborValue &value) {
            auto map = mapOf(fact);
            map.insert(key, value);
            return outcome(encodeFact(fact).kind, map.toCborValue().toCbor());
        };
        const TicketAdvanced advanced{someOrder, soto, OrderState::Ready, {}};
        QCOMPARE(spoiled(advanced, "to"_L1, 6), ErrorCode::Malformed);
        QCOMPARE(spoiled(advanced, "to"_L1, -1), ErrorCode::Malformed);
        QCOMPARE(spoiled(advanced, "at"_L1, 0), ErrorCode::Malformed);
        QCOMPARE(spoiled(advanced, "by"_L1, QString(121, u'x')), ErrorCode::Malformed);
        QCOMPARE(spoiled(TicketSeen{someOrder, soto, someDevice}, "dev"_L1, QCborValue()), ErrorCode::Malformed);
        QCOMPARE(spoiled(OrderRegistered{someOrder, 1}, "n"_L1, 0), ErrorCode::Malformed);
        QCOMPARE(spoiled(OrderFlagged{someOrder, u"x"_s, {}}, "code"_L1, QString()), ErrorCode::Malformed);
        QCOMPARE(spoiled(SoldOutChanged{sateAyam, true, {}}, "p"_L1, u"21"_s), ErrorCode::Malformed);
    }

    void longReasonsAreCutNotRefused()
    {
        const auto encoded = encodeFact(TicketCancelled{someOrder, soto, QString(10'000, u'x'), QString(10'000, u'y')});
        const auto decoded = decodeFact(encoded.kind, encoded.payload);
        QVERIFY(decoded);
        QCOMPARE(std::get<TicketCancelled>(*decoded).reason.size(), 500);
    }

    void saysWhenABasketIsTooLargeForOneEvent()
    {
        auto order = fullOrder();
        QVERIFY(!encodeFact(OrderPlaced{order}).tooLarge());
        auto &lines = order.parts.first().lines;
        lines.first().note = QString(500, u'x');
        while (lines.size() < 200)
            lines.append(lines.first());
        QVERIFY(encodeFact(OrderPlaced{order}).tooLarge());
        QCOMPARE(outcome(u"order.placed"_s, encodeFact(OrderPlaced{order}).payload), ErrorCode::Malformed);
    }
};

QTEST_GUILESS_MAIN(TestFacts)
#include "tst_facts.moc"
