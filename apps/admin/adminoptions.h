// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <appkit/programoptions.h>
#include <engine/node.h>

#include <QSize>

namespace saji {

//! What saji-admin can be told, and what it makes of it.
[[nodiscard]] ProgramOptions adminOptions();
[[nodiscard]] NodeOptions adminNode(const ProgramOptions &options);
//! Of a window; nullopt = the whole screen.
[[nodiscard]] std::optional<QSize> adminSize(const ProgramOptions &options);

} // namespace saji
