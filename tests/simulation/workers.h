// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simulation/simulator.h>

namespace saji {

//! Sums over many lunches. Plain numbers: they travel through pipes.
struct Tally
{
    quint64 seeds = 0, broken = 0, firstBroken = 0;
    quint64 nodes = 0, confirmed = 0, refused = 0, gone = 0, events = 0, deaths = 0;
    quint64 virtualMs = 0, slowestHealingMs = 0;

    void add(quint64 seed, const Outcome &outcome);
    void add(const Tally &other);
};

struct SeedRange
{
    quint64 first = 1, count = 0;
};

//! Runs the seeds in `jobs` processes, each with its share. A broken seed is printed; it ends its process unless `keepsGoing`.
[[nodiscard]] Tally runOnAllCores(const SeedRange &seeds, const SimulationSettings &settings, int jobs, bool keepsGoing);

} // namespace saji
