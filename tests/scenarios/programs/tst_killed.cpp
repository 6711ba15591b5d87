// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <restaurant/smallmenu.h>

#include <engine/node.h>
#include <store/eventlog.h>

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace saji;
using namespace Qt::StringLiterals;

//! Server and hub as processes that are killed again and again; a kiosk and a kitchen in this one go on.
class TestKilled : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    RealWorld m_world;
    std::unique_ptr<Program> m_server, m_hub;
    quint16 m_serverPort = 0, m_hubPort = 0;
    std::unique_ptr<Node> m_kiosk, m_kitchen;
    MenuState m_menu;
    QList<PlacedOrder> m_placed;
    QSet<QString> m_shown;

    quint16 start(std::unique_ptr<Program> &program, const QString &name, QStringList arguments, quint16 port)
    {
        program = std::make_unique<Program>(name);
        return program->serve(arguments << u"--listen"_s << u"127.0.0.1:%1"_s.arg(port));
    }

    void startServer()
    {
        m_serverPort = start(m_server, u"saji-server"_s, {u"serve"_s, u"--data"_s, m_folder.filePath(u"server"_s)}, m_serverPort);
        QVERIFY2(m_serverPort, qPrintable(m_server->err()));
    }

    void startHub()
    {
        m_hubPort = start(m_hub, u"saji-hub"_s,
                          {u"--data"_s, m_folder.filePath(u"hub"_s), u"--store"_s, u"pasar-saji"_s, u"--server"_s,
                           u"http://127.0.0.1:%1"_s.arg(m_serverPort)},
                          m_hubPort);
        QVERIFY2(m_hubPort, qPrintable(m_hub->err()));
    }

    std::unique_ptr<Node> openNode(NodeKind kind, const QString &name)
    {
        NodeOptions options;
        options.dataFolder = m_folder.filePath(name);
        options.kind = kind;
        options.name = name;
        options.store = u"pasar-saji"_s;
        options.server = QUrl(u"http://127.0.0.1:%1"_s.arg(m_serverPort));
        options.hub = QUrl(u"http://127.0.0.1:%1"_s.arg(m_hubPort));
        if (kind == NodeKind::Kiosk)
            options.deviceCode = u"A"_s;
        else
            options.outlet = OutletId(2);
        auto node = Node::open(options, m_world.world());
        return node ? std::move(*node) : nullptr;
    }

    void order()
    {
        Cart cart(BasketId::create(m_world.world().clock, m_world.world().random));
        CartItem item;
        item.product = ProductId(21);
        QVERIFY(cart.add(item, *m_menu.menu));
        m_kiosk->orders().place(cart);
    }

private slots:
    void initTestCase()
    {
        QFile menu(m_folder.filePath(u"menu.json"_s));
        QVERIFY(menu.open(QIODevice::WriteOnly));
        menu.write(smallMenuFile());
        menu.close();
        Program importer(u"saji-server"_s);
        QCOMPARE(importer.run({u"menu"_s, u"import"_s, menu.fileName(), u"--data"_s, m_folder.filePath(u"server"_s)}), 0);
        startServer();
        startHub();
        m_kiosk = openNode(NodeKind::Kiosk, u"kiosk"_s);
        m_kitchen = openNode(NodeKind::Kitchen, u"kitchen"_s);
        QVERIFY(m_kiosk && m_kitchen);
        connect(&m_kiosk->menu(), &MenuService::changed, this, [this](const MenuState &state) { m_menu = state; });
        connect(&m_kiosk->orders(), &OrderService::placed, this, [this](const PlacedOrder &placed) { m_placed.append(placed); });
        connect(&m_kitchen->tickets(), &TicketService::changed, this,
                [this](const TicketView &ticket) { m_shown.insert(ticket.number.toString()); });
        m_kiosk->start();
        m_kitchen->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_menu.menu && !m_menu.menu->isEmpty(), 20000);
    }

    void everyOrderOutlivesEveryKill()
    {
        for (int round = 0; round < 8; ++round) {
            // While it is at work, so that the kill falls into a write as often as not.
            order();
            order();
            QTest::qWait(round * 7);
            auto &victim = round % 2 ? m_hub : m_server;
            victim->kill();
            order();
            round % 2 ? startHub() : startServer();
            order();
        }
        QTRY_COMPARE(m_placed.size(), 32);
        QTRY_COMPARE_WITH_TIMEOUT(m_shown.size(), 32, 60000);
        const auto ordersAt = [](quint16 port) { return httpGet(port, "/health").json().value(u"orders"_s).toObject().value(u"total"_s).toInt(); };
        QTRY_COMPARE_WITH_TIMEOUT(ordersAt(m_serverPort), 32, 60000);
        QTRY_COMPARE_WITH_TIMEOUT(ordersAt(m_hubPort), 32, 60000);
        // The server has registered each of them, and only once.
        const auto registered = [this] {
            const auto events = m_kiosk->log().since(0, 100'000);
            return events ? std::ranges::count(*events, u"order.registered"_s, [](const LoggedEvent &logged) { return logged.event.kind; }) : -1;
        };
        QTRY_COMPARE_WITH_TIMEOUT(registered(), 32, 60000);
        QTRY_COMPARE_WITH_TIMEOUT(m_kiosk->log().have(), m_kitchen->log().have(), 60000);
        QCOMPARE(registered(), 32);
    }

    void cleanupTestCase()
    {
        m_kiosk.reset();
        m_kitchen.reset();
        QCOMPARE(m_hub->terminate(), 0);
        QCOMPARE(m_server->terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
