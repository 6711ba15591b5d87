// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace saji {

//! Whether a host is on this machine or on its own network by its address: loopback, private and link-local ones, and names that end
//! in .local. Other names count as far away: nobody is asked.
[[nodiscard]] bool isNearby(const QString &host);

} // namespace saji
