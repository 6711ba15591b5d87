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

//! At a hub or a server, where a whole restaurant's orders come in: copying home waits twice for the disk, and with it everybody whose
//! order is in the group behind it. About 1,200 orders; a start after a power cut reads them in 30 ms.
constexpr int walBusyCheckpointPages = 4000;

//! A first catalog is 1500 pages, and copying them home waits twice for the disk: not while a screen waits for its menu. No larger than
//! what the file is cut back to anyway.
constexpr int walBulkCheckpointPages = 4000;

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

//! A copy of the database is made in pieces, so that no guest waits for it: 64 pages are 256 KB, 0.2 ms to copy (4 ms in the worst of
//! a hundred), and with the pause between them 100 MB take ten seconds.
constexpr int copyPages = 64;
//! Rows, and bytes of rows, read through at a time when a copy is checked: 0.5 ms.
constexpr int checkedRows = 500;
constexpr qint64 checkedBytes = 1024 * 1024;
//! Bytes hashed at a time when a copy leaves the device: 3 ms.
constexpr qint64 hashedBytes = 1024 * 1024;
constexpr Milliseconds copyPause = 5ms;
//! A person's sqlite3 shell may hold the file for a while; a copy waits this many pieces for it, some ten seconds.
constexpr int copyPatience = 2000;

//! At most this many minutes of orders are only in one place on this device ...
constexpr Milliseconds backupEvery = 5min;
//! ... and soon after a start, when the screen is up, everything is read once: that finds what a power cut has done to the file.
constexpr Milliseconds firstBackupAfter = 10s;
//! Old backups removed for each new one: enough to keep up, too few for a wrong clock to cost a month of them within minutes.
constexpr int backupsRemovedAtOnce = 2;
//! When the disk is nearly full this many stay, whatever happens: the newest may be of a file that was damaged already.
constexpr qsizetype backupsNeverRemoved = 2;

//! Disks fill up slowly; a look costs one system call.
constexpr Milliseconds diskLookEvery = 60s;

//! Trimming has time: a day's events are gone within a few runs of this many at a time (2 ms), with pauses for guests between.
constexpr Milliseconds trimEvery = 1h;
constexpr Milliseconds trimPause = 50ms;

//! In a damaged file the next readable event is looked for one by one this far, a few pages, and then in wider and wider steps.
constexpr int salvageSingleSteps = 256;

//! What peers have is learnt again from their next hello; on disk it only has to be roughly right.
constexpr Milliseconds rememberEvery = 5s;

} // namespace saji::tuning
