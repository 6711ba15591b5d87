// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <transport/sightings.h>

namespace saji {

//! A beacon is one datagram: a CBOR map, docs/protocol.md section 1.5.
inline constexpr qsizetype maxBeaconBytes = 512;

[[nodiscard]] QByteArray encodeBeacon(const Beacon &beacon);
//! Malformed = nothing of ours; UnsupportedVersion = of a newer Saji. Unknown keys are skipped.
[[nodiscard]] Result<Beacon> decodeBeacon(const QByteArray &datagram);

} // namespace saji
