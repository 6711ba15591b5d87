// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace saji {

//! How grave something is for the people who run the restaurant.
enum class HealthMood { Good, Look, Bad };

} // namespace saji
