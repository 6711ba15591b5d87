// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace saji {

//! Gives back what only the start needed: pages of code and constants of the program and its libraries, and freed heap.
//!
//! Nothing is lost: what is needed again is mapped again from its file, mostly without reading it. For programs that stay up for
//! months and wait most of the time, a moment after their start.
void giveBackStartMemory();

} // namespace saji
