// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace saji {

//! Whether a host is on this machine or on its own network by its address: loopback, private and link-local ones, and names that end
//! in .local. Other names count as far away: nobody is asked.
[[nodiscard]] bool isNearby(const QString &host);

//! Whether a host is this very machine, by its address or as "localhost".
[[nodiscard]] bool isThisMachine(const QString &host);

//! Whether this machine is in any network beside itself: an interface that is up and has a carrier. Explains a failure in words; whether
//! somebody can be reached is only ever found out by trying.
[[nodiscard]] bool hasNetwork();

} // namespace saji
