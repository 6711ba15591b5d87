// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../domain/foodcourt.h"

#include <engine/node.h>
#include <store/catalogstore.h>
#include <store/eventlog.h>
#include <testkit/manualclock.h>
#include <testkit/manualscheduler.h>
#include <testkit/switchboard.h>

#include <QTemporaryDir>

#include <memory>

namespace saji {

class House;

//! A node in a house, by the name it is dialled by; what its screens would have been told is kept.
class Resident
{
public:
    Resident(House &house, const QString &name, NodeOptions options);
    ~Resident();

    void start();
    void stop();
    //! Paired, from the next start on.
    void setTrust(const std::shared_ptr<Trust> &trust) { m_world.trust = trust; }
    Node &node() { return *m_node; }
    bool isUp() const { return m_node != nullptr; }

    ManualClock clock; //!< shares the house's time
    SyncStatus sync;
    MenuState menu;
    QList<PlacedOrder> placed;
    QHash<OrderId, OrderProgress> progress;
    QHash<OrderId, TicketView> tickets;

    //! The view of a peer by its name; a default one with NeverTried when it is not known.
    PeerView peer(const QString &name) const;

private:
    House &m_house;
    QString m_name;
    NodeOptions m_options;
    SeededRandom m_random;
    World m_world;
    std::unique_ptr<Node> m_node;
};

//! Nodes on one switchboard and one time.
class House
{
public:
    House();

    Resident &add(const QString &name, NodeKind kind, const QString &server = {}, const QString &hub = {});
    void pass(Milliseconds time) { scheduler.advance(time); }
    [[nodiscard]] bool passUntil(const std::function<bool()> &reached, Milliseconds limit = Milliseconds(20'000))
    {
        return scheduler.advanceUntil(reached, limit);
    }
    //! A server with the story's menu, a hub, a kiosk and a kitchen of the soto outlet, all connected.
    void furnish();
    void setMenu(Resident &server, const Menu::Parts &parts);
    Resident &operator[](const QString &name) { return *m_residents.at(name); }

    QTemporaryDir folder;
    ManualClock clock;
    ManualScheduler scheduler{clock};
    Switchboard network{scheduler};

private:
    std::map<QString, std::unique_ptr<Resident>> m_residents;
};

} // namespace saji
