// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simulation/box.h>

#include <vector>

namespace saji {

//! Holds every promise against every world after everything was repaired and has settled. All devices must be on.
//!
//! Every confirmed order exactly once in the log of every device, with a ticket for each outlet of its basket, and registered once; one
//! number for one guest (a repeated one of a device that had forgotten is flagged); all logs, books, menus and sold-out lists equal;
//! each kitchen's screen as its log says; nothing waiting to be sent. What is wrong goes to the ledger.
void inspect(const std::vector<std::unique_ptr<Box>> &boxes, Ledger &ledger);

//! Of everything there is: all disks, all books.
[[nodiscard]] QByteArray digestOf(const std::vector<std::unique_ptr<Box>> &boxes);

} // namespace saji
