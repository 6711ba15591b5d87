// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controlsocket.h"

#include <engine/node.h>

#include <QString>

namespace saji {

// `saji-server menu …`: through the running server of the folder when there is one, else on the folder itself. Each answers with
// the exit code; all has been said on stdout or stderr.

[[nodiscard]] int importMenuFile(const NodeOptions &options, const QString &path);
[[nodiscard]] int exportMenuFile(const NodeOptions &options, const QString &path);
[[nodiscard]] int backUpCatalog(const NodeOptions &options, const QString &path);
[[nodiscard]] int restoreCatalog(const NodeOptions &options, const QString &path);
[[nodiscard]] int invalidateCache(const NodeOptions &options, const QString &model);

//! The running server of the folder, or the folder itself when none runs. A complaint has been said when the exit code is not 0.
struct ServerAnswer
{
    Result<ControlReply> reply;
    int exitCode = 0;
};
[[nodiscard]] ServerAnswer askServer(const NodeOptions &options, const ControlRequest &request);
//! Says what came out: the summary, or what was wrong with `what`. The exit code.
[[nodiscard]] int sayOutcome(const Result<ControlReply> &reply, const QString &what);

} // namespace saji
