// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <testkit/rawsocket.h>

namespace saji {

//! Waits for the next whole answer; false when none came.
[[nodiscard]] inline bool take(RawSocket &raw, RawSocket::Reply &reply)
{
    reply = raw.waitForReply();
    return reply.status != 0;
}

} // namespace saji
