// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <appkit/programoptions.h>
#include <engine/node.h>

#include <optional>

namespace saji {

// `saji-server pair-code …`, `devices …`, `token …`: through the running server of the folder when there is one, else on the folder itself.

void addTrustCommands(ProgramOptions &options);
//! Does what the command says; nullopt when it is none of these. All has been said.
[[nodiscard]] std::optional<int> runTrustCommand(const ProgramOptions &options, const NodeOptions &node);

} // namespace saji
