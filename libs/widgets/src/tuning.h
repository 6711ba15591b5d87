// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

//! Every limit of the touch controls with its reason; durations of motion are public (widgets/motion.h).
namespace saji::tuning {

// A finger that trembles on the glass sends a second tap within this time; nobody means two screens that fast.
constexpr int debounceMs = 300;
// A press that moves further than this is a drag: about the width of a fingertip's roll.
constexpr qreal dragMm = 3.5;
// A finger may roll this far over a target's edge before the press is off.
constexpr qreal slackMm = 1.0;
// Fling: below this speed a drag ends where the finger leaves.
constexpr qreal flingLeastMmPerSecond = 30;
// A fling slows down by this much; 1,500 mm/s² stops a usual swipe within half a screen.
constexpr qreal flingSlowdown = 1500;
constexpr int flingLongestMs = 900;
// A swipe over a grid turns the page from here on.
constexpr qreal swipeMm = 14;
// Icons are tiny; this is some hundred of them.
constexpr qsizetype iconBytes = 2 * 1024 * 1024;
// Tiles painted and kept: two pages of the 21.5" kiosk (6 tiles of 404 x 410 x 4 bytes each), and some.
constexpr qsizetype tileBytes = 10 * 1024 * 1024;
// A physical size that would make a pixel larger or smaller than this is a lie of the panel's EDID.
constexpr qreal leastPxPerMm = 1.2;
constexpr qreal mostPxPerMm = 16;
constexpr qreal usualPxPerMm = 96 / 25.4;

} // namespace saji::tuning
