// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

namespace saji::tuning {

using namespace std::chrono_literals;

// A link that comes back at once is nobody's business; after this a guest would notice by other signs.
constexpr Milliseconds bannerAfter = 2s;
// Polling is normal for a moment after every lost socket.
constexpr Milliseconds slowBannerAfter = 10s;
// Before the first connection nothing is "lost" yet.
constexpr Milliseconds bannerAfterStart = 5s;
// The words carry ages in whole minutes.
constexpr Milliseconds agesEvery = 15s;
// Younger than this, a menu is simply current: nobody needs its age.
constexpr Milliseconds menuAgeShown = 10min;

// Who needs larger letters or a lower screen needs longer, too; and a number is read aloud before it is photographed.
constexpr int idleFactorAccessible = 3;
constexpr Milliseconds numberStays = 30s;
constexpr Milliseconds idleStep = 100ms; //!< the ring of the warning moves this often

// Lamps, for kitchens and the panel. A second between two pings, one for what this screen is told of them, half a one for a bad network:
// the alarm comes within three seconds after the last word. Who pings more slowly has three pings and a half.
constexpr Milliseconds lanPing = 1s;
constexpr Milliseconds lanSilence = 2500ms;
// Whoever has not been heard for this long by what the engine said last is asked for anew before anybody is alarmed.
constexpr Milliseconds quietIsAskedAfter = 1600ms;
constexpr Milliseconds quietIsAskedEvery = 400ms;
// Over the internet an idle poll comes every 30 s; on the LAN who polls pings every second like everybody.
constexpr Milliseconds pollSilence = 35s;
// Nobody has heard it for half a day: switched off or gone, not silent.
constexpr Milliseconds peerGoneAfter = 12h;
// Ages show tenths, but nobody reads them faster.
constexpr Milliseconds lampsEvery = 500ms;
// A link on the LAN is up within one second; a red bar at every switch-on would be ignored.
constexpr Milliseconds peerStartGrace = 3s;
// What mends itself within this is no news for a cook; silence and being cut off are.
constexpr Milliseconds noticeAfter = 5s;
constexpr Milliseconds alarmSoundAgain = 10s;

// The panel: how often a spark line gets a point, and how many it keeps (five minutes).
constexpr Milliseconds trendEvery = 5s;
constexpr int trendPoints = 60;
// Records on their way for a second or two are normal; after this a manager should know.
constexpr Milliseconds pendingIsLateAfter = 60s;
constexpr int journalEntries = 50;

// The staff's PIN of a kiosk: a guest's child may play with it, but not try a thousand.
constexpr int pinTries = 3;
constexpr Milliseconds pinLockedFor = 60s;
constexpr Milliseconds pinCountsDown = 1s;

} // namespace saji::tuning
