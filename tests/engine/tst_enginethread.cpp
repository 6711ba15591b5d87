// SPDX-License-Identifier: GPL-3.0-or-later
#include "../domain/foodcourt.h"

#include <engine/menuimport.h>
#include <engine/node.h>
#include <store/catalogstore.h>
#include <store/eventlog.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QUdpSocket>

#include <atomic>

using namespace saji;
using namespace saji::foodcourt;

namespace {

constexpr auto menuFile = R"({"format": "saji-menu/1",
  "store": {"code": "pasar-saji", "name": "Pasar Saji", "currency": "IDR", "time_zone": "Asia/Jakarta"},
  "outlets": [{"id": 1, "name": "Soto", "monogram": "S", "hue": "#8A5A00"}],
  "stations": [{"code": "soto", "outlet": 1, "name": "Dapur"}],
  "categories": [{"id": 1, "name": "Makanan", "art": "soto"}],
  "modifier_groups": [],
  "products": [{"id": 11, "outlet": 1, "category": 1, "name": "Soto", "price": "28000.00", "art": "soto", "station": "soto"}]})";

NodeOptions kioskIn(const QString &folder)
{
    NodeOptions options;
    options.dataFolder = folder;
    options.name = u"Kios A"_s;
    options.store = u"pasar-saji"_s;
    options.deviceCode = u"A"_s;
    return options;
}

void cacheMenu(const QString &folder)
{
    RealWorld real;
    const auto node = Node::open(kioskIn(folder), real.world());
    if (!node)
        qFatal("%s", qPrintable(node.error().detail));
    if (const auto written = (*node)->catalog().replaceAll(*rowsFromMenuFile(menuFile), real.world().random); !written)
        qFatal("%s", qPrintable(written.error().detail));
}

void fillLog(const QString &folder, int events)
{
    RealWorld real;
    const auto node = Node::open(kioskIn(folder), real.world());
    const auto filled = (*node)->log().write([events](LogWriter &writer) -> Result<void> {
        for (int i = 0; i < events; ++i) {
            if (const auto written = writer.append(u"test.event"_s, QByteArray(1000, 'x')); !written)
                return written.error();
        }
        return {};
    });
    if (!filled)
        qFatal("%s", qPrintable(filled.error().detail));
}

//! A port that nobody uses now: tests run side by side.
quint16 freeBeaconPort()
{
    QUdpSocket probe;
    probe.bind(QHostAddress::LocalHost);
    return probe.localPort();
}

void scribbleOverEvents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(file.size() / 2 / 4096 * 4096) || file.write(QByteArray(4096, '#')) != 4096)
        qFatal("cannot scribble over %s", qPrintable(path));
}

} // namespace

class TestEngineThread : public QObject
{
    Q_OBJECT

private slots:
    void servesAScreenFromItsOwnThread()
    {
        QTemporaryDir folder;
        cacheMenu(folder.filePath(u"kiosk"_s));
        EngineThread engine(kioskIn(folder.filePath(u"kiosk"_s)));
        OrderService *orders = nullptr;
        MenuService *menus = nullptr;
        QThread *openedOn = nullptr;
        connect(&engine, &EngineThread::opened, this, [&](OrderService *o, TicketService *tickets, MenuService *m, SyncService *sync) {
            orders = o;
            menus = m;
            openedOn = QThread::currentThread();
            QVERIFY(tickets && sync);
        });
        engine.start();
        QTRY_VERIFY(orders);
        QCOMPARE(openedOn, thread());
        QVERIFY(orders->thread() != thread());

        MenuState menu;
        QThread *toldOn = nullptr;
        connect(menus, &MenuService::changed, this, [&](const MenuState &state) {
            menu = state;
            toldOn = QThread::currentThread();
        });
        menus->announce();
        QTRY_VERIFY(menu.menu && !menu.menu->isEmpty());
        QCOMPARE(toldOn, thread());

        QSignalSpy placed(orders, &OrderService::placed);
        QSignalSpy refused(orders, &OrderService::refused);
        QSignalSpy progressed(orders, &OrderService::progressed);
        SystemRandom random;
        Cart cart(BasketId::create(engine.clock(), random));
        QVERIFY(cart.add(item(sotoAyam), *menu.menu));
        orders->place(cart);
        orders->place(Cart());
        QTRY_COMPARE(placed.size(), 1);
        QTRY_COMPARE(refused.size(), 1);
        QTRY_COMPARE(progressed.size(), 1);
        QCOMPARE(placed.first().first().value<PlacedOrder>().number.toString(), u"A-001"_s);
    }

    void whatStandsBesideTheNodeLivesOnItsThreadAndIsLetGoBeforeIt()
    {
        QTemporaryDir folder;
        std::atomic<QThread *> made = nullptr;
        std::atomic<QThread *> gone = nullptr;
        std::atomic<bool> hadNode = false;
        {
            EngineThread engine(kioskIn(folder.filePath(u"kiosk"_s)));
            engine.setCompanion([&](Node &node, World &) -> Result<std::unique_ptr<QObject>> {
                made = QThread::currentThread();
                auto companion = std::make_unique<QObject>();
                QObject::connect(companion.get(), &QObject::destroyed, [&node, &gone, &hadNode] {
                    hadNode = bool(node.log().probe());
                    gone = QThread::currentThread();
                });
                return std::unique_ptr<QObject>(std::move(companion));
            });
            engine.start();
            QTRY_VERIFY(made);
        }
        QVERIFY(made != QThread::currentThread());
        QCOMPARE(gone.load(), made.load());
        QVERIFY(hadNode);
    }

    void aDeviceWithoutWhatShouldStandBesideItStillSells()
    {
        QTemporaryDir folder;
        cacheMenu(folder.filePath(u"kiosk"_s));
        EngineThread engine(kioskIn(folder.filePath(u"kiosk"_s)));
        std::atomic<bool> asked = false;
        engine.setCompanion([&](Node &, World &) -> Result<std::unique_ptr<QObject>> {
            asked = true;
            return Error{ErrorCode::Io, u"no log"_s};
        });
        QSignalSpy opened(&engine, &EngineThread::opened);
        QSignalSpy failed(&engine, &EngineThread::failed);
        engine.start();
        QTRY_VERIFY(asked && opened.size() == 1);
        QVERIFY(failed.isEmpty());
    }

    void endsAtAnyMomentAndKeepsWhatItHas()
    {
        QTemporaryDir folder;
        cacheMenu(folder.filePath(u"kiosk"_s));
        for (int i = 0; i < 10; ++i) {
            EngineThread engine(kioskIn(folder.filePath(u"kiosk"_s)));
            engine.start();
            if (i % 3 == 0)
                QCoreApplication::processEvents();
            if (i % 3 == 1)
                QThread::yieldCurrentThread();
        }
        const EngineThread neverStarted(kioskIn(folder.filePath(u"other"_s)));
        RealWorld real;
        const auto node = Node::open(kioskIn(folder.filePath(u"kiosk"_s)), real.world());
        QVERIFY(node); // the folder is free, and whole
        QVERIFY((*node)->catalog().version().version > 0);
    }

    void saysWhyItCannotOpen()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(u"file"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        EngineThread engine(kioskIn(path));
        Error error;
        bool failed = false;
        connect(&engine, &EngineThread::failed, this, [&](const Error &e) {
            error = e;
            failed = true;
        });
        engine.start();
        QTRY_VERIFY(failed);
        QVERIFY(!error.detail.isEmpty());
    }

    void healsADamagedStoreBehindTheSameServices()
    {
        QTemporaryDir folder;
        const auto data = folder.filePath(u"kiosk"_s);
        cacheMenu(data);
        fillLog(data, 300);
        scribbleOverEvents(data + u"/saji.db"_s);
        EngineThread engine(kioskIn(data));
        SyncStatus status;
        MenuState menu;
        OrderService *orders = nullptr;
        int opened = 0;
        connect(&engine, &EngineThread::opened, this,
                [&](OrderService *o, TicketService *, MenuService *menus, SyncService *sync, OutboxService *outbox) {
                    ++opened;
                    orders = o;
                    connect(sync, &SyncService::changed, this, [&status](const SyncStatus &now) { status = now; });
                    connect(menus, &MenuService::changed, this, [&menu](const MenuState &now) { menu = now; });
                    menus->announce();
                    QVERIFY(outbox);
                });
        engine.start();
        // Its first backup reads everything, some seconds after the start.
        QTRY_VERIFY_WITH_TIMEOUT(status.storage.recovery.has_value(), 60000);
        QCOMPARE(opened, 1);
        QVERIFY(status.storage.recovery->eventsSalvaged > 0);
        QVERIFY(status.storage.takesOrders());
        // There was no backup yet, so the menu has to come from the server again; the new node answers in words.
        QTRY_VERIFY(menu.menu && menu.menu->isEmpty());
        QSignalSpy refused(orders, &OrderService::refused);
        orders->place(Cart());
        QTRY_COMPARE(refused.size(), 1);
    }

    void twoDevicesFindEachOtherAndShareTheMenu()
    {
        QTemporaryDir folder;
        auto kiosk = kioskIn(folder.filePath(u"kiosk"_s));
        cacheMenu(kiosk.dataFolder);
        kiosk.discovery = {DiscoveryOptions::Where::Loopback, freeBeaconPort(), {}};
        NodeOptions kitchen;
        kitchen.dataFolder = folder.filePath(u"kitchen"_s);
        kitchen.kind = NodeKind::Kitchen;
        kitchen.name = u"Dapur"_s;
        kitchen.store = kiosk.store;
        kitchen.outlet = OutletId(1);
        kitchen.discovery = kiosk.discovery;
        MenuState menu;
        SyncStatus status;
        QObject screen;
        EngineThread first(kiosk);
        EngineThread second(kitchen);
        connect(&second, &EngineThread::opened, &screen, [&](OrderService *, TicketService *, MenuService *menus, SyncService *sync) {
            connect(menus, &MenuService::changed, &screen, [&menu](const MenuState &now) { menu = now; });
            connect(sync, &SyncService::changed, &screen, [&status](const SyncStatus &now) { status = now; });
            menus->announce();
            sync->announce();
        });
        first.start();
        second.start();
        // No server, no hub, no address: by beacon, door and link.
        QTRY_VERIFY_WITH_TIMEOUT(status.localConnected, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(menu.menu && menu.menu->product(ProductId(11)), 20'000);
    }
};

QTEST_GUILESS_MAIN(TestEngineThread)
#include "tst_enginethread.moc"
