// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace saji {

//! Milliseconds since the system started this process (to 10 ms, the system's own grain), or -1 where it does not say.
[[nodiscard]] double processAgeMilliseconds();

} // namespace saji
