// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/plan.h>

#include <base/random.h>

#include <array>

namespace saji {
namespace {

using namespace Qt::StringLiterals;
using enum Happening;

struct Kind
{
    Happening what;
    QLatin1StringView word;
    double perMinute; //!< in the whole restaurant
    enum { People, Fault, Repair } sort;
};

// People as on the busiest day; a fault of each kind about once a minute, which elsewhere is once a week; repairs faster than faults, so that
// most devices work most of the time.
constexpr std::array kinds{
    Kind{Order, "order"_L1, 26, Kind::People},
    Kind{OrderAgain, "order-again"_L1, 5, Kind::People},
    Kind{Advance, "advance"_L1, 30, Kind::People},
    Kind{Recall, "recall"_L1, 5, Kind::People},
    Kind{Cancel, "cancel"_L1, 2, Kind::People},
    Kind{Rush, "rush"_L1, 4, Kind::People},
    Kind{SoldOut, "sold-out"_L1, 2, Kind::People},
    Kind{EditPrice, "edit-price"_L1, 2, Kind::People},
    Kind{Withdraw, "withdraw"_L1, 1, Kind::People},
    Kind{CutLine, "cut-line"_L1, 4, Kind::Fault},
    Kind{LineDown, "line-down"_L1, 3, Kind::Fault},
    Kind{FreezeLine, "freeze-line"_L1, 2, Kind::Fault},
    Kind{FreezeOneWay, "freeze-one-way"_L1, 2, Kind::Fault},
    Kind{SlowLine, "slow-line"_L1, 2, Kind::Fault},
    Kind{RefuseSocket, "refuse-socket"_L1, 2, Kind::Fault},
    Kind{ResendFrame, "resend-frame"_L1, 3, Kind::Fault},
    Kind{TearFrame, "tear-frame"_L1, 2, Kind::Fault},
    Kind{HoldFrame, "hold-frame"_L1, 2, Kind::Fault},
    Kind{HealLine, "heal-line"_L1, 12, Kind::Repair},
    Kind{Stop, "stop"_L1, 1.5, Kind::Fault},
    Kind{GoOn, "go-on"_L1, 6, Kind::Repair},
    Kind{SwitchOff, "switch-off"_L1, 1, Kind::Fault},
    Kind{Kill, "kill"_L1, 1, Kind::Fault},
    Kind{PowerCut, "power-cut"_L1, 1, Kind::Fault},
    Kind{KillAtWrite, "kill-at-write"_L1, 2, Kind::Fault},
    Kind{PowerCutAtWrite, "power-cut-at-write"_L1, 2, Kind::Fault},
    Kind{SwitchOn, "switch-on"_L1, 14, Kind::Repair},
    Kind{DiskFull, "disk-full"_L1, 1, Kind::Fault},
    Kind{DiskReadOnly, "disk-read-only"_L1, 0.5, Kind::Fault},
    Kind{DiskError, "disk-error"_L1, 1, Kind::Fault},
    Kind{DiskWell, "disk-well"_L1, 6, Kind::Repair},
    Kind{CorruptPage, "corrupt-page"_L1, 0.3, Kind::Fault},
    Kind{KeepImage, "keep-image"_L1, 2, Kind::Repair},
    Kind{RestoreImage, "restore-image"_L1, 0.5, Kind::Fault},
    Kind{Reimage, "reimage"_L1, 0.3, Kind::Fault},
    Kind{JumpClock, "jump-clock"_L1, 1.5, Kind::Fault},
};
static_assert(kinds.size() == size_t(Count));

using Rates = std::array<double, kinds.size()>;

Rates drawRates(Random &random, double storminess)
{
    Rates rates{};
    for (size_t i = 0; i < kinds.size(); ++i) {
        const double factor = random.below(3) == 0 ? 0 : 0.2 + 2.8 * random.unit();
        rates[i] = kinds[i].perMinute * (kinds[i].sort == Kind::Fault ? factor * storminess : 1);
    }
    return rates;
}

size_t pick(Random &random, const Rates &rates, double total)
{
    double left = random.unit() * total;
    size_t chosen = 0;
    while (chosen + 1 < rates.size() && left >= rates[chosen])
        left -= rates[chosen++];
    return chosen;
}

} // namespace

QLatin1StringView happeningWord(Happening happening)
{
    return kinds.at(size_t(happening)).word;
}

Plan drawPlan(quint64 seed, Milliseconds length, double storminess)
{
    SeededRandom random(seed);
    const auto rates = drawRates(random, storminess);
    double total = 0;
    for (const double rate : rates)
        total += rate;
    const double meanGapMs = 60'000.0 / total;
    Plan plan;
    double at = 0;
    for (;;) {
        // Twice the mean at most: gaps vary, bursts happen, and no seed is one long silence.
        at += random.unit() * 2 * meanGapMs;
        if (at >= double(length.count()))
            return plan;
        const auto chosen = pick(random, rates, total);
        const auto a = random.next(), b = random.next(), c = random.next();
        plan.append({Milliseconds(qint64(at)), kinds[chosen].what, a, b, c});
    }
}

} // namespace saji
