// SPDX-License-Identifier: GPL-3.0-or-later
#include "lobby.h"

#include <gateway/hubbridge.h>

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace saji;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! A hub as published, as far as devices notice: rooms, relays under other names, and no memory.
class TheirHub
{
public:
    void take(const std::shared_ptr<FakeSocket> &socket)
    {
        m_guests.append({socket, {}});
        socket->say("0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":25000}");
        socket->say("40{\"sid\":\"y\"}");
    }

    //! All that was said since the last time, to those in the room.
    bool serve()
    {
        bool isBusy = false;
        for (auto &guest : m_guests) {
            for (const auto &packet : guest.socket->takeAll()) {
                isBusy = true;
                const auto array = QJsonDocument::fromJson(packet.mid(2)).array();
                if (array.at(0) == "subscribe_outlet"_L1)
                    guest.rooms.insert(array.at(1).toInt());
                else if (packet.startsWith("42") && array.at(0) != "identify"_L1)
                    hear(array.at(0).toString(), array.at(1).toObject());
            }
        }
        return isBusy;
    }

    void relay(int room, const QString &event, const QJsonObject &data)
    {
        const auto packet = "42" + QJsonDocument(QJsonArray{event, data}).toJson(QJsonDocument::Compact);
        const auto guests = m_guests;
        for (const auto &guest : guests) {
            if (guest.rooms.contains(room) && isEchoing)
                guest.socket->say(packet);
        }
    }

    void ping()
    {
        for (const auto &guest : std::as_const(m_guests))
            guest.socket->say("2");
    }

    void close()
    {
        for (const auto &guest : std::exchange(m_guests, {}))
            guest.socket->close({CloseCode::Normal, u"the hub ends"_s});
    }

    QStringList heard; //!< "order:created:offline A-001 pending"
    QJsonObject last;
    bool isEchoing = true;

private:
    struct Guest
    {
        std::shared_ptr<FakeSocket> socket;
        QSet<int> rooms;
    };

    void hear(const QString &event, const QJsonObject &data)
    {
        last = data;
        heard.append(event + u' ' + data.value("order_number"_L1).toString() + u' ' + data.value("status"_L1).toString());
        const auto carts = data.value("checkout_data"_L1).toObject().value("carts"_L1).toArray();
        const int room = (event == "order:created:offline"_L1 ? carts.at(0).toObject() : data).value("outlet_id"_L1).toInt();
        static const QHash<QString, QString> renamed{{u"new_order"_s, u"order_created"_s},
                                                     {u"update_status"_s, u"order_updated"_s},
                                                     {u"complete_order"_s, u"order_completed"_s},
                                                     {u"cancel_order"_s, u"order_cancelled"_s}};
        relay(room, renamed.value(event, event), data);
    }

    QList<Guest> m_guests;
};

class DoorBell final : public TextClient
{
public:
    explicit DoorBell(QList<Answer> &asked) : m_asked(asked) {}
    void open(Answer answer) override { m_asked.append(std::move(answer)); }

private:
    QList<Answer> &m_asked;
};

//! A device of ours at that hub.
struct Device
{
    Device(House &house, Resident &at, quint64 seed, QList<TextClient::Answer> &asked)
        : random(seed),
          book(at.node().log(), at.node().book(), house.clock),
          desk({at.node(), book, house.clock, house.scheduler, random}, u"X"_s + QChar(u'A' + char16_t(seed))),
          bridge({at.node(), desk, book, house.clock, house.scheduler, random}, std::make_unique<DoorBell>(asked),
                 {u"http://theirs"_s, HubPasses::Own, at.node().options().outlet})
    {
        if (!book.load())
            qFatal("no log");
        bridge.start();
    }

    SeededRandom random;
    WebBook book;
    WebDesk desk;
    HubBridge bridge;
};

} // namespace

class TestHubDevices : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_theirs = TheirHub();
        m_house = std::make_unique<House>();
        m_house->furnish();
        m_house->add(u"second"_s, NodeKind::Kitchen, u"server"_s, u"hub"_s);
        pass(2s);
    }

    void cleanup()
    {
        m_devices.clear();
        m_asked.clear();
        m_house.reset();
    }

    void anOrderOfAKioskGoesThereOnceThoughAllDevicesKnowIt()
    {
        for (const auto *name : {"kiosk", "kitchen", "second"})
            stand(QString::fromLatin1(name));
        place();
        pass(2s);
        QCOMPARE(m_theirs.heard, QStringList{u"order:created:offline A-001 pending"_s});
        QCOMPARE(placedFacts(u"server"_s), 1);
    }

    void aKitchenWithNoOtherWayGetsTheOrderAsTheGuestHasIt()
    {
        stand(u"kiosk"_s);
        stand(u"kitchen"_s);
        cut(u"kitchen"_s);
        const auto order = place();
        pass(2s);
        const auto known = at(u"kitchen"_s).book().order(order.id);
        QVERIFY(known);
        QCOMPARE(known->placed, order);
        QCOMPARE(at(u"kitchen"_s).book().openOrders(foodcourt::soto).size(), 1);
        at(u"kitchen"_s).tickets().advance(order.id, foodcourt::soto, OrderState::Preparing);
        pass(2s);
        QCOMPARE(at(u"kiosk"_s).book().order(order.id)->ticket(foodcourt::soto)->state, OrderState::Preparing);
        // By our own links it comes as well, and changes nothing.
        join(u"kitchen"_s);
        pass(30s);
        for (const auto *name : {"server", "kiosk", "kitchen", "second"}) {
            const auto everywhere = at(QString::fromLatin1(name)).book().order(order.id);
            QCOMPARE(everywhere->placed, order);
            QCOMPARE(everywhere->ticket(foodcourt::soto)->state, OrderState::Preparing);
            QCOMPARE(at(QString::fromLatin1(name)).book().openOrders().size(), 1);
        }
    }

    void anOrderOfAWebKioskThereIsOneOrderThoughTwoKitchensHearIt()
    {
        stand(u"kiosk"_s);
        stand(u"kitchen"_s);
        stand(u"second"_s);
        cut(u"kitchen"_s);
        cut(u"second"_s);
        m_theirs.relay(1, u"order_created"_s, webOrder(501));
        pass(1s);
        QCOMPARE(at(u"kitchen"_s).book().openOrders().size(), 1);
        QCOMPARE(at(u"second"_s).book().openOrders().size(), 1);
        join(u"kitchen"_s);
        join(u"second"_s);
        pass(30s);
        QCOMPARE(placedFacts(u"server"_s), 2);
        const auto order = at(u"server"_s).book().openOrders();
        QCOMPARE(order.size(), 1);
        for (const auto *name : {"kiosk", "kitchen", "second", "hub"}) {
            const auto here = at(QString::fromLatin1(name)).book().openOrders();
            QCOMPARE(here.size(), 1);
            QCOMPARE(here[0].placed, order[0].placed);
        }
        QVERIFY2(m_theirs.heard.isEmpty(), qPrintable(m_theirs.heard.join(u'\n'))); // nobody says it back
    }

    void aLateWordOfOurOwnCookTakesNoTicketBack()
    {
        stand(u"kiosk"_s);
        stand(u"kitchen"_s);
        const auto order = place();
        pass(1s);
        m_theirs.isEchoing = false;
        at(u"kitchen"_s).tickets().advance(order.id, foodcourt::soto, OrderState::Preparing);
        pass(1s);
        const auto late = m_theirs.last;
        at(u"kitchen"_s).tickets().advance(order.id, foodcourt::soto, OrderState::Ready);
        pass(1s);
        m_theirs.isEchoing = true;
        m_theirs.relay(1, u"order_updated"_s, late);
        pass(2s);
        QCOMPARE(at(u"kiosk"_s).book().order(order.id)->ticket(foodcourt::soto)->state, OrderState::Ready);
        QCOMPARE(at(u"kitchen"_s).book().order(order.id)->ticket(foodcourt::soto)->state, OrderState::Ready);
    }

    void whatThatHubHasNotEchoedIsSaidAgainAfterARestartAndNothingElse()
    {
        stand(u"kiosk"_s);
        place();
        pass(2s);
        m_theirs.isEchoing = false;
        place();
        pass(2s);
        QCOMPARE(m_theirs.heard.size(), 2);
        m_devices.clear(); // before it has heard the answer
        m_theirs.close();
        m_theirs.isEchoing = true;
        stand(u"kiosk"_s);
        pass(2s);
        QCOMPARE(m_theirs.heard.mid(2), QStringList{m_theirs.heard[1]});
        m_devices.clear();
        m_theirs.close();
        stand(u"kiosk"_s);
        pass(2s);
        QCOMPARE(m_theirs.heard.size(), 3);
    }

    void whatHappensWhileThatHubIsAwayIsSaidAfterARestartOfTheDevice()
    {
        stand(u"kiosk"_s);
        pass(1s);
        m_devices.clear();
        m_theirs.close();
        place();
        place();
        stand(u"kiosk"_s);
        pass(2s);
        QCOMPARE(m_theirs.heard, (QStringList{u"order:created:offline A-001 pending"_s, u"order:created:offline A-002 pending"_s}));
    }

    void aHubThatEchoesNothingIsNotToldForEver()
    {
        m_theirs.isEchoing = false;
        stand(u"kiosk"_s);
        place();
        pass(1s);
        m_theirs.ping();
        pass(25s);
        m_theirs.ping();
        pass(1s);
        m_devices.clear();
        m_theirs.close();
        stand(u"kiosk"_s);
        pass(2s);
        QCOMPARE(m_theirs.heard.size(), 1);
    }

    void aHubThatStandsStillAndIsKilledHearsItAgain()
    {
        m_theirs.isEchoing = false;
        stand(u"kiosk"_s);
        place();
        pass(20s);
        m_theirs.ping(); // on its way before it stood still: it says nothing about what we said
        pass(20s);
        m_theirs.close();
        m_theirs.isEchoing = true;
        pass(5s);
        QCOMPARE(m_theirs.heard.size(), 2);
        QCOMPARE(m_theirs.heard[0], m_theirs.heard[1]);
    }

    void wordsThatAreEchoedDoNotWaitForOneThatIsNot()
    {
        stand(u"kiosk"_s);
        m_theirs.isEchoing = false;
        place();
        pass(8s);
        m_theirs.isEchoing = true;
        place();
        m_theirs.ping();
        pass(25s);
        m_theirs.ping();
        pass(1s);
        m_devices.clear();
        m_theirs.close();
        stand(u"kiosk"_s);
        pass(2s);
        QCOMPARE(m_theirs.heard.size(), 2);
    }

private:
    Node &at(const QString &name) { return (*m_house)[name].node(); }

    void stand(const QString &name)
    {
        m_devices.push_back(std::make_unique<Device>(*m_house, (*m_house)[name], m_devices.size() + 3, m_asked));
        pass(100ms);
    }

    void cut(const QString &name) { m_house->network.setDown(name); }
    void join(const QString &name) { m_house->network.setDown(name, false); }

    //! Their hub answers whenever somebody has said something.
    void pass(Milliseconds time)
    {
        for (Milliseconds passed{0}; passed < time; passed += 10ms) {
            m_house->pass(10ms);
            for (const auto &answer : std::exchange(m_asked, {})) {
                const auto socket = std::make_shared<FakeSocket>();
                answer(std::shared_ptr<TextSocket>(socket));
                m_theirs.take(socket);
            }
            while (m_theirs.serve()) { }
        }
    }

    PlacedOrder place()
    {
        auto &kiosk = (*m_house)[u"kiosk"_s];
        SeededRandom random(quint64(kiosk.placed.size()) + 99);
        Cart cart(BasketId::create(m_house->clock, random));
        if (!cart.add(foodcourt::item(foodcourt::perkedel), *kiosk.menu.menu))
            qFatal("no such dish");
        const auto before = kiosk.placed.size();
        kiosk.node().orders().place(cart);
        while (kiosk.placed.size() == before)
            pass(10ms);
        return kiosk.placed.last();
    }

    int placedFacts(const QString &name)
    {
        const auto events = at(name).log().since(0, 1000);
        return int(std::ranges::count_if(*events, [](const LoggedEvent &logged) { return logged.event.kind == u"order.placed"_s; }));
    }

    TheirHub m_theirs;
    std::unique_ptr<House> m_house;
    QList<TextClient::Answer> m_asked;
    std::vector<std::unique_ptr<Device>> m_devices;
};

QTEST_GUILESS_MAIN(TestHubDevices)
#include "tst_hubdevices.moc"
