// SPDX-License-Identifier: GPL-3.0-or-later
#include "peermemory.h"

#include "databasehandle.h"

using namespace Qt::StringLiterals;

namespace saji {

Result<void> PeerMemory::load()
{
    auto &select = m_database.statement("SELECT kind, device, epoch, up_to FROM remembered"_L1);
    if (const auto done = select.run(); !done)
        return done.error();
    while (select.next()) {
        const auto kind = nodeKindFromWord(select.text(0));
        const auto device = DeviceId::fromBytes(select.bytes(1));
        // A row that cannot be read is learnt again from the peer itself.
        if (kind && device)
            m_known[*kind].raise({*device, quint64(select.integer(2))}, quint64(select.integer(3)));
    }
    return select.finish();
}

void PeerMemory::raise(NodeKind kind, const VersionVector &has)
{
    auto &known = m_known[kind];
    for (auto it = has.entries().cbegin(); it != has.entries().cend(); ++it) {
        if (it.value() <= known.upTo(it.key()))
            continue;
        known.raise(it.key(), it.value());
        m_dirty[kind].raise(it.key(), it.value());
    }
}

Result<void> PeerMemory::write()
{
    auto &upsert = m_database.statement("INSERT INTO remembered (kind, device, epoch, up_to) VALUES (?, ?, ?, ?) "
                                        "ON CONFLICT (kind, device, epoch) DO UPDATE SET up_to = excluded.up_to"_L1);
    for (auto kind = m_dirty.cbegin(); kind != m_dirty.cend(); ++kind) {
        for (auto it = kind->entries().cbegin(); it != kind->entries().cend(); ++it) {
            if (const auto done = upsert.run(QString(nodeKindWord(kind.key())), it.key().device.toBytes(), it.key().epoch, it.value());
                !done)
                return done;
        }
    }
    return {};
}

} // namespace saji
