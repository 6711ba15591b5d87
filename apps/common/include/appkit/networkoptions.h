// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <appkit/programoptions.h>
#include <transport/discovery.h>
#include <transport/listener.h>

namespace saji {

// What every program can be told of how devices find each other: --discovery, --discovery-port.

//! `onlyFor` as in ProgramOption.
void addDiscoveryOptions(ProgramOptions &options, const QStringList &onlyFor = {});
//! `listen` decides when nobody has said anything: who listens on this machine only looks on this machine only.
[[nodiscard]] DiscoveryOptions discoveryOptions(const ProgramOptions &options, const ListenAddress &listen);

//! Programs with a window have a door as well: --listen, and the two above.
void addDoorOptions(ProgramOptions &options);
[[nodiscard]] ListenAddress doorAddress(const ProgramOptions &options);

} // namespace saji
