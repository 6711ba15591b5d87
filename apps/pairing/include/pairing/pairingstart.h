// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <appkit/programoptions.h>
#include <engine/node.h>

#include <QWidget>

#include <functional>
#include <optional>

namespace saji {

//! Before a program with a window opens its data: pairs it by --pair, or on a screen of its own when the server is another machine, or the
//! code was not taken. Runs the application's loop. nullopt = go on; else the exit code.
[[nodiscard]] std::optional<int> pairOnScreen(const ProgramOptions &options, const NodeOptions &node, const std::function<void(QWidget &)> &show);

} // namespace saji
