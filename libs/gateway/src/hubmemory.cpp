// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubmemory.h"

#include <limits>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr int formatVersion = 1;
//! It reads no log, so no event waits for it before it may go.
constexpr qint64 needsNothing = std::numeric_limits<qint64>::max();

} // namespace

Result<std::unique_ptr<HubMemory>> HubMemory::open(Database &database)
{
    auto rows = ProjectionStore::open(database, u"otherhubs"_s, formatVersion);
    if (!rows)
        return rows.error();
    if ((*rows)->cursor() != needsNothing) {
        if (const auto done = (*rows)->commit(needsNothing, {}); !done)
            return done.error();
    }
    return std::unique_ptr<HubMemory>(new HubMemory(std::move(*rows)));
}

Result<std::optional<qint64>> HubMemory::heardUpTo(const QString &hub) const
{
    const auto body = m_rows->body(hub.toUtf8());
    if (!body)
        return body.error();
    return *body ? std::optional((*body)->toLongLong()) : std::nullopt;
}

Result<void> HubMemory::remember(const QString &hub, qint64 arrival)
{
    return m_rows->commit(needsNothing, {{hub.toUtf8(), QByteArray::number(arrival), false}});
}

} // namespace saji
