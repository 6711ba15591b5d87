// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

// Every size and time of this library, each with its reason.
namespace saji::tuning {

using namespace std::chrono_literals;
using Seconds = std::chrono::seconds;

constexpr qint64 inSeconds(Seconds time)
{
    return time.count();
}

//! The authority outlives the restaurant's lease: renewing it would mean pairing every device again.
constexpr Seconds authorityLife = 24h * 365 * 30;
//! One year: a device that was put away over a season works when it comes back, one that was sold does not for ever.
constexpr Seconds certificateLife = 24h * 365;
//! A machine whose clock is somewhat behind makes certificates that others take at once.
constexpr Seconds clockTolerance = 24h;
//! Long enough to walk to the kitchen, short enough to be forgotten on a slip of paper.
constexpr Seconds codeLife = 10min;
//! Of anybody, while a code is open. 20 of 10^12 is nothing; a person who mistypes needs three.
constexpr int codeTries = 20;
//! Each open code costs a check per try.
constexpr int maxOpenCodes = 100;
//! 10^12 codes at this price are more than ten minutes hold for any machine; a device waits for some 20 ms.
constexpr int codeRounds = 60'000;
constexpr int codeDigits = 12;
//! A request, a certificate, a list: everything that comes from outside is smaller.
constexpr qsizetype maxPemBytes = 16 * 1024;
//! The name of a person, as lists and screens show it.
constexpr qsizetype maxActorLength = 64;
constexpr qsizetype maxTokenBytes = 4 * 1024;
//! Tokens whose signature need not be checked again; a restaurant has a few dozen web clients.
constexpr qsizetype tokensKept = 256;

} // namespace saji::tuning
