// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkcase.h"

#include <testkit/tcpproxy.h>

namespace saji {

//! A pace for tests: the same shape, a hundredth of the time.
[[nodiscard]] PollPace quickPace();

//! What every test of polling begins with: a listener that forgets soon, and a dialer that reaches it through a proxy that can fail.
class PollingCase : public LinkCase
{
    Q_OBJECT

protected slots:
    void init();
    void cleanup();

protected:
    std::unique_ptr<TcpProxy> m_proxy;
};

} // namespace saji
