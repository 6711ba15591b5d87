// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace saji {

//! What every database of ours says of itself (PRAGMA application_id): "Saji".
constexpr quint32 applicationId = 0x53616a69;

} // namespace saji
