// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <appkit/programoptions.h>
#include <engine/node.h>

namespace saji {

// What every program with a window can be told of the device that it is. The caller adds them in the order of its help.

//! --data; `shortName` is the program's without "saji-", `keeps` ends the sentence "The folder that keeps …".
void addDataFolderOption(ProgramOptions &options, const QString &shortName, const QString &keeps);
//! --server.
void addServerOption(ProgramOptions &options);
//! --store; `belongs` is the beginning of its help: "The restaurant this kiosk belongs to".
void addStoreOption(ProgramOptions &options, const QString &belongs);
//! --language of a screen that remembers what was chosen on it.
void addScreenLanguageOption(ProgramOptions &options);
//! --remote-control.
void addScriptOption(ProgramOptions &options);
//! --listen, --discovery, --export and its like, --pair: what follows the device's own, in this order.
void addDoorDataAndPairOptions(ProgramOptions &options);

//! The device that the options above describe; its hub, and what only its kind knows, are the caller's to add.
[[nodiscard]] NodeOptions deviceNode(const ProgramOptions &options, NodeKind kind);

} // namespace saji
