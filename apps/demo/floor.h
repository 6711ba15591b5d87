// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace saji {

//! What no order can beat on this machine: three durable appends (kiosk, hub, kitchen) and two loopback messages, in ms, the median of many.
[[nodiscard]] double measureDeliveryFloor(const QString &folder);

} // namespace saji
