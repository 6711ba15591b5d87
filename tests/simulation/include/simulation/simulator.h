// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simulation/lunch.h>

namespace saji {

//! What every lunch of a run has in common.
struct SimulationSettings
{
    Milliseconds length{30'000};
    double storminess = 1;
};

//! Call before anything of Qt runs: makes every run of the process equal, and keeps its small files off the disk.
void prepareSimulation();

//! The lunch of one seed.
[[nodiscard]] Outcome simulate(quint64 seed, const SimulationSettings &settings);
[[nodiscard]] Outcome simulate(quint64 seed, const Plan &plan);
//! The same, with the digest of all that is left behind.
[[nodiscard]] std::pair<Outcome, QByteArray> simulateAndDigest(quint64 seed, const Plan &plan);

//! Takes steps out as long as a promise still breaks: first in halves, then one by one.
[[nodiscard]] Plan shrunk(quint64 seed, Plan plan);

} // namespace saji
