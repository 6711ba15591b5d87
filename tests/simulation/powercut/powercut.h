// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace saji {

//! Makes every kill -9 of this process a power cut, for what SQLite writes: registers a VFS as SQLite's default that keeps on the real disk
//! only what was synced, and a random part of the rest.
//!
//! Writes wait in memory until SQLite syncs the file (or closes it: a program that ends in peace loses nothing); of each write some
//! sectors of 512 bytes, drawn anew each time, go to the disk at once, as a disk does that chooses its own order. So a process that dies
//! leaves every file as it was at its last sync, torn by what came after. Locks and the WAL index are the real ones. Any thread.
//!
//! Loaded into the real programs with LD_PRELOAD (saji-powercut.so), so that no program knows of it. False: SQLite has refused.
bool losePowerWhenKilled();

} // namespace saji
