// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <appkit/programoptions.h>

#include <QPoint>
#include <QSize>

namespace saji {

// What every program with a window can be told of it: --windowed, --size, --position, --px-per-mm.

void addWindowOptions(ProgramOptions &options);
//! nullopt = the whole screen; `usual` is the size of --windowed alone.
[[nodiscard]] std::optional<QSize> windowSize(const ProgramOptions &options, const QSize &usual);
[[nodiscard]] std::optional<QPoint> windowPosition(const ProgramOptions &options);
//! As an installer measured it.
[[nodiscard]] std::optional<double> pixelDensity(const ProgramOptions &options);

} // namespace saji
