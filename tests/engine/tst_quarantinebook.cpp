// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <engine/quarantinebook.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

OrderId order(int n)
{
    return OrderId(QUuid(uint(n), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
}

//! A device with its quarantine.
struct Desk
{
    Desk() { open(); }
    ~Desk() { shop.feed.reset(); }

    void open()
    {
        book = std::move(*QuarantineBook::open(shop.device.database()));
        shop.feed->add(*book);
        if (const auto done = shop.feed->catchUp(); !done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    void restart()
    {
        shop.feed->flush();
        shop.feed.reset();
        book.reset();
        shop.feed = std::make_unique<FactFeed>(shop.log(), shop.scheduler);
        shop.restart();
        open();
    }

    Shop shop;
    Elsewhere server{9};
    std::unique_ptr<QuarantineBook> book;
};

} // namespace

class TestQuarantineBook : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatTheServerFlaggedUntilItIsSettled()
    {
        Desk desk;
        QSignalSpy changed(desk.book.get(), &QuarantineBook::changed);
        desk.shop.hear({desk.server.say(OrderFlagged{order(1), u"price_differs"_s, {}})});
        desk.shop.pass(Milliseconds(1000));
        desk.shop.hear({desk.server.say(OrderFlagged{order(2), u"unreadable"_s, u"gibberish"_s})});
        QCOMPARE(desk.book->count(), 2);
        QCOMPARE(desk.book->flagged(10), (QList{order(2), order(1)})); // the latest first, known or not
        QCOMPARE(desk.book->flagged(1).size(), 1);
        QCOMPARE(desk.book->review(order(2)).flags.first().detail, u"gibberish"_s);
        desk.shop.write(OrderSettled{order(2), u"called"_s, u"Budi"_s});
        QCOMPARE(desk.book->flagged(10), QList{order(1)});
        QCOMPARE(changed.size(), 3);
        QCOMPARE(desk.book->review(order(3)), OrderReview());
    }

    void outlivesARestart()
    {
        Desk desk;
        desk.shop.hear({desk.server.say(OrderFlagged{order(1), u"price_differs"_s, {}}),
                        desk.server.say(OrderFlagged{order(2), u"duplicate_number"_s, {}})});
        desk.shop.write(OrderSettled{order(1), u"called"_s, u"Budi"_s});
        desk.restart();
        QCOMPARE(desk.book->flagged(10), QList{order(2)});
        QCOMPARE(desk.book->review(order(1)).settledNote, u"called"_s); // read from the disk again
        desk.shop.write(OrderRetried{order(2), u"Budi"_s});
        QVERIFY(desk.book->review(order(2)).isRetrying);
        desk.restart();
        QVERIFY(desk.book->review(order(2)).isRetrying);
        desk.shop.hear({desk.server.say(OrderCleared{order(2)})});
        QCOMPARE(desk.book->count(), 0);
    }

    void theOrderOfArrivalDoesNotMatter()
    {
        Desk early, late;
        const auto flagged = early.server.say(OrderFlagged{order(1), u"price_differs"_s, {}});
        const auto settled = early.server.say(OrderSettled{order(1), u"called"_s, u"Budi"_s});
        early.shop.hear({flagged, settled});
        Elsewhere panel(8);
        auto first = settled;
        first.stamp.origin = panel.origin();
        first.stamp.seq = 1;
        late.shop.hear({first});
        late.shop.hear({flagged});
        QCOMPARE(early.book->count(), 0);
        QCOMPARE(late.book->count(), 0);
        QCOMPARE(late.book->review(order(1)), early.book->review(order(1)));
    }
};

QTEST_GUILESS_MAIN(TestQuarantineBook)
#include "tst_quarantinebook.moc"
