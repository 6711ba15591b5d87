// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "device.h"

#include <store/catalogstore.h>
#include <sync/syncsession.h>
#include <testkit/manualscheduler.h>
#include <testkit/switchboard.h>

namespace saji {

//! One afternoon in a restaurant: a virtual clock, and the network.
struct Restaurant
{
    ManualClock clock;
    ManualScheduler scheduler{clock};
    Switchboard board{scheduler};
};

//! One node: a store on disk, and what its sessions share. Its wall clock is its own, time is the restaurant's.
class SyncNode : public Device
{
public:
    SyncNode(Restaurant &restaurant, const QString &name, NodeKind kind, const QString &store = QStringLiteral("pasar-saji"));

    SyncContext context();
    //! Ends the process and starts it again.
    void restart();
    //! Copies its files while the process is down; and puts such a copy in their place, as a person would.
    void keepBackup(const QString &folder);
    void goBackTo(const QString &folder);
    CatalogStore &catalog() { return *m_catalog; }

    QByteArray report;

private:
    Restaurant &m_restaurant;
    std::unique_ptr<CatalogStore> m_catalog;
    quint64 m_instance;
};

//! Payloads in order, for comparing two logs at a glance.
[[nodiscard]] QByteArrayList payloadsOf(const Device &device);
//! The same without an order, for nodes that were told in different ways.
[[nodiscard]] QByteArrayList factsOf(const Device &device);

} // namespace saji
