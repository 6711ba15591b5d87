// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace saji {

Q_DECLARE_LOGGING_CATEGORY(lcGateway)

} // namespace saji
