// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

namespace saji::tuning {

using namespace std::chrono_literals;

//! Every device has found its hub and its menu before the first guest comes.
constexpr Milliseconds openingTime = 4s;
//! How finely the promises that hold at all times are looked at.
constexpr Milliseconds moment = 500ms;
//! A process that was told to die at a write does so within this many: a few orders' worth.
constexpr quint64 writesUntilDeath = 60;
//! Clocks are wrong by up to this.
constexpr Milliseconds clockSkew = 6h;
//! A screen shows a new menu this much later than the engine has it, at most.
constexpr quint64 screenLagMs = 300;
//! The engine answers a guest at once; waiting for a second copy takes 150 ms at most, and a disk has its retries.
constexpr Milliseconds answerBound = 3s;
//! A disk that is well again is noticed by the next try to write on it.
constexpr Milliseconds diskProbeBound = 11s;
//! Everything arrives this soon after the last repair: the longest wait of the ladder (30 s and its jitter) twice, and what it takes to talk.
constexpr Milliseconds healingBound = 120s;
//! Facts that follow from facts (seen, registered) have travelled.
constexpr Milliseconds aftermath = 3s;
//! Ages are intervals, cut into milliseconds at each hop and rounded.
constexpr Milliseconds ageSlack = 2s;
//! More events than any lunch has.
constexpr int wholeLog = 1'000'000;
//! The first few say what is wrong.
constexpr int violationsKept = 20;
//! Shrinking stops here: a plan of 300 steps needs about this many lunches.
constexpr int shrinkingRuns = 400;

} // namespace saji::tuning
