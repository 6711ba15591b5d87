// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

#include <QtGlobal>

#include <array>

// Every size, rate and delay of this library, each with its reason.
namespace saji::tuning {

using namespace std::chrono_literals;

// Orders as web clients see them

//! Events read at a stretch.
constexpr int bookBatch = 500;
//! Orders whose JSON stays in memory: the pages that clients poll, of a dozen outlets, and some more. Older ones are made again.
constexpr qsizetype recentOrders = 2'000;
//! How far back a room looks for orders that are not done: an afternoon.
constexpr int openOrdersSearched = 1'000;

// What web clients say

//! Statements that wait for one commit: at 200 clients with one each there are 200; a flood is told to come again.
constexpr qsizetype maxWaiting = 2'000;
//! A commit that takes this long is worth waiting a little for others to come along; a disk with a cache of its own never takes it.
constexpr Milliseconds slowCommit = 3ms;
//! Others come within this after their answer, or they are no clients that wait for one.
constexpr Milliseconds spokenAgainWithin = 5ms;
//! As long as each of these brings more statements, and half a commit at most, a group goes on gathering.
constexpr Milliseconds gatherStep = 1ms;

// Engine.IO and Socket.IO (docs/protocol.md section 4)

constexpr Milliseconds pingEvery = 25s;
constexpr Milliseconds pingTimeout = 60s;
//! What we say that a client may send at once, and what a text WebSocket takes.
constexpr qsizetype maxPayloadBytes = 256 * 1024;
//! How often sessions are looked at: pings and timeouts may be this late.
constexpr Milliseconds sweepEvery = 1s;
//! From the probe to the upgrade.
constexpr Milliseconds upgradeWithin = 10s;
//! Sessions in all: some more than the listener's connections, because polling ones need none all the time.
constexpr qsizetype maxSessions = 3'000;
//! Bytes that wait for a polling client; it is cut, and catches up when it comes back.
constexpr qsizetype maxQueuedBytes = 4 * 1024 * 1024;
//! What a client may get wrong before it is shown the door.
constexpr int maxMistakes = 20;
//! Statements of one client that wait for the disk.
constexpr int maxUnanswered = 200;
//! Rooms that one client may join; a food court has fewer outlets.
constexpr qsizetype maxRoomsJoined = 200;
//! News kept per room for those who come back.
constexpr qsizetype newsKept = 500;
//! ... and in all rooms together; beyond it they are dropped, and who comes back gets what is still to be cooked.
constexpr qsizetype newsKeptBytes = 32 * 1024 * 1024;
//! Addresses of which the log has said that their packets are none; beyond it, it begins anew.
constexpr qsizetype strangersNamed = 256;
//! Listeners of a room whose sockets are handed to the I/O thread together, which writes to them meanwhile.
constexpr qsizetype toldInOneGo = 250;
//! Open orders told to who joins a room and has not been there.
constexpr int openOrdersTold = 100;
//! Words to another hub of which the echo has not come back; the rest waits in the log.
constexpr qsizetype echoesExpected = 200;
//! Events of the log looked at between two looks at that hub's answers.
constexpr int bridgeBatch = 100;
//! How late the disk knows how far that hub has heard us; after a kill it hears so much again.
constexpr Milliseconds bridgeSavedWithin = 200ms;
//! While orders that have just come are folded into the book.
constexpr Milliseconds bridgeLooksAgain = 50ms;
//! Tickets whose state that hub has heard; beyond it, it may hear one twice.
constexpr qsizetype ticketsTold = 2'000;
//! As for every other hub of the LAN (docs/architecture.md, links).
constexpr std::array<Milliseconds, 3> bridgeRetries{1s, 2s, 5s};
//! Kitchens known as there or gone; a food court has some fifty.
constexpr qsizetype kitchensWatched = 500;
//! Places of devices that have left a room.
constexpr qsizetype placesKept = 2'000;

//! A person types a code every few seconds at best; a machine that guesses gets no further than one.
constexpr double pairingTriesPerSecond = 1;
//! A name, a certificate request (some 500 bytes) and a proof.
constexpr qsizetype maxPairingBytes = 8 * 1024;
//! Two certificates, and everything that was ever revoked.
constexpr qsizetype maxPairingAnswerBytes = 256 * 1024;
//! A restaurant that is set up pairs a handful of devices together; the others take turns.
constexpr qsizetype maxRelayedPairings = 4;

//! A token that was checked may fetch answers that are kept ready for so long without another look; a revoked one no longer than that.
constexpr Milliseconds admissionLasts = std::chrono::seconds(10);

} // namespace saji::tuning
