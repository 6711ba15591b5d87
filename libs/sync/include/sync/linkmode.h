// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transport/link.h>

#include <QtGlobal>

namespace saji {

//! The three modes that every status screen shows.
enum class LinkMode { Connected, Polling, Disconnected };

//! The mode of a node that is reached by this kind of link.
constexpr LinkMode linkModeOf(LinkKind kind)
{
    return kind == LinkKind::Polling ? LinkMode::Polling : LinkMode::Connected;
}

//! What was measured on the way to one peer since this program started.
struct LinkFigures
{
    int connects = 0;                //!< links that came up
    Milliseconds connectTime{0};     //!< of the last one: from dialling to its hello
    Milliseconds slowestConnect{0};
    int errors = 0;                  //!< dials that failed, and links that broke
    quint64 framesIn = 0;
    quint64 framesOut = 0;
    double framesPerMinute = 0;      //!< both ways, in the last full minute
    Milliseconds pollEvery{0};       //!< 0 = it does not poll
};

} // namespace saji
