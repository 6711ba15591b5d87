// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <restaurant/restaurant.h>

#include <QStringList>

namespace saji {

//! Everything in which the devices that are on differ: logs event by event, version vectors, boards, catalogs. Empty = equal worlds.
[[nodiscard]] QStringList differences(Restaurant &restaurant);

//! Every promise broken: a confirmed order that is not exactly once in the log of the server and, for each of its outlets that has a
//! kitchen here, on that kitchen's screen; two guests with one number; an age below zero. Empty = nothing lost, nothing doubled.
[[nodiscard]] QStringList brokenPromises(Restaurant &restaurant);

//! One device's board as text, an order a line: "A-001 1:ready 2:pending"; for comparing and for reading.
[[nodiscard]] QStringList board(Device &device);

} // namespace saji
