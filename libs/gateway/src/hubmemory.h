// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/projectionstore.h>

namespace saji {

//! Remembers on the disk up to which arrival of the log another hub has heard us, for each hub by its address.
//!
//! It stands beside the log, not on it: nothing of the log is kept for its sake, and what it says may be a little old after a power cut.
class HubMemory
{
public:
    [[nodiscard]] static Result<std::unique_ptr<HubMemory>> open(Database &database);

    //! nullopt: that hub has heard nothing of us yet.
    [[nodiscard]] Result<std::optional<qint64>> heardUpTo(const QString &hub) const;
    [[nodiscard]] Result<void> remember(const QString &hub, qint64 arrival);

private:
    explicit HubMemory(std::unique_ptr<ProjectionStore> rows) : m_rows(std::move(rows)) {}

    std::unique_ptr<ProjectionStore> m_rows;
};

} // namespace saji
