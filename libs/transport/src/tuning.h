// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

#include <QtGlobal>

// Every size and delay of this library, each with its reason.
namespace saji::tuning {

using namespace std::chrono_literals;

// Dialing

//! A host that has not answered a SYN or an upgrade within this is not worth waiting for: there is a next address to try.
constexpr Milliseconds connectTimeout = 5s;
//! How long a closed WebSocket may still push its last bytes (the close frame among them) before it is torn down.
constexpr Milliseconds farewell = 2s;
//! A polled answer is at most one batch of frames; four times that is no Saji node.
constexpr qint64 maxPollAnswerBytes = 4 * 1024 * 1024;
//! A page of the catalog is about 1 MiB before gzip; more than this in one answer is a broken or hostile server.
constexpr qint64 maxHttpAnswerBytes = 32 * 1024 * 1024;

// Polling

//! Frames put into one request or answer: below the body limit of every node, and small enough to get through a poor Wi-Fi within the
//! request timeout. A single frame larger than this travels alone.
constexpr qsizetype pollBatchBytes = 512 * 1024;
//! How long an answer waits for what the node has to say to the frames that came in: a commit on a slow disk, not a human.
constexpr Milliseconds pollLinger = 30ms;
//! Three times the slowest pace of a polling peer.
constexpr Milliseconds pollForget = 90s;

// Listening: limits on what a client may send

//! docs/protocol.md, "common to all HTTP".
constexpr quint64 maxBodyBytes = 1024 * 1024;
constexpr quint32 maxHeaderBytes = 16 * 1024;
//! From the first byte of a request to the end of its headers.
constexpr Milliseconds slowSender = 10s;
//! A body may take `slowSender` and the time that it needs at this rate: 1 MiB over a poor Wi-Fi passes, a trickle does not.
constexpr quint64 minBodyBytesPerSecond = 64 * 1024;
//! Longer than the 60 s that proxies and browsers keep a connection for their next request.
constexpr Milliseconds idle = 75s;
//! A reader that has taken nothing for this long is gone or stuck; its answer's memory is wanted by others.
constexpr Milliseconds stalledReader = 30s;
//! No handler of ours takes this long; a lost answer must not keep its connection for ever.
constexpr Milliseconds answerWithin = 30s;
//! A star of 55 devices has about 120 connections; 2,000 leaves room for browsers and stays below any file limit we set.
constexpr int maxConnections = 2000;
//! Everything behind one NAT or proxy is one address.
constexpr int maxConnectionsPerAddress = 1000;
//! All bodies and frames that are being received, together: 1,000 hostile senders cost this and no more.
constexpr qint64 maxBufferedBytes = 64 * 1024 * 1024;
//! Smaller bodies and frames are not worth counting.
constexpr qint64 uncountedBytes = 16 * 1024;
//! Frames waiting for one stuck client; its session stops pumping long before (unbounded queues took 240 MB in 3 s).
constexpr qint64 linkBacklogBytes = 4 * 1024 * 1024;

// Listening: working sizes

//! One read: idle connections touch only its first page.
constexpr qsizetype readChunkBytes = 16 * 1024;
//! Frames gathered into one write call: the kernel takes no more buffers at once (IOV_MAX is 1024), and the first ones should leave.
constexpr qsizetype writeBatchFrames = 128;
//! How long a connection that is being refused may go on sending before it is torn down, so that it can read why.
constexpr Milliseconds lingerFor = 2s;
constexpr qint64 lingerBytes = 8 * 1024 * 1024;
//! Connections over the limit that are still told so; beyond, they are dropped without a word.
constexpr int maxTurnedAway = 100;
//! How long `stop` waits for the last answers and close frames to leave.
constexpr Milliseconds stopWithin = 500ms;
//! After the system has run out of file descriptors, before the next accept.
constexpr Milliseconds acceptPause = 100ms;

//! A cause of refusal is said of one address once a minute; who knocks a thousand times fills no disk.
constexpr double refusalLinesPerSecond = 1.0 / 60;

//! Addresses whose requests are counted; the ones that were quiet longest are forgotten first.
constexpr qsizetype maxAddresses = 4096;
//! A client that has been away may ask for so many seconds' worth at once.
constexpr double limitBurstSeconds = 2;

// Discovery

//! A device that comes is found within a second, and 55 of them make 7 kB/s.
constexpr Milliseconds beaconEvery = 1s;
//! What changes in between is said at once, but no faster than this.
constexpr Milliseconds beaconGap = 100ms;
//! 55 devices say one a second, on two networks at most, and some news in between; beyond it is noise.
constexpr int maxBeaconsPerSecond = 500;

// Answers

//! Fewer connections than these are written to by the I/O thread alone.
constexpr std::size_t crewFrom = 100;
//! Connections that one of the two takes at a time.
constexpr std::size_t sendTurn = 16;

//! Answers kept ready: a page per outlet and client cursor; together some megabytes.
constexpr std::size_t maxKeptAnswers = 1024;

//! Below this, copying an answer costs the kernel less than lending its pages.
constexpr qsizetype lendFrom = 4096;

//! Below this gzip saves less than a packet.
constexpr qsizetype gzipFrom = 1024;
//! zlib's fastest: 5:1 on a catalog at a third of the time of the default, and the I/O thread serves others.
constexpr int gzipLevel = 1;

} // namespace saji::tuning
