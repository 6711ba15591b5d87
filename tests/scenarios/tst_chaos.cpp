// SPDX-License-Identifier: GPL-3.0-or-later
#include <restaurant/smallmenu.h>
#include <restaurant/verify.h>

#include <array>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! A lunch in which everything goes wrong by the dice: the same seed is the same lunch.
class BadLunch
{
public:
    explicit BadLunch(quint64 seed) : m_restaurant(seed), m_dice(seed * 7919 + 1)
    {
        m_restaurant.furnish();
        m_restaurant.addKiosk(u"kiosk-b"_s, u"B"_s);
        m_restaurant.addKitchen(u"soto-2"_s, 1);
        m_restaurant.pass(3s);
    }

    Restaurant &restaurant() { return m_restaurant; }

    void step()
    {
        switch (m_dice.below(14)) {
        case 0:
        case 1:
        case 2:
        case 3: takeOrder(); break;
        case 4:
        case 5:
        case 6: cook(); break;
        case 7: m_restaurant.network().cut(anyAddress()); break;
        case 8: m_restaurant.network().setDown(anyAddress(), anyAddress(), m_dice.below(2) == 0); break;
        case 9: toggle(m_restaurant.device(anyAddress())); break;
        case 10: m_restaurant.network().freezeOneWay(anyAddress(), anyAddress(), m_dice.below(3) == 0); break;
        case 11: m_restaurant.network().setDelay(anyAddress(), anyAddress(), Milliseconds(m_dice.below(900))); break;
        case 12: m_restaurant.device(anyAddress()).clock.jumpWall(std::chrono::minutes(qint64(m_dice.below(720)) - 360)); break;
        case 13: m_restaurant.network().refuse(anyAddress(), anyAddress(), LinkKind::WebSocket, m_dice.below(2) == 0); break;
        }
        m_restaurant.pass(Milliseconds(m_dice.below(2500)));
    }

    void heal()
    {
        auto &network = m_restaurant.network();
        for (const auto &a : addresses()) {
            for (const auto &b : addresses()) {
                network.setDown(a, b, false);
                network.freezeOneWay(a, b, false);
                network.setDelay(a, b, 0ms);
                network.refuse(a, b, LinkKind::WebSocket, false);
            }
            if (!m_restaurant.device(a).isOn())
                toggle(m_restaurant.device(a));
        }
    }

private:
    static const QStringList &addresses()
    {
        static const QStringList all{u"server"_s, u"hub"_s, u"kiosk"_s, u"kiosk-b"_s, u"soto"_s, u"soto-2"_s, u"sate"_s};
        return all;
    }

    QString anyAddress() { return addresses().at(qsizetype(m_dice.below(quint64(addresses().size())))); }

    void toggle(Device &device)
    {
        if (device.isOn())
            device.switchOff();
        else if (!device.switchOn())
            qFatal("%s does not come up: %s", qPrintable(device.address()), qPrintable(device.openError->detail));
    }

    void takeOrder()
    {
        const auto kiosk = m_dice.below(2) ? u"kiosk"_s : u"kiosk-b"_s;
        auto &at = m_restaurant.device(kiosk);
        if (!at.isOn() || !at.menu.menu || at.menu.menu->isEmpty())
            return;
        static const std::array<QList<int>, 4> baskets{QList<int>{11}, QList<int>{11, 21}, QList<int>{22, 31, 12}, QList<int>{32}};
        if (!m_restaurant.order(kiosk, baskets[m_dice.below(baskets.size())]))
            qFatal("%s refused an order: %s", qPrintable(kiosk), qPrintable(at.refused.last().second.detail));
    }

    void cook()
    {
        auto &kitchen = m_restaurant.device(addresses().at(4 + qsizetype(m_dice.below(3))));
        if (!kitchen.isOn() || kitchen.tickets.isEmpty())
            return;
        const auto ticket = kitchen.tickets.values().at(qsizetype(m_dice.below(quint64(kitchen.tickets.size()))));
        auto &desk = kitchen.node().tickets();
        switch (m_dice.below(8)) {
        case 0: desk.recall(ticket.order, ticket.outlet); break;
        case 1: desk.cancel(ticket.order, ticket.outlet, u"habis"_s); break;
        case 2: desk.markSeen(ticket.order, ticket.outlet); break;
        default: desk.advance(ticket.order, ticket.outlet, OrderState(std::min(int(ticket.state) + 1, int(OrderState::Served)))); break;
        }
        m_restaurant.pass(0ms);
    }

    Restaurant m_restaurant;
    SeededRandom m_dice;
};

} // namespace

class TestChaos : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsLostWhateverGoesWrong_data()
    {
        QTest::addColumn<quint64>("seed");
        const auto first = qEnvironmentVariableIntValue("SAJI_CHAOS_FIRST");
        const auto seeds = qMax(4, qEnvironmentVariableIntValue("SAJI_CHAOS_SEEDS"));
        for (int seed = first; seed < first + seeds; ++seed)
            QTest::addRow("seed %d", seed) << quint64(seed);
    }

    void nothingIsLostWhateverGoesWrong()
    {
        QFETCH(quint64, seed);
        BadLunch lunch(seed);
        for (int step = 0; step < 120; ++step)
            lunch.step();
        lunch.heal();
        VERIFY_EQUAL_WORLDS(lunch.restaurant());
        QVERIFY(!lunch.restaurant().confirmed().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestChaos)
#include "tst_chaos.moc"
