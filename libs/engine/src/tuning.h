// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

#include <QList>
#include <QtGlobal>

namespace saji::tuning {

using namespace std::chrono_literals;

//! Events folded at a stretch: some ten milliseconds, after which links and clicks have their turn.
constexpr int feedBatch = 500;

//! Facts whose writer has left them to be told without decoding: those of one commit, and some more.
constexpr qsizetype factsExpected = 512;

//! How long folded rows stay in memory before they are written: one transaction for all of a busy second. They are in the log.
constexpr Milliseconds flushAfter = 1s;
//! After a failed read or write of the disk: it is tried again, not at once.
constexpr Milliseconds diskRetryAfter = 5s;

//! So many rows of a catalog are worth a thread of their own, which costs as much as a few dozen of them.
constexpr qsizetype rowsPerParser = 1'000;
//! Threads at once: a kiosk has four cores, and one of them reads the disk.
constexpr size_t maxParsers = 3;

//! Orders kept in memory, the newest first (and up to a quarter more for a while); others are read from the disk again. A kiosk that was alone for a month has 60,000 open
//! ones, and its memory must not know it.
constexpr qsizetype ordersKept = 512;

//! Orders of which it is remembered that they are not on the disk: those that come in with one group of web clients, and some more.
constexpr qsizetype absentKept = 512;

//! More open orders than this are no board that anybody works from, and would cost a start of the program to add up.
constexpr qsizetype boardCounted = 5'000;
//! Two boards that differ while both nodes know the same: after so many pings in a row it is no coincidence.
constexpr int differsUntilRepaired = 2;
constexpr int differsUntilTold = 2;
//! Folding the whole log anew takes a second on a busy device; what did not help is not done again at once.
constexpr Milliseconds repairAtMostEvery = 5min;

//! Orders of this device whose way to kitchen and server is followed for the guest's screen.
constexpr qsizetype followedOrders = 32;

//! A wall clock that is further than this from where the clock that cannot be set would have it was set by somebody. Drift and a
//! summer time stay below.
constexpr Milliseconds clockWasSetBeyond = 2h;

//! A guest who was shown a price may think about it: promotions that held when the basket was priced hold so long.
constexpr Milliseconds shownPriceHolds = 15min;

//! Registrations per transaction at the server: enough for group commit, few enough for one exchange.
constexpr qsizetype registrationsPerWrite = 100;

//! Catalog versions that orders were priced with, compared with the present one without asking the disk again.
constexpr qsizetype versionsCompared = 64;

//! Confirmation waits this long at most for a second device to say that it has the order: not felt, and enough for a LAN.
constexpr Milliseconds secondCopyWithin = 150ms;

//! An order that is not at the server after this is shown as overdue. It is still retried, for ever.
constexpr Milliseconds overdueAfter = 24h;
//! The outbox is told anew at most this often.
constexpr Milliseconds outboxCoalesce = 500ms;
constexpr qsizetype outboxPageBytes = 256 * 1024;
//! Flagged orders among which a kiosk looks for its own; a restaurant has a handful.
constexpr qsizetype flaggedLookedAt = 400;

//! Trying again at the server what failed for a reason that passes, or for one that nobody knows.
inline const QList<Milliseconds> registrarLadder{1s, 2s, 5s, 15s, 60s};
//! So often an order is tried that fails for no known reason; then a person has to look.
constexpr int unknownTries = 5;

//! What open orders still need of the log is looked up at most this often: a store with a month of unbumped tickets has 60,000.
constexpr Milliseconds neededAnewAfter = 30min;
//! A ticket that has been open for longer than this holds no log any more: some outlets have no screen, and never bump.
constexpr Milliseconds openHeldFor = 24h * 30;

//! A disk that cannot be written is tried again this often: nobody should have to restart a kiosk.
constexpr Milliseconds diskProbeEvery = 10s;

//! Status for panels, at most this often: signals of links come in bursts.
constexpr Milliseconds statusCoalesce = 50ms;
//! Ages and counters in the status tick without events.
constexpr Milliseconds statusEvery = 1s;

//! One report serves all sessions that ask for it within this: a hub has fifty, each with a ping a second.
constexpr Milliseconds reportEvery = 200ms;
//! Reports of devices kept; beyond it those go whom the host has forgotten.
constexpr qsizetype maxKeptReports = 512;
//! What a report says about others: a food court has fewer devices, and it must fit a ping.
constexpr qsizetype maxReportedPeers = 64;
//! ... and about what the server has; more origins than a store's devices have had.
constexpr qsizetype maxReportedOrigins = 128;
//! A device is reported as live while it was heard within one and a half of its pings, and the report does not change while it stays so.
//! When it polls over the internet: an idle poll comes every 30 s (docs/protocol.md).
constexpr Milliseconds livePolling = 35s;

// --- Links to devices that were found.

//! The round in which silence is noticed; what happens in between is looked at when it happens.
constexpr Milliseconds peersLookedAtEvery = 250ms;
//! A hub that has not been heard for this long is done without: a ping comes every second, and takeover may take 3 s in all.
constexpr Milliseconds hubSilent = 1800ms;
//! ... and one that has not answered our own pings, though it is heard: its ears, or our cable. A ping and its answer take a little longer.
constexpr Milliseconds hubDeaf = 2300ms;
//! A program that is restarted is back in this, and nobody needs to move.
constexpr Milliseconds hubBackWithin = 300ms;
//! After the start: within a beacon's second a hub that is there has been heard, and dialled.
constexpr Milliseconds hubFoundWithin = 1500ms;
//! The mesh ends when a hub has been heard for this long, and up to half as long again: not all in the same moment.
constexpr Milliseconds meshEndsAfter = 5s;
//! The other one of a pair should have dialled by now: something is in its way that may not be in ours.
constexpr Milliseconds leftToThem = 2s;
//! A device that is gone for this long is not dialled any more; when it comes it is seen.
constexpr Milliseconds lostPeerKept = 10min;
//! Links of one device in a mesh; with 16 everybody has each other in restaurants of up to 17 devices.
constexpr qsizetype maxMeshLinks = 16;
//! Who alone hears no hub needs a few that hear one, not all.
constexpr qsizetype maxBridges = 3;
//! Hubs that a device keeps links to: one, and one for when it dies.
constexpr qsizetype maxHubs = 2;

// --- Trust.

//! How often a device looks whether its certificate should be renewed: it has a quarter of a year for it.
constexpr Milliseconds renewalEvery = std::chrono::hours(24);
//! And when it is due and nobody could be asked: an internet that comes back after the opening should not cost a day.
constexpr Milliseconds renewalAgain = std::chrono::minutes(10);
//! Revocations are kept as soon as they are heard; only the power can come between, and then they are among the last events.
constexpr qint64 revocationsLookBack = 2000;
//! A link of a revoked device lives so much longer: the list that says by whom and when is on its way to it. It links anew with nobody.
constexpr Milliseconds revokedIsToldWithin = std::chrono::milliseconds(250);

} // namespace saji::tuning
