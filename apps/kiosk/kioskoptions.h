// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <appkit/programoptions.h>
#include <engine/node.h>
#include <kiosk/journey.h>

#include <QSize>

#include <optional>

namespace saji {

//! What a kiosk can be told, and what that means for its parts.
[[nodiscard]] ProgramOptions kioskOptions();
[[nodiscard]] NodeOptions kioskNode(const ProgramOptions &options);
[[nodiscard]] JourneySettings kioskJourney(const ProgramOptions &options);
//! nullopt = the whole screen.
[[nodiscard]] std::optional<QSize> kioskSize(const ProgramOptions &options);

} // namespace saji
