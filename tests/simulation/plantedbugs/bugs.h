// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <array>

namespace saji {

//! The defects of web systems of this kind that touch sync, numbered as in tests/simulation/README.md.
enum class Bug {
    None,
    CursorOfRows,
    NoTombstones,
    TimeStampIds,
    ShortQueue,
    ExpiringOutbox,
    ReplayedAsNew,
    SecondId,
    GivesUp,
    DroppedPushes,
    StaleAsLive = 11,
    NumbersFromServer,
    TrustedClocks,
    BroadcastInside,
    FirstOutletOnly,
    RetriedAsNew,
    PaidResets,
};

struct PlantedBug
{
    Bug bug;
    QLatin1StringView defect;
    QLatin1StringView recreated; //!< where, and how; scaled to a lunch of a minute where the original needs a day
    int bound; //!< seeds within which it must be caught
};

using namespace Qt::StringLiterals;

inline constexpr std::array plantedBugs{
    PlantedBug{Bug::CursorOfRows, "one cursor over the versions of rows"_L1, "CatalogStore::changesSince hides edits of rows with a lower edit count than the highest that the reader has"_L1, 20},
    PlantedBug{Bug::NoTombstones, "no tombstones"_L1, "CatalogStore::changesSince leaves out what was withdrawn"_L1, 20},
    PlantedBug{Bug::TimeStampIds, "time-stamp ids under one since_id"_L1, "EventLog::lackedBy sends only what is stamped later than anything the peer has"_L1, 20},
    PlantedBug{Bug::ShortQueue, "a memory queue of 100 orders"_L1, "EventLog::lackedBy knows only the last 10 arrivals"_L1, 20},
    PlantedBug{Bug::ExpiringOutbox, "outbox entries deleted after 24 h"_L1, "EventLog::lackedBy drops own events older than 15 s"_L1, 20},
    PlantedBug{Bug::ReplayedAsNew, "no idempotency key, two queues replaying"_L1, "EventLog::merge on the server makes a new order of an order that it has"_L1, 20},
    PlantedBug{Bug::SecondId, "the order arrives twice (LAN id, then server id)"_L1, "EventLog::merge on the hub passes an order on under an id of its own as well"_L1, 20},
    PlantedBug{Bug::GivesUp, "reconnect gives up after 10 tries"_L1, "FallbackPolicy::nextSocketDelay and Backoff::next wait for a day after 2 tries"_L1, 20},
    PlantedBug{Bug::DroppedPushes, "pushes dropped at a limit, no catch-up"_L1, "ExchangePump::next empties every frame after the 10th of a link"_L1, 20},
    PlantedBug{Bug::StaleAsLive, "stale cache painted as live"_L1, "ProjectionStore::commit keeps how far it has read, and not the rows"_L1, 20},
    PlantedBug{Bug::NumbersFromServer, "numbers only from the server"_L1, "EventLog::write on a kiosk refuses while the server lacks anything of it"_L1, 20},
    PlantedBug{Bug::TrustedClocks, "device clocks trusted"_L1, "EventLog::merge takes ages from stamps instead of intervals"_L1, 20},
    PlantedBug{Bug::BroadcastInside, "broadcast inside the transaction"_L1, "EventLog::write publishes what it appends even if the commit fails"_L1, 60},
    PlantedBug{Bug::FirstOutletOnly, "an order of several outlets reaches the first"_L1, "placeOrder keeps only the first part"_L1, 20},
    PlantedBug{Bug::RetriedAsNew, "a call that failed makes a second order"_L1, "EventLog::write tries an order that could not be kept again, later, under a new id"_L1, 60},
    PlantedBug{Bug::PaidResets, "a late word of the server resets a started order"_L1, "foldOrder sets tickets back to pending at order.registered"_L1, 40},
};

//! The bug that this process has from now on. Forgets what the last one had collected.
void plant(Bug bug);

} // namespace saji
