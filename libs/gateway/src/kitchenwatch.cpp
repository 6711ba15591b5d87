// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/kitchenwatch.h>

#include "tuning.h"

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QString pageKey(const QString &room, const QString &device)
{
    return room + u'\n' + device;
}

} // namespace

KitchenWatch::KitchenWatch(SyncService &sync, QObject *parent) : QObject(parent)
{
    connect(&sync, &SyncService::changed, this, &KitchenWatch::look);
    sync.announce();
}

void KitchenWatch::look(const SyncStatus &status)
{
    for (const auto &peer : status.peers) {
        // Its outlet comes with its first report.
        if (peer.role != PeerRole::Kitchen || peer.id.isEmpty() || peer.station.isEmpty())
            continue;
        const bool isOnline = peer.mode != SyncMode::Disconnected;
        auto known = m_native.find(peer.id);
        if (known == m_native.end()) {
            if (!isOnline || m_native.size() >= tuning::kitchensWatched)
                continue; // nobody has heard of it, so nobody misses it
            known = m_native.insert(peer.id, {});
            known->status.device = peer.id;
        }
        known->status.name = peer.name;
        if (known->status.room != peer.station && known->status.isOnline)
            tell(*known, false); // it cooks for another outlet from now on
        known->status.room = peer.station;
        if (known->status.isOnline != isOnline)
            tell(*known, isOnline);
    }
}

void KitchenWatch::joined(const QString &room, const QString &device)
{
    const auto key = pageKey(room, device);
    if (!m_pages.contains(key) && m_pages.size() >= tuning::kitchensWatched)
        return;
    auto &page = m_pages[key];
    page.status.room = room;
    page.status.device = device;
    if (++page.pages == 1)
        tell(page, true);
}

void KitchenWatch::left(const QString &room, const QString &device)
{
    const auto page = m_pages.find(pageKey(room, device));
    if (page == m_pages.end() || --page->pages > 0)
        return;
    auto gone = *page;
    m_pages.erase(page);
    tell(gone, false);
}

void KitchenWatch::tell(Seen &seen, bool isOnline)
{
    seen.status.isOnline = isOnline;
    seen.status.online = onlineIn(seen.status.room);
    emit changed(KitchenStatus(seen.status));
}

int KitchenWatch::onlineIn(const QString &room) const
{
    const auto isThere = [&room](const Seen &seen) { return seen.status.isOnline && seen.status.room == room; };
    return int(std::ranges::count_if(m_native, isThere) + std::ranges::count_if(m_pages, isThere));
}

QList<KitchenStatus> KitchenWatch::online(const QString &room) const
{
    QList<KitchenStatus> there;
    for (const auto *all : {&m_native, &m_pages}) {
        for (const auto &seen : *all) {
            if (seen.status.isOnline && seen.status.room == room)
                there.append(seen.status);
        }
    }
    std::ranges::sort(there, {}, &KitchenStatus::device);
    return there;
}

} // namespace saji
