// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

namespace saji {
namespace {

//! A minute of silence is long for whoever waits for twenty thousand.
constexpr quint64 seedsPerWord = 500;
//! Seeds in a row go to one worker: houses that find each other, which are slower, are every fourth.
constexpr quint64 seedsTogether = 4;

Tally runShare(const SeedRange &seeds, quint64 share, quint64 shares, const SimulationSettings &settings, bool keepsGoing)
{
    Tally tally;
    for (quint64 i = 0; i < seeds.count; ++i) {
        if (i / seedsTogether % shares != share)
            continue;
        const auto seed = seeds.first + i;
        const auto outcome = simulate(seed, settings);
        tally.add(seed, outcome);
        if (tally.seeds % seedsPerWord == 0)
            std::fprintf(stderr, "seed %llu ...\n", seed);
        if (outcome.violations.isEmpty())
            continue;
        std::printf("BROKEN seed %llu: %s\n", seed, qPrintable(outcome.violations.first().left(300)));
        std::fflush(stdout);
        if (!keepsGoing)
            break;
    }
    return tally;
}

struct Worker
{
    pid_t process = 0;
    int pipe = -1;
};

Worker start(const SeedRange &seeds, int share, int shares, const SimulationSettings &settings, bool keepsGoing)
{
    int ends[2];
    if (::pipe(ends) != 0)
        qFatal("no pipe");
    const auto process = ::fork();
    if (process < 0)
        qFatal("no process");
    if (process == 0) {
        ::close(ends[0]);
        const auto tally = runShare(seeds, quint64(share), quint64(shares), settings, keepsGoing);
        const bool told = ::write(ends[1], &tally, sizeof tally) == ssize_t(sizeof tally);
        ::_exit(told ? 0 : 1);
    }
    ::close(ends[1]);
    return {process, ends[0]};
}

} // namespace

void Tally::add(quint64 seed, const Outcome &outcome)
{
    ++seeds;
    if (!outcome.violations.isEmpty() && broken++ == 0)
        firstBroken = seed;
    nodes += quint64(House::draw(seed).nodes());
    confirmed += quint64(outcome.confirmed);
    refused += quint64(outcome.refused);
    gone += quint64(outcome.gone);
    events += outcome.events;
    deaths += quint64(outcome.deaths);
    virtualMs += quint64(outcome.virtualTime.count());
    slowestHealingMs = std::max(slowestHealingMs, quint64(outcome.healed.count()));
}

void Tally::add(const Tally &other)
{
    if (other.broken > 0 && (broken == 0 || other.firstBroken < firstBroken))
        firstBroken = other.firstBroken;
    seeds += other.seeds;
    broken += other.broken;
    nodes += other.nodes;
    confirmed += other.confirmed;
    refused += other.refused;
    gone += other.gone;
    events += other.events;
    deaths += other.deaths;
    virtualMs += other.virtualMs;
    slowestHealingMs = std::max(slowestHealingMs, other.slowestHealingMs);
}

Tally runOnAllCores(const SeedRange &seeds, const SimulationSettings &settings, int jobs, bool keepsGoing)
{
    if (jobs == 1)
        return runShare(seeds, 0, 1, settings, keepsGoing);
    std::vector<Worker> workers;
    for (int share = 0; share < jobs; ++share)
        workers.push_back(start(seeds, share, jobs, settings, keepsGoing));
    Tally sum;
    for (const auto &worker : workers) {
        Tally tally;
        if (::read(worker.pipe, &tally, sizeof tally) == ssize_t(sizeof tally)) {
            sum.add(tally);
        } else {
            std::printf("a worker died; run again with --jobs 1\n");
            ++sum.broken;
        }
        ::close(worker.pipe);
        ::waitpid(worker.process, nullptr, 0);
    }
    return sum;
}

} // namespace saji
