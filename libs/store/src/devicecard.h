// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datafolder.h"

#include <store/identity.h>

#include <optional>

namespace saji {

//! Notes who this device is in a small file beside the database, so that it stays the same device even when nothing of that can be read.
void keepDeviceCard(const DataFolder &folder, const Identity &identity);
[[nodiscard]] std::optional<Identity> readDeviceCard(const DataFolder &folder);

} // namespace saji
