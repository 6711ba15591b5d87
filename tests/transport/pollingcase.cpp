// SPDX-License-Identifier: GPL-3.0-or-later
#include "pollingcase.h"

namespace saji {
using namespace std::chrono_literals;

PollPace quickPace()
{
    return {.busy = 10ms, .idle = 100ms, .onError = {20ms, 40ms, 60ms}, .requestTimeout = 1000ms, .failuresUntilClosed = 3};
}

void PollingCase::init()
{
    ListenOptions options;
    options.pollForget = 1500ms;
    options.linkBacklogBytes = 1'000'000;
    listen(options);
    m_proxy = std::make_unique<TcpProxy>(m_port);
    m_dialer = makePollingDialer(urlOf(m_proxy->port()), *m_scheduler, quickPace());
}

void PollingCase::cleanup()
{
    m_answer.reset();
    m_there.reset();
    m_dialer.reset();
    m_proxy.reset();
    letGo();
}

} // namespace saji
