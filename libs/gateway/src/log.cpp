// SPDX-License-Identifier: GPL-3.0-or-later
#include "log.h"

namespace saji {

Q_LOGGING_CATEGORY(lcGateway, "saji.gateway", QtInfoMsg)

} // namespace saji
