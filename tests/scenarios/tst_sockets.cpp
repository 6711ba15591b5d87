// SPDX-License-Identifier: GPL-3.0-or-later
#include <restaurant/smallmenu.h>

#include <engine/menuimport.h>
#include <engine/node.h>
#include <gateway/frontdoor.h>
#include <store/catalogstore.h>
#include <store/eventlog.h>

#include <QTemporaryDir>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

//! One device on real sockets, its port its own.
struct Box
{
    std::unique_ptr<Node> node;
    std::unique_ptr<FrontDoor> door;
    ListenAddress address;
    QMap<QString, TicketView> tickets;
    MenuState menu;
    QList<PlacedOrder> placed;

    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(address.port)); }

    void watch()
    {
        QObject::connect(&node->menu(), &MenuService::changed, node.get(), [this](const MenuState &state) { menu = state; });
        QObject::connect(&node->tickets(), &TicketService::changed, node.get(),
                         [this](const TicketView &t) { tickets.insert(t.number.toString(), t); });
        QObject::connect(&node->orders(), &OrderService::placed, node.get(), [this](const PlacedOrder &order) { placed.append(order); });
    }

    void close()
    {
        door.reset();
        node.reset();
    }
};

} // namespace

class TestSockets : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    RealWorld m_world;
    Box m_server, m_hub, m_kiosk, m_kitchen;

    NodeOptions options(NodeKind kind, const QString &name)
    {
        NodeOptions made;
        made.dataFolder = m_folder.filePath(name);
        made.kind = kind;
        made.name = name;
        made.store = u"pasar-saji"_s;
        return made;
    }

    void start(Box &box, const NodeOptions &options, bool listens)
    {
        auto node = Node::open(options, m_world.world());
        QVERIFY2(node, node ? "" : qPrintable(node.error().detail));
        box.node = std::move(*node);
        box.watch();
        if (listens) {
            box.door = std::make_unique<FrontDoor>(*box.node, m_world.world().clock);
            const auto listening = box.door->open({u"127.0.0.1"_s, box.address.port});
            QVERIFY2(listening, listening ? "" : qPrintable(listening.error().detail));
            box.address = *listening;
        }
        box.node->start();
        box.node->menu().announce();
    }

    void startServer()
    {
        start(m_server, options(NodeKind::Server, u"server"_s), true);
    }

    void orderAt(Box &kiosk, int product)
    {
        Cart cart(BasketId::create(m_world.world().clock, m_world.world().random));
        CartItem item;
        item.product = ProductId(product);
        item.modifiers = defaultModifiers(*kiosk.menu.menu->product(item.product), *kiosk.menu.menu);
        QVERIFY(cart.add(item, *kiosk.menu.menu));
        kiosk.node->orders().place(cart);
    }

    bool allEqual() const
    {
        const auto &have = m_server.node->log().have();
        return m_hub.node->log().have() == have && m_kiosk.node->log().have() == have && m_kitchen.node->log().have() == have;
    }

private slots:
    void initTestCase()
    {
        startServer();
        const auto menu = rowsFromMenuFile(smallMenuFile());
        QVERIFY(menu);
        QVERIFY(m_server.node->catalog().replaceAll(menu->rows, m_world.world().random));
        m_server.node->catalogWritten();
        auto hub = options(NodeKind::Hub, u"hub"_s);
        hub.server = m_server.url();
        start(m_hub, hub, true);
        auto kiosk = options(NodeKind::Kiosk, u"kiosk"_s);
        kiosk.deviceCode = u"A"_s;
        kiosk.server = m_server.url();
        kiosk.hub = m_hub.url();
        start(m_kiosk, kiosk, false);
        auto kitchen = options(NodeKind::Kitchen, u"kitchen"_s);
        kitchen.outlet = OutletId(1);
        kitchen.server = m_server.url();
        kitchen.hub = m_hub.url();
        start(m_kitchen, kitchen, false);
        QTRY_VERIFY_WITH_TIMEOUT(m_kiosk.menu.menu && !m_kiosk.menu.menu->isEmpty(), 15000);
    }

    void anOrderGoesFromKioskToHubToKitchenToServer()
    {
        orderAt(m_kiosk, 11);
        QTRY_COMPARE_WITH_TIMEOUT(m_kiosk.placed.size(), 1, 5000);
        QTRY_VERIFY_WITH_TIMEOUT(m_kitchen.tickets.contains(u"A-001"_s), 5000);
        QTRY_VERIFY_WITH_TIMEOUT(allEqual(), 5000);
    }

    void theServerRestartsOnItsPortAndEverybodyConverges()
    {
        m_server.close();
        orderAt(m_kiosk, 12);
        QTRY_VERIFY_WITH_TIMEOUT(m_kitchen.tickets.contains(u"A-002"_s), 5000);
        m_kitchen.node->tickets().advance(m_kiosk.placed.last().id, OutletId(1), OrderState::Preparing);
        startServer();
        QTRY_VERIFY_WITH_TIMEOUT(allEqual(), 30000);
        QVERIFY(m_server.node->log().lastArrival() > 2);
    }

    void theHubRestartsOnItsPortAndEverybodyConverges()
    {
        const auto same = m_hub.node->options();
        m_hub.close();
        orderAt(m_kiosk, 11);
        QTRY_VERIFY_WITH_TIMEOUT(m_kitchen.tickets.contains(u"A-003"_s), 15000);
        start(m_hub, same, true);
        QTRY_VERIFY_WITH_TIMEOUT(allEqual(), 30000);
    }

    void cleanupTestCase()
    {
        for (auto *box : {&m_kiosk, &m_kitchen, &m_hub, &m_server})
            box->close();
    }
};

QTEST_GUILESS_MAIN(TestSockets)
#include "tst_sockets.moc"
