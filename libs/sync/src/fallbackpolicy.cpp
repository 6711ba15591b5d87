// SPDX-License-Identifier: GPL-3.0-or-later
#include <sync/fallbackpolicy.h>

#include "tuning.h"

using namespace std::chrono_literals;

namespace saji {
namespace {

QList<Milliseconds> ladder(Reach reach)
{
    // A hub that was switched off and on must have its devices back before the next guest has chosen.
    if (reach == Reach::Lan)
        return {1s, 2s, 5s};
    return {1s, 2s, 5s, 10s, 30s};
}

} // namespace

FallbackPolicy::FallbackPolicy(Reach reach, std::function<double()> jitter) : m_reach(reach), m_backoff(ladder(reach), std::move(jitter)) {}

Milliseconds FallbackPolicy::nextSocketDelay()
{
    return m_backoff.next();
}

bool FallbackPolicy::socketLasted(Milliseconds age)
{
    if (age < tuning::goodLinkAge)
        return false;
    m_backoff.reset();
    return true;
}

Milliseconds FallbackPolicy::pollingAfter() const
{
    return 3s;
}

PollPace FallbackPolicy::pollPace() const
{
    PollPace pace;
    // On the LAN a ping goes out every second, and each is a request of its own.
    if (m_reach == Reach::Lan)
        pace.idle = pace.busy;
    return pace;
}

} // namespace saji
