// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <restaurant/restaurant.h>

#include <QStringList>

namespace saji {

//! Everything in which the devices that are on differ: logs event by event, version vectors, boards, catalogs; and books that are not
//! what their logs say. Empty = equal worlds.
[[nodiscard]] QStringList differences(Restaurant &restaurant);

//! Every promise broken: a confirmed order that is not exactly once in the log of every device, or that the server has not registered
//! once; an order that nobody confirmed; two guests with one number of one day; an age below zero. Empty = nothing lost, nothing doubled.
[[nodiscard]] QStringList brokenPromises(Restaurant &restaurant);

//! One device's board as text, an order a line: "A-001 1:ready 2:pending"; for comparing and for reading.
[[nodiscard]] QStringList board(Device &device);

} // namespace saji
