// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/backoff.h>
#include <transport/dialers.h>

namespace saji {

//! Where the peer of a link is: its ladder and its pings differ.
enum class Reach { Lan, Internet };

//! When to dial, when to poll, when to come back: pure numbers (docs/architecture.md section 5), no timer, no socket.
class FallbackPolicy
{
public:
    FallbackPolicy(Reach reach, std::function<double()> jitter);

    //! The socket could not be opened, or broke: how long until it is dialled again.
    [[nodiscard]] Milliseconds nextSocketDelay();
    //! It was up for so long. True: a good link, and the ladder starts over; one that breaks at once climbs it, or a peer that greets and
    //! dies would be dialled each second for ever.
    bool socketLasted(Milliseconds age);
    //! Polling starts this long after the socket has failed.
    Milliseconds pollingAfter() const;
    PollPace pollPace() const;

private:
    Reach m_reach;
    Backoff m_backoff;
};

} // namespace saji
