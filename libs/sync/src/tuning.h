// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

#include <QtGlobal>

namespace saji::tuning {

using namespace std::chrono_literals;

// --- Pings. A link is dead after three of them, and both ends use the slower pace of the two.

//! A kitchen must know within 3 s that its source is silent (G11). A ping and its answer are about 100 bytes: 55 devices on one hub
//! make 11 kB/s of it.
constexpr Milliseconds pingOnLan = 1s;
//! Dead after 30 s, sooner than the 40 s that large vendors need; 2 MB a day on a metered line.
constexpr Milliseconds pingOnInternet = 10s;
//! Over the internet a polling link asks by its own clock, at most 30 s apart when idle, and its transport counts failed requests: pings
//! ride along. On the LAN, and where a kitchen has no other source, it pings like a socket, and asks as often by that (docs/decisions/0008).
constexpr Milliseconds pingOnPolling = 30s;
//! What a peer may ask for, whatever it says.
constexpr Milliseconds fastestPing = 200ms;
constexpr Milliseconds slowestPing = 60s;
constexpr int pingsUntilDead = 3;

// --- Sessions.

//! Who has dialled and says nothing is no node of ours. Longer than a polling request may take.
constexpr Milliseconds helloTimeout = 10s;
//! News of what we have waits this long for company: an exchange that goes out anyway takes it along.
constexpr Milliseconds ackDelay = 10ms;
//! Events of others wait this long before they are forwarded between devices: longer than ackDelay and a round trip on a LAN, so that
//! a peer that got them by a shorter way has said so.
constexpr Milliseconds forwardDelay = 40ms;
//! What may lie in a link before the pump pauses: two full exchanges.
constexpr qint64 maxBacklogBytes = 512 * 1024;

// --- Frames: what a peer can make us hold in memory.

//! Devices and their epochs, for the life of a store; a hello with all of them still fits a frame.
constexpr qsizetype maxOrigins = 6000;
constexpr qsizetype maxKindLength = 64;
constexpr qsizetype maxPayloadBytes = 64 * 1024;
constexpr qsizetype maxNameLength = 128;
//! Samples of a past double their distance: 64 reach further back than any log.
constexpr qsizetype maxPastSamples = 64;
//! Ages beyond this are nonsense, and sums with them must not overflow.
constexpr Milliseconds maxAge = 24h * 36525;

// --- Keeping links.

//! Who answered and said no will hardly have changed its mind in a second.
constexpr Milliseconds refusedDelay = 30s;
//! Message rates are those of the last full minute.
constexpr Milliseconds figuresEvery = 60s;
//! A link that lived this long was a good one.
constexpr Milliseconds goodLinkAge = 5s;

// --- Listening nodes.

//! 20 kiosks, 30 kitchens, 5 panels, and each of them half-open once; far below what the listener lets in.
constexpr qsizetype maxSessions = 256;
//! A socket heard this recently is alive: shorter than the 3 s after which a device that has lost its socket begins to poll.
constexpr Milliseconds freshSocketAge = 2s;
//! Devices remembered after they have gone.
constexpr qsizetype maxPeerEntries = 512;

// --- Catalog.

constexpr int defaultPageRows = 500;
constexpr int maxPageRows = 2000;
//! About half a megabyte of products: few round trips, and still within a request's timeout on a slow line.
constexpr int pulledPageRows = 1000;
constexpr Milliseconds catalogCheckEvery = 1h;
//! First the new menu stands on the screen, then the disk is put in order.
constexpr Milliseconds catalogSettlesAfter = 2s;
//! Devices that were switched on together do not ask together.
constexpr double catalogCheckJitter = 0.1;

} // namespace saji::tuning
