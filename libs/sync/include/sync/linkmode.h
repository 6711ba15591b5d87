// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transport/link.h>

namespace saji {

//! The three modes that every status screen shows.
enum class LinkMode { Connected, Polling, Disconnected };

//! The mode of a node that is reached by this kind of link.
constexpr LinkMode linkModeOf(LinkKind kind)
{
    return kind == LinkKind::Polling ? LinkMode::Polling : LinkMode::Connected;
}

} // namespace saji
