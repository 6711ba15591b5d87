// SPDX-License-Identifier: GPL-3.0-or-later
#include "peerplan.h"

#include <QTest>

#include <algorithm>

using namespace saji;
using Want = PeerPlan::Want;

namespace {

DeviceId no(int number)
{
    return DeviceId(QUuid(uint(number), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0));
}

PeerPlan::Peer peer(int number, NodeKind kind = NodeKind::Kitchen, bool hasHub = false)
{
    return {no(number), kind, hasHub};
}

//! What everybody of these wants of everybody else, when all see all.
QHash<DeviceId, QHash<DeviceId, Want>> plansOf(const QList<PeerPlan::Peer> &all)
{
    QHash<DeviceId, QHash<DeviceId, Want>> plans;
    for (const auto &self : all) {
        auto others = all;
        others.removeIf([&self](const PeerPlan::Peer &other) { return other.device == self.device; });
        plans.insert(self.device, PeerPlan::of({self.device, self.kind, self.hasHub}, others));
    }
    return plans;
}

int wanted(const QHash<DeviceId, Want> &plan)
{
    return int(std::ranges::count_if(plan, [](Want want) { return want != Want::No; }));
}

} // namespace

class TestPeerPlan : public QObject
{
    Q_OBJECT

private slots:
    void withAHubThereIsAStar()
    {
        const QList<PeerPlan::Peer> all{peer(1, NodeKind::Kiosk, true), peer(2, NodeKind::Kitchen, true), peer(9, NodeKind::Hub, true), peer(10, NodeKind::Server, true)};
        const auto plans = plansOf(all);
        QCOMPARE(plans[no(1)].value(no(9)), Want::Yes);
        QCOMPARE(plans[no(1)].value(no(10)), Want::Yes);
        QCOMPARE(plans[no(1)].value(no(2)), Want::No);
        QCOMPARE(plans[no(9)].value(no(1)), Want::No); // devices dial the hub
        QCOMPARE(plans[no(9)].value(no(10)), Want::Yes);
        QCOMPARE(wanted(plans[no(10)]), 0); // and nobody is dialled by the server
    }

    void withoutOneEachPairHasOneWhoDials()
    {
        QList<PeerPlan::Peer> all;
        for (int i = 1; i <= 17; ++i)
            all.append(peer(i));
        const auto plans = plansOf(all);
        for (int a = 1; a <= 17; ++a) {
            for (int b = a + 1; b <= 17; ++b) {
                QCOMPARE(plans[no(a)].value(no(b)), Want::Yes);
                QCOMPARE(plans[no(b)].value(no(a)), Want::UnlessTheyDial);
            }
        }
    }

    void aLargeMeshIsThinAndWhole()
    {
        QList<PeerPlan::Peer> all;
        for (int i = 1; i <= 55; ++i)
            all.append(peer(i * 7));
        const auto plans = plansOf(all);
        for (const auto &self : all) {
            QCOMPARE(wanted(plans[self.device]), 16);
            // Both ends of a pair want it, or neither does.
            for (const auto &other : all)
                QCOMPARE(plans[self.device].value(other.device) == Want::No, plans[other.device].value(self.device) == Want::No);
        }
        // By four hops everybody is reached.
        QSet<DeviceId> reached{no(7)};
        for (int hop = 0; hop < 4; ++hop) {
            for (const auto &device : QSet<DeviceId>(reached)) {
                for (auto it = plans[device].cbegin(); it != plans[device].cend(); ++it)
                    reached.insert(it.key());
            }
        }
        QCOMPARE(reached.size(), 55);
    }

    void whoAloneHearsNoHubAsksAFew()
    {
        QList<PeerPlan::Peer> all{peer(20)};
        for (int i = 1; i <= 10; ++i)
            all.append(peer(i * 5, NodeKind::Kiosk, true));
        all.removeIf([](const PeerPlan::Peer &other) { return other.hasHub && other.device == no(20); });
        const auto plans = plansOf(all);
        QCOMPARE(wanted(plans[no(20)]), 3);
        QCOMPARE(plans[no(20)].value(no(25)), Want::Yes); // the next in the circle
        for (const auto &other : all) {
            if (other.hasHub)
                QCOMPARE(plans[other.device].value(no(20)), Want::No);
        }
    }

    void hubsLinkWithEachOtherAndDevicesWithTwoOfThem()
    {
        const QList<PeerPlan::Peer> all{peer(1, NodeKind::Hub, true), peer(2, NodeKind::Hub, true), peer(3, NodeKind::Hub, true), peer(4)};
        const auto plans = plansOf(all);
        QCOMPARE(plans[no(1)].value(no(3)), Want::Yes);
        QCOMPARE(plans[no(3)].value(no(1)), Want::UnlessTheyDial);
        QCOMPARE(plans[no(4)].value(no(1)), Want::Yes);
        QCOMPARE(plans[no(4)].value(no(2)), Want::Yes);
        QCOMPARE(plans[no(4)].value(no(3)), Want::No);
    }

    void whatIsTypedIsNotLookedFor()
    {
        const QList<PeerPlan::Peer> found{peer(8, NodeKind::Hub, true), peer(9, NodeKind::Server, true)};
        auto plan = PeerPlan::of({no(1), NodeKind::Kiosk, true, true, true}, found);
        QCOMPARE(wanted(plan), 0);
        // ... unless the typed hub is gone.
        plan = PeerPlan::of({no(1), NodeKind::Kiosk, false, true, true}, found);
        QCOMPARE(plan.value(no(8)), Want::Yes);
        QCOMPARE(plan.value(no(9)), Want::No);
    }
};

QTEST_GUILESS_MAIN(TestPeerPlan)
#include "tst_peerplan.moc"
