// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <appkit/programoptions.h>
#include <transport/discovery.h>
#include <transport/listener.h>

#include <QUrl>

namespace saji {

// What every program can be told of how devices find each other: --discovery, --discovery-port; and of a hub: --hub, --hub-kind.

//! `onlyFor` as in ProgramOption.
void addDiscoveryOptions(ProgramOptions &options, const QStringList &onlyFor = {});
//! `listen` decides when nobody has said anything: who listens on this machine only looks on this machine only.
[[nodiscard]] DiscoveryOptions discoveryOptions(const ProgramOptions &options, const ListenAddress &listen);

//! Programs with a window have a door as well: --listen, and the two above.
void addDoorOptions(ProgramOptions &options);
[[nodiscard]] ListenAddress doorAddress(const ProgramOptions &options);

//! --hub, with what it is to this program, and --hub-kind: saji, or socketio for a hub of the published web system.
void addHubOptions(ProgramOptions &options, const QString &help);
//! The hub to link to as a node; empty when there is none, or one of the other kind.
[[nodiscard]] QUrl sajiHub(const ProgramOptions &options);
//! The hub to be a Socket.IO client of; empty when there is none, or one of our kind.
[[nodiscard]] QUrl socketIoHub(const ProgramOptions &options);

} // namespace saji
