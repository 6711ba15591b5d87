// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

namespace saji::tuning {

using namespace std::chrono_literals;

// look.md section 5: the ring of a new ticket pulses three times at 1 Hz.
constexpr Milliseconds freshFor = 3s;
// A cook looks ahead for a moment, then needs the oldest tickets again.
constexpr Milliseconds backToFirstPage = 30s;
// How long the counter of the other pages shows one newcomer before the next: long enough to read a number.
constexpr Milliseconds countEach = 500ms;
// A refusal must be read, not dismissed.
constexpr Milliseconds refusalStays = 6s;
// Tickets that come together ring together.
constexpr Milliseconds ringTogether = 1s;
// One flash a sound, well below three a second.
constexpr int flashMs = 600;

} // namespace saji::tuning
