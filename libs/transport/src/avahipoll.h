// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <avahi-common/watch.h>

namespace saji {

//! Avahi's client library on the event loop of this thread: its watches are socket notifiers, its timeouts timers.
//!
//! Avahi frees what it has made; the pointer lives as long as the program.
[[nodiscard]] const AvahiPoll *avahiPoll();

} // namespace saji
