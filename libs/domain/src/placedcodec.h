// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cborfields.h"

#include <domain/order.h>

namespace saji {

//! The one large payload: a placed order as a CBOR map with short keys (docs/protocol.md names them).
[[nodiscard]] QByteArray encodePlaced(const PlacedOrder &order);
//! Mistakes are left in `fields`.
[[nodiscard]] PlacedOrder decodePlaced(CborFields &fields);

} // namespace saji
