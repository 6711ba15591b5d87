// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace saji
