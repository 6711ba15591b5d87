// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging.h"

namespace saji {

Q_LOGGING_CATEGORY(lcEngine, "saji.engine", QtInfoMsg)

} // namespace saji
