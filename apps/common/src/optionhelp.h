// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <appkit/programoptions.h>

namespace saji {

//! The page that --help prints: 80 columns, every option with its variable and default.
[[nodiscard]] QString helpText(const ProgramOptions &options, const QStringList &configFiles);

//! "SAJI_LOG_LEVEL" for "log-level".
[[nodiscard]] QString environmentName(const QString &option);

} // namespace saji
