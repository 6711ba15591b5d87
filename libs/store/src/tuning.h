// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

#include <QtGlobal>

namespace saji::tuning {

using namespace std::chrono_literals;

//! The program lock keeps others out, so only a person's sqlite3 shell can be in the way: wait for it a moment, not for ever.
constexpr Milliseconds busyTimeout = 250ms;

//! Pages in the write-ahead log before they are copied home: about 4 MB, or 300 orders. Larger logs make starts after a power cut
//! slower, smaller ones make a guest wait for the copying more often.
constexpr int walAutoCheckpointPages = 1000;

//! The write-ahead log file is cut back to this after a burst (a first catalog, a month of catching up).
constexpr qint64 walSizeLimitBytes = 16 * 1024 * 1024;

//! Enough for the working pages of 60,000 orders; the rest is the operating system's.
constexpr int pageCacheKib = 4096;

//! An event is one fact of one order; a larger one is a mistake.
constexpr qsizetype maxPayloadBytes = 64 * 1024;
constexpr qsizetype maxKindLength = 64;

//! Rows fetched at a time for one origin while events are put into their order of arrival: few enough that many origins cost little,
//! enough that one origin is read in a few strides.
constexpr int smallestStride = 8;
constexpr int largestStride = 64;

//! How much of the timeline a power cut may cost an otherwise idle device: the events themselves carry the time too.
constexpr Milliseconds timelineCheckpointEvery = 60s;
//! A device that slept longer than this (30 days offline, and a day) slept this long: its wall clock was wrong before or is now.
constexpr Milliseconds longestSleep = 31 * 24h;

//! What peers have is learnt again from their next hello; on disk it only has to be roughly right.
constexpr Milliseconds rememberEvery = 5s;

} // namespace saji::tuning
