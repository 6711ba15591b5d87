// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <appkit/programoptions.h>
#include <engine/node.h>
#include <kitchen/kitchen.h>

#include <QSize>

namespace saji {

//! What saji-kitchen can be told; `docs/operators.md` is written from its help.
[[nodiscard]] ProgramOptions kitchenOptions();

[[nodiscard]] NodeOptions kitchenNode(const ProgramOptions &options);
//! Needs a QGuiApplication: sizes come from the screen unless they are given.
[[nodiscard]] KitchenSettings kitchenSettings(const ProgramOptions &options);
//! nullopt = the whole screen.
[[nodiscard]] std::optional<QSize> kitchenSize(const ProgramOptions &options);

} // namespace saji
