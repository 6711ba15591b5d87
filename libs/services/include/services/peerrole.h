// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace saji {

//! What a device is to the others.
enum class PeerRole { Server, Hub, Kiosk, Kitchen, Admin };

} // namespace saji
