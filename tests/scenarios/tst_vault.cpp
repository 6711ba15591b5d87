// SPDX-License-Identifier: GPL-3.0-or-later
#include <restaurant/smallmenu.h>
#include <restaurant/verify.h>

#include <engine/orderbook.h>
#include <store/eventlog.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! A part of the disk goes bad under a running program.
void scribbleOverEvents(const QString &file)
{
    QFile disk(file);
    if (!disk.open(QIODevice::ReadWrite) || !disk.seek(QFileInfo(file).size() / 2 / 4096 * 4096) || disk.write(QByteArray(4096, '#')) != 4096)
        qFatal("cannot scribble over %s", qPrintable(file));
}

//! A newcomer that can reach only the hub.
NodeOptions kitchenOf(int outlet)
{
    NodeOptions options;
    options.kind = NodeKind::Kitchen;
    options.name = u"Dapur baru"_s;
    options.store = u"pasar-saji"_s;
    options.outlet = OutletId(outlet);
    options.hub = QUrl(u"http://hub"_s);
    return options;
}

std::optional<OutboxOrder> listed(const QList<OutboxOrder> &orders, const OrderId &id)
{
    const auto found = std::ranges::find(orders, id, &OutboxOrder::id);
    return found == orders.end() ? std::nullopt : std::optional(*found);
}

} // namespace

//! What the issue calls nothing is lost: copies, outbox, quarantine, disks, trimmed logs; on whole restaurants.
class TestVault : public QObject
{
    Q_OBJECT

private slots:
    void twoDevicesHaveAnOrderBeforeTheGuestHasItsNumber()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.pass(2s);
        const auto order = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(order);
        auto &kiosk = restaurant.device(u"kiosk"_s);
        QVERIFY(kiosk.copies.last().count >= 2);
        QVERIFY(!kiosk.copies.last().secondName.isEmpty());
        restaurant.device(u"server"_s).switchOff();
        restaurant.device(u"hub"_s).switchOff();
        restaurant.pass(10s);
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        QCOMPARE(kiosk.copies.last().count, 1);
        restaurant.device(u"server"_s).switchOn();
        restaurant.device(u"hub"_s).switchOn();
        VERIFY_EQUAL_WORLDS(restaurant);
        const auto last = kiosk.placed.last().id;
        QVERIFY(restaurant.passUntil([&] { return kiosk.progress.value(last).copies.size() >= 2; })); // the second tick came later
    }

    void aKioskThatBurnsDownTakesNoOrderWithTwoTicksAlong()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.pass(2s);
        auto &kiosk = restaurant.device(u"kiosk"_s);
        restaurant.device(u"server"_s).switchOff(); // the hub is the only other device
        for (int i = 0; i < 10; ++i)
            QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        // In the very moment in which the last guest has the number.
        kiosk.switchOff();
        QVERIFY(QDir(restaurant.folder(u"kiosk"_s)).removeRecursively());
        for (const auto &held : std::as_const(kiosk.copies))
            QVERIFY(held.count >= 2);
        QVERIFY(restaurant.device(u"server"_s).switchOn());
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(restaurant.device(u"server"_s)).size(), 10);
    }

    void theOutboxSaysWhereEachOrderIs()
    {
        Restaurant restaurant;
        restaurant.furnish();
        auto &kiosk = restaurant.device(u"kiosk"_s);
        restaurant.device(u"server"_s).switchOff();
        const auto atHub = restaurant.order(u"kiosk"_s, {11});
        restaurant.pass(5s);
        restaurant.device(u"hub"_s).switchOff();
        restaurant.pass(5s);
        const auto here = restaurant.order(u"kiosk"_s, {21});
        QVERIFY(atHub && here);
        restaurant.pass(2s);
        QCOMPARE(kiosk.outbox.waitingCount, 2);
        QVERIFY(listed(kiosk.outbox.waiting, atHub->id)->reach == OrderReach::Hub);
        QVERIFY(listed(kiosk.outbox.waiting, here->id)->reach == OrderReach::ThisDevice);
        QCOMPARE(kiosk.outbox.waiting.first().id, atHub->id); // the oldest first
        QCOMPARE(listed(kiosk.outbox.waiting, here->id)->total, here->total);
        QVERIFY(kiosk.outbox.attempts > 0);
        QVERIFY(!kiosk.outbox.waiting.first().overdue);
        for (const auto &kitchen : {u"soto"_s, u"sate"_s})
            restaurant.device(kitchen).switchOff();
        restaurant.pass(24h);
        QVERIFY(kiosk.outbox.waiting.first().overdue);
        QCOMPARE(kiosk.outbox.overdueCount, 2);
        for (const auto &device : {u"server"_s, u"hub"_s, u"soto"_s, u"sate"_s})
            QVERIFY(restaurant.device(device).switchOn());
        VERIFY_EQUAL_WORLDS(restaurant); // overdue, and still retried
        QVERIFY(kiosk.outbox.waiting.isEmpty());
        QCOMPARE(kiosk.outbox.waitingCount, 0);
    }

    void everyOverdueOrderIsCountedAlsoThoseThatAreNotListed()
    {
        constexpr int many = OutboxState::maxListed + 30;
        Restaurant restaurant;
        restaurant.furnish();
        auto &kiosk = restaurant.device(u"kiosk"_s);
        for (const auto &device : {u"server"_s, u"hub"_s, u"soto"_s, u"sate"_s})
            restaurant.device(device).switchOff();
        for (int i = 0; i < many; ++i)
            QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        // Nobody is there: what is switched off dials nobody, and grows as old.
        const auto waitSwitchedOff = [&](Milliseconds time) {
            kiosk.switchOff();
            restaurant.pass(time);
            return kiosk.switchOn();
        };
        QVERIFY(waitSwitchedOff(23h));
        QVERIFY(restaurant.order(u"kiosk"_s, {21}));
        restaurant.pass(2s);
        QCOMPARE(kiosk.outbox.overdueCount, 0);
        QVERIFY(waitSwitchedOff(2h));
        QVERIFY(restaurant.order(u"kiosk"_s, {21}));
        restaurant.pass(2s);
        QCOMPARE(kiosk.outbox.waiting.size(), qsizetype(OutboxState::maxListed));
        QCOMPARE(kiosk.outbox.waitingCount, quint64(many + 2));
        QCOMPARE(kiosk.outbox.overdueCount, quint64(many));
        QVERIFY(restaurant.device(u"server"_s).switchOn());
        QVERIFY(restaurant.passUntil([&] { return kiosk.sync.pending == 0; }));
        restaurant.pass(2s);
        QCOMPARE(kiosk.outbox.overdueCount, 0);
        QCOMPARE(kiosk.outbox.waitingCount, 0);
    }

    void syncNowDoesNotWaitForTheTimetable()
    {
        Restaurant restaurant;
        restaurant.furnish();
        auto &kiosk = restaurant.device(u"kiosk"_s);
        restaurant.device(u"server"_s).switchOff();
        restaurant.device(u"hub"_s).switchOff();
        restaurant.pass(10min);
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        restaurant.device(u"server"_s).switchOn();
        kiosk.node().outbox().syncNow();
        QVERIFY(restaurant.passUntil([&] { return kiosk.sync.pending == 0; }, 1s));
        restaurant.device(u"hub"_s).switchOn();
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void aFlaggedOrderIsInQuarantineEverywhereUntilSomebodySettlesIt()
    {
        Restaurant restaurant;
        restaurant.furnish();
        auto &kiosk = restaurant.device(u"kiosk"_s);
        // Two devices with one letter: the second A-001 is a twin.
        auto &twin = restaurant.addKiosk(u"kembar"_s, u"A"_s);
        QVERIFY(restaurant.passUntil([&] { return twin.menu.menu && !twin.menu.menu->isEmpty(); }));
        for (auto *device : {&kiosk, &twin}) {
            restaurant.network().setDown(device->address(), u"server"_s);
            restaurant.network().setDown(device->address(), u"hub"_s);
        }
        restaurant.pass(10s);
        const auto first = restaurant.order(u"kiosk"_s, {11});
        const auto second = restaurant.order(u"kembar"_s, {11});
        QVERIFY(first && second);
        QCOMPARE(first->number, second->number);
        for (auto *device : {&kiosk, &twin}) {
            restaurant.network().setDown(device->address(), u"server"_s, false);
            restaurant.network().setDown(device->address(), u"hub"_s, false);
        }
        QVERIFY(restaurant.settle());
        auto &server = restaurant.device(u"server"_s);
        auto &hub = restaurant.device(u"hub"_s);
        QCOMPARE(server.outbox.flaggedCount, 1);
        QCOMPARE(hub.outbox.flaggedCount, 1);
        const auto flagged = hub.outbox.flagged.first();
        QVERIFY(flagged.flags.first().reason == FlagReason::DuplicateNumber);
        QCOMPARE(kiosk.outbox.flaggedCount + twin.outbox.flaggedCount, 1); // only where it was placed
        // Asked again, the server says the same; settled by hand, it leaves every list.
        hub.node().outbox().retry(flagged.id, u"Budi"_s);
        restaurant.pass(3s);
        QCOMPARE(hub.outbox.flagged.first().retries, 1);
        QVERIFY(!hub.outbox.flagged.first().isRetrying);
        hub.node().outbox().exportOrder(flagged.id);
        restaurant.pass(1s);
        QCOMPARE(hub.exported.size(), 1);
        QFile file(hub.exported.first());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(file.readAll()).object().value(u"number"_s).toString(), u"A-001"_s);
        hub.node().outbox().settle(flagged.id, u"called the guest"_s, u"Budi"_s);
        QVERIFY(restaurant.settle());
        for (auto *device : {&server, &hub, &kiosk, &twin})
            QCOMPARE(device->outbox.flaggedCount, 0);
        QCOMPARE(kiosk.node().book().order(flagged.id)->review.settledNote, u"called the guest"_s);
        hub.node().outbox().settle(flagged.id, u"again"_s, u"Budi"_s);
        restaurant.pass(1s);
        QVERIFY(hub.outboxRefused.last().second.code == ErrorCode::Conflict);
    }

    void aFullDiskTakesNoNewOrdersAndEverythingElseGoesOn()
    {
        Restaurant restaurant;
        restaurant.furnish();
        auto &kiosk = restaurant.device(u"kiosk"_s);
        auto &soto = restaurant.device(u"soto"_s);
        const auto before = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(before);
        kiosk.disk.now.freeBytes = 1'000'000'000;
        restaurant.pass(2min);
        QVERIFY(kiosk.sync.storage.state == StorageState::Low);
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        kiosk.disk.now.freeBytes = 50'000'000;
        soto.disk.now.freeBytes = 50'000'000;
        restaurant.pass(2min);
        QVERIFY(kiosk.sync.storage.state == StorageState::Full);
        QVERIFY(kiosk.sync.storageError);
        QCOMPARE(kiosk.sync.storage.freeBytes, 50'000'000);
        QVERIFY(!restaurant.order(u"kiosk"_s, {11}));
        QVERIFY(kiosk.refused.last().second.code == ErrorCode::DiskFull);
        restaurant.advance(u"soto"_s, *before, 1, OrderState::Preparing); // cooks go on
        restaurant.pass(2s);
        QVERIFY(kiosk.progress.value(before->id).kitchens.first().state == OrderState::Preparing);
        const auto view = std::ranges::find(restaurant.device(u"hub"_s).sync.peers, kiosk.sync.deviceName, &PeerView::name);
        QVERIFY(view != restaurant.device(u"hub"_s).sync.peers.end());
        QVERIFY(view->storage == StorageState::Full); // the panel sees it
        kiosk.disk.now.freeBytes = 50'000'000'000;
        restaurant.pass(2min);
        QVERIFY(kiosk.sync.storage.state == StorageState::Fine && !kiosk.sync.storageError);
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void aDiskThatGoesBadUnderAKioskHealsByItself()
    {
        Restaurant restaurant;
        restaurant.furnish();
        auto &kiosk = restaurant.device(u"kiosk"_s);
        for (int i = 0; i < 500; ++i) // more than a start reads of the log's end
            QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        restaurant.pass(30s); // the first backup is made
        QVERIFY(restaurant.order(u"kiosk"_s, {21})); // later than that
        kiosk.switchOff();
        scribbleOverEvents(restaurant.folder(u"kiosk"_s) + u"/saji.db"_s);
        QVERIFY(kiosk.switchOn()); // its ends look sound
        QVERIFY(restaurant.passUntil([&] { return kiosk.healings > 0; })); // its first backup has read everything
        QCOMPARE(kiosk.healings, 1);
        QVERIFY(kiosk.isOn());
        restaurant.pass(2s);
        QVERIFY(kiosk.sync.storage.recovery);
        QVERIFY(kiosk.sync.storage.recovery->fromBackup);
        QVERIFY(kiosk.sync.storage.takesOrders());
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void aNewcomerAfterTrimmingEndsWithTheSameBoard()
    {
        Restaurant restaurant;
        restaurant.furnish();
        for (auto *device : restaurant.devices()) {
            device->options().keepEventsFor = 1min;
            device->switchOff();
            QVERIFY(device->switchOn());
        }
        restaurant.pass(30s);
        QList<PlacedOrder> orders;
        for (int i = 0; i < 30; ++i) {
            orders.append(*restaurant.order(u"kiosk"_s, {11}));
            restaurant.pass(500ms);
        }
        // All but two of the old ones are served; one product is sold out for good.
        for (const auto &order : orders.first(28)) {
            for (const auto step : {OrderState::Preparing, OrderState::Ready, OrderState::Served})
                restaurant.advance(u"soto"_s, order, 1, step);
        }
        restaurant.device(u"soto"_s).node().menu().setSoldOut(ProductId(12), true);
        restaurant.pass(62min); // trimming comes every hour
        auto &hub = restaurant.device(u"hub"_s).node().log();
        QVERIFY(!hub.floor().isEmpty());
        auto &newcomer = restaurant.add(u"baru"_s, kitchenOf(1));
        QVERIFY(newcomer.switchOn());
        QVERIFY(restaurant.passUntil([&] { return newcomer.node().log().have() == hub.have(); }));
        restaurant.pass(2s);
        const auto open = [](Device &device) {
            QStringList numbers;
            for (const auto &order : device.node().book().openOrders(OutletId(1)))
                numbers.append(order.placed.number.toString());
            return numbers;
        };
        QCOMPARE(open(newcomer), open(restaurant.device(u"soto"_s)));
        QCOMPARE(open(newcomer), (QStringList{orders.at(28).number.toString(), orders.at(29).number.toString()}));
        QVERIFY(newcomer.menu.soldOut.contains(ProductId(12)));
        // And it goes on like everybody.
        const auto next = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(restaurant.passUntil([&] { return newcomer.ticket(next->number.toString(), 1).has_value(); }));
    }

    void whoWasAwayWhileOthersTrimmedCatchesUp()
    {
        Restaurant restaurant;
        restaurant.furnish();
        for (auto *device : restaurant.devices()) {
            device->options().keepEventsFor = 1min;
            device->switchOff();
            QVERIFY(device->switchOn());
        }
        restaurant.pass(30s);
        auto &soto = restaurant.device(u"soto"_s);
        const auto serve = [&restaurant](const PlacedOrder &order) {
            restaurant.pass(1s);
            for (const auto step : {OrderState::Preparing, OrderState::Ready, OrderState::Served})
                restaurant.advance(u"sate"_s, order, 2, step);
        };
        serve(*restaurant.order(u"kiosk"_s, {21}));
        restaurant.pass(5s);
        soto.switchOff();
        soto.options().server = {}; // it comes back with the hub alone
        for (int i = 0; i < 20; ++i)
            serve(*restaurant.order(u"kiosk"_s, {21}));
        restaurant.pass(62min); // trimming comes every hour
        const auto &hub = restaurant.device(u"hub"_s).node().log();
        QVERIFY(!hub.floor().isEmpty());
        QVERIFY(soto.switchOn());
        const auto fresh = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(restaurant.passUntil([&] { return soto.node().log().have() == hub.have(); }));
        QVERIFY(restaurant.passUntil([&] { return soto.ticket(fresh->number.toString(), 1).has_value(); }));
    }
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
