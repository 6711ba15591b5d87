// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/database.h>
#include <store/identity.h>
#include <store/versionvector.h>

#include <QHash>

namespace saji {

//! What the peers of each kind are known to have, on disk often enough that "pending" is right after a restart.
class PeerMemory
{
public:
    explicit PeerMemory(Database::Private &database) : m_database(database) {}

    [[nodiscard]] Result<void> load();
    VersionVector of(NodeKind kind) const { return m_known.value(kind); }
    void raise(NodeKind kind, const VersionVector &has);
    bool isDirty() const { return !m_dirty.isEmpty(); }
    //! Writes what is new, within the caller's transaction. Call `settle` when that is committed.
    [[nodiscard]] Result<void> write();
    void settle() { m_dirty.clear(); }

private:
    Database::Private &m_database;
    QHash<NodeKind, VersionVector> m_known;
    QHash<NodeKind, VersionVector> m_dirty;
};

} // namespace saji
