// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transport/link.h>

namespace saji {

//! Why a link ended, as an error for status panels.
[[nodiscard]] Error errorFromClose(const CloseReason &reason);

//! The peer answered and said no: dialling again soon will not help.
[[nodiscard]] bool isRefusal(CloseCode code);
//! The same, before there was a link.
[[nodiscard]] bool isRefusal(ErrorCode code);

} // namespace saji
