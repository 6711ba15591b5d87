// SPDX-License-Identifier: GPL-3.0-or-later
#include "peerplan.h"

#include "tuning.h"

#include <algorithm>

namespace saji {
namespace {

using Want = PeerPlan::Want;

bool isDevice(NodeKind kind)
{
    return kind != NodeKind::Hub && kind != NodeKind::Server;
}

Want oneOfUs(const DeviceId &self, const DeviceId &peer)
{
    return self < peer ? Want::Yes : Want::UnlessTheyDial;
}

//! Those who follow `self` in the circle of all ids, the nearest first: everybody starts at another place.
QList<DeviceId> after(const DeviceId &self, QList<DeviceId> others)
{
    std::ranges::sort(others, {}, [&self](const DeviceId &id) { return std::pair(id < self, id.toBytes()); });
    return others;
}

QList<DeviceId> chosen(const QList<PeerPlan::Peer> &peers, const std::function<bool(const PeerPlan::Peer &)> &choose)
{
    QList<DeviceId> found;
    for (const auto &peer : peers) {
        if (choose(peer))
            found.append(peer.device);
    }
    return found;
}

//! Beyond what a full mesh is good for, everybody keeps to the nearest on both sides of the circle; events travel on by them.
void planMesh(const PeerPlan::Self &self, const QList<PeerPlan::Peer> &peers, QHash<DeviceId, Want> &plan)
{
    const auto circle = after(self.device, chosen(peers, [](const auto &peer) { return isDevice(peer.kind) && !peer.hasHub; }));
    const auto size = circle.size();
    for (qsizetype i = 0; i < size; ++i) {
        const auto distance = std::min(i, size - 1 - i);
        if (size <= tuning::maxMeshLinks || distance < tuning::maxMeshLinks / 2)
            plan[circle[i]] = oneOfUs(self.device, circle[i]);
    }
    const auto lucky = after(self.device, chosen(peers, [](const auto &peer) { return isDevice(peer.kind) && peer.hasHub; }));
    for (const auto &device : lucky.first(std::min(lucky.size(), tuning::maxBridges)))
        plan[device] = Want::Yes;
}

} // namespace

QHash<DeviceId, Want> PeerPlan::of(const Self &self, const QList<Peer> &peers)
{
    QHash<DeviceId, Want> plan;
    if (self.kind == NodeKind::Server)
        return plan;
    if (!self.isServerTyped) {
        for (const auto &server : chosen(peers, [](const auto &peer) { return peer.kind == NodeKind::Server; }))
            plan[server] = Want::Yes;
    }
    auto hubs = chosen(peers, [](const auto &peer) { return peer.kind == NodeKind::Hub; });
    if (self.kind == NodeKind::Hub) {
        for (const auto &hub : std::as_const(hubs))
            plan[hub] = oneOfUs(self.device, hub);
        return plan;
    }
    // The same ones for everybody: two devices that share a hub are one hop nearer.
    std::ranges::sort(hubs, {}, &DeviceId::toBytes);
    if (!self.isHubTyped || !self.hasHub) {
        for (const auto &hub : hubs.first(std::min(hubs.size(), tuning::maxHubs)))
            plan[hub] = Want::Yes;
    }
    if (!self.hasHub)
        planMesh(self, peers, plan);
    return plan;
}

} // namespace saji
