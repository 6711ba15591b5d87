// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <admin/admin.h>
#include <appkit/programoptions.h>
#include <engine/node.h>

#include <QSize>

namespace saji {

//! What saji-admin can be told.
[[nodiscard]] ProgramOptions adminOptions();

[[nodiscard]] NodeOptions adminNode(const ProgramOptions &options);
//! Needs a QGuiApplication: sizes come from the screen unless they are given.
[[nodiscard]] AdminSettings adminSettings(const ProgramOptions &options);
//! nullopt = the whole screen.
[[nodiscard]] std::optional<QSize> adminSize(const ProgramOptions &options);

} // namespace saji
