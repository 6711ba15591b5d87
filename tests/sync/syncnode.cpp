// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncnode.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

SyncNode::SyncNode(Restaurant &restaurant, const QString &name, NodeKind kind, const QString &store)
    : Device(name, kind, restaurant.clock, store), m_restaurant(restaurant)
{
    m_instance = random.next();
    m_catalog = std::move(*CatalogStore::open(database(), clock));
}

SyncContext SyncNode::context()
{
    return {log(), *m_catalog, clock, m_restaurant.scheduler, random, m_instance, [this](NodeKind) { return report; }};
}

void SyncNode::restart()
{
    m_catalog.reset();
    reopen();
    m_catalog = std::move(*CatalogStore::open(database(), clock));
    m_instance = random.next();
}

void SyncNode::keepBackup(const QString &folder)
{
    m_catalog.reset();
    close();
    QFile::remove(QDir(folder).filePath(u"saji.db"_s)); // the newer one takes its place
    backUpTo(folder);
    restart();
}

void SyncNode::goBackTo(const QString &folder)
{
    m_catalog.reset();
    close();
    restoreFrom(folder);
    restart();
}

QByteArrayList payloadsOf(const Device &device)
{
    QByteArrayList list;
    for (const auto &event : device.all())
        list.append(event.payload);
    return list;
}

QByteArrayList factsOf(const Device &device)
{
    auto list = payloadsOf(device);
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace saji
