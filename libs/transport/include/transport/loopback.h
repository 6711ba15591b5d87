// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <transport/dialer.h>

#include <utility>

namespace saji {

//! Two ends of a link within one process; frames arrive by the scheduler, in order, never from inside `send`.
//! Production code like the others: tests and the simulator run whole restaurants over it.
[[nodiscard]] std::pair<std::shared_ptr<Link>, std::shared_ptr<Link>> makeLoopback(Scheduler &scheduler, const QString &nameA,
                                                                                   const QString &nameB,
                                                                                   LinkKind kind = LinkKind::Loopback,
                                                                                   Milliseconds delay = Milliseconds(0));

} // namespace saji
