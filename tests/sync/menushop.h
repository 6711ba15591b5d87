// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncnode.h"

#include <sync/catalogpuller.h>

#include <QHash>
#include <QMap>

#include <memory>

namespace saji {

//! What a test of the menu's history sells.
[[nodiscard]] CatalogRow product(int id, const QByteArray &price);
[[nodiscard]] CatalogRow withdrawn(int id);
//! Everything that a node would show, and every tombstone.
[[nodiscard]] QList<CatalogRow> world(SyncNode &node);
//! What a node shows, by kind and id.
[[nodiscard]] QMap<QString, QByteArray> shown(SyncNode &node);

//! A server, and any number of devices that pull from it, else from the hub.
struct MenuShop
{
    static const QString serverName;
    static const QString hubName;

    MenuShop();
    void serve(const QString &name, SyncNode &node);
    std::unique_ptr<CatalogPuller> puller(SyncNode &node, const QString &name, const QStringList &sources = {serverName, hubName});
    void edit(const QList<CatalogRow> &rows);
    void pass(Milliseconds by) { restaurant.scheduler.advance(by); }

    Restaurant restaurant;
    SyncNode server, hub;
    QHash<QString, int> requests; //!< by source
    QString lastPath;
};

} // namespace saji
